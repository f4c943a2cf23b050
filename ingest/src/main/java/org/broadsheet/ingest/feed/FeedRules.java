package org.broadsheet.ingest.feed;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the feeds are worked on.
///
/// @param key what the credentials of the feeds are sealed with: at least 24 characters that nobody guesses, and no
/// start without it; with another one the credentials that are kept cannot be opened and have to be entered again
/// @param atOnce how many feeds may be visited at the same time
/// @param longestVisit when a visit is ended that is not over by itself
/// @param lease how long a feed belongs to a worker that says nothing more; another takes it over then
@ConfigurationProperties("broadsheet.ingest.feed")
record FeedRules(
        @NotNull String key,
        @DefaultValue("64") int atOnce,
        @DefaultValue("15m") @NotNull Duration longestVisit,
        @DefaultValue("45s") @NotNull Duration lease) {

    @Override
    public String toString() {
        return "FeedRules";
    }
}
