package org.broadsheet.ingest.markup;

/// White space as HTML sees it: space, tab, line feed, form feed and carriage return, and nothing else.
public final class Whitespace {

    private Whitespace() {}

    /// Whether a character collapses with its neighbours.
    public static boolean collapses(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    /// Whether a text holds nothing but white space that collapses.
    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!collapses(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// The text with each run of white space as one space, none at either end.
    public static String collapsed(String text) {
        if (isCollapsed(text)) {
            return text;
        }
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

    private static boolean isCollapsed(String text) {
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean now = collapses(c);
            if (now && (space || c != ' ')) {
                return false;
            }
            space = now;
        }
        return !space || text.isEmpty();
    }
}
