package org.broadsheet.ingest.anpa;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.core.spelling.Spacing;

/// Reads the text of an ANPA 1312 dispatch: caret lines over it are slug, headline, byline and notes, a tab begins a
/// paragraph, caret lines within it are cross-heads, and what is set in columns stays in columns.
final class AnpaText {

    private static final int LONGEST_TITLE = 200;

    private final HeadLines head;
    private final Paragraphs body = new Paragraphs();
    private final boolean tabular;
    private boolean inBody;

    private AnpaText(boolean tabular, Instant made) {
        this.tabular = tabular;
        this.head = new HeadLines(made);
    }

    /// @param lines decoded, without control characters
    /// @param trailer what stands behind the ETX
    /// @param tabular whether the heading says that it is set in columns
    /// @param made when the dispatch was made, as far as is known
    static DispatchText read(List<String> lines, String trailer, boolean tabular, Instant made) {
        Closing closing = Closing.of(lines, trailer);
        AnpaText text = new AnpaText(tabular, made);
        List<String> kept = lines.subList(0, closing.kept());
        int at = text.plainTitle(kept);
        for (int i = at; i < kept.size(); i++) {
            text.line(kept.get(i), i + 1 < kept.size() ? kept.get(i + 1) : "");
        }
        if (!text.inBody) {
            text.head.decks().forEach(text.body::begin);
        }
        return text.head.with(text.body, closing);
    }

    /// A headline without a caret, as some agencies wrote it: the lines before the first indented one.
    private int plainTitle(List<String> lines) {
        int at = 0;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        List<String> title = new ArrayList<>();
        int length = 0;
        while (at + title.size() < lines.size() && title.size() <= 3) {
            String line = lines.get(at + title.size());
            if (isIndented(line)) {
                if (!title.isEmpty()) {
                    head.take(SetType.unquad(String.join(" ", title)));
                }
                return at + title.size();
            }
            length += line.length();
            if (line.isBlank() || line.startsWith("^") || length > LONGEST_TITLE) {
                return at;
            }
            title.add(line);
        }
        return at;
    }

    private static boolean isIndented(String line) {
        return (line.startsWith("\t") || line.startsWith("  ")) && !line.isBlank();
    }

    private void line(String line, String next) {
        if (line.isBlank()) {
            body.end();
        } else if (line.startsWith("^")) {
            carets(line);
        } else {
            boolean first = !inBody;
            enterBody();
            if (first && isIndented(next) && isByline(line)) {
                return;
            }
            words(line);
        }
    }

    private boolean isByline(String line) {
        return isIndented(line) && line.length() <= 100 && head.byline(Spacing.tidy(line));
    }

    /// Some agencies set several caret lines on one (`^*9006< ^Harbour fees rise<`).
    private void carets(String line) {
        int from = 0;
        while (from >= 0 && from < line.length()) {
            int quad = line.indexOf('<', from);
            int next = quad < 0 ? -1 : Spacing.skip(line, quad + 1);
            boolean another = next > 0 && next < line.length() && line.charAt(next) == '^';
            caret(line.substring(from + 1, another ? quad + 1 : line.length()));
            from = another ? next : -1;
        }
    }

    private void caret(String sent) {
        String content = SetType.unquad(sent);
        if (Paragraphs.isCells(content)) {
            enterBody();
            body.cells("^" + content);
        } else if (Paragraphs.isInColumns(content) && (inBody || tabular)) {
            enterBody();
            body.columns(content);
        } else if (inBody) {
            String words = SetType.readable(Spacing.tidy(content));
            if (!head.isNote(words)) {
                body.subhead(words);
            }
        } else {
            head.take(content);
        }
    }

    private void words(String line) {
        if (!isIndented(line) && Paragraphs.isCells(line)) {
            body.cells(SetType.unquadParagraph(line));
        } else if (line.startsWith("\t")) {
            body.begin(SetType.unquadParagraph(line.substring(1)));
        } else if (tabular || body.isInColumns()) {
            body.columns(SetType.unquadParagraph(line));
        } else if (isIndented(line)) {
            body.begin(SetType.unquadParagraph(line));
        } else {
            body.goOn(SetType.unquadParagraph(line));
        }
    }

    /// What stands under the headline stands over the text; where there is no text, it is the text.
    private void enterBody() {
        if (!inBody) {
            inBody = true;
            head.decks().forEach(body::subhead);
        }
    }
}
