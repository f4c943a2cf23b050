package org.broadsheet.ingest.intake;

import java.util.List;
import java.util.UUID;
import org.broadsheet.ingest.payload.Receipt;
import org.jspecify.annotations.Nullable;

/// Payloads that were read together and are to be settled together.
///
/// @param note that they are being read; `null` where there is none
/// @param upTo the id of the last receipt that was looked at for it
/// @param alone whether it is one during whose reading the service ended before: nothing is read beside it
/// @param payloads as they were read
record ReadBatch(@Nullable UUID note, long upTo, boolean alone, List<ReadPayload> payloads) {

    /// Nothing waited.
    static final ReadBatch NONE = new ReadBatch(null, 0, false, List.of());

    ReadBatch {
        payloads = List.copyOf(payloads);
    }

    boolean isEmpty() {
        return note == null && payloads.isEmpty();
    }

    /// One payload of it by itself.
    ReadBatch only(ReadPayload payload) {
        return new ReadBatch(note, upTo, alone, List.of(payload));
    }

    /// The receipt of one of its payloads.
    Receipt receipt(long id) {
        for (ReadPayload payload : payloads) {
            if (payload.receipt().id() == id) {
                return payload.receipt();
            }
        }
        throw new IllegalArgumentException("Receipt " + id + " is not in this batch");
    }
}
