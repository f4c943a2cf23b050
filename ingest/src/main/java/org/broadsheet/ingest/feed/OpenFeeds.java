package org.broadsheet.ingest.feed;

import java.util.Optional;
import org.springframework.stereotype.Component;

/// The feeds for those who are called instead of going themselves.
@Component
public class OpenFeeds {

    private final Feeds feeds;
    private final Transports transports;
    private final SecretSafe safe;

    OpenFeeds(Feeds feeds, Transports transports, SecretSafe safe) {
        this.feeds = feeds;
        this.transports = transports;
        this.safe = safe;
    }

    /// A feed of one kind that is not retired.
    ///
    /// @throws FetchFailed if its secrets cannot be opened
    public Optional<OpenFeed> find(String name, String transport) throws FetchFailed {
        Feed feed = OrderCheck.NAME.matcher(name).matches()
                ? feeds.find(name)
                        .filter(found -> found.transport().equals(transport))
                        .orElse(null)
                : null;
        if (feed == null) {
            return Optional.empty();
        }
        TransportForm form = transports.of(feed).form();
        return Optional.of(new OpenFeed(new FeedSettings(name, form, feed.settings(), safe.open(feed)), feed.paused()));
    }

    /// A feed that may be called.
    ///
    /// @param settings with its secrets
    /// @param paused whether nothing is taken from it now
    public record OpenFeed(FeedSettings settings, boolean paused) {}
}
