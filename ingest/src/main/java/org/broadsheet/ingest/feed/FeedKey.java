package org.broadsheet.ingest.feed;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What the credentials of the feeds are sealed with.
///
/// @param key at least 24 characters that nobody guesses, and no start without it; with another one the credentials
/// that are kept cannot be opened and have to be entered again
@ConfigurationProperties("broadsheet.ingest.feed")
record FeedKey(@NotNull String key) {

    @Override
    public String toString() {
        return "FeedKey";
    }
}
