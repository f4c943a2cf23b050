package org.broadsheet.ingest.alarm;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks after the feeds as long as the service runs.
@Component
class AlarmShift implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmShift.class);

    private final Habits habits;
    private final AlarmRules rules;
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean on;
    private @Nullable Thread thread;

    AlarmShift(Habits habits, AlarmRules rules) {
        this.habits = habits;
        this.rules = rules;
    }

    @Override
    public void start() {
        on = true;
        thread = Thread.ofVirtual().name("alarms").start(this::work);
    }

    private void work() {
        boolean inTrouble = false;
        while (on) {
            try {
                look();
                inTrouble = false;
            } catch (RuntimeException e) {
                if (!inTrouble && on) {
                    LOG.error("The feeds cannot be looked after; trying again", e);
                }
                inTrouble = true;
            }
            pause();
        }
    }

    /// Learns what is due to be learned, compares, and tells what is new.
    void look() {
        for (String feed : habits.toLearn()) {
            if (on) {
                habits.learn(feed);
            }
        }
        for (Alarm alarm : habits.compare()) {
            LOG.atWarn()
                    .addKeyValue("feed", alarm.feed())
                    .addKeyValue("alarm", alarm.kind())
                    .addKeyValue("sentence", alarm.sentence())
                    .log("Alarm raised");
        }
    }

    private void pause() {
        try {
            if (calls.tryAcquire(rules.lookEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                calls.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            on = false;
        }
    }

    @Override
    public void stop() {
        on = false;
        calls.release();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(8));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return on;
    }
}
