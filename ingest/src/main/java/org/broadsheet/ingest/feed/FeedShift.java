package org.broadsheet.ingest.feed;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.broadsheet.ingest.feed.FeedVisits.Lent;
import org.broadsheet.ingest.fetch.Spool;
import org.broadsheet.ingest.house.Concern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Visits the feeds that are due as long as the service runs, each on a thread of its own, so that a slow one keeps
/// nobody waiting. A feed is visited by one worker at a time, whatever the number of instances.
@Component
class FeedShift implements SmartLifecycle, Concern {

    private static final Logger LOG = LoggerFactory.getLogger(FeedShift.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
    private static final Duration LONGEST_ASKED = Duration.ofHours(24);
    private static final Duration FAREWELL = Duration.ofSeconds(8);
    private static final Duration DAY = Duration.ofHours(24);

    private final FeedVisits visits;
    private final Feeds feeds;
    private final FeedHistory history;
    private final Transports transports;
    private final SecretSafe safe;
    private final Spool spool;
    private final FeedRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Semaphore places;
    private final Semaphore calls = new Semaphore(0);
    private final Map<String, Going> going = new ConcurrentHashMap<>();
    private volatile boolean on;
    private volatile @Nullable String trouble;
    private Instant keptHouse = Instant.EPOCH;
    private Instant keptLeases = Instant.EPOCH;
    private @Nullable Thread thread;

    FeedShift(
            FeedVisits visits,
            Feeds feeds,
            FeedHistory history,
            Transports transports,
            SecretSafe safe,
            Spool spool,
            FeedRules rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.visits = visits;
        this.feeds = feeds;
        this.history = history;
        this.transports = transports;
        this.safe = safe;
        this.spool = spool;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
        this.places = new Semaphore(rules.atOnce());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void call(FeedsChanged changed) {
        calls.release();
    }

    @Override
    public void start() {
        on = true;
        thread = Thread.ofPlatform().name("feeds").start(this::work);
    }

    private void work() {
        List<String> fetching = transports.fetching();
        while (on) {
            Duration next = LOOK_EVERY;
            try {
                keepHouse();
                keepLeases();
                if (!fetching.isEmpty()) {
                    sendOut(fetching);
                    next = visits.untilNext(fetching, LOOK_EVERY);
                }
                trouble = null;
            } catch (RuntimeException e) {
                if (trouble == null) {
                    LOG.error("The feeds cannot be visited; trying again", e);
                }
                trouble = "The feeds cannot be visited: " + e.getMessage();
            }
            pause(next.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : next);
        }
    }

    private void keepHouse() {
        Instant now = clock.instant();
        if (Duration.between(keptHouse, now).compareTo(DAY) > 0) {
            keptHouse = now;
            visits.forgetOld();
            events.publishEvent(new Housekeeping());
        }
    }

    private void sendOut(List<String> fetching) {
        while (on && places.tryAcquire()) {
            Optional<Lent> lent = Optional.empty();
            try {
                lent = visits.lend(fetching, rules.lease());
            } finally {
                if (lent.isEmpty()) {
                    places.release();
                }
            }
            if (lent.isEmpty()) {
                return;
            }
            Lent feed = lent.get();
            Thread visitor = Thread.ofVirtual().name("feed-" + feed.feed()).unstarted(() -> visit(feed));
            going.put(feed.feed(), new Going(feed, visitor, clock.instant()));
            visitor.start();
        }
    }

    /// Keeps the feeds that are being visited, and ends the visits that nobody wants any more.
    private void keepLeases() {
        Instant now = clock.instant();
        if (Duration.between(keptLeases, now).compareTo(rules.lease().dividedBy(6)) < 0) {
            return;
        }
        keptLeases = now;
        for (Going one : going.values()) {
            boolean tooLong = Duration.between(one.begun(), now).compareTo(rules.longestVisit()) > 0;
            if (tooLong || !visits.keep(one.lent(), rules.lease())) {
                one.visitor().interrupt();
            }
        }
    }

    private void visit(Lent lent) {
        try {
            Optional<Feed> feed = feeds.find(lent.feed());
            if (feed.isEmpty()) {
                visits.brokenOff(lent);
                return;
            }
            visit(lent, feed.get());
        } catch (RuntimeException e) {
            // The database went away: the lease runs out by itself, and what was not committed is fetched again.
            LOG.atError().addKeyValue("feed", lent.feed()).setCause(e).log("A visit could not be written down");
        } finally {
            going.remove(lent.feed());
            places.release();
            calls.release();
        }
    }

    private void visit(Lent lent, Feed feed) {
        String sentence;
        @Nullable Duration asked = null;
        try {
            Transport transport = transports.of(feed);
            FeedSettings settings = new FeedSettings(feed.name(), transport.form(), feed.settings(), safe.open(feed));
            RealVisit visit = new RealVisit(lent, settings, visits, spool, events);
            transport.fetch(visit);
            visits.done(lent, 0.95 + ThreadLocalRandom.current().nextDouble(0.1));
            history.enter(feed.name(), "tried", visit.sentence());
            return;
        } catch (FetchFailed e) {
            sentence = e.sentence();
            asked = e.notBefore();
        } catch (IOException e) {
            sentence = "The line broke: " + Broken.sentence(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            sentence = "The visit was broken off";
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.atError().addKeyValue("feed", feed.name()).setCause(e).log("A transport failed");
            }
            sentence = "It failed: " + e;
        }
        boolean brokenOff = Thread.interrupted();
        if (brokenOff && !on) {
            visits.brokenOff(lent);
            return;
        }
        fail(lent, brokenOff ? "The visit was broken off: it took too long, or the feed was paused" : sentence, asked);
    }

    private void fail(Lent lent, String sentence, @Nullable Duration asked) {
        Duration wait = backOff(lent.failures());
        if (asked != null && asked.compareTo(wait) > 0) {
            wait = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
        }
        visits.failed(lent, sentence, wait);
        history.enter(lent.feed(), "failed", sentence);
        LOG.atWarn()
                .addKeyValue("feed", lent.feed())
                .addKeyValue("reason", sentence)
                .log("Feed could not be read");
    }

    /// Twice as long after each failure, with a fifth more or less, so that feeds of one host do not come back
    /// together.
    static Duration backOff(int failuresBefore) {
        long millis = FIRST_WAIT.toMillis() << Math.min(failuresBefore, 12);
        double jitter = 0.8 + ThreadLocalRandom.current().nextDouble(0.4);
        return Duration.ofMillis((long) (Math.min(millis, LONGEST_WAIT.toMillis()) * jitter));
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
        try {
            Thread running = thread;
            if (running != null) {
                running.join(FAREWELL);
            }
            List<Going> last = List.copyOf(going.values());
            last.forEach(one -> one.visitor().interrupt());
            for (Going one : last) {
                one.visitor().join(FAREWELL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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

    /// A visit that is under way.
    private record Going(Lent lent, Thread visitor, Instant begun) {}
}
