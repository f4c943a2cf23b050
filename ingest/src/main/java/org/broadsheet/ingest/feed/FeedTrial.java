package org.broadsheet.ingest.feed;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// "Fetch one now and show me": a visit that keeps nothing and leaves no trace.
@Component
class FeedTrial {

    private static final Logger LOG = LoggerFactory.getLogger(FeedTrial.class);
    private static final Duration AT_MOST = Duration.ofSeconds(45);
    private static final int AT_ONCE = 4;

    private final Transports transports;
    private final SecretSafe safe;
    private final List<Format> formats;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    FeedTrial(Transports transports, SecretSafe safe, List<Format> formats, Clock clock) {
        this.transports = transports;
        this.safe = safe;
        this.formats = List.copyOf(formats);
        this.clock = clock;
    }

    /// Visits a feed and reads what it brings; takes 45 seconds at most.
    Result run(Feed feed) {
        if (!places.tryAcquire()) {
            return new Result(false, "Other feeds are being tried out: try again in a minute", 0, List.of(), List.of());
        }
        try {
            return visit(feed);
        } finally {
            places.release();
        }
    }

    private Result visit(Feed feed) {
        Instant begun = clock.instant();
        List<String> trail = new ArrayList<>();
        String sentence = null;
        List<Line> lines = List.of();
        try {
            Transport transport = transports.of(feed);
            TrialVisit visit =
                    new TrialVisit(new FeedSettings(feed.name(), transport.form(), feed.settings(), safe.open(feed)));
            sentence = fetch(transport, visit);
            trail.addAll(visit.trail());
            lines = read(feed, visit.pieces());
        } catch (FetchFailed e) {
            sentence = e.sentence();
        }
        boolean ok = sentence == null;
        if (sentence == null) {
            sentence = lines.isEmpty() ? "It answers, and has nothing new" : "It answers, and what it sends is below";
        }
        long took = Duration.between(begun, clock.instant()).toMillis();
        return new Result(ok, sentence, took, List.copyOf(trail), lines);
    }

    /// Why the visit failed; `null` where it did not.
    private static @Nullable String fetch(Transport transport, TrialVisit visit) {
        FutureTask<Void> going = new FutureTask<>(() -> {
            transport.fetch(visit);
            return null;
        });
        Thread.ofVirtual().name("trial-" + visit.settings().feed()).start(going);
        try {
            going.get(AT_MOST.toSeconds(), TimeUnit.SECONDS);
            return null;
        } catch (TimeoutException e) {
            going.cancel(true);
            return "It took longer than " + AT_MOST.toSeconds() + " seconds";
        } catch (ExecutionException e) {
            return why(e.getCause());
        } catch (InterruptedException e) {
            going.cancel(true);
            Thread.currentThread().interrupt();
            return "The trial was ended";
        }
    }

    private static String why(@Nullable Throwable cause) {
        return switch (cause) {
            case FetchFailed failed -> failed.sentence();
            case IOException broken -> "The line broke: " + Broken.sentence(broken);
            case null, default -> {
                LOG.atError().setCause(cause).log("A transport failed in a trial");
                yield "It failed: " + cause;
            }
        };
    }

    private List<Line> read(Feed feed, List<TrialVisit.Shown> pieces) {
        List<Line> lines = new ArrayList<>();
        for (TrialVisit.Shown piece : pieces) {
            lines.addAll(read(new Copy(feed.name(), piece.name(), piece.hash(), clock.instant(), piece.bytes())));
        }
        return lines.stream().limit(TrialVisit.SHOWN).toList();
    }

    private List<Line> read(Copy copy) {
        for (Format format : formats) {
            try {
                if (copy.bytes().length > 0 && format.recognises(copy)) {
                    return lines(copy, format.name(), format.read(copy));
                }
            } catch (Unreadable e) {
                return List.of(Line.unread(copy, format.name(), e.reason()));
            } catch (RuntimeException | StackOverflowError e) {
                LOG.atError().addKeyValue("format", format.name()).setCause(e).log("A reader failed in a trial");
                return List.of(Line.unread(copy, format.name(), "The reader failed on it: " + e));
            }
        }
        return List.of(Line.unread(copy, "", "It is of no format that is read here"));
    }

    private static List<Line> lines(Copy copy, String format, Reading reading) {
        return switch (reading) {
            case Reading.Items items -> lines(copy, format, items.items(), items.unread());
            case Reading.Several several -> lines(copy, format, several.items(), several.unread());
            case Reading.Picture picture ->
                List.of(new Line(
                        copy.name(), "", 0, "PICTURE", format, picture.inside().remarks()));
        };
    }

    private static List<Line> lines(Copy copy, String format, List<ParsedItem> items, List<String> unread) {
        List<Line> lines = new ArrayList<>();
        items.forEach(parsed -> lines.add(new Line(
                parsed.item().headline(),
                parsed.item().guid(),
                parsed.item().version(),
                parsed.item().kind().name(),
                format,
                parsed.item().remarks())));
        unread.forEach(reason -> lines.add(Line.unread(copy, format, reason)));
        return lines;
    }

    /// How a trial went.
    ///
    /// @param ok whether the feed answers and can be read
    /// @param sentence for the desk
    /// @param took milliseconds
    /// @param trail what was done, step by step
    /// @param items what it sent
    record Result(boolean ok, String sentence, long took, List<String> trail, List<Line> items) {}

    /// An item that the feed sent.
    record Line(String headline, String guid, long version, String kind, String format, List<String> remarks) {

        static Line unread(Copy copy, String format, String reason) {
            return new Line(copy.name(), "", 0, "UNREADABLE", format, List.of(reason));
        }
    }
}
