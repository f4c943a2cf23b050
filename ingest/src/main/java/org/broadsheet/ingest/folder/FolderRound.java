package org.broadsheet.ingest.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.ingest.feed.PausedFeeds;
import org.broadsheet.ingest.folder.FeedFolder.Dropped;
import org.broadsheet.ingest.house.Concern;
import org.broadsheet.ingest.payload.Arrival;
import org.broadsheet.ingest.payload.PayloadsReceived;
import org.broadsheet.ingest.payload.Receipt;
import org.broadsheet.ingest.payload.Receipts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// One round through the feeds' folders: files that are written to their end are received, and files whose payloads are
/// finished are put away.
///
/// What is in hand is remembered here only to know which file belongs to which receipt. After a crash the files
/// still lie where they were dropped; reading them again finds their receipts. So much is in hand at once and no more,
/// however many files lie in the folders.
@Component
class FolderRound implements Concern {

    private static final Logger LOG = LoggerFactory.getLogger(FolderRound.class);
    private static final int BATCH = 300;
    private static final long BATCH_BYTES = 8L * 1024 * 1024;
    private static final int LOOKED_AT_ONCE = 1_000;
    private static final int MOST_IN_HAND = 3_000;
    private static final int ALWAYS = 100;
    private static final int FILED_AT_ONCE = 1_000;

    /// Files up to this length are read before they are looked at; of longer ones only the edges are.
    private static final long SHORT = 1024 * 1024;

    private final WatchedFolder settings;
    private final Receipts receipts;
    private final PausedFeeds paused;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<Path, InHand> inHand = new ConcurrentHashMap<>();
    private final Map<String, String> troubles = new ConcurrentSkipListMap<>();
    private final Refusals refusals;

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
        this.refusals = new Refusals(receipts);
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
    /// @return how long until the next file may be ready: the usual interval where none waits, nothing where
    /// more lie there than were taken
    Duration receive(List<FeedFolder> feeds) {
        Duration next = settings.lookEvery();
        Map<String, String> seen = new TreeMap<>();
        for (FeedFolder feed : feeds) {
            try {
                next = shorter(receive(feed, seen), next);
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
        int room = room(feed);
        if (room <= 0) {
            return settings.lookEvery();
        }
        List<Dropped> dropped = feed.dropped(Math.min(room, LOOKED_AT_ONCE), inHand::containsKey);
        Duration next = dropped.size() == LOOKED_AT_ONCE ? Duration.ZERO : settings.lookEvery();
        Armful armful = new Armful(feed);
        for (Dropped file : dropped) {
            Duration quiet = settings.quiet().minus(age(file));
            if (quiet.isPositive()) {
                next = shorter(quiet, next);
                continue;
            }
            try {
                next = shorter(take(file, armful), next);
            } catch (NoSuchFileException e) {
                continue;
            } catch (IOException e) {
                seen.put(file.path().toString(), "A file of the feed " + feed.name() + " cannot be read: " + e);
            }
            if (armful.isFull()) {
                receive(armful);
                armful = new Armful(feed);
            }
        }
        receive(armful);
        return next;
    }

    /// How many files more may be in hand of a feed. A few may always be, however many thousands of another feed are.
    private int room(FeedFolder feed) {
        int left = MOST_IN_HAND - inHand.size();
        if (left >= ALWAYS) {
            return left;
        }
        long own = inHand.keySet().stream()
                .filter(file -> feed.path().equals(file.getParent()))
                .limit(ALWAYS)
                .count();
        return Math.max(left, ALWAYS - (int) own);
    }

    /// Takes up a file that is written to its end.
    ///
    /// @return how long until another one, or this one, may be ready
    private Duration take(Dropped file, Armful armful) throws IOException {
        if (file.stamp().size() > settings.largest().toBytes()) {
            Duration wait = patience(file);
            if (wait.isPositive()
                    && !Finish.looksWhole(file.path(), file.stamp().size())) {
                return wait;
            }
            refuse(armful.feed, file);
            return settings.lookEvery();
        }
        Duration wait = patience(file);
        boolean isShort = file.stamp().size() <= SHORT;
        if (wait.isPositive()
                && !isShort
                && !Finish.looksWhole(file.path(), file.stamp().size())) {
            return wait;
        }
        byte[] content = content(file);
        if (content == null) {
            return settings.quiet();
        }
        if (wait.isPositive() && isShort && !Finish.looksWhole(content)) {
            return wait;
        }
        armful.add(file, content);
        return settings.lookEvery();
    }

    private void receive(Armful armful) {
        if (armful.files.isEmpty()) {
            return;
        }
        List<Long> ids = receipts.receive(armful.arrivals);
        for (int i = 0; i < armful.files.size(); i++) {
            Dropped file = armful.files.get(i);
            inHand.put(file.path(), new InHand(ids.get(i), file.stamp()));
        }
        events.publishEvent(new PayloadsReceived());
    }

    /// Refuses a file that is too long, without holding it and without keeping the other feeds waiting; its bytes stay
    /// in `failed/`.
    private void refuse(FeedFolder feed, Dropped file) {
        String reason = "The file has %,d bytes; at most %,d are taken"
                .formatted(file.stamp().size(), settings.largest().toBytes());
        inHand.put(file.path(), new InHand(InHand.NO_RECEIPT, file.stamp()));
        refusals.refuse(feed.name(), file, reason, receipt -> {
            if (receipt == null) {
                inHand.remove(file.path());
            } else {
                inHand.put(file.path(), new InHand(receipt, file.stamp()));
            }
        });
    }

    private Duration age(Dropped file) {
        Duration age = Duration.between(file.stamp().changedAt(), clock.instant());
        // A clock that goes behind, or a time the sender set: it says nothing about when the file was written.
        return age.isNegative() ? settings.patience().plus(settings.quiet()) : age;
    }

    private Duration patience(Dropped file) {
        return settings.patience().minus(age(file));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /// The bytes of a file; `null` where it changed while it was read.
    private static byte @Nullable [] content(Dropped file) throws IOException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            content = in.readNBytes(Math.toIntExact(file.stamp().size()));
        }
        return content.length == file.stamp().size() && file.stamp().equals(Stamp.of(file.path())) ? content : null;
    }

    /// Puts away the files of finished payloads.
    void putAway() throws IOException {
        while (true) {
            List<Receipt> finished = receipts.toFile(FILED_AT_ONCE);
            List<Long> gone = new ArrayList<>();
            Map<String, FeedFolder> moved = new HashMap<>();
            for (Receipt receipt : finished) {
                Optional<Path> file = file(receipt);
                if (file.isEmpty()) {
                    gone.add(receipt.id());
                    continue;
                }
                FeedFolder feed = moved.computeIfAbsent(
                        receipt.feed(),
                        name -> new FeedFolder(name, settings.root().resolve(name)));
                if (putAway(feed, file.get(), receipt)) {
                    gone.add(receipt.id());
                }
            }
            // The moves last before the receipts say so. A move that a power cut undoes leaves a file that is received
            // again and found to be a repeat.
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

    /// Where the file of a payload would lie; empty for a payload that came in otherwise, under a name no file has.
    private Optional<Path> file(Receipt receipt) {
        try {
            Path feed = settings.root().resolve(receipt.feed());
            Path file = feed.resolve(receipt.name());
            return feed.equals(file.getParent()) && file.equals(file.normalize())
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// Whether the file of a payload has left the folder. A file that was written anew since it was read is another
    /// arrival and stays.
    private boolean putAway(FeedFolder feed, Path file, Receipt receipt) throws IOException {
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
            Path away = feed.putAway(file, into, receipt.id());
            if (!held.stamp().equals(Stamp.of(away)) && !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                feed.putAway(away, feed.path(), receipt.id());
            }
            return true;
        } catch (NoSuchFileException e) {
            Files.createDirectories(into);
            return !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        }
    }

    @Override
    public List<String> remarks() {
        return troubles.values().stream().limit(20).toList();
    }

    /// Files that are received together.
    private static final class Armful {

        private final FeedFolder feed;
        private final List<Arrival> arrivals = new ArrayList<>();
        private final List<Dropped> files = new ArrayList<>();
        private long bytes;

        Armful(FeedFolder feed) {
            this.feed = feed;
        }

        void add(Dropped file, byte[] content) {
            arrivals.add(new Arrival(
                    feed.name(), file.name(), PictureHash.of(content).value(), content));
            files.add(file);
            bytes += content.length;
        }

        boolean isFull() {
            return arrivals.size() >= BATCH || bytes >= BATCH_BYTES;
        }
    }

    /// A file that is in work.
    ///
    /// @param receipt the receipt it was given; [#NO_RECEIPT] while it is still being written
    /// @param stamp the file as it was read
    private record InHand(long receipt, Stamp stamp) {
        static final long NO_RECEIPT = -1;
    }
}
