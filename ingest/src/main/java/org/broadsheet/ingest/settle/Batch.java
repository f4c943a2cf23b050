package org.broadsheet.ingest.settle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.ingest.wirelog.WireLog;
import org.jspecify.annotations.Nullable;

/// What a batch changes, gathered before anything is written.
final class Batch {

    private final List<WireLog.Line> lines = new ArrayList<>();
    private final Map<VersionKey, VersionToKeep> versions = new LinkedHashMap<>();
    private final Map<Key, CountedItem> counted = new LinkedHashMap<>();
    private final Map<Key, CountedItem> amended = new LinkedHashMap<>();
    private final List<NewVerdict> verdicts = new ArrayList<>();

    List<WireLog.Line> lines() {
        return lines;
    }

    List<VersionToKeep> versions() {
        return List.copyOf(versions.values());
    }

    /// Items of which another version counts from now on.
    List<CountedItem> counted() {
        return List.copyOf(counted.values());
    }

    /// Items whose version stays and whose entry in the log is new.
    List<CountedItem> amended() {
        return List.copyOf(amended.values());
    }

    List<NewVerdict> verdicts() {
        return verdicts;
    }

    /// Adds a line to the log.
    ///
    /// @return its number within the batch
    int log(WireItem item, String json) {
        lines.add(new WireLog.Line(item, json));
        return lines.size() - 1;
    }

    /// @param line the line of the batch that holds the item as it was parsed, where one does
    void keep(Key key, long version, String contentHash, @Nullable String json, @Nullable Integer line, long receipt) {
        versions.put(new VersionKey(key, version), new VersionToKeep(key, version, contentHash, json, line, receipt));
    }

    void count(Key key, WireItem item, String contentHash, @Nullable Long fileSize, int line) {
        amended.remove(key);
        counted.put(key, new CountedItem(key, item, contentHash, fileSize, line));
    }

    void amend(Key key, WireItem item, int line) {
        CountedItem before = counted.get(key);
        if (before == null) {
            amended.put(key, new CountedItem(key, item, "", null, line));
        } else {
            counted.put(key, new CountedItem(key, item, before.contentHash(), before.fileSize(), line));
        }
    }

    void hear(Key about, Verdict verdict) {
        verdicts.add(new NewVerdict(about, verdict));
    }

    private record VersionKey(Key key, long version) {}

    /// A version to be kept; its JSON stands here or in a line of the log.
    record VersionToKeep(
            Key key,
            long version,
            String contentHash,
            @Nullable String json,
            @Nullable Integer line,
            long receipt) {}

    /// An item as it stands in a line of the log.
    record CountedItem(
            Key key,
            WireItem item,
            String contentHash,
            @Nullable Long fileSize,
            int line) {}

    /// What an item says about another one, for the first time.
    record NewVerdict(Key about, Verdict verdict) {}
}
