package org.broadsheet.core.picture;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Phrases of the table of usage terms as patterns, each made once.
final class Phrases {

    private static final int MOST_KEPT = 2_000;
    private static final Map<String, Pattern> MADE = new ConcurrentHashMap<>();

    private Phrases() {}

    static Pattern pattern(String phrase) {
        Pattern made = MADE.get(phrase);
        if (made == null) {
            made = make(phrase);
            if (MADE.size() < MOST_KEPT) {
                MADE.put(phrase, made);
            }
        }
        return made;
    }

    private static Pattern make(String phrase) {
        StringBuilder out = new StringBuilder("(?<![\\p{L}\\p{N}])");
        boolean first = true;
        for (String word : phrase.split(" ", -1)) {
            if (!first) {
                // agencies glue a country's code to OUT: SYROUT
                out.append(word.equals("OUT") ? " ?" : " ");
            }
            first = false;
            out.append(
                    switch (word) {
                        case "{DAY}" -> "(?<day>[\\p{L}\\p{N}][\\p{L}\\p{N} .,/-]{3,30})";
                        case "{DAYS}" -> "(?<days>\\d{1,4})";
                        case "{COUNTRIES}" ->
                            "(?<countries>\\p{L}[\\p{L}.]*(?:(?:, ?|/| & | AND | OR | )\\p{L}[\\p{L}.]*){0,9})";
                        default -> Pattern.quote(word);
                    });
        }
        return Pattern.compile(out.append("(?![\\p{L}\\p{N}])").toString());
    }
}
