package org.broadsheet.core.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Follows a log for as long as the service runs: reads on from the last place, applies, and waits for more. A source
/// that does not answer is tried again, after a tenth of a second at first and at most every five seconds; so is a book
/// that does not take an entry. No entry is skipped, and none is given to the book again once its place is kept.
public final class LogFollower<E extends LogEntry> implements AutoCloseable {

    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

    private final String log;
    private final LogSource<E> source;
    private final LogBook<E> book;
    private final InstantSource clock;
    private final Consumer<Exception> onTrouble;
    private final AtomicReference<Standing> standing;
    private final Thread thread;
    private final ReentrantLock gate = new ReentrantLock();
    private boolean closed;
    private boolean waiting;

    /// @param log what the log is called on the status page, such as `wire`
    /// @param onTrouble told of each failure once, when a run of failures begins
    public LogFollower(
            String log, LogSource<E> source, LogBook<E> book, InstantSource clock, Consumer<Exception> onTrouble) {
        this.log = log;
        this.source = source;
        this.book = book;
        this.clock = clock;
        this.onTrouble = onTrouble;
        this.standing = new AtomicReference<>(new Standing(log, 0, 0, null, null));
        this.thread = Thread.ofPlatform().name("follow-" + log).daemon(false).unstarted(this::follow);
    }

    /// Begins to follow.
    public void start() {
        thread.start();
    }

    /// How far the reader is.
    public Standing standing() {
        return standing.get();
    }

    /// Stops following. Waiting is broken off; what is being applied is finished first, for at most ten seconds.
    @Override
    public void close() {
        gate.lock();
        try {
            closed = true;
            if (waiting) {
                thread.interrupt();
            }
        } finally {
            gate.unlock();
        }
        try {
            if (thread.getState() != Thread.State.NEW) {
                thread.join(LONGEST_CLOSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        Duration pause = SHORTEST_PAUSE;
        boolean inTrouble = false;
        while (!isClosed()) {
            try {
                long started = System.nanoTime();
                boolean applied = readOn(inTrouble ? Duration.ZERO : WAIT);
                inTrouble = standing.get().trouble() != null;
                pause = SHORTEST_PAUSE;
                boolean atOnce = System.nanoTime() - started < SHORTEST_PAUSE.toNanos();
                if (!applied && atOnce) {
                    rest(pause); // a source that does not wait must not be asked in a spin
                }
            } catch (InterruptedException e) {
                // Either closed, which the loop sees, or somebody's mistake, which must not end the following.
                inTrouble = troubled(e, inTrouble);
            } catch (Exception e) {
                inTrouble = troubled(e, inTrouble);
                pause = rest(pause);
            } catch (Error e) {
                // One entry that breaks the book must not end the following without a word.
                inTrouble = troubled(new IllegalStateException(e.toString(), e), inTrouble);
                pause = rest(pause);
            }
        }
    }

    /// Reads and applies the next page; whether there was anything to apply.
    private boolean readOn(Duration wait) throws Exception {
        long position = book.position();
        standing.updateAndGet(s -> new Standing(log, position, Math.max(position, s.end()), s.heardAt(), s.trouble()));
        if (!beginToWait()) {
            return false;
        }
        LogPage<E> page;
        try {
            page = source.after(position, wait);
        } finally {
            endWaiting();
        }
        List<E> entries = newAndInOrder(page.entries(), position);
        long reached = position;
        if (!entries.isEmpty()) {
            if (isClosed()) {
                return false;
            }
            book.apply(entries);
            reached = entries.getLast().position();
        }
        String shrunk = page.end() < reached && page.entries().isEmpty()
                ? "The log ends at " + page.end() + ", but was read up to " + reached
                        + ": it is not the same log any more"
                : null;
        if (shrunk != null && standing.get().trouble() == null) {
            tell(new IllegalStateException(shrunk));
        }
        standing.set(new Standing(log, reached, Math.max(reached, page.end()), clock.instant(), shrunk));
        return !entries.isEmpty();
    }

    /// The entries behind a position; what was applied before is left out.
    ///
    /// @throws IllegalStateException if they are not in order, as applying them would lose some
    private static <E extends LogEntry> List<E> newAndInOrder(List<E> entries, long position) {
        long last = Long.MIN_VALUE;
        for (E entry : entries) {
            if (entry.position() <= last) {
                throw new IllegalStateException(
                        "The log is not in order: " + entry.position() + " comes after " + last);
            }
            last = entry.position();
        }
        return entries.stream().filter(entry -> entry.position() > position).toList();
    }

    private boolean troubled(Exception e, boolean before) {
        if (isClosed()) {
            return before;
        }
        String trouble = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        standing.updateAndGet(s -> new Standing(log, s.position(), s.end(), s.heardAt(), trouble));
        if (!before) {
            tell(e);
        }
        return true;
    }

    private void tell(Exception e) {
        try {
            onTrouble.accept(e);
        } catch (RuntimeException whoeverIsToldFails) {
            standing.updateAndGet(s -> new Standing(log, s.position(), s.end(), s.heardAt(), e.toString()));
        }
    }

    /// Rests, and says how long to rest the next time.
    private Duration rest(Duration pause) {
        if (beginToWait()) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException closedOrMistaken) {
                // the loop sees which
            } finally {
                endWaiting();
            }
        }
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    /// From here on closing interrupts; false if it is closed already.
    private boolean beginToWait() {
        gate.lock();
        try {
            waiting = !closed;
            return waiting;
        } finally {
            gate.unlock();
        }
    }

    /// From here on closing waits: an interrupt must not reach the book.
    private void endWaiting() {
        gate.lock();
        try {
            waiting = false;
            Thread.interrupted();
        } finally {
            gate.unlock();
        }
    }

    private boolean isClosed() {
        gate.lock();
        try {
            return closed;
        } finally {
            gate.unlock();
        }
    }

    /// How far a reader of a log is.
    ///
    /// @param log what the log is called
    /// @param position the last position applied
    /// @param end the last position of the log when the source was last heard
    /// @param heardAt when the source last answered, `null` if never since the start
    /// @param trouble why the source or the book fails now, `null` while all is well
    public record Standing(
            String log,
            long position,
            long end,
            @Nullable Instant heardAt,
            @Nullable String trouble) {

        /// How many entries are still to be applied.
        public long lag() {
            return end - position;
        }
    }
}
