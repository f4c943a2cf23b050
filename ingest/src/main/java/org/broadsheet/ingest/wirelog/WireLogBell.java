package org.broadsheet.ingest.wirelog;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Wakes those who wait for the wire log to grow.
///
/// It rings within the process, after the commit: the one process that writes the log also answers for it. A reader
/// that asks again after its wait never depends on it.
@Component
class WireLogBell implements SmartLifecycle {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private long reached;
    private boolean open;

    /// Tells all who wait that the log has been seen to reach a position.
    void reached(long position) {
        lock.lock();
        try {
            reached = Math.max(reached, position);
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The furthest position that was rung for.
    long reached() {
        lock.lock();
        try {
            return reached;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until a later position than the one heard before was rung for.
    ///
    /// @return false where the wait was over first, or the service stops
    boolean awaitMore(long heard, Duration atMost) {
        long nanos = atMost.toNanos();
        lock.lock();
        try {
            while (reached <= heard && open) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = more.awaitNanos(nanos);
            }
            return open;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        lock.lock();
        try {
            open = true;
        } finally {
            lock.unlock();
        }
    }

    /// Before the web server waits for its requests to end, it ends those that only wait.
    @Override
    public void stop() {
        lock.lock();
        try {
            open = false;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return open;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
