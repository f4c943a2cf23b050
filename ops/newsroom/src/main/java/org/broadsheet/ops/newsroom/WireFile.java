package org.broadsheet.ops.newsroom;

import java.time.Instant;
import java.util.function.Supplier;

/// One file of the wire, as it is dropped into the feed's folder.
///
/// @param name the same in every run; a picture item names its picture by it
/// @param sentAt when the agency sent it
/// @param afterChoices whether it arrives only after the desk has made its choices: an update of a story that is
/// already out, a kill of one already taken
/// @param content makes the bytes; the same `now` makes the same bytes
public record WireFile(String name, Instant sentAt, boolean afterChoices, Supplier<byte[]> content) {

    /// The bytes of the file.
    public byte[] bytes() {
        return content.get();
    }
}
