package org.broadsheet.ingest.anpa;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the line an IPTC 7901 message begins with: source and number, priority, category, word count, and what a
/// service adds.
final class Iptc7901Heading implements Heading.Finder {

    private static final int LONGEST_LINE = 240;
    private static final Pattern LINE = Pattern.compile(
            "([A-Za-z]{2,8})(\\d{3,5}) ([1-9]) ([A-Za-z]{1,4}) {1,4}(\\d{1,5})(?:[ \\t]+(\\S[^\\n\\r]*))?\\s*");
    private static final Pattern TELEPRINTER = Pattern.compile("ZCZC[ -~]{0,40}");

    @Override
    public @Nullable Heading behindSoh(String raw, int at) {
        int end = Heading.lineEnd(raw, at, LONGEST_LINE);
        Matcher line = LINE.matcher(raw.substring(at, end));
        if (!line.matches()) {
            return null;
        }
        String further = line.group(6) == null ? "" : line.group(6);
        return new Heading(
                line.group(1),
                line.group(2),
                printable(further),
                line.group(3),
                line.group(4).toLowerCase(Locale.ROOT),
                false,
                "",
                0,
                0,
                Integer.valueOf(line.group(5)),
                Heading.nextLine(raw, end));
    }

    @Override
    public @Nullable Heading bare(String raw, int at) {
        int from = at;
        while (from < raw.length() && from < at + 12 && raw.charAt(from) != '\n' && !isLetter(raw.charAt(from))) {
            from++;
        }
        int end = Heading.lineEnd(raw, from, LONGEST_LINE);
        if (TELEPRINTER.matcher(raw.substring(from, end)).matches()) {
            from = Heading.nextLine(raw, end);
        }
        return behindSoh(raw, from);
    }

    private static String printable(String words) {
        StringBuilder out = new StringBuilder(words.length());
        words.chars().filter(c -> c >= ' ' && c != 0x7F).forEach(c -> out.append((char) c));
        return out.toString().strip();
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
