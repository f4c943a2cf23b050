package org.broadsheet.ingest.payload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a payload.
///
/// @param receipt its receipt's id
/// @param state settled or quarantined
/// @param format what it was read as; `null` where no reader knew it
/// @param reason why it is in quarantine, or what it waits for; `null` where there is nothing to say
/// @param items those of its items that were settled and what each of them changed
public record Finished(
        long receipt,
        Receipt.State state,
        @Nullable String format,
        @Nullable String reason,
        List<SettledItem> items) {
    public Finished {
        items = List.copyOf(items);
    }

    /// It was read, and its items are settled.
    public static Finished settled(
            long receipt, @Nullable String format, @Nullable String waitsFor, List<SettledItem> items) {
        return new Finished(receipt, Receipt.State.SETTLED, format, waitsFor, items);
    }

    /// It, or a part of it, could not be read.
    public static Finished quarantined(long receipt, @Nullable String format, String reason, List<SettledItem> items) {
        return new Finished(receipt, Receipt.State.QUARANTINED, format, reason, items);
    }
}
