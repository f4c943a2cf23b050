package org.broadsheet.ingest.words;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads dates as mail and RSS write them (RFC 5322, RFC 822: `Wed, 25 Nov 2026 10:15:00 +0100`), with what
/// real senders vary: no weekday, two digits for the year, no seconds, zones by name; else ISO 8601. One without
/// a zone is UTC.
public final class InternetDate {

    private static final Pattern WRITTEN = Pattern.compile(
            "^(?:[^\\d,]{2,12},?\\s+)?(\\d{1,2})[\\s-]+([A-Za-z]{3,9})\\.?[\\s,-]+(\\d{2,4})"
                    + "(?:[\\s,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?\\s*([A-Za-z]{1,5}|[+-]\\d{2}:?\\d{2})?)?.{0,40}$");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("CST", "-06:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"),
            Map.entry("BST", "+01:00"),
            Map.entry("CET", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("EET", "+02:00"),
            Map.entry("EEST", "+03:00"),
            Map.entry("JST", "+09:00"));
    private static final int LONGEST = 100;

    private InternetDate() {}

    /// The moment a text states; `null` where it is none.
    public static @Nullable Instant parse(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            return null;
        }
        Matcher written = WRITTEN.matcher(stripped);
        return written.matches()
                ? of(written)
                : Moments.parse(stripped.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T"));
    }

    private static @Nullable Instant of(Matcher written) {
        int month = MONTHS.indexOf(written.group(2).substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        if (month == 0) {
            return null;
        }
        try {
            LocalDate day = LocalDate.of(year(written.group(3)), month, Integer.parseInt(written.group(1)));
            LocalTime time = written.group(4) == null
                    ? LocalTime.MIDNIGHT
                    : LocalTime.of(number(written.group(4)), number(written.group(5)), seconds(written.group(6)));
            return day.atTime(time).atZone(zone(written.group(7))).toInstant();
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /// RFC 5322, 4.3: two digits up to 49 are of this century.
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() > 2
                ? (digits.length() == 3 ? year + 1900 : year)
                : year < 50 ? year + 2000 : year + 1900;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /// A leap second counts as the one before it.
    private static int seconds(@Nullable String digits) {
        return Math.min(number(digits), 59);
    }

    private static ZoneId zone(@Nullable String name) {
        if (name == null) {
            return ZoneOffset.UTC;
        }
        if (name.startsWith("+") || name.startsWith("-")) {
            return ZoneOffset.of(name.length() == 5 ? name.substring(0, 3) + ":" + name.substring(3) : name);
        }
        return ZoneOffset.of(ZONES.getOrDefault(name.toUpperCase(Locale.ROOT), "Z"));
    }
}
