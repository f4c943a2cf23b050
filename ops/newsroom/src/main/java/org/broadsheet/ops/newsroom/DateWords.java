package org.broadsheet.ops.newsroom;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words for dates in copy: `{weekday-1}`, `{date}`, `{shortdate}`, `{fulldate}`, `{month}`, `{year}`, counted from
/// the day the copy was written, so that the wire is always of today.
///
/// `{weekday}` Tuesday · `{date}` November 24 · `{shortdate}` Nov 24 · `{fulldate}` November 24, 2026 · `{month}`
/// November · `{year}` 2026; `+n` and `-n` count days (months, years for the last two).
final class DateWords {

    private static final Pattern WORD = Pattern.compile("\\{([^{}\\n]*)\\}");
    private static final Pattern KNOWN = Pattern.compile("(weekday|date|shortdate|fulldate|month|year)([+-]\\d{1,4})?");
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);

    private DateWords() {}

    /// Puts the words in.
    static String fill(String text, Instant written, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(written, zone);
        return WORD.matcher(text).replaceAll(found -> Matcher.quoteReplacement(word(found.group(1), day)));
    }

    /// Refuses a sheet with a brace that is no date word.
    static void check(CopySheet sheet) {
        for (CopySheet.Header header : sheet.headers()) {
            check(sheet.file(), header.line(), header.value());
        }
        int line = sheet.bodyLine();
        for (String text : sheet.body().split("\n", -1)) {
            check(sheet.file(), line++, text);
        }
    }

    private static void check(String file, int line, String text) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (!KNOWN.matcher(word.group(1)).matches()) {
                throw new CopyUnreadable(file, line, "no such date word: " + word.group());
            }
        }
        String rest = WORD.matcher(text).replaceAll("");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            throw new CopyUnreadable(file, line, "a brace without its partner");
        }
    }

    private static String word(String word, LocalDate day) {
        Matcher known = KNOWN.matcher(word);
        if (!known.matches()) {
            throw new IllegalArgumentException("No such date word: {" + word + "}");
        }
        String offset = known.group(2);
        int by = offset == null ? 0 : Integer.parseInt(offset);
        return switch (known.group(1)) {
            case "weekday" -> WEEKDAY.format(day.plusDays(by));
            case "date" -> DATE.format(day.plusDays(by));
            case "shortdate" -> SHORT.format(day.plusDays(by));
            case "fulldate" -> FULL.format(day.plusDays(by));
            case "month" -> MONTH.format(day.plusMonths(by));
            case "year" -> Integer.toString(day.plusYears(by).getYear());
            default -> throw new IllegalArgumentException("No such date word: {" + word + "}");
        };
    }
}
