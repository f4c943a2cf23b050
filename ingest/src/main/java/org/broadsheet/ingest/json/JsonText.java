package org.broadsheet.ingest.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The characters of a JSON value as a story may have them.
public final class JsonText {

    private static final char REPLACEMENT = '\uFFFD';

    private JsonText() {}

    /// The text of a value, or a number or a truth value as it is written; empty for anything else. Control characters
    /// that no text has and no database takes are left out, half a character becomes U+FFFD.
    public static String of(@Nullable JsonNode value) {
        if (value == null || value.isContainer() || value.isNull() || value.isMissingNode()) {
            return "";
        }
        return clean(value.asString());
    }

    /// The same for a text at hand.
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
