package org.broadsheet.ingest.payload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What we gave for an arrival: that it came in, and what became of it.
///
/// @param id counts up in the order of arrival
/// @param feed the feed it came in on
/// @param name what the sender calls it
/// @param hash SHA-256 of the bytes, hexadecimal
/// @param size of the bytes
/// @param receivedAt when the bytes were durable
/// @param state where it is on its path
/// @param reason why it is in quarantine, or what it waits for; `null` where there is nothing to say
/// @param format what it was read as; `null` where it was not read yet or no reader knew it
/// @param replays how often it was taken out of quarantine to be read again
public record Receipt(
        long id,
        String feed,
        String name,
        String hash,
        long size,
        Instant receivedAt,
        State state,
        @Nullable String reason,
        @Nullable String format,
        int replays) {

    /// Where a payload is on its path.
    public enum State {
        /// Durable, and still to be read.
        RECEIVED,
        /// Read, and its items settled.
        SETTLED,
        /// Kept with the reason why it could not be read.
        QUARANTINED,
        /// An editor looked at it in quarantine and wants none of it.
        DROPPED;

        String column() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String column) {
            return valueOf(column.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
