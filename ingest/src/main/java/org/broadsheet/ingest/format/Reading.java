package org.broadsheet.ingest.format;

import java.util.List;
import org.broadsheet.core.wire.WireItem;
import org.jspecify.annotations.Nullable;

/// What a payload turned out to hold.
public sealed interface Reading {

    /// Wire items.
    ///
    /// @param items those that could be read, in the order of the payload
    /// @param unread a sentence for each item of the payload that could not be read; empty where all could
    record Items(List<ParsedItem> items, List<String> unread) implements Reading {
        public Items {
            items = List.copyOf(items);
            unread = List.copyOf(unread);
        }
    }

    /// A picture file on its own.
    ///
    /// @param mimeType by content
    /// @param width in pixels
    /// @param height in pixels
    /// @param inside what the file's own metadata says
    record Picture(String mimeType, int width, int height, InsidePicture inside) implements Reading {}

    /// An item as one version of it was parsed.
    ///
    /// @param item all fields
    /// @param contentHash SHA-256 of the item as sent, without the envelope around it: the same content, the same
    /// hash
    /// @param fileSize how long its picture file is in bytes, where the item says so
    record ParsedItem(
            WireItem item, String contentHash, @Nullable Long fileSize) {}
}
