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

    /// Wire items with files in the same payload: a mail with its attachments.
    ///
    /// @param items those that could be read, in the order of the payload
    /// @param files each of them is received as a payload of its own, on the same feed
    /// @param unread a sentence for each part of the payload that could not be read; empty where all could
    record Several(List<ParsedItem> items, List<EnclosedFile> files, List<String> unread) implements Reading {
        public Several {
            items = List.copyOf(items);
            files = List.copyOf(files);
            unread = List.copyOf(unread);
        }
    }

    /// A file that came inside another payload.
    ///
    /// @param name what the sender calls it; a picture item in the same payload may name it
    /// @param bytes as sent, its transfer encoding undone; nobody changes them
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record EnclosedFile(String name, byte[] bytes) {}

    /// A running story in a format that tells its versions apart by slug, not by guid (ANPA 1312, IPTC 7901). All its
    /// dispatches are versions of one item.
    ///
    /// @param key names the story within its provider, such as `HARBOUR-FEES/2026-11-25`
    /// @param lead 0 for the first dispatch, n for the nth lead or write-through
    record Lineage(String key, int lead) {}

    /// An item as one version of it was parsed.
    ///
    /// @param item all fields
    /// @param contentHash SHA-256 of the item as sent, without the envelope around it: the same content, the same
    /// hash
    /// @param fileSize how long its picture file is in bytes, where the item says so
    /// @param versionStated whether the payload said which version it is; where not, other content is the next
    /// version
    /// @param lineage the running story it belongs to, in formats that number versions by slug; else `null`
    record ParsedItem(
            WireItem item,
            String contentHash,
            @Nullable Long fileSize,
            boolean versionStated,
            @Nullable Lineage lineage) {}
}
