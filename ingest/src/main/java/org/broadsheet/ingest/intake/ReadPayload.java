package org.broadsheet.ingest.intake;

import java.util.List;
import org.broadsheet.ingest.format.Reading.EnclosedFile;
import org.broadsheet.ingest.format.Reading.Picture;
import org.broadsheet.ingest.payload.Receipt;
import org.broadsheet.ingest.settle.Prepared;
import org.jspecify.annotations.Nullable;

/// A payload after reading.
///
/// @param receipt it was given when it came in
/// @param format what it was read as; `null` where no reader knew it
/// @param items those it holds, ready to be settled
/// @param picture where it is a picture file; else `null`
/// @param files that came inside it
/// @param reason why it, or a part of it, could not be read; `null` where all could
record ReadPayload(
        Receipt receipt,
        @Nullable String format,
        List<Prepared> items,
        @Nullable Picture picture,
        List<EnclosedFile> files,
        @Nullable String reason) {

    ReadPayload {
        items = List.copyOf(items);
        files = List.copyOf(files);
    }

    /// One that nothing of could be read.
    static ReadPayload unread(Receipt receipt, @Nullable String format, String reason) {
        return new ReadPayload(receipt, format, List.of(), null, List.of(), reason);
    }
}
