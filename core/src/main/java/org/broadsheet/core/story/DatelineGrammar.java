package org.broadsheet.core.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.broadsheet.core.spelling.Agencies;
import org.broadsheet.core.spelling.Spacing;
import org.broadsheet.core.spelling.WrittenDay;
import org.jspecify.annotations.Nullable;

/// Reads the dateline at the head of a story (`MOSCOW, Nov 10 (Reuters) - `), whatever spacing and dash the wire has.
/// What does not read as one stays in the text. Only the first 200 characters are looked at.
public final class DatelineGrammar {

    private static final int LONGEST = 200;
    private static final int LONGEST_AGENCY = 48;
    private static final int PARAGRAPHS_LOOKED_AT = 8;

    private static final Set<String> NOT_AGENCIES = Set.of(
            "by",
            "reporting",
            "editing",
            "writing",
            "photo",
            "picture",
            "adds",
            "updates",
            "update",
            "corrects",
            "corrected",
            "recasts",
            "with",
            "file",
            "pictured",
            "left",
            "right",
            "see",
            "formerly",
            "repeats",
            "refiles",
            "writes",
            "removes",
            "changes",
            "the",
            "an",
            "a");

    private DatelineGrammar() {}

    /// The dateline of a first paragraph and the text behind it; [Dateline#NONE] and the whole text where there is
    /// none.
    public static Reading read(String firstParagraph) {
        Found found = find(firstParagraph);
        return found == null
                ? new Reading(Dateline.NONE, firstParagraph)
                : new Reading(found.dateline, firstParagraph.substring(found.end));
    }

    /// Takes the dateline off a body. It stands in the first paragraph; pictures, subheads, a byline line, and a note
    /// in brackets or with a star may stand before it and stay. A paragraph of which nothing is left is dropped.
    public static Split<Dateline> splitOff(Body body) {
        List<Block> blocks = body.blocks();
        for (int i = 0; i < Math.min(blocks.size(), PARAGRAPHS_LOOKED_AT); i++) {
            switch (blocks.get(i)) {
                case Block.Paragraph paragraph -> {
                    String text = paragraph.plainText();
                    Found found = find(text);
                    if (found != null) {
                        List<Block> rest = new ArrayList<>(blocks);
                        List<Inline> left = Inline.slice(paragraph.content(), found.end, text.length());
                        if (left.isEmpty()) {
                            rest.remove(i);
                        } else {
                            rest.set(i, new Block.Paragraph(left));
                        }
                        return new Split<>(found.dateline, new Body(rest));
                    }
                    if (!mayStandBefore(text)) {
                        return new Split<>(Dateline.NONE, body);
                    }
                }
                case Block.Subhead subhead -> {}
                case Block.PictureBlock picture -> {}
                case Block.Embed embed -> {}
                case Block.Quote quote -> {
                    return new Split<>(Dateline.NONE, body);
                }
                case Block.BulletList list -> {} // Reuters sets the points of a long story before its dateline
                case Block.NumberedList list -> {
                    return new Split<>(Dateline.NONE, body);
                }
                case Block.Table table -> {
                    return new Split<>(Dateline.NONE, body);
                }
                case Block.Tabular tabular -> {
                    return new Split<>(Dateline.NONE, body);
                }
            }
        }
        return new Split<>(Dateline.NONE, body);
    }

    private static boolean mayStandBefore(String paragraph) {
        String text = paragraph.length() > 400 ? paragraph : Spacing.tidy(paragraph);
        return text.isEmpty()
                || (text.length() <= 120 && text.regionMatches(true, 0, "By ", 0, 3))
                || (text.length() <= 400 && text.startsWith("(") && text.endsWith(")"))
                || (text.length() <= 400 && text.startsWith("*"));
    }

    private static @Nullable Found find(String text) {
        int start = Spacing.skip(text, 0);
        Found found = withAgency(text, start);
        if (found == null) {
            found = wholeInBrackets(text, start);
        }
        return found != null ? found : withoutAgency(text, start);
    }

    /// Place and day together in brackets (`(New York, NY - October 21) `); the day tells it from any other bracket.
    private static @Nullable Found wholeInBrackets(String text, int start) {
        if (start >= text.length() || text.charAt(start) != '(') {
            return null;
        }
        int close = indexOf(text, ')', start, start + DatelinePlace.LONGEST);
        int dash = close < 0 ? -1 : indexOfDash(text, start + 1, close);
        if (dash < 0) {
            return null;
        }
        String place = Spacing.tidy(text.substring(start + 1, dash));
        PlaceAndDay behind = PlaceAndDay.of(Spacing.tidy(text.substring(dash + Spacing.dashAt(text, dash), close)));
        if (behind.day == null || !behind.place.isEmpty() || !DatelinePlace.isPlace(place, false)) {
            return null;
        }
        int end = Spacing.skip(text, close + 1);
        return new Found(new Dateline(place, behind.day, null), Spacing.skip(text, end + Spacing.dashAt(text, end)));
    }

    private static @Nullable Found withAgency(String text, int start) {
        int open = indexOf(text, '(', start, start + DatelinePlace.LONGEST);
        int close = open < 0 ? -1 : indexOf(text, ')', open, open + LONGEST_AGENCY);
        if (close < 0) {
            return null;
        }
        PlaceAndDay before = PlaceAndDay.of(Spacing.tidy(text.substring(start, open)));
        String agency = Spacing.tidy(text.substring(open + 1, close));
        int at = Spacing.skip(text, close + 1);
        String day = before.day;
        if (day == null && Spacing.dashAt(text, at) == 0) {
            int dash = indexOfDash(text, at, at + 24);
            PlaceAndDay behind = dash < 0 ? null : PlaceAndDay.of(Spacing.tidy(text.substring(at, dash)));
            if (behind == null || behind.day == null || !behind.place.isEmpty()) {
                return null;
            }
            day = behind.day;
            at = dash;
        }
        int dash = Spacing.dashAt(text, at);
        int end = Spacing.skip(text, at + dash);
        if (dash == 0 || (end == at + dash && at == close + 1 && startsLow(text, end))) {
            return null;
        }
        return isDateline(before.place, agency) ? new Found(new Dateline(before.place, day, agency), end) : null;
    }

    private static boolean isDateline(String place, String agency) {
        if (!isAgencyShaped(agency)) {
            return false;
        }
        boolean surelyAgency = Agencies.looksLikeOne(agency);
        if (place.isEmpty()) {
            return surelyAgency;
        }
        if (DatelinePlace.isPlace(place, true)) {
            return surelyAgency || !initials(agency).equals(place.replace(".", ""));
        }
        return surelyAgency && DatelinePlace.isPlace(place, false);
    }

    private static boolean isAgencyShaped(String agency) {
        if (agency.isEmpty() || agency.length() > LONGEST_AGENCY) {
            return false;
        }
        if (Agencies.isKnown(agency)) {
            return true;
        }
        String[] words = agency.split(" ", -1);
        if (words.length > 5 || !Character.isUpperCase(agency.charAt(0))) {
            return false;
        }
        for (String word : words) {
            if (NOT_AGENCIES.contains(word.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return agency.chars().allMatch(c -> Character.isLetter(c) || " -&.'’/!+".indexOf(c) >= 0);
    }

    /// A place and nothing but a dash behind it: only in capitals, and only before what begins like a sentence.
    private static @Nullable Found withoutAgency(String text, int start) {
        int dash = indexOfDash(text, start, start + DatelinePlace.LONGEST);
        if (dash < 0) {
            return null;
        }
        int length = Spacing.dashAt(text, dash);
        int end = Spacing.skip(text, dash + length);
        boolean roomBefore = dash > start && Spacing.isSpace(text.charAt(dash - 1));
        boolean roomBehind = end > dash + length;
        boolean wide = text.charAt(dash) == '\u2014' || length > 1;
        if (end >= text.length() || !(roomBefore == roomBehind && (roomBefore || wide))) {
            return null;
        }
        PlaceAndDay before = PlaceAndDay.of(Spacing.tidy(text.substring(start, dash)));
        if (!DatelinePlace.isPlace(before.place, true)
                || !DatelinePlace.couldBeCity(before.place, before.day != null)
                || !beginsLikeASentence(text, end)) {
            return null;
        }
        return new Found(new Dateline(before.place, before.day, null), end);
    }

    private static boolean beginsLikeASentence(String text, int at) {
        char first = text.charAt(at);
        if (Character.isLowerCase(first) || !(Character.isLetterOrDigit(first) || "\"'“‘«„(".indexOf(first) >= 0)) {
            return false;
        }
        // Three words in capitals are a heading's second half, not a sentence.
        int words = 0;
        int end = Math.min(text.length(), at + LONGEST);
        for (int i = at; i < end && words < 3; i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return true;
            }
            if (Spacing.isSpace(c)) {
                words++;
            }
        }
        return words < 3 && end == text.length() && words == 0;
    }

    private static boolean startsLow(String text, int at) {
        return at < text.length() && Character.isLowerCase(text.charAt(at));
    }

    private static String initials(String name) {
        StringBuilder out = new StringBuilder();
        for (String word : name.split("[ -]", -1)) {
            if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
                out.append(word.charAt(0));
            }
        }
        return out.toString();
    }

    private static int indexOf(String text, char wanted, int from, int limit) {
        int end = Math.min(text.length(), limit);
        for (int i = from; i < end; i++) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    /// The first dash that divides: a hyphen within a word does not.
    private static int indexOfDash(String text, int from, int limit) {
        int end = Math.min(text.length(), limit);
        for (int i = from; i < end; i++) {
            int length = Spacing.dashAt(text, i);
            if (length == 0) {
                continue;
            }
            char c = text.charAt(i);
            boolean within = length == 1 && c != '\u2014' && i > from && i + 1 < text.length();
            if (!within || Spacing.isSpace(text.charAt(i - 1)) || Spacing.isSpace(text.charAt(i + 1))) {
                return i;
            }
        }
        return -1;
    }

    /// A dateline and the remaining text of the first paragraph.
    ///
    /// @param dateline [Dateline#NONE] where there is none
    /// @param rest what stands behind it; the whole text where there is none
    public record Reading(Dateline dateline, String rest) {}

    private record Found(Dateline dateline, int end) {}

    /// What stands before the bracket: a place, and the day behind it where the wire writes one.
    private record PlaceAndDay(String place, @Nullable String day) {

        static PlaceAndDay of(String text) {
            int end = trimmed(text, text.length());
            int start = end;
            List<WrittenDay> days = WrittenDay.find(text.substring(0, end));
            if (!days.isEmpty() && trimmedForward(text, days.getLast().end(), end) == end) {
                start = days.getLast().start();
            }
            int before = trimmed(text, start);
            int word = before;
            while (word > 0 && text.charAt(word - 1) != ' ' && text.charAt(word - 1) != ',') {
                word--;
            }
            if (WrittenDay.isWeekday(text.substring(word, before)) && (start < end || word > 0)) {
                start = word;
            }
            String place = text.substring(0, trimmed(text, start));
            return new PlaceAndDay(place, start < end ? text.substring(start, end) : null);
        }

        /// The end of the text before blanks and commas.
        private static int trimmed(String text, int end) {
            int at = end;
            while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == ',')) {
                at--;
            }
            return at;
        }

        private static int trimmedForward(String text, int from, int end) {
            int at = from;
            while (at < end && " ,.".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return at;
        }
    }
}
