package org.broadsheet.ingest.anpa;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the two lines an ANPA 1312 dispatch begins with: service letter, four-digit number and selector; priority,
/// category, format, keyword, date and word count.
final class AnpaHeading implements Heading.Finder {

    private static final int LONGEST_LINE = 240;
    private static final String JUNK = "(?:\\^V|\\^A|&#\\d{1,3};|[^A-Za-z0-9\\n\\r]){0,12}";
    private static final Pattern FIRST = Pattern.compile(
            "([A-Za-z])(\\d{4})(?:(?:\\^_|&#31;|[^A-Za-z0-9\\n\\r]){1,8}([\\x20-\\x7E]{0,24})[^\\n\\r]{0,20})?");
    private static final Pattern BARE_FIRST = Pattern.compile(JUNK
            + "([A-Za-z])(\\d{4})(?:\\^_|&#31;|[^A-Za-z0-9\\n"
            + "\\r"
            + "]){0,8}([A-Za-z0-9][A-Za-z0-9.-]{0,11})?[^A-Za-z0-9\\n"
            + "\\r"
            + "]{0,4}");
    private static final Pattern SECOND = Pattern.compile(
            "[^A-Za-z0-9]{0,4}([A-Za-z]{1,2}) ([A-Za-z])([ \\x10-\\x14]{0,6})(?:([ab][tx])[ \\x10-\\x14]+)?(\\S.*)");
    private static final Pattern TAIL =
            Pattern.compile("\\s(\\d{1,2})-(\\d{1,2})(?:\\s+(\\d{1,5}))?[^A-Za-z0-9]{0,4}$");
    private static final Pattern CYCLE = Pattern.compile("(?:AM|PM|BC|AP)-\\S.*", Pattern.DOTALL);
    private static final Pattern CARET_SLUG =
            Pattern.compile("\\^(?:AM|PM|BC|AP)-[^<\\n\\r^]{2,120},\\s?\\d{0,5}<[^\\n\\r]{0,4}");

    @Override
    public @Nullable Heading behindSoh(String raw, int at) {
        int end = Heading.lineEnd(raw, at, LONGEST_LINE);
        Matcher first = FIRST.matcher(raw.substring(at, end));
        if (!first.matches()) {
            return null;
        }
        int second = Heading.nextLine(raw, end);
        Heading whole = whole(raw, first, second);
        if (whole != null) {
            return whole;
        }
        // Without the unit separator and without a second line, a letter and four digits are too little.
        return first.group().indexOf('\u001F') < 0 ? null : of(first, second);
    }

    @Override
    public @Nullable Heading bare(String raw, int at) {
        int end = Heading.lineEnd(raw, at, LONGEST_LINE);
        String line = raw.substring(at, end);
        if (CARET_SLUG.matcher(line).matches()) {
            return nextIsSet(raw, Heading.nextLine(raw, end))
                    ? new Heading("", "", "", "", "", false, "", 0, 0, null, at)
                    : null;
        }
        Matcher first = BARE_FIRST.matcher(line);
        if (!first.matches()) {
            return null;
        }
        Heading whole = whole(raw, first, Heading.nextLine(raw, end));
        return whole == null
                        || whole.month() == 0
                        || !CYCLE.matcher(whole.keyword()).matches()
                ? null
                : whole;
    }

    /// A caret line alone may be anything; with another or an indented line behind it, it is set type.
    private static boolean nextIsSet(String raw, int at) {
        int next = at;
        while (next < raw.length() && (raw.charAt(next) == '\n' || raw.charAt(next) == '\r')) {
            next++;
        }
        return next < raw.length() && (raw.charAt(next) == '^' || raw.charAt(next) == '\t');
    }

    private static @Nullable Heading whole(String raw, Matcher first, int at) {
        int end = Heading.lineEnd(raw, at, LONGEST_LINE);
        Matcher second = SECOND.matcher(raw.substring(at, end));
        if (!second.matches()) {
            return null;
        }
        String rest = group(second, 5).stripTrailing();
        Matcher tail = TAIL.matcher(rest);
        boolean dated = tail.find();
        String keyword = (dated ? rest.substring(0, tail.start()) : rest).strip();
        int month = dated ? Integer.parseInt(tail.group(1)) : 0;
        int day = dated ? Integer.parseInt(tail.group(2)) : 0;
        if (month > 12 && day <= 12) {
            int swapped = month; // Canada writes the day first
            month = day;
            day = swapped;
        }
        boolean real = month >= 1 && month <= 12 && day >= 1 && day <= 31;
        return new Heading(
                first.group(1),
                first.group(2),
                group(first, 3).strip(),
                second.group(1).toLowerCase(Locale.ROOT),
                second.group(2).toLowerCase(Locale.ROOT),
                group(second, 3).indexOf('\u0012') >= 0 || group(second, 4).startsWith("a"),
                keyword,
                real ? month : 0,
                real ? day : 0,
                dated && tail.group(3) != null ? Integer.valueOf(tail.group(3)) : null,
                Heading.nextLine(raw, end));
    }

    private static Heading of(Matcher first, int end) {
        return new Heading(first.group(1), first.group(2), group(first, 3).strip(), "", "", false, "", 0, 0, null, end);
    }

    private static String group(Matcher matcher, int number) {
        String group = matcher.group(number);
        return group == null ? "" : group;
    }
}
