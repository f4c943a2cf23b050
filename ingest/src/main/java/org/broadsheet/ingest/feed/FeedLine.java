package org.broadsheet.ingest.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.feed.FeedFigures.Counts;
import org.broadsheet.ingest.feed.FeedFigures.Figures;
import org.jspecify.annotations.Nullable;

/// A feed as the desk sees it.
///
/// @param secretsSet the names of the secrets that are kept; never what they are
/// @param pollEvery ISO 8601, such as `PT1M`
/// @param usualGap how long it is usually quiet at this time of the week, ISO 8601; `null` while nobody can tell
/// @param alarm what is wrong with it now, in a sentence; `null` where nothing is
/// @param history newest first; only where one feed is asked for
/// @param secret the one that was made for it; only in the answer to what made it
record FeedLine(
        String name,
        String title,
        String transport,
        boolean paused,
        long version,
        Map<String, String> settings,
        List<String> secretsSet,
        String pollEvery,
        Counts counts,
        @Nullable Instant lastReceivedAt,
        @Nullable Instant lastTriedAt,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt,
        @Nullable String usualGap,
        @Nullable String alarm,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<FeedHistory.Line> history,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

    static FeedLine of(Feed feed, Figures figures, @Nullable String usualGap, @Nullable String alarm) {
        return new FeedLine(
                feed.name(),
                feed.title(),
                feed.transport(),
                feed.paused(),
                feed.version(),
                feed.settings(),
                feed.sealed().keySet().stream().sorted().toList(),
                feed.pollEvery().toString(),
                figures.counts(),
                figures.lastReceivedAt(),
                figures.lastTriedAt(),
                figures.lastError(),
                figures.lastErrorAt(),
                usualGap,
                alarm,
                null,
                null);
    }

    FeedLine with(@Nullable List<FeedHistory.Line> lines, @Nullable String made) {
        return new FeedLine(
                name,
                title,
                transport,
                paused,
                version,
                settings,
                secretsSet,
                pollEvery,
                counts,
                lastReceivedAt,
                lastTriedAt,
                lastError,
                lastErrorAt,
                usualGap,
                alarm,
                lines,
                made);
    }
}
