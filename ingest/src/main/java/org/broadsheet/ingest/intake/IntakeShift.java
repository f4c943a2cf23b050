package org.broadsheet.ingest.intake;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.broadsheet.ingest.house.Concern;
import org.broadsheet.ingest.payload.PayloadsFinished;
import org.broadsheet.ingest.payload.PayloadsReceived;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/// Keeps the wire desk at work as long as the service runs. It begins with what an earlier run left unfinished.
@Component
class IntakeShift implements SmartLifecycle, Concern {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeShift.class);

    /// Looks again even if nobody called: another instance may have received something.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final WireDesk desk;
    private final ApplicationEventPublisher events;
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean on;
    private volatile @Nullable String trouble;
    private @Nullable Thread thread;

    IntakeShift(WireDesk desk, ApplicationEventPublisher events) {
        this.desk = desk;
        this.events = events;
    }

    @EventListener
    void call(PayloadsReceived received) {
        calls.release();
    }

    @Override
    public void start() {
        on = true;
        thread = Thread.ofPlatform().name("wire-desk").start(this::work);
    }

    private void work() {
        while (on) {
            try {
                while (on && step() > 0) {
                    events.publishEvent(new PayloadsFinished());
                }
                trouble = null;
                pause(LOOK_AGAIN);
            } catch (RuntimeException e) {
                if (trouble == null) {
                    LOG.error("The wire desk cannot work and tries again", e);
                }
                trouble = "The wire desk cannot work: " + e.getMessage();
                pause(Duration.ofSeconds(1));
            }
        }
    }

    private int step() {
        try {
            return desk.workOff();
        } catch (NonTransientDataAccessResourceException e) {
            throw e;
        } catch (NonTransientDataAccessException e) {
            return oneByOne(e);
        }
    }

    /// Something in the batch cannot be written down: finds which, and lets the others pass.
    private int oneByOne(DataAccessException batch) {
        LOG.atWarn()
                .addKeyValue("cause", batch.getMessage())
                .log("A batch could not be written down; going one by one");
        int finished = 0;
        for (int i = 0; on && i < 50; i++) {
            try {
                if (desk.workOffOne() == 0) {
                    break;
                }
            } catch (NonTransientDataAccessResourceException e) {
                throw e;
            } catch (NonTransientDataAccessException e) {
                desk.giveUpOne("What it holds cannot be written down: "
                        + e.getMostSpecificCause().getMessage());
            }
            finished++;
        }
        return finished;
    }

    private void pause(Duration atMost) {
        try {
            if (calls.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
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
                running.join(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return on;
    }

    @Override
    public List<String> remarks() {
        String now = trouble;
        return now == null ? List.of() : List.of(now);
    }
}
