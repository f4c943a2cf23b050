package org.broadsheet.core.log;

import java.util.List;

/// Where a reader keeps its place and takes entries into its own store.
public interface LogBook<E extends LogEntry> {

    /// The last position applied; 0 for a reader that has read nothing.
    long position();

    /// Takes the entries into the reader's store and moves its place, both or neither.
    ///
    /// @param entries at least one, in order
    void apply(List<E> entries);
}
