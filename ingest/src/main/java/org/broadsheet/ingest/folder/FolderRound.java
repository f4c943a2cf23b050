package org.broadsheet.ingest.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.ingest.feed.PausedFeeds;
import org.broadsheet.ingest.folder.FeedFolder.Dropped;
import org.broadsheet.ingest.house.Concern;
import org.broadsheet.ingest.payload.Arrival;
import org.broadsheet.ingest.payload.PayloadsReceived;
import org.broadsheet.ingest.payload.Receipt;
import org.broadsheet.ingest.payload.Receipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// One round through the feeds' folders: files that are written to their end are received, and files whose payloads are
/// finished are put away.
///
/// What is in hand is remembered here only to know which file belongs to which receipt. After a crash the files
/// still lie where they were dropped; reading them again finds their receipts.
@Component
class FolderRound implements Concern {

    private static final Logger LOG = LoggerFactory.getLogger(FolderRound.class);
    private static final int BATCH = 50;
    private static final long BATCH_BYTES = 16L * 1024 * 1024;
    private static final int FILED_AT_ONCE = 1_000;

    private final WatchedFolder settings;
    private final Receipts receipts;
    private final PausedFeeds paused;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<Path, InHand> inHand = new HashMap<>();
    private final Map<String, String> troubles = new ConcurrentSkipListMap<>();

    FolderRound(
            WatchedFolder settings,
            Receipts receipts,
            PausedFeeds paused,
            ApplicationEventPublisher events,
            Clock clock) {
        this.settings = settings;
        this.receipts = receipts;
        this.paused = paused;
        this.events = events;
        this.clock = clock;
    }

    /// The feeds there are now; those that are paused are left out, and their files alone.
    List<FeedFolder> feeds() throws IOException {
        Files.createDirectories(settings.root());
        List<FeedFolder> feeds = FeedFolder.under(settings.root());
        Set<String> alone = paused.among(feeds.stream().map(FeedFolder::name).toList());
        return feeds.stream().filter(feed -> !alone.contains(feed.name())).toList();
    }

    /// Receives what has been dropped.
    ///
    /// @return how long until the next file may be ready; the usual interval where none waits
    Duration receive(List<FeedFolder> feeds) {
        Duration next = settings.lookEvery();
        Map<String, String> seen = new TreeMap<>();
        for (FeedFolder feed : feeds) {
            try {
                Duration wait = receive(feed, seen);
                next = wait.compareTo(next) < 0 ? wait : next;
            } catch (IOException e) {
                seen.put(feed.name(), "The folder of the feed " + feed.name() + " cannot be read: " + e.getMessage());
            }
        }
        seen.forEach((what, sentence) -> {
            if (!sentence.equals(troubles.get(what))) {
                LOG.warn(sentence);
            }
        });
        troubles.keySet().retainAll(seen.keySet());
        troubles.putAll(seen);
        return next;
    }

    private Duration receive(FeedFolder feed, Map<String, String> seen) throws IOException {
        Duration next = settings.lookEvery();
        List<Arrival> arrivals = new ArrayList<>();
        List<Dropped> files = new ArrayList<>();
        long bytes = 0;
        for (Dropped file : feed.dropped()) {
            InHand held = inHand.get(file.path());
            if (held != null && held.stamp().equals(file.stamp())) {
                continue;
            }
            Duration wait = untilReady(file);
            if (wait.isPositive()) {
                next = wait.compareTo(next) < 0 ? wait : next;
                continue;
            }
            try {
                if (file.stamp().size() > settings.largest().toBytes()) {
                    refuse(feed, file);
                    continue;
                }
                byte[] content = content(file);
                if (content == null) {
                    next = settings.quiet();
                    continue;
                }
                arrivals.add(new Arrival(
                        feed.name(), file.name(), PictureHash.of(content).value(), content));
                files.add(file);
                bytes += content.length;
            } catch (NoSuchFileException e) {
                continue;
            } catch (IOException e) {
                seen.put(file.path().toString(), "A file of the feed " + feed.name() + " cannot be read: " + e);
            }
            if (arrivals.size() >= BATCH || bytes >= BATCH_BYTES) {
                receive(arrivals, files);
                bytes = 0;
            }
        }
        receive(arrivals, files);
        return next;
    }

    private void receive(List<Arrival> arrivals, List<Dropped> files) {
        if (arrivals.isEmpty()) {
            return;
        }
        List<Long> ids = receipts.receive(arrivals);
        for (int i = 0; i < files.size(); i++) {
            inHand.put(files.get(i).path(), new InHand(ids.get(i), files.get(i).stamp()));
        }
        arrivals.clear();
        files.clear();
        events.publishEvent(new PayloadsReceived());
    }

    /// Refuses a file that is too long, without holding it; its bytes stay in `failed/`.
    private void refuse(FeedFolder feed, Dropped file) throws IOException {
        String reason = "The file has %,d bytes; at most %,d are taken"
                .formatted(file.stamp().size(), settings.largest().toBytes());
        String hash = FeedFolder.hash(file.path());
        if (file.stamp().equals(Stamp.of(file.path()))) {
            long id =
                    receipts.refuse(feed.name(), file.name(), hash, file.stamp().size(), reason);
            inHand.put(file.path(), new InHand(id, file.stamp()));
            LOG.atWarn()
                    .addKeyValue("feed", feed.name())
                    .addKeyValue("file", file.name())
                    .addKeyValue("reason", reason)
                    .log("Payload quarantined");
        }
    }

    private Duration untilReady(Dropped file) throws IOException {
        Duration age = Duration.between(file.stamp().changedAt(), clock.instant());
        if (age.isNegative()) {
            return Duration.ZERO;
        }
        Duration quiet = settings.quiet().minus(age);
        if (quiet.isPositive()) {
            return quiet;
        }
        Duration patience = settings.patience().minus(age);
        if (patience.isPositive()) {
            try {
                return Finish.looksWhole(file.path(), file.stamp().size()) ? Duration.ZERO : patience;
            } catch (NoSuchFileException e) {
                return settings.lookEvery();
            }
        }
        return Duration.ZERO;
    }

    /// The bytes of a file; `null` where it changed while it was read.
    private static byte @org.jspecify.annotations.Nullable [] content(Dropped file) throws IOException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            content = in.readNBytes(Math.toIntExact(file.stamp().size()));
        }
        return file.stamp().equals(Stamp.of(file.path()))
                        && content.length == file.stamp().size()
                ? content
                : null;
    }

    /// Puts away the files of finished payloads.
    void putAway() throws IOException {
        while (true) {
            List<Receipt> finished = receipts.toFile(FILED_AT_ONCE);
            Set<Long> gone = new LinkedHashSet<>();
            Map<String, FeedFolder> moved = new HashMap<>();
            for (Receipt receipt : finished) {
                FeedFolder feed = new FeedFolder(receipt.feed(), settings.root().resolve(receipt.feed()));
                if (putAway(feed, receipt)) {
                    gone.add(receipt.id());
                    moved.put(feed.name(), feed);
                }
            }
            for (FeedFolder feed : moved.values()) {
                if (Files.isDirectory(feed.path())) {
                    feed.settleMoves();
                }
            }
            receipts.filed(gone);
            if (finished.size() < FILED_AT_ONCE || gone.isEmpty()) {
                return;
            }
        }
    }

    /// Whether the file of a payload has left the folder. A file that was written anew since it was read is another
    /// arrival and stays.
    private boolean putAway(FeedFolder feed, Receipt receipt) throws IOException {
        Path file = feed.path().resolve(receipt.name());
        InHand held = inHand.get(file);
        if (held == null || held.receipt() != receipt.id()) {
            return held != null || !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        }
        inHand.remove(file);
        if (!held.stamp().equals(Stamp.of(file))) {
            return true;
        }
        Path into = receipt.state() == Receipt.State.SETTLED ? feed.done() : feed.failed();
        try {
            Files.createDirectories(into);
            Path away = feed.putAway(file, into, receipt.id());
            if (!held.stamp().equals(Stamp.of(away)) && !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                feed.putAway(away, feed.path(), receipt.id());
            }
            return true;
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    @Override
    public List<String> remarks() {
        return troubles.values().stream().limit(20).toList();
    }

    /// A file that is in work.
    ///
    /// @param receipt the receipt it was given
    /// @param stamp the file as it was read
    private record InHand(long receipt, Stamp stamp) {}
}
