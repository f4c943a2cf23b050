package org.broadsheet.core.log;

import java.util.List;

/// An answer of a log (`GET /api/log?after={position}&limit=&wait={seconds}`).
///
/// @param entries in order of position, all after the one asked for; empty where nothing came within the wait
/// @param end the last position of the whole log when the answer was made; 0 for an empty log
public record LogPage<E extends LogEntry>(List<E> entries, long end) {
    public LogPage {
        entries = entries == null ? List.of() : List.copyOf(entries);
    }
}
