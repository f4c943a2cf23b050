package org.broadsheet.core.spelling;

/// White space and dashes in all the characters the wires use for them.
public final class Spacing {

    private Spacing() {}

    /// Whether a character shows as nothing but room: blanks, line ends, no-break and zero-width spaces, the byte order
    /// mark.
    public static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\u200B'
                || c == '\u2060'
                || c == '\uFEFF'
                || c == '\u0085';
    }

    /// The place of the next character at or after one that is not white space; the length of the text if none is.
    public static int skip(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The place behind the last character before a place that is not white space.
    public static int skipBack(CharSequence text, int before) {
        int at = before;
        while (at > 0 && isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /// The text with each run of white space as one blank, none at its ends.
    public static String tidy(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                gap = !out.isEmpty();
                continue;
            }
            if (gap) {
                out.append(' ');
                gap = false;
            }
            out.append(c);
        }
        return out.toString();
    }

    /// How many characters of dash stand at a place: hyphens, dashes of any length and underscores count, and up to
    /// three of them in a row are one dash; 0 where there is none.
    public static int dashAt(CharSequence text, int at) {
        int end = at;
        while (end < text.length() && end - at < 3 && isDash(text.charAt(end))) {
            end++;
        }
        return end - at;
    }

    /// Whether a character is a hyphen, a dash of any length, a minus or an underscore.
    public static boolean isDash(char c) {
        return c == '-' || c == '_' || c == '\u2212' || (c >= '\u2010' && c <= '\u2015');
    }
}
