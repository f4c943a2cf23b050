package org.broadsheet.ingest.markup;

/// White space as HTML sees it: space, tab, line feed, form feed and carriage return, and nothing else.
public final class Whitespace {

    private Whitespace() {}

    /// Whether a character collapses with its neighbours.
    public static boolean collapses(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    /// The text with each run of white space as one space, none at either end.
    public static String collapsed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean pending = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (collapses(c)) {
                pending = !out.isEmpty();
            } else {
                if (pending) {
                    out.append(' ');
                    pending = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }
}
