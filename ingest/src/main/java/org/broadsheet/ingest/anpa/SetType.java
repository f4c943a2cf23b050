package org.broadsheet.ingest.anpa;

import org.broadsheet.core.spelling.Spacing;

/// What teletypesetter copy writes with two strokes for want of a key: `` for an opening quotation mark, '' for a
/// closing one, and `_` or `--` between blanks for a dash.
final class SetType {

    private SetType() {}

    /// The words with the signs they mean. Quotation marks are only turned where an opening pair stands: two
    /// apostrophes alone may be inches.
    static String readable(String words) {
        String text = words;
        if (text.contains("``")) {
            text = text.replace("``", "\u201C").replace("''", "\u201D");
        }
        if (text.indexOf(" _ ") >= 0) {
            text = text.replace(" _ ", " \u2014 ");
        }
        if (text.contains(" -- ")) {
            text = text.replace(" -- ", " \u2014 ");
        }
        return text;
    }

    /// A line without the signs for the setting machine at its end: quad left `<`, quad centre `=`, quad right `>`,
    /// and the `@` that may stand before them.
    static String unquad(String line) {
        int end = Spacing.skipBack(line, line.length());
        if (end == 0) {
            return "";
        }
        char last = line.charAt(end - 1);
        boolean quad = last == '<' || last == '=' || (last == '>' && line.lastIndexOf('<', end - 1) < 0);
        end = quad ? Spacing.skipBack(line, end - 1) : end;
        end = end > 0 && line.charAt(end - 1) == '@' ? Spacing.skipBack(line, end - 1) : end;
        return line.substring(0, end);
    }

    /// A line of a paragraph without a quad left at its end.
    static String unquadParagraph(String line) {
        int end = line.length();
        while (end > 0 && Character.isWhitespace(line.charAt(end - 1))) {
            end--;
        }
        return end > 0 && line.charAt(end - 1) == '<' ? line.substring(0, end - 1) : line;
    }
}
