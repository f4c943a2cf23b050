package org.broadsheet.ops.command.house;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `ingest` says became of one dropped file.
///
/// @param name of the file as it was dropped
/// @param hash of its bytes
/// @param receivedAt when its bytes were safe
/// @param state `received`, and later `settled` or `quarantined`
/// @param reason why it was quarantined
/// @param items what was in it
public record Receipt(
        String name,
        @Nullable String hash,
        Instant receivedAt,
        String state,
        @Nullable String reason,
        @Nullable List<Item> items) {

    /// Whether nothing more happens to it.
    public boolean isFinal() {
        return isQuarantined() || state.equals("settled");
    }

    public boolean isQuarantined() {
        return state.equals("quarantined");
    }

    /// One item of it.
    ///
    /// @param outcome `new`, `newer`, `repeat`, `older` or `flagged`
    public record Item(String guid, long version, @Nullable String headline, String outcome) {}
}
