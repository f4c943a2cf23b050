package org.broadsheet.ingest.anpa;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.broadsheet.core.spelling.Spacing;

/// Reads the text of an IPTC 7901 message: keyword line, headline and byline up to the first empty or indented line,
/// then paragraphs divided by empty lines or begun by indented ones; what is not for publication is a note.
final class Iptc7901Text {

    private static final int LONGEST_TITLE = 240;
    private static final int MOST_HEAD_LINES = 6;
    private static final Pattern NOT_FOR_READERS =
            Pattern.compile("(?i)(?:# ?(?:notebook|notizblock)|.*following information is not (?:intended )?for"
                    + " publication.*|.*(?:folgenden|nachfolgenden) informationen sind nicht (?:zur|für die)"
                    + " ver[öo]e?ffentlichung.*)");
    private static final Pattern STARS = Pattern.compile("\\*(?: ?\\*){2,}");

    private Iptc7901Text() {}

    /// @param between the lines between heading and STX, decoded
    /// @param lines decoded, without control characters
    /// @param trailer what stands behind the ETX
    /// @param made when the message was made, as far as is known
    static DispatchText read(List<String> between, List<String> lines, String trailer, Instant made) {
        Closing closing = Closing.of(lines, trailer);
        HeadLines head = new HeadLines(made);
        Paragraphs body = new Paragraphs();
        for (String line : between) {
            String words = Spacing.tidy(line);
            if (!words.isEmpty() && !head.isNote(words)) {
                head.keyword(line);
            }
        }
        List<String> kept = lines.subList(0, closing.kept());
        int end = endOfReaders(kept);
        int at = head(head, kept.subList(0, end));
        head.decks().forEach(body::subhead);
        for (String line : kept.subList(at, end)) {
            line(body, line);
        }
        if (end < kept.size()) {
            note(head, kept.subList(end, kept.size()));
        }
        return head.with(body, closing);
    }

    private static int head(HeadLines head, List<String> lines) {
        int at = skipBlank(lines, 0);
        if (at < lines.size()
                && !head.hasSlug()
                && lines.get(at).stripTrailing().endsWith("/")) {
            head.keyword(lines.get(at));
            at = skipBlank(lines, at + 1);
        }
        int end = at;
        while (end < lines.size() && end - at <= MOST_HEAD_LINES && !isNewParagraph(lines.get(end))) {
            end++;
        }
        if (end - at > MOST_HEAD_LINES || end == lines.size()) {
            end = Math.min(at + 1, lines.size()); // no empty line: only the first is the headline
        }
        for (int i = at; i < end; i++) {
            if (lines.get(i).length() > LONGEST_TITLE) {
                return i;
            }
            head.take(SetType.unquad(lines.get(i)));
        }
        return end;
    }

    private static boolean isNewParagraph(String line) {
        return line.isBlank() || line.startsWith("\t") || line.startsWith("  ");
    }

    private static int skipBlank(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        return at;
    }

    private static void line(Paragraphs body, String line) {
        if (line.isBlank()) {
            body.end();
        } else if (isNewParagraph(line)) {
            body.begin(line);
        } else {
            body.goOn(line);
        }
    }

    private static int endOfReaders(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() <= LONGEST_TITLE
                    && NOT_FOR_READERS.matcher(line.strip()).matches()) {
                return i > 0 && STARS.matcher(lines.get(i - 1).strip()).matches() ? i - 1 : i;
            }
        }
        return lines.size();
    }

    private static void note(HeadLines head, List<String> lines) {
        StringBuilder note = new StringBuilder();
        for (String line : lines) {
            String words = Spacing.tidy(line);
            boolean heading = NOT_FOR_READERS.matcher(words).matches()
                    && !words.toLowerCase(Locale.ROOT).contains(":");
            if (!words.isEmpty() && !heading && !STARS.matcher(words).matches()) {
                note.append(note.isEmpty() ? "" : "\n").append(words);
            }
        }
        if (!note.isEmpty()) {
            head.note("notebook", note.toString());
        }
    }
}
