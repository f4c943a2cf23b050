package org.broadsheet.ingest.quarantine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.broadsheet.ingest.payload.PayloadsReceived;
import org.broadsheet.ingest.payload.Receipt;
import org.broadsheet.ingest.payload.Receipt.State;
import org.broadsheet.ingest.payload.Receipts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Reads payloads again that are in quarantine: they are received once more and take the usual path, so that a crash in
/// the middle of it loses none.
@Component
class Replays implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
    private static final int AT_ONCE = 100;
    private static final Duration ONE_WITHIN = Duration.ofSeconds(20);
    private static final Duration SOME_WITHIN = Duration.ofMinutes(5);

    private final Receipts receipts;
    private final ApplicationEventPublisher events;
    private volatile ReplayProgress progress = ReplayProgress.NONE;
    private volatile boolean open = true;
    private @Nullable Thread thread;

    Replays(Receipts receipts, ApplicationEventPublisher events) {
        this.receipts = receipts;
        this.events = events;
    }

    /// Reads one again and waits, not for ever, for what becomes of it.
    ///
    /// @return empty where its bytes are not kept
    Optional<Receipt> replay(long id) {
        List<Long> out = receipts.takeOut(List.of(id));
        if (out.isEmpty()) {
            return Optional.empty();
        }
        events.publishEvent(new PayloadsReceived());
        awaitRead(out, ONE_WITHIN);
        return receipts.one(id);
    }

    /// Begins to read all of them again, or those of one feed, unless that goes on already.
    synchronized ReplayProgress replayAll(@Nullable String feed) {
        if (!progress.running()) {
            String only = feed == null || feed.isBlank() ? null : feed;
            progress = new ReplayProgress(receipts.inQuarantine(only), 0, 0, true);
            thread = Thread.ofVirtual().name("replay").start(() -> work(only));
        }
        return progress;
    }

    ReplayProgress progress() {
        return progress;
    }

    private void work(@Nullable String feed) {
        long settled = 0;
        long still = 0;
        Long before = null;
        try {
            while (open) {
                List<Long> ids = receipts.inQuarantine(feed, before, AT_ONCE).stream()
                        .map(Receipt::id)
                        .toList();
                if (ids.isEmpty()) {
                    break;
                }
                before = ids.getLast();
                if (!receipts.takeOut(ids).isEmpty()) {
                    events.publishEvent(new PayloadsReceived());
                    awaitRead(ids, SOME_WITHIN);
                }
                settled += receipts.count(ids, State.SETTLED);
                still += receipts.count(ids, State.QUARANTINED);
                progress = new ReplayProgress(progress.asked(), settled, still, true);
            }
            LOG.atInfo()
                    .addKeyValue("settled", settled)
                    .addKeyValue("still", still)
                    .log("Quarantine read again");
        } catch (DataAccessException e) {
            LOG.atWarn().setCause(e).log("The replay of the quarantine ended early; what was taken out is read");
        } finally {
            progress = new ReplayProgress(progress.asked(), settled, still, false);
        }
    }

    private void awaitRead(List<Long> ids, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (open && System.nanoTime() < deadline && receipts.count(ids, State.RECEIVED) > 0) {
                Thread.sleep(25);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        open = false;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
