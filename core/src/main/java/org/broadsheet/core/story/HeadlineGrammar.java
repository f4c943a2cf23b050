package org.broadsheet.core.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadsheet.core.spelling.Spacing;
import org.broadsheet.core.story.HeadlineTag.Kind;
import org.jspecify.annotations.Nullable;

/// Reads the prefixes the wires glue to a headline (`UPDATE 1-CORRECTED-`, `Exclusive-`, `ANALYSIS |`). What could be
/// the headline's own words (`Analysis of …`, `Live-in carers …`) stays.
public final class HeadlineGrammar {

    private static final int LONGEST_TAG = 40;

    /// How a tag may be written: a sure word is a tag in any letters, a shy one is an everyday word and a tag before a
    /// hyphen or dash only in capitals.
    private enum Shyness {
        SURE,
        SHY
    }

    private record Entry(Kind kind, Shyness shyness, boolean counted) {}

    private static final Map<String, Entry> TAGS = tags();

    /// What turns a word before a hyphen into half of a compound: `Live-action`, `KILL-SWITCH`.
    private static final Set<String> SECOND_HALVES = Set.of(
            "action",
            "based",
            "driven",
            "led",
            "in",
            "on",
            "off",
            "switch",
            "group",
            "groups",
            "style",
            "like",
            "type",
            "ready",
            "free",
            "length",
            "stream",
            "streamed",
            "streaming",
            "tweet",
            "tweeting",
            "blog",
            "related",
            "only",
            "proof",
            "up",
            "out",
            "fire",
            "making",
            "maker",
            "makers",
            "writer",
            "piece",
            "page",
            "show",
            "grabbing",
            "wielding",
            "prone",
            "to",
            "of",
            "by",
            "and",
            "wire",
            "music",
            "saving",
            "long",
            "rich",
            "heavy");

    private static final Set<String> NAMES_NOT_LABELS = Set.of(
            "COVID",
            "UNESCO",
            "UNICEF",
            "HAMAS",
            "BRICS",
            "ASEAN",
            "ECOWAS",
            "FRONTEX",
            "MERCOSUR",
            "INTERPOL",
            "EUROPOL",
            "EUROSTOXX",
            "NASDAQ",
            "USMCA",
            "AUKUS",
            "SPACEX",
            "NVIDIA",
            "T",
            "X");

    private HeadlineGrammar() {}

    /// Splits a headline into its tags, in their order, and its own words.
    public static Reading read(String headline) {
        String rest = headline.strip();
        List<HeadlineTag> tags = new ArrayList<>();
        Found found = find(rest);
        while (found != null && tags.size() < 8) {
            tags.add(found.tag);
            rest = rest.substring(found.end);
            found = find(rest);
        }
        return new Reading(tags, rest);
    }

    private static @Nullable Found find(String text) {
        boolean bracketed = text.startsWith("[");
        int start = bracketed ? 1 : 0;
        int end = endOfWords(text, start);
        // The longest reading first: `SPECIAL REPORT-` before `SPECIAL`.
        String words = Spacing.tidy(text.substring(start, end));
        int digits = words.length();
        while (digits > 0 && Character.isDigit(words.charAt(digits - 1))) {
            digits--;
        }
        String word = words.substring(0, digits).strip();
        int number = words.length() - digits > 0 && words.length() - digits <= 2
                ? Integer.parseInt(words.substring(digits))
                : 0;
        Entry entry = TAGS.get(word.toLowerCase(Locale.ROOT));
        if (entry == null) {
            return bracketed ? null : label(text, words, end);
        }
        if (words.length() > digits && (!entry.counted || number == 0)) {
            return null;
        }
        int behind = bracketed ? behindBracket(text, end) : behindMark(text, end, word, entry, number);
        if (behind < 0 || behind >= text.length()) {
            return null;
        }
        return new Found(new HeadlineTag(entry.kind, number, printed(entry.kind, word, number)), behind);
    }

    /// Letters, digits, blanks and `+`, `&` from the start: where the first other character stands.
    private static int endOfWords(String text, int start) {
        int limit = Math.min(text.length(), start + LONGEST_TAG);
        int at = start;
        while (at < limit) {
            char c = text.charAt(at);
            if (!Character.isLetterOrDigit(c) && !Spacing.isSpace(c) && c != '+' && c != '&') {
                break;
            }
            at++;
        }
        return Spacing.skipBack(text.substring(0, at), at);
    }

    private static int behindBracket(String text, int end) {
        return end < text.length() && text.charAt(end) == ']' ? Spacing.skip(text, end + 1) : -1;
    }

    /// The place behind a tag's hyphen, dash, colon or bar; -1 where the sign does not make the word a tag.
    private static int behindMark(String text, int end, String word, Entry entry, int number) {
        int mark = Spacing.skip(text, end);
        if (mark >= text.length()) {
            return -1;
        }
        char c = text.charAt(mark);
        if (c == '|') {
            return Spacing.skip(text, mark + 1);
        }
        if (c == ':') {
            int behind = Spacing.skip(text, mark + 1);
            boolean room = behind > mark + 1;
            return room || (behind < text.length() && !Character.isLowerCase(text.charAt(behind))) ? behind : -1;
        }
        int dash = Spacing.dashAt(text, mark);
        if (dash == 0) {
            return -1;
        }
        int behind = Spacing.skip(text, mark + dash);
        if (behind >= text.length()) {
            return -1;
        }
        boolean capitals = word.equals(word.toUpperCase(Locale.ROOT));
        boolean shy = entry.shyness == Shyness.SHY && number == 0 && !capitals;
        if (mark > end && behind > mark + dash) {
            return shy ? -1 : behind;
        }
        boolean startsHigh = !Character.isLowerCase(text.charAt(behind));
        boolean tight = mark == end && behind == mark + dash;
        if (shy || (tight && number == 0 && (!startsHigh || isSecondHalf(text, behind)))) {
            return -1;
        }
        return behind;
    }

    private static boolean isSecondHalf(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < 16 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return SECOND_HALVES.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    /// A label of the right shape we have no word for: capitals, a hyphen and a headline in small letters
    /// (`SOCCER-Norland beat …`).
    private static @Nullable Found label(String text, String words, int end) {
        boolean shaped = words.length() >= 5
                && words.chars().allMatch(c -> c == ' ' || Character.isUpperCase(c))
                && !NAMES_NOT_LABELS.contains(words)
                && end + 1 < text.length()
                && text.charAt(end) == '-'
                && Character.isUpperCase(text.charAt(end + 1))
                && !isSecondHalf(text, end + 1);
        if (!shaped) {
            return null;
        }
        int limit = Math.min(text.length(), end + 200);
        boolean small = false;
        for (int i = end + 2; i < limit && !small; i++) {
            small = Character.isLowerCase(text.charAt(i));
        }
        return small ? new Found(new HeadlineTag(Kind.OTHER, 0, words), end + 1) : null;
    }

    private static String printed(Kind kind, String word, int number) {
        if (kind.isForReaders()) {
            return word.substring(0, 1).toUpperCase(Locale.ROOT)
                    + word.substring(1).toLowerCase(Locale.ROOT);
        }
        return number == 0 ? word.toUpperCase(Locale.ROOT) : word.toUpperCase(Locale.ROOT) + " " + number;
    }

    private static Map<String, Entry> tags() {
        Map<String, Entry> tags = new HashMap<>();
        put(tags, Kind.EXCLUSIVE, Shyness.SURE, false, "exclusive");
        put(tags, Kind.ANALYSIS, Shyness.SURE, false, "analysis", "news analysis");
        put(tags, Kind.EXPLAINER, Shyness.SURE, false, "explainer");
        put(tags, Kind.FACTBOX, Shyness.SURE, false, "factbox", "fact box");
        put(tags, Kind.FACT_CHECK, Shyness.SURE, false, "fact check", "factcheck");
        put(tags, Kind.INSIGHT, Shyness.SURE, false, "insight");
        put(tags, Kind.INTERVIEW, Shyness.SURE, false, "interview");
        put(tags, Kind.SPECIAL_REPORT, Shyness.SURE, false, "special report");
        put(tags, Kind.TIMELINE, Shyness.SURE, false, "timeline");
        put(tags, Kind.NEWSMAKER, Shyness.SURE, false, "newsmaker");
        put(tags, Kind.PROFILE, Shyness.SHY, false, "profile");
        put(tags, Kind.OBITUARY, Shyness.SURE, false, "obituary");
        put(tags, Kind.FEATURE, Shyness.SHY, false, "feature");
        put(tags, Kind.OPINION, Shyness.SHY, false, "opinion", "comment", "commentary", "column");
        put(tags, Kind.LIVE, Shyness.SHY, false, "live");
        put(tags, Kind.FOCUS, Shyness.SHY, false, "focus");
        put(tags, Kind.BREAKING, Shyness.SHY, false, "breaking", "breaking news");
        put(tags, Kind.PREVIEW, Shyness.SHY, false, "preview");
        put(tags, Kind.UPDATE, Shyness.SHY, true, "update", "updated");
        put(tags, Kind.WRAPUP, Shyness.SURE, true, "wrapup");
        put(tags, Kind.WRAPUP, Shyness.SHY, true, "wrap");
        put(tags, Kind.CORRECTED, Shyness.SURE, true, "corrected", "correction", "corrects");
        put(tags, Kind.CORRECTED, Shyness.SHY, false, "clarification", "clarified");
        put(tags, Kind.REFILE, Shyness.SURE, true, "refile");
        put(tags, Kind.REPEAT, Shyness.SURE, true, "rpt");
        put(tags, Kind.REPEAT, Shyness.SHY, false, "repeat");
        put(tags, Kind.KILL, Shyness.SHY, false, "kill", "mandatory kill", "killed");
        put(tags, Kind.WITHDRAWN, Shyness.SURE, false, "withdrawn");
        put(tags, Kind.WITHDRAWN, Shyness.SHY, false, "withdrawal", "withdraw");
        put(tags, Kind.ADVISORY, Shyness.SURE, false, "advisory");
        put(tags, Kind.EXCLUSIVE, Shyness.SURE, false, "exklusiv");
        put(tags, Kind.CORRECTED, Shyness.SURE, false, "berichtigung", "korrektur", "richtigstellung", "berichtigt");
        put(tags, Kind.REPEAT, Shyness.SURE, false, "wiederholung", "berichtigte wiederholung");
        put(tags, Kind.WITHDRAWN, Shyness.SURE, false, "zurückgezogen", "zurueckgezogen", "achtung zurückgezogen");
        put(tags, Kind.KILL, Shyness.SHY, false, "storno");
        put(tags, Kind.WRAPUP, Shyness.SURE, true, "zusammenfassung");
        put(tags, Kind.URGENT, Shyness.SHY, false, "eil", "eilmeldung");
        put(tags, Kind.OTHER, Shyness.SHY, false, "achtung");
        put(tags, Kind.URGENT, Shyness.SHY, false, "urgent", "flash", "alert", "newsalert", "news alert");
        return Map.copyOf(tags);
    }

    private static void put(Map<String, Entry> tags, Kind kind, Shyness shyness, boolean counted, String... words) {
        for (String word : words) {
            tags.put(word, new Entry(kind, shyness, counted));
        }
    }

    /// A headline taken apart.
    ///
    /// @param tags in the order of the wire; empty where there are none
    /// @param headline the headline's own words
    public record Reading(List<HeadlineTag> tags, String headline) {
        public Reading {
            tags = List.copyOf(tags);
        }
    }

    private record Found(HeadlineTag tag, int end) {}
}
