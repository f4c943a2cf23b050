package org.broadsheet.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a web address answered.
///
/// @param address where it really came from, after redirects
/// @param status of HTTP
/// @param headers by name in small letters
/// @param body unpacked; empty for anything but a success
public record Answer(URI address, int status, Map<String, List<String>> headers, Content body)
        implements AutoCloseable {

    public Answer {
        headers = Map.copyOf(headers);
    }

    /// The first header of a name.
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /// Whether it is a success with a body (2xx).
    public boolean isGood() {
        return status / 100 == 2;
    }

    /// How long the sender asks to be left alone, in seconds or until a date (RFC 9110, 10.2.3); empty where it
    /// does not say, or says what cannot be read.
    public Optional<Duration> retryAfter(Instant now) {
        return header("retry-after").flatMap(text -> {
            String said = text.strip();
            if (!said.isEmpty() && said.length() < 10 && said.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(said)));
            }
            try {
                Duration until = Duration.between(
                        now,
                        ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
                return Optional.of(until.isNegative() ? Duration.ZERO : until);
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void close() {
        body.close();
    }
}
