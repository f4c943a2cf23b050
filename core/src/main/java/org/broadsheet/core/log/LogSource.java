package org.broadsheet.core.log;

import java.time.Duration;

/// Where a log is read from: the service that writes it.
@FunctionalInterface
public interface LogSource<E extends LogEntry> {

    /// The next entries after a position, at once where there are any, else as soon as one comes or the wait is over.
    ///
    /// @throws Exception if the service does not answer; the follower tries again
    LogPage<E> after(long position, Duration wait) throws Exception;
}
