package org.broadsheet.ingest.intake;

import java.util.List;
import java.util.Set;
import org.broadsheet.ingest.payload.Receipt;

/// Payloads that were read together and are to be settled together.
///
/// @param lookedAt the ids of the receipts that were looked at for it
/// @param alone whether it is one during whose reading the service ended before: nothing is read beside it
/// @param payloads as they were read
record ReadBatch(Set<Long> lookedAt, boolean alone, List<ReadPayload> payloads) {

    /// Nothing waited.
    static final ReadBatch NONE = new ReadBatch(Set.of(), false, List.of());

    ReadBatch {
        lookedAt = Set.copyOf(lookedAt);
        payloads = List.copyOf(payloads);
    }

    boolean isEmpty() {
        return lookedAt.isEmpty();
    }

    /// One payload of it by itself.
    ReadBatch only(ReadPayload payload) {
        return new ReadBatch(lookedAt, alone, List.of(payload));
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
