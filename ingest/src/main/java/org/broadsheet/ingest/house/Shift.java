package org.broadsheet.ingest.house;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Somebody at work as long as the service runs: goes round again and again, pauses where there is nothing to do, and
/// comes at once when called.
public final class Shift {

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);

    private final String name;
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean on;
    private @Nullable Thread thread;

    /// @param name of the thread
    public Shift(String name) {
        this.name = name;
    }

    /// Begins the work, in a thread of its own. The work returns when [#isOn()] no longer holds.
    public void start(Runnable work) {
        on = true;
        thread = Thread.ofPlatform().name(name).start(work);
    }

    /// Whether the shift still runs.
    public boolean isOn() {
        return on;
    }

    /// Ends a pause, or the next one where none is made now.
    public void call() {
        calls.release();
    }

    /// Waits until somebody calls.
    public void pause(Duration atMost) {
        try {
            if (calls.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                calls.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            on = false;
        }
    }

    /// Ends the shift and waits, not for ever, until the work in hand is done.
    public void end() {
        on = false;
        calls.release();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(ENDS_WITHIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
