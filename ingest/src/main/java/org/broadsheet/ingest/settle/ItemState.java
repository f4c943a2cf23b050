package org.broadsheet.ingest.settle;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.Status;
import org.jspecify.annotations.Nullable;

/// What is known of one item while a batch is settled: what counts, which of its versions the batch asks about are
/// kept, and what other items say about it.
final class ItemState {

    private final Key key;
    private final Map<Long, String> kept = new HashMap<>();
    private final Set<Verdict> verdicts = new LinkedHashSet<>();
    private @Nullable Standing standing;
    private @Nullable WireItem counting;

    ItemState(Key key) {
        this.key = key;
    }

    Key key() {
        return key;
    }

    @Nullable
    Standing standing() {
        return standing;
    }

    /// The item that counts as the batch has made it; `null` where the batch has not touched it, or none counts.
    @Nullable
    WireItem counting() {
        return counting;
    }

    void stands(Standing found) {
        standing = found;
    }

    void counts(WireItem item, String contentHash) {
        Standing before = standing;
        standing = new Standing(
                item.version(), contentHash, item.status() == Status.CANCELED, before == null ? 0 : before.position());
        counting = item;
    }

    /// The hash under which a version is kept; `null` where it is not.
    @Nullable
    String keptAs(long version) {
        return kept.get(version);
    }

    void keeps(long version, String contentHash) {
        kept.put(version, contentHash);
    }

    /// Which version an item is that does not say so: the one that holds the same, else the next.
    long versionOf(String contentHash) {
        for (Map.Entry<Long, String> version : kept.entrySet()) {
            if (version.getValue().equals(contentHash)) {
                return version.getKey();
            }
        }
        return standing == null ? 1 : standing.version() + 1;
    }

    /// Adds what another item says.
    ///
    /// @return false where it was known
    boolean hears(Verdict verdict) {
        return verdicts.add(verdict);
    }

    /// An item with all that other items say about it: a kill takes every version back, whichever came first.
    WireItem judged(WireItem item) {
        if (verdicts.isEmpty()) {
            return item;
        }
        var judged = item.toBuilder()
                .remarked(verdicts.stream().map(verdict -> verdict.remark(key)).toList());
        if (verdicts.stream().anyMatch(Verdict::kills)) {
            judged.status(Status.CANCELED);
        }
        return judged.build();
    }

    WireItem countingNow() {
        return Objects.requireNonNull(counting);
    }
}
