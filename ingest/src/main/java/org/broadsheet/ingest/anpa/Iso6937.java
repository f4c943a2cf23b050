package org.broadsheet.ingest.anpa;

import java.text.Normalizer;

/// ISO 6937: an accent is a byte of its own and stands before its letter.
final class Iso6937 {

    /// Combining characters for 0xC1 to 0xCF.
    private static final String ACCENTS =
            "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0308\u030A\u0327\u0332\u030B\u0328\u030C";

    /// Which letters each of 0xC1 to 0xCF may stand before.
    private static final String[] LETTERS = {
        "AEIOUaeiou",
        "ACEILNORSUYZaceilnorsuyzg",
        "ACEGHIJOSUWYaceghijosuwy",
        "AINOUainou",
        "AEIOUaeiou",
        "AGUagu",
        "CEGIZcegz",
        "AEIOUYaeiouy",
        "",
        "AUau",
        "CGKLNRSTcklnrst",
        "",
        "OUou",
        "AEIUaeiu",
        "CDELNRSTZcdelnrstz"
    };

    /// 0xA0 to 0xBF, then 0xD0 to 0xFF. U+FFFD where the set has nothing.
    private static final String LOW = "\u00A0¡¢£$¥#§¤‘“«←↑→↓°±²³×µ¶·÷’”»¼½¾¿";

    private static final String HIGH = "―¹®©™♪¬¦\uFFFD\uFFFD\uFFFD\uFFFD⅛⅜⅝⅞ΩÆĐªĦ\uFFFDĲĿŁØŒºÞŦŊŉĸæđðħıĳŀłøœßþŧŋ\u00AD";

    private Iso6937() {}

    /// Whether eight-bit bytes can be nothing but ISO 6937: each accent stands before a letter that takes it, at least
    /// one of them inside a word of small letters, and no byte stands where the set has nothing.
    static boolean looksLike(String raw) {
        boolean inside = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < 0x80) {
                continue;
            }
            if (c >= 0xC1 && c <= 0xCF) {
                if (i + 1 >= raw.length() || LETTERS[c - 0xC1].indexOf(raw.charAt(i + 1)) < 0) {
                    return false;
                }
                inside |= i > 0 && raw.charAt(i - 1) >= 'a' && raw.charAt(i - 1) <= 'z';
            } else if (c < 0xA0 || c == 0xC0 || single(c) == '\uFFFD') {
                return false;
            }
        }
        return inside;
    }

    static String decode(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= 0xC1
                    && c <= 0xCF
                    && i + 1 < raw.length()
                    && raw.charAt(i + 1) >= ' '
                    && raw.charAt(i + 1) < 0x7F) {
                String both = "" + raw.charAt(i + 1) + ACCENTS.charAt(c - 0xC1);
                out.append(Normalizer.normalize(both, Normalizer.Form.NFC));
                i++;
            } else {
                out.append(single(c));
            }
        }
        return out.toString();
    }

    private static char single(char c) {
        if (c < 0xA0) {
            return c;
        }
        if (c < 0xC0) {
            return LOW.charAt(c - 0xA0);
        }
        return c < 0xD0 ? '\uFFFD' : HIGH.charAt(c - 0xD0);
    }
}
