package org.broadsheet.ingest.nitf;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.markup.Whitespace;

/// Reads who signs a story: a title (`byttl`) stands behind its person, in the same line or in one of its own.
final class NitfBylines {

    private NitfBylines() {}

    static List<String> of(List<Markup.Element> lines) {
        List<String> bylines = new ArrayList<>();
        for (Markup.Element line : lines) {
            StringBuilder name = new StringBuilder();
            boolean onlyTitle = true;
            for (Markup piece : line.content()) {
                boolean title = piece instanceof Markup.Element element
                        && element.name().equals("byttl");
                String words = words(piece);
                if (title && !words.isEmpty()) {
                    name.append(endsWithWord(name) ? ", " : "").append(words);
                } else {
                    onlyTitle &= words.isEmpty();
                    name.append(piece instanceof Markup.Text text ? text.text() : words);
                }
            }
            String byline = Whitespace.collapsed(name.toString());
            if (onlyTitle && !byline.isEmpty() && !bylines.isEmpty()) {
                bylines.addLast(bylines.removeLast() + ", " + byline);
            } else if (!byline.isEmpty()) {
                bylines.add(byline);
            }
        }
        return bylines;
    }

    private static boolean endsWithWord(StringBuilder name) {
        int end = name.length();
        while (end > 0 && Character.isWhitespace(name.charAt(end - 1))) {
            end--;
        }
        return end > 0 && Character.isLetterOrDigit(name.charAt(end - 1));
    }

    private static String words(Markup piece) {
        return switch (piece) {
            case Markup.Text text -> text.text().strip();
            case Markup.Element element -> element.words();
        };
    }
}
