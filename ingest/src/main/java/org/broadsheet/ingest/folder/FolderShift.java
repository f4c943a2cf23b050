package org.broadsheet.ingest.folder;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.house.Shift;
import org.broadsheet.ingest.payload.PayloadsFinished;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Goes round the folders as long as the service runs: at once when the file system or the wire desk calls, and every
/// so often in any case, because not every file system calls.
@Component
class FolderShift implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FolderShift.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);

    private final WatchedFolder settings;
    private final FolderRound round;
    private final Shift shift = new Shift("folder");
    private final Map<Path, WatchKey> watched = new HashMap<>();
    private @Nullable WatchService watch;

    FolderShift(WatchedFolder settings, FolderRound round) {
        this.settings = settings;
        this.round = round;
    }

    @EventListener
    void call(PayloadsFinished finished) {
        shift.call();
    }

    @Override
    public void start() {
        shift.start(this::work);
    }

    private void work() {
        boolean inTrouble = false;
        openWatch();
        while (shift.isOn()) {
            Duration next = settings.lookEvery();
            try {
                List<FeedFolder> feeds = round.feeds();
                watch(feeds);
                next = round.receive(feeds);
                round.putAway();
                inTrouble = false;
            } catch (IOException | RuntimeException e) {
                if (!inTrouble) {
                    LOG.error("The folders cannot be worked on; trying again", e);
                }
                inTrouble = true;
            }
            if (!next.isZero()) {
                shift.pause(next.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : next);
            }
        }
    }

    private void openWatch() {
        try {
            WatchService service = settings.root().getFileSystem().newWatchService();
            watch = service;
            Thread.ofPlatform().daemon().name("folder-watch").start(() -> listen(service));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.atWarn().setCause(e).log("The file system does not call; the folders are looked through instead");
        }
    }

    private void listen(WatchService service) {
        try {
            while (shift.isOn()) {
                WatchKey key = service.take();
                key.pollEvents();
                key.reset();
                shift.call();
            }
        } catch (ClosedWatchServiceException e) {
            // the shift is over
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(List<FeedFolder> feeds) {
        WatchService service = watch;
        if (service == null) {
            return;
        }
        watched.values().removeIf(key -> !key.isValid());
        watch(settings.root(), service);
        feeds.forEach(feed -> watch(feed.path(), service));
    }

    private void watch(Path folder, WatchService service) {
        if (!watched.containsKey(folder)) {
            try {
                watched.put(
                        folder,
                        folder.register(
                                service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY));
            } catch (IOException e) {
                LOG.atWarn().addKeyValue("folder", folder).setCause(e).log("A folder is looked through, not watched");
            }
        }
    }

    @Override
    public void stop() {
        shift.end();
        WatchService service = watch;
        if (service != null) {
            try {
                service.close();
            } catch (IOException e) {
                LOG.atWarn().setCause(e).log("The watch on the folders did not end cleanly");
            }
        }
    }

    @Override
    public boolean isRunning() {
        return shift.isOn();
    }
}
