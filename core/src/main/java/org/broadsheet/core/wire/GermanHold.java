package org.broadsheet.core.wire;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.core.spelling.Spacing;
import org.jspecify.annotations.Nullable;

/// How agencies that write in German hold a story: `Sperrfrist: Donnerstag, 12. November, 18.00 Uhr`, `Frei für
/// Montagausgaben`. Days and times are put into the words [EmbargoTime] reads.
final class GermanHold {

    private static final List<String> LIFTED = List.of(
            "sperrfrist aufgehoben",
            "sperrfrist ist aufgehoben",
            "sperrfrist wurde aufgehoben",
            "sperrfrist entfällt",
            "sperrfrist abgelaufen",
            "sperrfrist ist abgelaufen",
            "keine sperrfrist",
            "ohne sperrfrist");

    /// Words that hold wherever they stand.
    private static final List<String> ANYWHERE = List.of("sperrfrist", "sperrvermerk");

    /// Everyday words that hold only where a sentence of the note begins with them.
    private static final List<String> AT_THE_BEGINNING = List.of(
            "frei für",
            "frei fuer",
            "frei ab",
            "frei zur veröffentlichung ab",
            "gesperrt bis",
            "nicht zur veröffentlichung vor",
            "nicht zur veröffentlichung bis",
            "nicht verwenden vor",
            "bitte nicht vor",
            "veröffentlichung nicht vor",
            "veröffentlichung erst ab");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("januar", "January"),
            Map.entry("jänner", "January"),
            Map.entry("februar", "February"),
            Map.entry("feber", "February"),
            Map.entry("märz", "March"),
            Map.entry("mai", "May"),
            Map.entry("juni", "June"),
            Map.entry("juli", "July"),
            Map.entry("oktober", "October"),
            Map.entry("okt", "Oct"),
            Map.entry("dezember", "December"),
            Map.entry("dez", "Dec"),
            Map.entry("montag", "Monday"),
            Map.entry("dienstag", "Tuesday"),
            Map.entry("mittwoch", "Wednesday"),
            Map.entry("donnerstag", "Thursday"),
            Map.entry("freitag", "Friday"),
            Map.entry("samstag", "Saturday"),
            Map.entry("sonnabend", "Saturday"),
            Map.entry("sonntag", "Sunday"),
            Map.entry("heute", "today"),
            Map.entry("morgen", "tomorrow"));

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern HOUR = Pattern.compile("(?iu)\\b(\\d{1,2})(?:[.:](\\d{2}))?\\s?uhr\\b,?");
    private static final Pattern SHORT_DAY = Pattern.compile("\\b(\\d{1,2})\\.\\s?(\\d{1,2})\\.(?!\\d)");
    private static final Pattern DAY = Pattern.compile("\\b(\\d{1,2})\\.\\s?(?=\\p{L})");

    private GermanHold() {}

    /// Whether a note says that there is no hold any more.
    static boolean isLifted(String lower) {
        return LIFTED.stream().anyMatch(words -> EditorsNoteGrammar.indexOfWords(lower, words, 0) >= 0);
    }

    /// Where a hold stands in a note; `null` where none does.
    static @Nullable Place find(String text, String lower) {
        for (String words : ANYWHERE) {
            int at = EditorsNoteGrammar.indexOfWords(lower, words, 0);
            if (at >= 0) {
                return new Place(at, at + words.length());
            }
        }
        for (String words : AT_THE_BEGINNING) {
            int at = EditorsNoteGrammar.indexOfWords(lower, words, 0);
            while (at >= 0) {
                if (EditorsNoteGrammar.startsSentence(text, at)) {
                    return new Place(at, at + words.length());
                }
                at = EditorsNoteGrammar.indexOfWords(lower, words, at + words.length());
            }
        }
        return null;
    }

    /// The words behind a hold, days and times in English. Where German is written one clock counts: an hour in `Uhr`
    /// without a zone is that of Berlin, Vienna and Bern.
    static String inEnglish(String words) {
        String hours = HOUR.matcher(words).replaceAll(hour -> {
            String minutes = hour.group(2) == null ? "00" : hour.group(2);
            boolean zoned = EmbargoTime.isZoneAt(words, Spacing.skip(words, behindBracket(words, hour.end())));
            return hour.group(1) + ":" + minutes + (zoned ? " " : " UHR ");
        });
        String days = SHORT_DAY.matcher(hours).replaceAll(day -> {
            int month = Integer.parseInt(day.group(2));
            return month < 1 || month > 12
                    ? Matcher.quoteReplacement(day.group())
                    : day.group(1) + " " + MONTHS.get(month - 1);
        });
        return WORD.matcher(DAY.matcher(days).replaceAll("$1 "))
                .replaceAll(word -> WORDS.getOrDefault(word.group().toLowerCase(Locale.ROOT), word.group()));
    }

    private static int behindBracket(String words, int at) {
        int next = Spacing.skip(words, at);
        return next < words.length() && words.charAt(next) == '(' ? next + 1 : at;
    }

    /// Where a hold begins, and where what is said of it does.
    record Place(int start, int end) {}
}
