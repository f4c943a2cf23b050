package org.broadsheet.ingest.anpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an agency says of a dispatch beside its slug: which lead, take or correction of the story it is
/// (`1stLd-Writethru`, `(UPDATE 1, PIX, CORRECTED)`, `Take 2`, `KILL`).
///
/// @param slug the story's label without its cycle and without these words, as sent
/// @param cycle `AM`, `PM`, `BC` or `AP`; empty where none was sent
/// @param said the words as sent, empty where there are none
/// @param lead which lead, write-through or update it is; 0 where no number was sent
/// @param take which take or add it is, from 2; 0 where it is none
/// @param writeThrough whether the whole story is sent anew
/// @param correction whether it puts something right
/// @param kill whether it takes the story back
/// @param withheld whether the story is to be held until further word
/// @param advisory whether it is a word to editors
/// @param advanceDay the day of the month before which the story must not be used (`Adv29`); 0 where none was sent
record SlugWords(
        String slug,
        String cycle,
        String said,
        int lead,
        int take,
        boolean writeThrough,
        boolean correction,
        boolean kill,
        boolean withheld,
        boolean advisory,
        int advanceDay) {

    private static final Pattern CYCLE = Pattern.compile("^(AM|PM|BC|AP)-(?=\\S)");
    private static final String ORDINAL = "(\\d{1,2})(?:st|nd|rd|th)";
    private static final Pattern WORDS =
            Pattern.compile("(?i)(?:(?<![\\p{L}\\d])(?:" + ORDINAL + "[ -]?(?:Ld|Lead|Night ?Ld|Opt(?:ional)?)(?![a-z])"
                    + "|" + ORDINAL + "[ -]?Write-?thr(?:u|ough)"
                    + "|" + ORDINAL + "[ -]?Add(?![a-z])|Write-?thr(?:u|ough)|Add["
                    + " -]?\\d{1,2}|(?:first|second|third|fourth|fifth|\\d{1,2}(?:st|nd|rd|th))"
                    + " take|Take[ -]?\\d{1,2}|UPDATE["
                    + " -]?\\d{1,2}|UPDATED?|Correct(?:ion|ed|ive|s)|Clarification|Mandatory"
                    + " Kill|Kill|Eliminat(?:e|es|ion)|Withdrawn|Withdrawal|Withhold|Advisory|Advis|Bulletin|NewsAlert|Urgent|Flash|Adv["
                    + " -]?\\d{1,2}|PIX|Repeat|Recap|Refile|Insert|Sub|Hold[ -]?For["
                    + " -]?Release))(?![\\p{L}\\d])");
    /// A slug may end in these words without meaning them (`BC-ROAD-KILL`).
    private static final Pattern TAKES_BACK =
            Pattern.compile("(?i)kill|eliminat|withdraw|withhold|hold|correct|clarif|refile|sub|insert|flash|urgent");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final Pattern LEAD = Pattern.compile(
            "(?i)\\d{1,2}(?:st|nd|rd|th)[ -]?(?:ld|lead|night ?ld|opt\\w*|write.*)|update[ -]?\\d{1,2}");
    private static final Pattern TAKE =
            Pattern.compile("(?i)\\d{1,2}(?:st|nd|rd|th)[ -]?add|add[ -]?\\d{1,2}|take[ -]?\\d{1,2}|(?:\\w+) take");
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth");
    private static final int LONGEST = 400;

    /// Reads a keyword line (`BC-HARBOUR--Fees, 1st Ld-Writethru,416`), without its word count.
    static SlugWords of(String keyword) {
        String text = keyword.length() > LONGEST ? keyword.substring(0, LONGEST) : keyword;
        Matcher cycle = CYCLE.matcher(text);
        String found = "";
        if (cycle.find()) {
            found = cycle.group(1);
            text = text.substring(cycle.end());
        }
        Matcher words = WORDS.matcher(text);
        int begin = -1;
        List<String> each = new ArrayList<>();
        int from = 0;
        while (words.find(from)) {
            // Inside a slug they are its own words (`BC-KILL-BILL--Review`); behind blank, comma or bracket they are
            // not.
            boolean apart = words.start() > 0 && " ,(".indexOf(text.charAt(words.start() - 1)) >= 0;
            boolean chained = !each.isEmpty();
            boolean last = words.end() == text.length()
                    && words.start() > 0
                    && !TAKES_BACK.matcher(words.group()).find();
            boolean whole = words.start() == 0 && words.end() == text.length();
            if (apart || chained || last || whole) {
                begin = begin < 0 ? words.start() : begin;
                each.add(words.group());
            }
            from = words.end();
        }
        String slug = begin < 0 ? text : text.substring(0, begin);
        String said = begin < 0 ? "" : text.substring(begin);
        return new SlugWords(
                trimmed(slug),
                found,
                trimmed(said),
                lead(each),
                take(each),
                any(each, "write"),
                any(each, "correct", "clarif", "refile"),
                any(each, "kill", "mandatory", "eliminat", "withdraw"),
                any(each, "withhold", "hold"),
                any(each, "advis"),
                advance(each));
    }

    /// Both what the heading and what the slug line in the text say, the slug line first.
    SlugWords or(SlugWords heading) {
        return new SlugWords(
                slug.isEmpty() ? heading.slug : slug,
                cycle.isEmpty() ? heading.cycle : cycle,
                said.isEmpty() ? heading.said : said,
                Math.max(lead, heading.lead),
                Math.max(take, heading.take),
                writeThrough || heading.writeThrough,
                correction || heading.correction,
                kill || heading.kill,
                withheld || heading.withheld,
                advisory || heading.advisory,
                Math.max(advanceDay, heading.advanceDay));
    }

    /// Whether it says that it follows something sent before without saying as which version.
    boolean followsUnnumbered() {
        return lead == 0
                && (correction || writeThrough || said.toUpperCase(Locale.ROOT).contains("UPDATE"));
    }

    /// The slug as the name of a running story: capitals, digits and hyphens; empty where there is no slug.
    String story() {
        StringBuilder out = new StringBuilder();
        String text = slug.toUpperCase(Locale.ROOT);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        }
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == '-') {
            end--;
        }
        return out.substring(0, end);
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && " ,(/".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && " ,)(-".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean any(List<String> words, String... beginnings) {
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT);
            for (String beginning : beginnings) {
                if (lower.startsWith(beginning) || (beginning.equals("write") && lower.contains("write"))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int lead(List<String> words) {
        int most = 0;
        for (String word : words) {
            if (LEAD.matcher(word).matches()) {
                most = Math.max(most, number(word));
            }
        }
        return most;
    }

    /// The first take is the story itself.
    private static int take(List<String> words) {
        for (String word : words) {
            if (TAKE.matcher(word).matches()) {
                String lower = word.toLowerCase(Locale.ROOT);
                int counted = number(word);
                if (counted == 0) {
                    counted = ORDINALS.indexOf(lower.substring(0, lower.indexOf(' '))) + 1;
                }
                int take = lower.contains("add") ? counted + 1 : counted;
                return take < 2 ? 0 : take;
            }
        }
        return 0;
    }

    private static int advance(List<String> words) {
        for (String word : words) {
            if (word.regionMatches(true, 0, "Adv", 0, 3) && !word.regionMatches(true, 0, "Advis", 0, 5)) {
                int day = number(word);
                return day <= 31 ? day : 0;
            }
        }
        return 0;
    }

    private static int number(String word) {
        Matcher digits = NUMBER.matcher(word);
        return digits.find() ? Integer.parseInt(digits.group()) : 0;
    }

    /// A keyword line in a text that may end in its word count (`…,416`); the count behind it is not part of the slug.
    record Counted(SlugWords words, @Nullable Integer count) {

        private static final Pattern COUNT = Pattern.compile(",\\s?(\\d{1,5})$");

        static Counted of(String line) {
            String text = line.strip();
            Matcher count = COUNT.matcher(text);
            if (count.find()) {
                return new Counted(SlugWords.of(text.substring(0, count.start())), Integer.valueOf(count.group(1)));
            }
            return new Counted(SlugWords.of(text), null);
        }
    }
}
