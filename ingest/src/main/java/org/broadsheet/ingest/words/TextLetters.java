package org.broadsheet.ingest.words;

/// The letters and digits of a text, to see whether two renditions of it say the same, however they are spaced and
/// punctuated.
public final class TextLetters {

    private TextLetters() {}

    /// Letters and digits alone, in their order.
    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
        return out.toString();
    }
}
