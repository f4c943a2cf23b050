package org.broadsheet.ingest.payload;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long what came in is kept.
///
/// @param raw how long the bytes of a payload, since it last came in; a picture that an item shows keeps its
/// bytes, and so does what is still to be read or is in quarantine
/// @param quarantine how long a payload stays in quarantine before it is dropped
/// @param receipts how long the receipt of a payload that is finished
/// @param clearEvery how often what is over its time is cleared out
@ConfigurationProperties("broadsheet.ingest.keep")
record Keep(
        @DefaultValue("90d") @NotNull Duration raw,
        @DefaultValue("365d") @NotNull Duration quarantine,
        @DefaultValue("400d") @NotNull Duration receipts,
        @DefaultValue("1h") @NotNull Duration clearEvery) {

    Keep {
        if (receipts.compareTo(raw) < 0) {
            throw new IllegalArgumentException(
                    "broadsheet.ingest.keep.receipts is shorter than .raw: bytes are found by their receipts");
        }
    }
}
