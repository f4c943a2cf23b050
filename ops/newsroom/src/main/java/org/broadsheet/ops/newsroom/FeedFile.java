package org.broadsheet.ops.newsroom;

import java.util.function.Supplier;

/// A file of a feed beside the agency's own, as it is dropped into that feed's folder.
///
/// @param feed the name of the feed and of its folder
/// @param name the same in every run
/// @param broken whether it is broken on purpose and ends in quarantine
/// @param content makes the bytes; the same `now` makes the same bytes
public record FeedFile(String feed, String name, boolean broken, Supplier<byte[]> content) {

    /// The bytes of the file.
    public byte[] bytes() {
        return content.get();
    }
}
