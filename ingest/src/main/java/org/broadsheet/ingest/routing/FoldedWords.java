package org.broadsheet.ingest.routing;

import java.text.Normalizer;

/// Words made comparable: small letters without accents, one blank between words and at both ends. What is neither
/// letter nor digit divides words; in scripts written without blanks each character is a word of its own. A phrase is
/// in a text exactly when its folded form is in the folded text.
final class FoldedWords {

    /// How much of a text is looked at; what stands behind it in a longer one is not.
    static final int LONGEST = 200_000;

    private FoldedWords() {}

    /// Folds a text; a single blank where it holds no word.
    static String of(String text) {
        String sent = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String plain = isAscii(sent) ? sent : Normalizer.normalize(sent, Normalizer.Form.NFKD);
        StringBuilder out = new StringBuilder(plain.length() + 2).append(' ');
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                boolean alone = c > 0x7F && standsAlone(c);
                if (alone) {
                    border(out);
                }
                out.appendCodePoint(Character.toLowerCase(c));
                if (alone) {
                    border(out);
                }
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                border(out);
            }
        }
        border(out);
        return out.toString();
    }

    private static void border(StringBuilder out) {
        if (out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    private static boolean standsAlone(int c) {
        return Character.isIdeographic(c)
                || switch (Character.UnicodeScript.of(c)) {
                    case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
                    default -> false;
                };
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }
}
