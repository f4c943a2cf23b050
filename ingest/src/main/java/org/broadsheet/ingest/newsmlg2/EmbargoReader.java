package org.broadsheet.ingest.newsmlg2;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.ingest.format.Copy;
import org.jspecify.annotations.Nullable;

/// Until when nothing of an item may be public: as its field says and as its notes to editors say, the later of both.
final class EmbargoReader {

    private EmbargoReader() {}

    static @Nullable Instant until(
            @Nullable Instant field,
            List<EditorNote> notes,
            @Nullable Instant versionCreated,
            Copy copy,
            Consumer<String> remark) {
        return field;
    }
}
