package org.broadsheet.core.spelling;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Letters as whoever looks for a word types them: small, and without what stands above or below them.
public final class Letters {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Letters() {}

    /// `Ålesund` and `ÅLESUND` as `alesund`; a letter that no normal form takes apart as its nearest (`ø` as `o`).
    public static String plain(String text) {
        String apart = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(apart.length());
        apart.codePoints().forEach(c -> {
            switch (c) {
                case 'ß' -> plain.append("ss");
                case 'æ' -> plain.append("ae");
                case 'œ' -> plain.append("oe");
                case 'þ' -> plain.append("th");
                case 'ø' -> plain.append('o');
                case 'ł' -> plain.append('l');
                case 'đ', 'ð' -> plain.append('d');
                case 'ħ' -> plain.append('h');
                case 'ı' -> plain.append('i');
                case '’', 'ʼ' -> plain.append('\'');
                default -> plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }
}
