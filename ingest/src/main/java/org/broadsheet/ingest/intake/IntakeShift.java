package org.broadsheet.ingest.intake;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.ingest.house.Concern;
import org.broadsheet.ingest.house.Shift;
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

/// Keeps the wire desk at work as long as the service runs. It begins with what an earlier run left unfinished, and
/// reads the next batch while one is being settled.
@Component
class IntakeShift implements SmartLifecycle, Concern {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeShift.class);

    /// Looks again even if nobody called: another instance may have received something.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final WireDesk desk;
    private final ApplicationEventPublisher events;
    private final Shift shift = new Shift("wire-desk");
    private boolean opened;
    private volatile @Nullable String trouble;

    IntakeShift(WireDesk desk, ApplicationEventPublisher events) {
        this.desk = desk;
        this.events = events;
    }

    @EventListener
    void call(PayloadsReceived received) {
        shift.call();
    }

    @Override
    public void start() {
        shift.start(this::work);
    }

    private void work() {
        boolean inTrouble = false;
        try (ExecutorService ahead = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("wire-desk-ahead").factory())) {
            while (shift.isOn()) {
                try {
                    if (!opened) {
                        desk.open();
                        opened = true;
                    }
                    if (inTrouble) {
                        desk.putDown();
                        inTrouble = false;
                    }
                    workOff(ahead);
                    trouble = null;
                    shift.pause(LOOK_AGAIN);
                } catch (RuntimeException e) {
                    if (trouble == null) {
                        LOG.error("The wire desk cannot work and tries again", e);
                    }
                    trouble = "The wire desk cannot work: " + e.getMessage();
                    shift.pause(Duration.ofSeconds(1));
                    inTrouble = true;
                }
            }
        }
        desk.putDown();
    }

    /// Works until nothing waits that can be finished.
    private void workOff(ExecutorService ahead) {
        boolean goesOn = true;
        while (goesOn && shift.isOn()) {
            goesOn = false;
            // What another instance holds, or what could not be read in time, is looked at again later.
            Set<Long> passedOver = new HashSet<>();
            ReadBatch batch = desk.read();
            while (shift.isOn() && !batch.isEmpty()) {
                Future<ReadBatch> next = null;
                if (!batch.alone()) {
                    Set<Long> but = new HashSet<>(passedOver);
                    but.addAll(batch.lookedAt());
                    next = ahead.submit(() -> desk.readAhead(but));
                }
                try {
                    int finished = settle(batch);
                    goesOn |= finished > 0;
                    if (finished < batch.lookedAt().size()) {
                        passedOver.addAll(batch.lookedAt());
                    }
                } finally {
                    batch = next == null ? ReadBatch.NONE : result(next);
                }
            }
        }
    }

    private static ReadBatch result(Future<ReadBatch> next) {
        try {
            return next.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("The next batch could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ReadBatch.NONE;
        }
    }

    private int settle(ReadBatch batch) {
        int finished;
        try {
            finished = desk.settle(batch);
        } catch (NonTransientDataAccessResourceException e) {
            throw e;
        } catch (NonTransientDataAccessException e) {
            finished = oneByOne(batch, e);
        }
        if (finished > 0) {
            events.publishEvent(new PayloadsFinished());
        }
        return finished;
    }

    /// Something in the batch cannot be written down: finds which, and lets the others pass.
    private int oneByOne(ReadBatch batch, DataAccessException cause) {
        LOG.atWarn()
                .addKeyValue("cause", cause.getMessage())
                .log("A batch could not be written down; going one by one");
        int finished = 0;
        for (ReadPayload payload : batch.payloads()) {
            try {
                finished += desk.settle(batch.only(payload));
            } catch (NonTransientDataAccessResourceException e) {
                throw e;
            } catch (NonTransientDataAccessException e) {
                desk.giveUp(
                        payload,
                        "What it holds cannot be written down: "
                                + e.getMostSpecificCause().getMessage());
                finished++;
            }
        }
        return finished;
    }

    @Override
    public void stop() {
        shift.end();
    }

    @Override
    public boolean isRunning() {
        return shift.isOn();
    }

    @Override
    public List<String> remarks() {
        String now = trouble;
        return now == null ? List.of() : List.of(now);
    }
}
