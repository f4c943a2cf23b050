package org.broadsheet.search.twin;

import java.text.Normalizer;
import java.util.Arrays;

/// Every run of five words of a text, as numbers. How many of them two texts share tells whether one is a copy of the
/// other: two stories on one subject share words, but hardly ever five in a row.
///
/// Case, accents, punctuation and the spelling of quotation marks do not count. A run is kept as 64 bits of a hash; of
/// texts with more than 20,000 words the beginning is looked at.
final class Shingles {

    private static final int RUN = 5;
    private static final int MOST_WORDS = 20_000;

    /// Under so many words, runs of five say too little.
    private static final int FEWEST_WORDS = 24;

    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;

    /// Copies of a text keep nearly all of its figures; yesterday's results in the same words have others.
    private static final double FIGURES_IN_COMMON = 0.75;

    private final long[] runs;
    private final long[] words;
    private final long[] figures;

    private Shingles(long[] runs, long[] words, long[] figures) {
        this.runs = runs;
        this.words = words;
        this.figures = figures;
    }

    static Shingles of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        long[] words = new long[Math.min(MOST_WORDS, plain.length() / 2 + 1)];
        long[] figures = new long[words.length];
        int count = 0;
        int figureCount = 0;
        long hash = BASIS;
        boolean inWord = false;
        boolean isFigure = false;
        for (int i = 0; i <= plain.length() && count < words.length; i++) {
            char c = i < plain.length() ? plain.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                isFigure = inWord ? isFigure : Character.isDigit(c);
                hash = (hash ^ Character.toLowerCase(c)) * PRIME;
                inWord = true;
            } else if (inWord && Character.getType(c) != Character.NON_SPACING_MARK && !isApostrophe(c)) {
                words[count++] = hash;
                if (isFigure) {
                    figures[figureCount++] = hash;
                }
                hash = BASIS;
                inWord = false;
            }
        }
        words = Arrays.copyOf(words, count);
        long[] runs = new long[Math.max(0, count - RUN + 1)];
        for (int i = 0; i < runs.length; i++) {
            long run = BASIS;
            for (int j = 0; j < RUN; j++) {
                run = (run ^ words[i + j]) * PRIME + Long.rotateLeft(words[i + j], 7 * j);
            }
            runs[i] = run;
        }
        return new Shingles(distinct(runs), words, distinct(Arrays.copyOf(figures, figureCount)));
    }

    /// How much of the longer of two texts also stands in the other, in runs of five words: 1 for the same text,
    /// near 0 for two stories on one subject. The more is new in a longer version, the less it is: an update is no
    /// copy. Texts of a few words are the same or not, and texts with other figures are not.
    double likeness(Shingles other) {
        int shorter = Math.min(words.length, other.words.length);
        if (shorter == 0) {
            return 0;
        }
        if (shorter < FEWEST_WORDS) {
            return Arrays.equals(words, other.words) ? 1 : 0;
        }
        int mostFigures = Math.max(figures.length, other.figures.length);
        if (shared(figures, other.figures) < FIGURES_IN_COMMON * mostFigures) {
            return 0;
        }
        return (double) shared(other) / Math.max(runs.length, other.runs.length);
    }

    /// How many different runs of five words both have.
    int shared(Shingles other) {
        return shared(runs, other.runs);
    }

    private static int shared(long[] these, long[] those) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < these.length && j < those.length) {
            int order = Long.compare(these[i], those[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    private static long[] distinct(long[] runs) {
        Arrays.sort(runs);
        int count = 0;
        for (int i = 0; i < runs.length; i++) {
            if (i == 0 || runs[i] != runs[i - 1]) {
                runs[count++] = runs[i];
            }
        }
        return Arrays.copyOf(runs, count);
    }
}
