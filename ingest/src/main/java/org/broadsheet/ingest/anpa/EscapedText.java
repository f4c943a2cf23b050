package org.broadsheet.ingest.anpa;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text that says in ISO 2022 escape sequences which sets its bytes belong to.
///
/// @param text in its own characters, without the sequences
/// @param declares whether any of its sequences is one that is known
/// @param remarks what was not understood
record EscapedText(String text, boolean declares, List<String> remarks) {

    private enum Right {
        LATIN_1,
        ISO_6937,
        UTF_8
    }

    static EscapedText of(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        List<String> remarks = new ArrayList<>();
        NationalVariant left = NationalVariant.ASCII;
        Right right = Right.LATIN_1;
        boolean declares = false;
        int from = 0;
        while (from < raw.length()) {
            int escape = raw.indexOf('\u001B', from);
            int to = escape < 0 ? raw.length() : escape;
            out.append(run(raw.substring(from, to), left, right));
            if (escape < 0) {
                break;
            }
            int end = escape + 1;
            while (end < raw.length() && end < escape + 4 && raw.charAt(end) >= ' ' && raw.charAt(end) <= '/') {
                end++;
            }
            char last = end < raw.length() ? raw.charAt(end) : 0;
            String middle = raw.substring(escape + 1, Math.min(end, raw.length()));
            NationalVariant newLeft = middle.equals("(") ? NationalVariant.of(last) : null;
            Right newRight = right(middle, last);
            if (newLeft != null) {
                left = newLeft;
            } else if (newRight != null) {
                right = newRight;
            } else if (!middle.isEmpty() && remarks.isEmpty()) {
                remarks.add("It declares a set of characters that is not known here (ESC " + middle
                        + (last >= ' ' && last < 0x7F ? last : "") + ")");
            }
            declares |= newLeft != null || newRight != null;
            from = middle.isEmpty() || last < ' ' ? Math.min(end, raw.length()) : end + 1;
        }
        return new EscapedText(out.toString(), declares, List.copyOf(remarks));
    }

    private static @Nullable Right right(String middle, char last) {
        return switch (middle + last) {
            case "-A", ".A" -> Right.LATIN_1;
            case "-R", ".R", ")l", "*l", ")v", "*v" -> Right.ISO_6937;
            case "%G" -> Right.UTF_8;
            case "%@" -> Right.LATIN_1;
            default -> null;
        };
    }

    private static String run(String raw, NationalVariant left, Right right) {
        String text =
                switch (right) {
                    case LATIN_1 -> raw;
                    case ISO_6937 -> Iso6937.decode(raw);
                    case UTF_8 -> new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                };
        return left == NationalVariant.ASCII ? text : left.decode(text);
    }
}
