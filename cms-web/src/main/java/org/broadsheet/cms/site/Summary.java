package org.broadsheet.cms.site;

import java.text.BreakIterator;
import java.util.Locale;

/// Shortens words to what a list has room for.
final class Summary {

    private Summary() {}

    /// Cut behind the last whole sentence that fits; where not one fits, behind a word.
    ///
    /// @param longest in characters
    static String of(String words, int longest) {
        String text = words.strip().replaceAll("\\s+", " ");
        if (text.length() <= longest) {
            return text;
        }
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int end = sentences.preceding(longest + 1);
        if (end > longest / 3) {
            return text.substring(0, end).strip();
        }
        int space = text.lastIndexOf(' ', longest - 1);
        return text.substring(0, space < longest / 3 ? longest - 1 : space) + "…";
    }
}
