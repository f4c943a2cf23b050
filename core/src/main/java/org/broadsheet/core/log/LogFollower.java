package org.broadsheet.core.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Follows a log for as long as the service runs: reads on from the last place, applies, and waits for more. A source
/// that does not answer is tried again, after a tenth of a second at first and at most every five seconds.
public final class LogFollower<E extends LogEntry> implements AutoCloseable {

    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final String log;
    private final LogSource<E> source;
    private final LogBook<E> book;
    private final InstantSource clock;
    private final Consumer<Exception> onTrouble;
    private final AtomicReference<Standing> standing;
    private final Thread thread;
    private volatile boolean closed;

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

    /// Stops following; what is being applied is finished first.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        Duration pause = SHORTEST_PAUSE;
        boolean inTrouble = false;
        while (!closed) {
            try {
                long position = book.position();
                LogPage<E> page = source.after(position, inTrouble ? Duration.ZERO : WAIT);
                if (!page.entries().isEmpty()) {
                    book.apply(page.entries());
                    position = page.entries().getLast().position();
                }
                standing.set(new Standing(log, position, Math.max(position, page.end()), clock.instant(), null));
                pause = SHORTEST_PAUSE;
                inTrouble = false;
            } catch (Exception e) {
                if (closed) {
                    return;
                }
                if (!inTrouble) {
                    inTrouble = true;
                    onTrouble.accept(e);
                }
                String trouble = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                standing.updateAndGet(s -> new Standing(log, s.position(), s.end(), s.heardAt(), trouble));
                pause = rest(pause);
            }
        }
    }

    private Duration rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            closed = true;
        }
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
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
