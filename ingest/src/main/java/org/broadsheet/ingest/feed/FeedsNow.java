package org.broadsheet.ingest.feed;

import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.alarm.Alarms;
import org.broadsheet.ingest.alarm.Alarms.Standing;
import org.broadsheet.ingest.feed.FeedFigures.Figures;
import org.springframework.stereotype.Component;

/// The feeds with their figures and alarms, as they are now.
@Component
class FeedsNow {

    private final Feeds feeds;
    private final FeedFigures figures;
    private final Alarms alarms;

    FeedsNow(Feeds feeds, FeedFigures figures, Alarms alarms) {
        this.feeds = feeds;
        this.figures = figures;
        this.alarms = alarms;
    }

    List<FeedLine> all() {
        Map<String, Figures> all = figures.of(null);
        Map<String, Standing> standing = alarms.byFeed();
        return feeds.all().stream().map(feed -> line(feed, all, standing)).toList();
    }

    FeedLine one(Feed feed) {
        return line(feed, figures.of(feed.name()), alarms.byFeed());
    }

    private static FeedLine line(Feed feed, Map<String, Figures> figures, Map<String, Standing> standing) {
        Standing now = standing.getOrDefault(feed.name(), Standing.UNKNOWN);
        return FeedLine.of(
                feed,
                figures.getOrDefault(feed.name(), Figures.NONE),
                now.usualGap() == null ? null : now.usualGap().toString(),
                now.sentence());
    }
}
