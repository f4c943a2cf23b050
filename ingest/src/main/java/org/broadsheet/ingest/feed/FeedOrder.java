package org.broadsheet.ingest.feed;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A feed as the desk fills it in.
///
/// @param title what the desk reads; the name counts where it is empty
/// @param transport its word
/// @param settings by field; numbers and switches may come as such or as text
/// @param secrets those that are new; an absent or empty one stays, `null` takes it away
/// @param pollEvery such as `30s` or `PT5M`; a minute where it is missing
/// @param version the one that was looked at; 0 for a new feed
record FeedOrder(
        @Nullable String title,
        @Nullable String transport,
        @Nullable Map<String, @Nullable Object> settings,
        @Nullable Map<String, @Nullable String> secrets,
        @Nullable String pollEvery,
        long version) {

    Map<String, String> entered() {
        Map<String, String> entered = new HashMap<>();
        if (settings != null) {
            settings.forEach((name, value) -> {
                if (value != null && !value.toString().isBlank()) {
                    entered.put(name, value.toString().strip());
                }
            });
        }
        return entered;
    }
}
