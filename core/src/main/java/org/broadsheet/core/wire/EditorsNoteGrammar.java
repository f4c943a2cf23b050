package org.broadsheet.core.wire;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.broadsheet.core.spelling.Spacing;

/// Reads what a note to editors means for the desk: an embargo (`EMBARGOED UNTIL 0001 GMT Nov 12`), a correction, a
/// kill.
public final class EditorsNoteGrammar {

    private static final int LONGEST = 20_000;
    private static final int LONGEST_TIME = 160;

    /// What an embargo begins with, in small letters; the time stands behind it.
    private static final List<String> HOLDS = List.of(
            "not for publication before",
            "not for publication until",
            "not for publication or broadcast before",
            "not for publication or broadcast until",
            "not for release before",
            "not for release until",
            "not for public release before",
            "not for public release until",
            "not for use before",
            "not for use until",
            "do not publish before",
            "do not publish until",
            "do not use before",
            "do not use until",
            "no publication before",
            "not to be published before",
            "not to be published until",
            "hold for release until",
            "hold for release at",
            "hold for release",
            "hold until",
            "strictly embargoed",
            "under strict embargo",
            "under embargo",
            "embargoed",
            "embargo");

    private static final List<String> LIFTED = List.of(
            "embargo lifted",
            "embargo is lifted",
            "embargo has been lifted",
            "embargo now lifted",
            "embargo expired",
            "embargo has expired",
            "embargo has passed",
            "no embargo",
            "not embargoed",
            "no longer embargoed",
            "lifts embargo",
            "lifting embargo",
            "lifts the embargo",
            "embargo: none",
            "embargo broken",
            "embargo removed");

    private static final List<String> KILLS = List.of(
            "kill",
            "kills",
            "killed",
            "mandatory kill",
            "bulletin kill",
            "please kill",
            "pls kill",
            "story kill",
            "kill kill",
            "story killed",
            "story withdrawn",
            "withdrawn",
            "withdraws",
            "please withdraw",
            "this story is withdrawn",
            "this story is killed",
            "this story has been withdrawn",
            "this story has been killed",
            "this item has been withdrawn",
            "the story has been withdrawn",
            "the above story is withdrawn",
            "please disregard",
            "please do not use",
            "do not use this story",
            "zurückgezogen",
            "zurueckgezogen",
            "achtung zurückgezogen",
            "meldung zurückgezogen",
            "meldung wird zurückgezogen",
            "diese meldung wird zurückgezogen",
            "diese meldung ist zurückgezogen",
            "diese meldung wurde zurückgezogen",
            "die meldung wird zurückgezogen",
            "bitte nicht verwenden",
            "bitte diese meldung nicht verwenden",
            "wir ziehen die meldung zurück",
            "wir ziehen diese meldung zurück",
            "storno",
            "storniert");

    private static final List<String> CORRECTIONS = List.of(
            "corrects",
            "correct",
            "correcting",
            "correction",
            "corrected",
            "corrected version",
            "this corrects",
            "this is a correction",
            "this story corrects",
            "this version corrects",
            "please note correction",
            "removes incorrect",
            "clarifies",
            "clarification",
            "berichtigung",
            "berichtigt",
            "berichtigte fassung",
            "berichtigte wiederholung",
            "korrektur",
            "korrigiert",
            "korrigierte fassung",
            "richtigstellung");

    private EditorsNoteGrammar() {}

    /// Reads a note.
    ///
    /// @param note as sent
    /// @param reference when the item was made; a day without a year, a weekday or a time without a day is the one
    /// nearest to or after it
    public static Reading read(String note, Instant reference) {
        String text = Spacing.tidy(note.length() > LONGEST ? note.substring(0, LONGEST) : note);
        return new Reading(
                embargo(text, reference), begins(text, CORRECTIONS), begins(text, KILLS) || isWithdrawn(text));
    }

    private static Embargo embargo(String text, Instant reference) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String lifted : LIFTED) {
            if (indexOfWords(lower, lifted, 0) >= 0) {
                return new Embargo.None();
            }
        }
        for (String hold : HOLDS) {
            int at = indexOfWords(lower, hold, 0);
            while (at >= 0) {
                int behind = at + hold.length();
                if (!hold.equals("embargo") || isOurs(text, lower, at, behind)) {
                    String words = text.substring(at, Math.min(text.length(), behind + LONGEST_TIME));
                    Instant time = EmbargoTime.read(words.substring(hold.length()), reference);
                    return time == null ? new Embargo.Unreadable(words) : new Embargo.Until(time);
                }
                at = indexOfWords(lower, hold, behind);
            }
        }
        GermanHold.Place german = GermanHold.isLifted(lower) ? null : GermanHold.find(text, lower);
        if (german == null) {
            return new Embargo.None();
        }
        String words = text.substring(german.start(), Math.min(text.length(), german.end() + LONGEST_TIME));
        Instant time =
                EmbargoTime.read(GermanHold.inEnglish(words.substring(german.end() - german.start())), reference);
        return time == null ? new Embargo.Unreadable(words) : new Embargo.Until(time);
    }

    /// `ACHTUNG: Die Meldung über … wird ZURÜCKGEZOGEN`: the first word warns, and the one that counts is cried out.
    private static boolean isWithdrawn(String text) {
        boolean warns = begins(text, List.of("achtung"));
        return warns && (text.contains("ZURÜCKGEZOGEN") || text.contains("ZURUECKGEZOGEN"));
    }

    /// Whether `embargo` is a hold on the story and not a thing the story is about (`adds quote on arms embargo`).
    private static boolean isOurs(String text, String lower, int at, int behind) {
        int next = Spacing.skip(text, behind);
        if (next < text.length() && (text.charAt(next) == ':' || Spacing.dashAt(text, next) > 0)) {
            return true;
        }
        for (String word : List.of("until", "till", "til", "for", "to", "time", "ends", "expires", "lifts", "not")) {
            if (indexOfWords(lower, word, next) == next) {
                return startsSentence(text, at)
                        || word.startsWith("ti")
                        || word.equals("until")
                        || isCapitals(text, at, behind);
            }
        }
        return isCapitals(text, at, behind);
    }

    private static boolean isCapitals(String text, int from, int to) {
        return text.substring(from, to).equals(text.substring(from, to).toUpperCase(Locale.ROOT));
    }

    /// Whether one of the phrases begins a sentence of the note.
    private static boolean begins(String text, List<String> phrases) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String phrase : phrases) {
            int at = indexOfWords(lower, phrase, 0);
            while (at >= 0) {
                if (startsSentence(text, at)) {
                    return true;
                }
                at = indexOfWords(lower, phrase, at + phrase.length());
            }
        }
        return false;
    }

    static boolean startsSentence(String text, int at) {
        int before = at;
        while (before > 0
                && (Spacing.isSpace(text.charAt(before - 1)) || "([*\"'“".indexOf(text.charAt(before - 1)) >= 0)) {
            before--;
        }
        return before == 0
                || ".;:!?|)]/".indexOf(text.charAt(before - 1)) >= 0
                || Spacing.isDash(text.charAt(before - 1));
    }

    static int indexOfWords(String lower, String words, int from) {
        int at = lower.indexOf(words, from);
        while (at >= 0) {
            int end = at + words.length();
            boolean starts = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1));
            boolean ends = end == lower.length() || !Character.isLetterOrDigit(lower.charAt(end));
            if (starts && ends) {
                return at;
            }
            at = lower.indexOf(words, at + 1);
        }
        return -1;
    }

    /// What a note means for the desk.
    ///
    /// @param embargo when its story may be public
    /// @param correction whether it says that this version puts something right
    /// @param kill whether it takes the story back
    public record Reading(Embargo embargo, boolean correction, boolean kill) {}
}
