package org.broadsheet.cms.story;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.broadsheet.cms.house.Bells;
import org.broadsheet.cms.wire.WireBasket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Keeps the night desk at work as long as the service runs: at once when something comes in over the wire, and every
/// second for what has become due meanwhile.
@Component
class NightShift implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(NightShift.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration REST_AFTER_TROUBLE = Duration.ofSeconds(5);

    private final NightDesk desk;
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    NightShift(NightDesk desk, Bells bells) {
        this.desk = desk;
        bells.onRing(WireBasket.BELL, calls::release);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("night-desk").daemon(true).start(this::work);
    }

    private void work() {
        boolean inTrouble = false;
        while (running) {
            try {
                while (running && desk.step()) {
                    inTrouble = false;
                }
                inTrouble = false;
                pause(LOOK_EVERY);
            } catch (RuntimeException e) {
                if (!inTrouble && running) {
                    log.atWarn().addKeyValue("reason", e.toString()).log("The night desk cannot work and tries again");
                }
                inTrouble = true;
                pause(REST_AFTER_TROUBLE);
            }
        }
    }

    private void pause(Duration atMost) {
        try {
            if (calls.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                calls.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        calls.release();
        Thread started = thread;
        if (started != null) {
            try {
                started.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
