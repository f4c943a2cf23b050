package org.broadsheet.ingest.markup;

import java.util.ArrayList;
import java.util.List;

/// The characters of an element whose lines stay as they stand: columns made with spaces.
final class Verbatim {

    private Verbatim() {}

    /// The lines, without the empty ones at either end and without spaces at their ends.
    static String text(Markup.Element element) {
        StringBuilder out = new StringBuilder();
        collect(element, out);
        List<String> lines = new ArrayList<>(
                out.toString().lines().map(String::stripTrailing).toList());
        while (!lines.isEmpty() && lines.getFirst().isEmpty()) {
            lines.removeFirst();
        }
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return String.join("\n", lines);
    }

    private static void collect(Markup.Element element, StringBuilder out) {
        for (Markup piece : element.content()) {
            switch (piece) {
                case Markup.Text text -> out.append(text.text());
                case Markup.Element inner -> {
                    if (MarkupPart.of(inner.name()) == MarkupPart.BREAK) {
                        out.append('\n');
                    }
                    collect(inner, out);
                }
            }
        }
    }
}
