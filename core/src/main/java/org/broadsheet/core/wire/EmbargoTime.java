package org.broadsheet.core.wire;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.core.spelling.Spacing;
import org.broadsheet.core.spelling.WrittenDay;
import org.jspecify.annotations.Nullable;

/// The time an embargo ends at, as it is written behind the word: `0001 GMT Nov 12`, `6 p.m. EST on Tuesday`,
/// `2026-11-24T18:00Z`. Only what is certain is read: a time of day and a zone that means one thing.
final class EmbargoTime {

    private static final Map<String, ZoneId> ZONES = zones();

    private EmbargoTime() {}

    /// The instant the words name first; `null` where time or zone is missing or could mean more than one thing.
    static @Nullable Instant read(String words, Instant reference) {
        Instant whole = isoTime(words);
        if (whole != null) {
            return whole;
        }
        Clock clock = clock(withoutYears(words, reference));
        if (clock == null) {
            return null;
        }
        ZoneId zone = zone(words, clock.end);
        if (zone == null) {
            return null;
        }
        LocalDate today = LocalDate.ofInstant(reference, zone);
        List<WrittenDay> days = WrittenDay.find(withoutClock(words, clock));
        LocalDate day = days.isEmpty() ? weekday(words, today) : day(days.getFirst(), today);
        if (day == null) {
            Instant next = at(today, clock, zone);
            return next.isBefore(reference) ? at(today.plusDays(1), clock, zone) : next;
        }
        return at(day, clock, zone);
    }

    /// The words with blanks for the years of their days, so that `Nov 12, 2026 GMT` is not 20:26. A number far from
    /// this year is a time (`Nov 12, 1900 GMT`).
    private static String withoutYears(String words, Instant reference) {
        int thisYear = LocalDate.ofInstant(reference, ZoneOffset.UTC).getYear();
        String rest = words;
        for (WrittenDay day : WrittenDay.find(words)) {
            Integer year = day.year();
            if (year != null && Math.abs(year - thisYear) <= 2) {
                rest = rest.substring(0, day.start()) + " ".repeat(day.end() - day.start()) + rest.substring(day.end());
            }
        }
        return rest;
    }

    private static Instant at(LocalDate day, Clock clock, ZoneId zone) {
        return day.atTime(clock.time)
                .plusDays(clock.nextDay ? 1 : 0)
                .atZone(zone)
                .toInstant();
    }

    /// The words with blanks for the clock, so that `0001` or `2026 GMT` is no part of a day.
    private static String withoutClock(String words, Clock clock) {
        return words.substring(0, clock.start) + " ".repeat(clock.end - clock.start) + words.substring(clock.end);
    }

    private static @Nullable LocalDate day(WrittenDay written, LocalDate today) {
        LocalDate whole = written.date();
        if (whole != null) {
            return whole;
        }
        LocalDate best = null;
        for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
            LocalDate candidate;
            try {
                candidate = LocalDate.of(year, written.month(), written.day());
            } catch (DateTimeException notThatYear) {
                continue;
            }
            if (best == null || distance(candidate, today) < distance(best, today)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long distance(LocalDate left, LocalDate right) {
        return Math.abs(ChronoUnit.DAYS.between(left, right));
    }

    private static @Nullable LocalDate weekday(String words, LocalDate today) {
        for (String word : words.split("[ ,.;()]", -1)) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (lower.equals("today") || lower.equals("tonight")) {
                return today;
            }
            if (lower.equals("tomorrow")) {
                return today.plusDays(1);
            }
            if (lower.length() >= 3 && WrittenDay.isWeekday(word)) {
                for (DayOfWeek day : DayOfWeek.values()) {
                    if (day.name().toLowerCase(Locale.ROOT).startsWith(lower.substring(0, 3))) {
                        return today.with(TemporalAdjusters.nextOrSame(day));
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable Instant isoTime(String words) {
        for (String word : words.split("[ ,;()]", -1)) {
            int t = word.indexOf('T');
            if (t != 10 || !Character.isDigit(word.charAt(0))) {
                continue;
            }
            String plain = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
            try {
                return OffsetDateTime.parse(plain).toInstant();
            } catch (DateTimeException notWhole) {
                return null;
            }
        }
        return null;
    }

    /// The first time of day: four digits, digits with a colon or point, or an hour with `a.m.`, `p.m.`; `noon`.
    private static @Nullable Clock clock(String words) {
        for (int i = 0; i < words.length(); i++) {
            boolean starts = i == 0 || !Character.isLetterOrDigit(words.charAt(i - 1));
            if (!starts) {
                continue;
            }
            if (words.regionMatches(true, i, "noon", 0, 4)) {
                return new Clock(i, i + 4, LocalTime.NOON, false);
            }
            if (Character.isDigit(words.charAt(i))) {
                Clock clock = clockAt(words, i);
                if (clock != null) {
                    return clock;
                }
                while (i + 1 < words.length()
                        && (Character.isLetterOrDigit(words.charAt(i + 1))
                                || "-/:".indexOf(words.charAt(i + 1)) >= 0)) {
                    i++; // `2026-11-24` is a day: none of its parts is a time
                }
            }
        }
        return null;
    }

    private static @Nullable Clock clockAt(String words, int start) {
        int end = digits(words, start);
        int length = end - start;
        int hour;
        int minute = 0;
        boolean certain;
        if (length == 4) {
            hour = Integer.parseInt(words.substring(start, start + 2));
            minute = Integer.parseInt(words.substring(start + 2, end));
            certain = isZoneAt(words, Spacing.skip(words, end));
        } else if (length <= 2) {
            hour = Integer.parseInt(words.substring(start, end));
            certain = false;
            boolean colon = end < words.length() && ":.h".indexOf(words.charAt(end)) >= 0;
            int minuteEnd = colon ? digits(words, end + 1) : end;
            if (colon && minuteEnd == end + 3) {
                minute = Integer.parseInt(words.substring(end + 1, minuteEnd));
                end = minuteEnd;
                certain = true;
                if (end < words.length() && words.charAt(end) == ':' && digits(words, end + 1) == end + 3) {
                    end += 3;
                }
            }
        } else {
            return null;
        }
        int half = halfOfDay(words, Spacing.skip(words, end));
        if (half != 0) {
            if (hour < 1 || hour > 12) {
                return null;
            }
            hour = hour % 12 + (half > 0 ? 12 : 0);
            end = endOfHalf(words, Spacing.skip(words, end));
        } else if (words.regionMatches(true, Spacing.skip(words, end), "noon", 0, 4) && hour == 12) {
            end = Spacing.skip(words, end) + 4;
        } else if (!certain && !isZoneAt(words, Spacing.skip(words, end))) {
            return null;
        }
        boolean nextDay = hour == 24 && minute == 0;
        if (hour > 24 || minute > 59 || (hour == 24 && !nextDay)) {
            return null;
        }
        return new Clock(start, end, LocalTime.of(nextDay ? 0 : hour, minute), nextDay);
    }

    private static int digits(String words, int from) {
        int at = from;
        while (at < words.length() && words.charAt(at) >= '0' && words.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /// 1 for `p.m.`, -1 for `a.m.`, 0 for neither.
    private static int halfOfDay(String words, int at) {
        String letters =
                words.substring(at, endOfHalf(words, at)).replace(".", "").toLowerCase(Locale.ROOT);
        return letters.equals("pm") ? 1 : letters.equals("am") ? -1 : 0;
    }

    private static int endOfHalf(String words, int at) {
        int end = at;
        while (end < words.length()
                && end - at < 4
                && (Character.isLetter(words.charAt(end)) || words.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    static boolean isZoneAt(String words, int at) {
        return zoneAt(words, at) != null || isAmbiguousZoneAt(words, at) || cityTime(words, at) != null;
    }

    /// The zone behind a time: `GMT`, `EST`, `UTC+2`, `+0100`, `London time`; elsewhere in the words only its own name.
    private static @Nullable ZoneId zone(String words, int end) {
        int at = Spacing.skip(words, end);
        if (at < words.length() && words.charAt(at) == '(') {
            at = Spacing.skip(words, at + 1);
        }
        ZoneId zone = zoneAt(words, at);
        if (zone != null || isAmbiguousZoneAt(words, at)) {
            return zone;
        }
        ZoneId city = cityTime(words, at);
        if (city != null) {
            return city;
        }
        // `at 00:01 on 12 November GMT`
        for (int i = at; i < words.length(); i++) {
            boolean starts = !Character.isLetterOrDigit(words.charAt(i - 1));
            if (starts && Character.isUpperCase(words.charAt(i))) {
                if (isAmbiguousZoneAt(words, i)) {
                    return null;
                }
                ZoneId later = zoneAt(words, i);
                if (later != null) {
                    return later;
                }
            }
            if (words.charAt(i) == ';' || words.startsWith(". ", i)) {
                return null;
            }
        }
        return null;
    }

    private static @Nullable ZoneId zoneAt(String words, int at) {
        int end = at;
        while (end < words.length() && Character.isLetter(words.charAt(end))) {
            end++;
        }
        String name = words.substring(at, end);
        ZoneId zone = name.isEmpty() ? null : ZONES.get(name.toUpperCase(Locale.ROOT));
        boolean zero = zone == ZoneOffset.UTC && !name.equalsIgnoreCase("Z");
        if (!name.isEmpty() && !zero) {
            return zone;
        }
        if (end < words.length() && (words.charAt(end) == '+' || words.charAt(end) == '-')) {
            ZoneOffset offset = offset(words, end);
            return offset == null ? null : offset;
        }
        return zone;
    }

    private static @Nullable ZoneOffset offset(String words, int sign) {
        int end = digits(words, sign + 1);
        String hours = words.substring(sign + 1, end);
        String minutes = "0";
        if (hours.length() == 4) {
            minutes = hours.substring(2);
            hours = hours.substring(0, 2);
        } else if (end < words.length() && words.charAt(end) == ':' && digits(words, end + 1) == end + 3) {
            minutes = words.substring(end + 1, end + 3);
        }
        char next = end < words.length() ? words.charAt(end) : ' ';
        boolean runsOn = Character.isLetterOrDigit(next) || next == '-' || next == '/'; // `2026-11-24` has no zone
        if (hours.isEmpty() || hours.length() > 2 || runsOn) {
            return null;
        }
        try {
            int seconds = Integer.parseInt(hours) * 3600 + Integer.parseInt(minutes) * 60;
            return ZoneOffset.ofTotalSeconds(words.charAt(sign) == '-' ? -seconds : seconds);
        } catch (DateTimeException farAway) {
            return null;
        }
    }

    /// Abbreviations that mean several zones: Central, China and Cuba; India, Ireland and Israel; Atlantic and Arabia.
    private static boolean isAmbiguousZoneAt(String words, int at) {
        for (String name : List.of("CST", "IST", "AST", "local")) {
            int end = at + name.length();
            if (words.startsWith(name, at)
                    && (end == words.length() || !Character.isLetterOrDigit(words.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    /// `London time`, `New York time`: the zone of a city that has one of its name.
    private static @Nullable ZoneId cityTime(String words, int at) {
        int time = words.toLowerCase(Locale.ROOT).indexOf(" time", at);
        if (time < 0 || time - at > 30) {
            return null;
        }
        String city = words.substring(at, time).strip().replace(' ', '_');
        for (String region :
                List.of("Europe/", "America/", "Asia/", "Africa/", "Australia/", "Pacific/", "Atlantic/")) {
            if (!city.isEmpty() && ZoneId.getAvailableZoneIds().contains(region + city)) {
                return ZoneId.of(region + city);
            }
        }
        return null;
    }

    private static Map<String, ZoneId> zones() {
        Map<String, ZoneId> zones = new HashMap<>();
        for (String name : List.of("GMT", "UTC", "Z", "UT")) {
            zones.put(name, ZoneOffset.UTC);
        }
        zones.put("WET", ZoneOffset.UTC);
        zones.put("BST", ZoneOffset.ofHours(1)); // the latest of its meanings
        zones.put("WEST", ZoneOffset.ofHours(1));
        zones.put("CET", ZoneOffset.ofHours(1));
        zones.put("CEST", ZoneOffset.ofHours(2));
        zones.put("MEZ", ZoneOffset.ofHours(1));
        zones.put("MESZ", ZoneOffset.ofHours(2));
        zones.put("UHR", ZoneId.of("Europe/Berlin"));
        zones.put("EET", ZoneOffset.ofHours(2));
        zones.put("EEST", ZoneOffset.ofHours(3));
        zones.put("MSK", ZoneOffset.ofHours(3));
        zones.put("JST", ZoneOffset.ofHours(9));
        zones.put("KST", ZoneOffset.ofHours(9));
        zones.put("HKT", ZoneOffset.ofHours(8));
        zones.put("SGT", ZoneOffset.ofHours(8));
        zones.put("AEST", ZoneOffset.ofHours(10));
        zones.put("AEDT", ZoneOffset.ofHours(11));
        zones.put("NZST", ZoneOffset.ofHours(12));
        zones.put("NZDT", ZoneOffset.ofHours(13));
        zones.put("EST", ZoneOffset.ofHours(-5));
        zones.put("EDT", ZoneOffset.ofHours(-4));
        zones.put("CDT", ZoneOffset.ofHours(-5));
        zones.put("MST", ZoneOffset.ofHours(-7));
        zones.put("MDT", ZoneOffset.ofHours(-6));
        zones.put("PST", ZoneOffset.ofHours(-8));
        zones.put("PDT", ZoneOffset.ofHours(-7));
        zones.put("ET", ZoneId.of("America/New_York"));
        zones.put("PT", ZoneId.of("America/Los_Angeles"));
        return Map.copyOf(zones);
    }

    /// A time of day in the words; `nextDay` for 24:00.
    private record Clock(int start, int end, LocalTime time, boolean nextDay) {}
}
