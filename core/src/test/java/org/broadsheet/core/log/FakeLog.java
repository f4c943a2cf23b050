package org.broadsheet.core.log;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// A log in memory that can fail, forget to wait, and send too much.
final class FakeLog implements LogSource<FakeLog.Line> {

    record Line(long position, UUID id, Instant at) implements LogEntry {}

    private final List<Line> lines = new ArrayList<>();
    private int failures;
    private String failure = "";
    private int waiters;
    private int asked;
    private boolean wholeLog;
    private boolean backwards;
    private boolean impatient;

    synchronized void append(int count) {
        for (int i = 0; i < count; i++) {
            lines.add(new Line(lines.size() + 1L, UUID.randomUUID(), Instant.EPOCH));
        }
        notifyAll();
    }

    synchronized void fail(int times, String message) {
        failures = times;
        failure = message;
    }

    synchronized void sendFromTheStart() {
        wholeLog = true;
    }

    synchronized void sendBackwards() {
        backwards = true;
    }

    synchronized void doNotWait() {
        impatient = true;
    }

    synchronized int waiters() {
        return waiters;
    }

    synchronized int asked() {
        return asked;
    }

    @Override
    public synchronized LogPage<Line> after(long position, Duration wait) throws Exception {
        asked++;
        if (failures > 0) {
            failures--;
            throw new IOException(failure);
        }
        long until = System.nanoTime() + wait.toNanos();
        while (true) {
            List<Line> next = lines.stream()
                    .filter(line -> line.position() > position)
                    .limit(100)
                    .toList();
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (!next.isEmpty() || left <= 0 || impatient) {
                List<Line> sent = wholeLog && !next.isEmpty() ? lines : backwards ? next.reversed() : next;
                return new LogPage<>(sent, lines.size());
            }
            waiters++;
            try {
                wait(left);
            } finally {
                waiters--;
            }
            if (failures > 0) {
                failures--;
                throw new IOException(failure);
            }
        }
    }
}
