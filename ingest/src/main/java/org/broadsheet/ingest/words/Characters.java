package org.broadsheet.ingest.words;

/// Characters as a story may have them.
public final class Characters {

    private static final char REPLACEMENT = '\uFFFD';

    private Characters() {}

    /// The text without the control characters that no text has and no database takes; half a character becomes U+FFFD.
    public static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isNoText(c) || Character.isSurrogate(c)) {
                return cleaned(text, i);
            }
        }
        return text;
    }

    private static String cleaned(String text, int from) {
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(i + 1));
                i++;
            } else if (Character.isSurrogate(c)) {
                out.append(REPLACEMENT);
            } else if (!isNoText(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isNoText(char c) {
        return c < ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f';
    }
}
