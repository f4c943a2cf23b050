package org.broadsheet.ingest.poll;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.fetch.Answer;
import org.broadsheet.ingest.fetch.WebAddress;
import org.jspecify.annotations.Nullable;

/// Reads `Link` headers (RFC 8288).
final class Links {

    private static final Pattern LINK =
            Pattern.compile("<([^>]*)>((?:\\s*;\\s*[^;,\"=]+(?:=(?:\"[^\"]*\"|[^;,\"]*))?)*)");
    private static final Pattern REL =
            Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^;,\\s]+))", Pattern.CASE_INSENSITIVE);

    private Links() {}

    /// The address of the next page; `null` where none is named.
    static @Nullable URI next(Answer answer) {
        for (String header : answer.headers().getOrDefault("link", List.of())) {
            Matcher link = LINK.matcher(header.length() > 8_000 ? header.substring(0, 8_000) : header);
            while (link.find()) {
                Matcher rel = REL.matcher(link.group(2));
                if (rel.find()) {
                    String words = rel.group(1) == null ? rel.group(2) : rel.group(1);
                    if (List.of(words.toLowerCase(Locale.ROOT).split("\\s+", -1))
                            .contains("next")) {
                        return WebAddress.from(answer.address(), link.group(1));
                    }
                }
            }
        }
        return null;
    }
}
