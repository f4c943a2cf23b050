package org.broadsheet.core.log;

import java.time.Instant;
import java.util.UUID;

/// One line of a log between services. Applying it twice changes nothing.
public interface LogEntry {

    /// Its place in the log, from 1; a reader that has seen it has seen all before it.
    long position();

    /// Its own identity, the same however often it is read.
    UUID id();

    /// When it was appended.
    Instant at();
}
