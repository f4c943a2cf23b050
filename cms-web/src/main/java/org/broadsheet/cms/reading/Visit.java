package org.broadsheet.cms.reading;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A request for a story, as far as it shows whether a person is reading. Nothing of it is kept.
///
/// @param userAgent the `User-Agent` header
/// @param purpose the `Sec-Purpose` header (Fetch standard), or the older `Purpose`: `prefetch` where a browser only
/// fetches ahead
public record Visit(@Nullable String userAgent, @Nullable String purpose) {

    private static final Pattern MACHINE = Pattern.compile(
            "(?<!cu)bot\\b|crawl|spider|slurp|archiver|curl/|wget/|python|java/|java-http|okhttp|go-http|httpclient|libwww-perl|"
                    + "scrapy|facebookexternalhit|embedly|preview|monitor|uptime|pingdom|lighthouse|feedfetcher|rss",
            Pattern.CASE_INSENSITIVE);

    /// Whether a person opened the story, as far as a machine that says what it is can be told from one.
    public boolean isByReader() {
        return userAgent != null
                && !userAgent.isBlank()
                && !MACHINE.matcher(userAgent).find()
                && (purpose == null || !purpose.toLowerCase(Locale.ROOT).contains("prefetch"));
    }
}
