package org.broadsheet.core.picture;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.broadsheet.core.spelling.Agencies;
import org.broadsheet.core.spelling.Spacing;
import org.broadsheet.core.spelling.WrittenDay;
import org.jspecify.annotations.Nullable;

/// Reads a caption as the agencies send it: the file-photo prefix becomes a flag, the credit at its end a [Credit], and
/// the day it names the day the picture was taken. The words of the caption keep place and day.
public final class CaptionGrammar {

    /// What Reuters adds for picture editors behind the credit of a picture it is proud of.
    private static final String PICK_OF_THE_DAY = "TPX IMAGES OF THE DAY";

    private static final int LONGEST_CREDIT = 200;
    private static final int LONGEST_READ = 20_000;

    /// Each must be followed by a colon, a dash, the end of a bracket, or by a word in the case of the first column.
    private static final List<String> PREFIXES = List.of(
            "FILE PHOTOGRAPH",
            "FILE PHOTOS",
            "FILE PHOTO",
            "FILE PICTURES",
            "FILE PICTURE",
            "FILE IMAGE",
            "FILE PIC",
            "FILE FOTO",
            "FILEPHOTO",
            "ARCHIVE PHOTO",
            "ARCHIVE PICTURE",
            "ARCHIVE IMAGE",
            "ARCHIVAL PHOTO",
            "FROM THE FILES",
            "FILES",
            "FILE",
            "ARCHIVE");

    private static final List<String> LABELS = List.of(
            "photo by ",
            "photos by ",
            "photo: ",
            "picture by ",
            "picture by: ",
            "picture: ",
            "credit: ",
            "photo credit: ",
            "photo credit should read: ",
            "picture credit should read: ",
            "photo credit should read ",
            "picture credit should read ",
            "foto: ",
            "image: ");

    private CaptionGrammar() {}

    /// Takes a caption apart. Runs of white space become one blank.
    public static CaptionReading read(String text) {
        String whole = Spacing.tidy(text);
        if (whole.length() > LONGEST_READ) {
            return new CaptionReading(new Caption(whole, false, null), null, "");
        }
        Prefix prefix = prefix(whole);
        String rest = whole.substring(prefix.end);
        Tail tail = tail(rest);
        String words = tail == null ? rest : rest.substring(0, tail.start).strip();
        LocalDate taken = dayTaken(prefix.dated == null ? words : prefix.dated, words);
        if (prefix.dated != null) {
            boolean point = words.endsWith(".");
            String stem = point ? words.substring(0, words.length() - 1) : words;
            words = capitalised(stem) + " (dated " + prefix.dated + ")" + (point ? "." : "");
        } else if (prefix.sentence) {
            words = capitalised(words);
        }
        Caption caption = new Caption(words, prefix.filePhoto, taken);
        return tail == null
                ? new CaptionReading(caption, null, "")
                : new CaptionReading(caption, tail.credit, tail.asSent);
    }

    private static Prefix prefix(String text) {
        int start = text.startsWith("(") || text.startsWith("[") ? 1 : 0;
        for (String word : PREFIXES) {
            if (!text.regionMatches(true, start, word, 0, word.length())) {
                continue;
            }
            int at = start + word.length();
            boolean capitals = text.startsWith(word, start);
            if (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
                continue;
            }
            int mark = Spacing.skip(text, at);
            if (start == 1) {
                if (mark < text.length() && (text.charAt(mark) == ')' || text.charAt(mark) == ']')) {
                    return new Prefix(behindMarks(text, mark + 1), true, null, false);
                }
                continue;
            }
            boolean plain = word.equals("FILE") || word.equals("FILES") || word.equals("ARCHIVE");
            boolean colon = mark < text.length() && text.charAt(mark) == ':';
            int dash = Spacing.dashAt(text, mark);
            boolean dashed = dash > 0 && (capitals || !plain);
            if ((colon && (capitals || !plain)) || dashed) {
                return new Prefix(behindMarks(text, mark), true, null, false);
            }
            Prefix sentence = plain ? null : sentence(text, mark);
            if (sentence != null) {
                return sentence;
            }
            if (!plain && capitals && mark > at && mark < text.length()) {
                return new Prefix(mark, true, null, false);
            }
        }
        return new Prefix(0, false, null, false);
    }

    /// `File photo of …` and `File photo dated 24-06-2014 of …`: the words behind `of` are the caption.
    private static @Nullable Prefix sentence(String text, int at) {
        if (text.regionMatches(true, at, "of ", 0, 3)) {
            return new Prefix(at + 3, true, null, true);
        }
        for (String word : List.of("dated ", "taken on ", "taken ", "from ")) {
            if (!text.regionMatches(true, at, word, 0, word.length())) {
                continue;
            }
            int day = at + word.length();
            int of = text.indexOf(" of ", day);
            if (of > 0 && of - day <= 40) {
                return new Prefix(of + 4, true, text.substring(day, of).strip(), true);
            }
        }
        return null;
    }

    private static int behindMarks(String text, int from) {
        int at = Spacing.skip(text, from);
        while (at < text.length() && (text.charAt(at) == ':' || Spacing.dashAt(text, at) > 0)) {
            at = Spacing.skip(text, at + 1);
        }
        return at;
    }

    /// The credit at the end of a caption, `null` where there is none.
    private static @Nullable Tail tail(String text) {
        Tail inBrackets = bracketAtTheEnd(text);
        if (inBrackets != null) {
            return inBrackets;
        }
        int lowest = Math.max(0, text.length() - LONGEST_CREDIT);
        // From the last sentence end backwards, as names have points too (`REUTERS/Mika J. Solberg`).
        for (int i = text.length() - 1; i > lowest; i--) {
            if (text.charAt(i) == ' ' && endsSentence(text, i)) {
                Tail tail = creditFrom(text, i + 1);
                if (tail != null) {
                    return tail;
                }
            }
        }
        // Old captions run into their credit without a point: `Vastholm June 19, 2024 REUTERS/Mika Solberg`.
        for (int i = text.length() - 1; i >= lowest; i--) {
            if (i == 0 || text.charAt(i - 1) == ' ') {
                int slash = text.indexOf('/', i);
                if (slash > i
                        && slash - i <= 24
                        && Agencies.isKnown(text.substring(i, slash).strip())) {
                    Tail tail = creditFrom(text, i);
                    if (tail != null) {
                        return tail;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable Tail bracketAtTheEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == ' ')) {
            end--;
        }
        if (end == 0 || text.charAt(end - 1) != ')') {
            return null;
        }
        int open = text.lastIndexOf('(', end - 1);
        if (open < 0 || end - open > LONGEST_CREDIT) {
            return null;
        }
        String asSent = text.substring(open + 1, end - 1).strip();
        return looksLikeCredit(asSent) ? tail(open, asSent) : null;
    }

    private static @Nullable Tail creditFrom(String text, int start) {
        String asSent = text.substring(start).strip();
        return looksLikeCredit(asSent) ? tail(start, asSent) : null;
    }

    private static @Nullable Tail tail(int start, String asSent) {
        String line = asSent.endsWith(PICK_OF_THE_DAY)
                ? asSent.substring(0, asSent.length() - PICK_OF_THE_DAY.length())
                        .strip()
                : asSent;
        CreditGrammar.Reading reading = CreditGrammar.read(line);
        return reading.understood() && !reading.credit().isEmpty() ? new Tail(start, reading.credit(), asSent) : null;
    }

    /// Whether words behind a sentence end are a credit: they begin with a label, are an agency's name, or are divided
    /// by slashes with an agency, a pool, a handout or a file among them.
    private static boolean looksLikeCredit(String text) {
        if (text.isEmpty() || text.length() > LONGEST_CREDIT) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        for (String label : LABELS) {
            if (lower.startsWith(label)) {
                return true;
            }
        }
        String plain = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (Agencies.isKnown(plain)) {
            return true;
        }
        boolean divided = text.indexOf('/') >= 0;
        boolean via = lower.contains(" via ") || lower.startsWith("via ");
        if (!divided && !via && text.indexOf(',') < 0) {
            return false;
        }
        for (String part : plain.split("/|,| via ", -1)) {
            String word = part.strip();
            if (!word.isEmpty()
                    && (Agencies.looksLikeOne(word)
                            || Agencies.meantBy(word) != null
                            || ((divided || via)
                                    && (CreditWords.saysFile(word)
                                            || CreditWords.saysPool(word)
                                            || CreditWords.saysHandout(word))))) {
                return divided || via || Agencies.isKnown(word);
            }
        }
        return false;
    }

    private static boolean endsSentence(String text, int blank) {
        int at = blank - 1;
        while (at >= 0 && "\"'”’)".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return at >= 0 && ".!?".indexOf(text.charAt(at)) >= 0;
    }

    /// The day a picture was taken by its caption: the one the prefix names, else the one its words point at best.
    private static @Nullable LocalDate dayTaken(String where, String words) {
        LocalDate best = null;
        int bestTrust = -1;
        for (WrittenDay day : WrittenDay.find(where)) {
            LocalDate date = day.date();
            int trust = trust(where, day);
            if (date != null && trust >= bestTrust) {
                best = date;
                bestTrust = trust;
            }
        }
        return best != null || where.equals(words) ? best : dayTaken(words, words);
    }

    private static int trust(String text, WrittenDay day) {
        String before =
                text.substring(Math.max(0, day.start() - 24), day.start()).toLowerCase(Locale.ROOT);
        String behind = text.substring(day.end(), Math.min(text.length(), day.end() + 14))
                .toLowerCase(Locale.ROOT);
        if (before.contains("issue date")) {
            return -2;
        }
        if (before.endsWith("dated ")
                || before.endsWith("taken ")
                || before.endsWith("taken on ")
                || before.endsWith("in this ")
                || behind.startsWith(", file")
                || behind.startsWith(" file")) {
            return 3;
        }
        boolean atSentenceEnd = behind.isBlank() || behind.startsWith(".");
        return atSentenceEnd
                ? 2
                : before.endsWith("on ") || before.endsWith("day, ") || before.endsWith("day ") ? 1 : 0;
    }

    private static String capitalised(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// The file-photo prefix; `dated` is the day it names, `sentence` whether it was part of a sentence.
    private record Prefix(
            int end, boolean filePhoto, @Nullable String dated, boolean sentence) {}

    private record Tail(int start, Credit credit, String asSent) {}
}
