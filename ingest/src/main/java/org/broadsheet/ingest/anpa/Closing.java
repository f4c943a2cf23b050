package org.broadsheet.ingest.anpa;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.core.spelling.Agencies;
import org.jspecify.annotations.Nullable;

/// The lines a dispatch closes with, which are about the dispatch and not of its text: who sent it and when
/// (`AP-WF-11-25-26 0102GMT`, `251259 Nov 26`), that it ends (`(END)`, `-30-`, `NNNN`) or goes on (`(more)`).
///
/// @param kept how many of the lines are text
/// @param lines the closing ones as sent, in their order
/// @param agency who sent it; empty where they do not say
/// @param sent when; `null` where they do not say or the day is all they say
/// @param day the day they name; `null` where they name none
/// @param more whether more is to follow
record Closing(
        int kept,
        List<String> lines,
        String agency,
        @Nullable Instant sent,
        @Nullable LocalDate day,
        boolean more) {

    private static final int LONGEST = 60;
    private static final int MOST = 12;
    private static final Pattern SENT =
            Pattern.compile("([A-Z]{2,8})-([A-Z]{2,4})-(\\d{2})-(\\d{2})-(\\d{2}) (\\d{2})(\\d{2})"
                    + " ?(GMT|UTC|Z|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{2})(\\d{2})(\\d{2}) ([A-Za-zä]{3,4})\\.? (\\d{2})");
    private static final Pattern ENDS = Pattern.compile(
            "(?i)\\(?end(?:s|it|e)?\\)?|-+ ?(?:30|0) ?-+|#{2,5}|\\*{3,5}|n{4}|ende|fin|\\(ends?\\)|endall");
    private static final Pattern GOES_ON = Pattern.compile(
            "(?i)\\(?=? ?(?:more|moretocome|more to come|more to follow|mehr|mehr folgt|\\d{1,2}/mehr|folgt mehr|a"
                    + " suivre|à suivre|suite)\\)?");
    private static final Pattern SIGN = Pattern.compile("[A-Za-z]{2,12}(?: [a-z]{2,4}){1,4}");

    private static final Map<String, ZoneId> ZONES = Map.of(
            "E", ZoneId.of("America/New_York"),
            "C", ZoneId.of("America/Chicago"),
            "M", ZoneId.of("America/Denver"),
            "P", ZoneId.of("America/Los_Angeles"));

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /// Reads the last lines of a text and what stands behind its ETX.
    static Closing of(List<String> text, String trailer) {
        List<String> lines = new ArrayList<>();
        State state = new State();
        trailer.lines()
                .limit(MOST)
                .map(Closing::bare)
                .filter(line -> !line.isEmpty() && line.length() <= LONGEST)
                .forEach(line -> {
                    state.take(line);
                    lines.add(line);
                });
        int kept = text.size();
        while (kept > 0 && lines.size() < MOST) {
            String line = text.get(kept - 1).length() > LONGEST ? text.get(kept - 1) : bare(text.get(kept - 1));
            if (line.isEmpty()) {
                kept--;
                continue;
            }
            if (line.length() > LONGEST || !state.take(line)) {
                break;
            }
            lines.addFirst(line);
            kept--;
        }
        return new Closing(kept, List.copyOf(lines), state.agency, state.sent, state.day, state.more);
    }

    /// Without the set type's signs and without control characters.
    private static String bare(String line) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < line.length() && out.length() <= LONGEST + 1; i++) {
            char c = line.charAt(i);
            if (c >= ' ' && c != '\u007F') {
                out.append(c);
            } else if (c == '\t') {
                out.append(' ');
            }
        }
        String words = out.toString().strip();
        words = words.startsWith("^C")
                        && SENT.matcher(words.substring(2).replace("<", "")).find()
                ? words.substring(2)
                : words;
        words = words.startsWith("^") ? words.substring(1) : words;
        return words.endsWith("<") || words.endsWith("=")
                ? words.substring(0, words.length() - 1).strip()
                : words;
    }

    private static final class State {

        private String agency = "";
        private @Nullable Instant sent;
        private @Nullable LocalDate day;
        private boolean more;

        /// Whether a line closes a dispatch.
        boolean take(String line) {
            Matcher stamp = SENT.matcher(line);
            if (stamp.matches()) {
                agency = stamp.group(1);
                day = date(stamp.group(5), stamp.group(3), stamp.group(4));
                sent = day == null ? null : moment(day, stamp.group(6), stamp.group(7), stamp.group(8));
                return true;
            }
            Matcher dayFirst = DAY_FIRST.matcher(line);
            if (dayFirst.matches()) {
                int month = month(dayFirst.group(4));
                day = month == 0 ? null : date(dayFirst.group(5), Integer.toString(month), dayFirst.group(1));
                sent = day == null ? null : moment(day, dayFirst.group(2), dayFirst.group(3), null);
                return day != null;
            }
            if (GOES_ON.matcher(line).matches()) {
                more = true;
                return true;
            }
            if (ENDS.matcher(line).matches()) {
                return true;
            }
            if (Agencies.isKnown(line) || line.equalsIgnoreCase("reuter")) {
                agency = agency.isEmpty() ? line : agency;
                return true;
            }
            // Desk signs stand over the time of a German dispatch: `northwind ih`.
            if (day != null && SIGN.matcher(line).matches()) {
                String first = line.substring(0, line.indexOf(' '));
                agency = agency.isEmpty() && Agencies.isKnown(first) ? first : agency;
                return true;
            }
            return false;
        }

        private static int month(String word) {
            String lower = word.toLowerCase(Locale.ROOT);
            int month = MONTHS.indexOf(lower.substring(0, 3)) + 1;
            return switch (lower.substring(0, 3)) {
                case "mär", "mrz" -> 3;
                case "mai" -> 5;
                case "okt" -> 10;
                case "dez" -> 12;
                default -> month;
            };
        }

        private static @Nullable LocalDate date(String year, String month, String day) {
            try {
                int two = Integer.parseInt(year);
                return LocalDate.of(two < 70 ? 2000 + two : 1900 + two, Integer.parseInt(month), Integer.parseInt(day));
            } catch (DateTimeException e) {
                return null;
            }
        }

        private static @Nullable Instant moment(LocalDate day, String hour, String minute, @Nullable String zone) {
            try {
                LocalDateTime time = day.atTime(LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute)));
                ZoneId there = zone == null ? ZoneOffset.UTC : ZONES.getOrDefault(zone.substring(0, 1), ZoneOffset.UTC);
                return time.atZone(there).toInstant();
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
