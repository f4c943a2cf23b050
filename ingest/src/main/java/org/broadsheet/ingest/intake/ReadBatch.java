package org.broadsheet.ingest.intake;

import java.util.List;
import org.broadsheet.ingest.payload.Receipt;

/// Payloads that were read together and are to be settled together.
///
/// @param upTo the id of the last receipt that was looked at for it
/// @param alone whether it is one during whose reading the service ended before: nothing is read beside it
/// @param payloads as they were read
record ReadBatch(long upTo, boolean alone, List<ReadPayload> payloads) {

    /// Nothing waited.
    static final ReadBatch NONE = new ReadBatch(0, false, List.of());

    ReadBatch {
        payloads = List.copyOf(payloads);
    }

    boolean isEmpty() {
        return upTo == 0 && payloads.isEmpty();
    }

    /// One payload of it by itself.
    ReadBatch only(ReadPayload payload) {
        return new ReadBatch(upTo, alone, List.of(payload));
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
