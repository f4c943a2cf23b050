package org.broadsheet.ingest.settle;

import java.util.Locale;

/// What an item changed when it came in.
public enum Outcome {
    /// Nobody had seen it before.
    NEW,
    /// It replaces an earlier version.
    NEWER,
    /// The same again: nothing changed.
    REPEAT,
    /// A later version was here already: kept, nothing changed.
    OLDER,
    /// The same version with other content: the first one stays, and the desk is told.
    FLAGGED;

    /// As it stands on receipts.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
