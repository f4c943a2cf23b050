package org.broadsheet.core.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.core.picture.UsageTable.Entry;
import org.broadsheet.core.spelling.Spacing;
import org.broadsheet.core.spelling.WrittenDay;
import org.jspecify.annotations.Nullable;

/// Reads usage terms and instruction codes (`SALESOUT NARCH EUO SYROUT`, `NO ARCHIVES. ONE TIME USE ONLY`) into rules.
/// The longest phrase of the table counts first; what no phrase explains is handed back for a person to read.
///
/// @param rules in the order of the text; the same rule once
/// @param notUnderstood the sentences in which nothing was understood
public record UsageTerms(List<UsageRule> rules, List<String> notUnderstood) {

    private static final int LONGEST_READ = 10_000;
    private static final Map<String, String> COUNTRIES = countries();
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.;!|])\\s+|\\s+[-–—]+\\s+|\\R");
    private static final Pattern CREDITED =
            Pattern.compile("(?i)\\bcredit(?: required| mandatory)?\\s*[:-]?\\s*(?<words>[^.;|]*)");

    public UsageTerms {
        rules = List.copyOf(rules);
        notUnderstood = List.copyOf(notUnderstood);
    }

    /// Reads terms.
    ///
    /// @param texts usage terms, instructions, special instructions; empty ones say nothing
    /// @param received when the picture came in: `WITHIN 14 DAYS` counts from here
    /// @param zone in which days begin and end
    public static UsageTerms read(List<String> texts, Instant received, ZoneId zone, UsageTable table) {
        Set<UsageRule> rules = new LinkedHashSet<>();
        List<String> unread = new ArrayList<>();
        for (String text : texts) {
            String whole = text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text;
            for (String piece : SENTENCE_END.split(whole)) {
                String sentence = Spacing.tidy(piece);
                if (sentence.chars().anyMatch(Character::isLetterOrDigit)) {
                    List<UsageRule> found = new ArrayList<>();
                    boolean understood = readSentence(sentence, received, zone, table, found);
                    rules.addAll(found);
                    if (!understood && !unread.contains(sentence)) {
                        unread.add(sentence);
                    }
                }
            }
        }
        return new UsageTerms(List.copyOf(rules), unread);
    }

    /// Whether anything in the sentence was understood.
    private static boolean readSentence(
            String sentence, Instant received, ZoneId zone, UsageTable table, List<UsageRule> found) {
        String left = sentence.toUpperCase(Locale.ROOT);
        boolean understood = false;
        for (Entry entry : table.entries()) {
            Pattern phrase = Phrases.pattern(entry.phrase());
            Matcher matcher = phrase.matcher(left);
            int from = 0;
            while (from < left.length() && matcher.find(from)) {
                Rules rules = new Rules(sentence, matcher, received, zone);
                List<UsageRule> meant = rules.of(entry);
                if (meant == null) {
                    from = nextWord(left, matcher.start());
                } else {
                    found.addAll(meant);
                    understood = true;
                    from = rules.end();
                    left = left.substring(0, matcher.start())
                            + " ".repeat(from - matcher.start())
                            + left.substring(from);
                    matcher = phrase.matcher(left);
                }
            }
        }
        return understood;
    }

    private static int nextWord(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != ' ') {
            at++;
        }
        return at + 1;
    }

    /// The beginning of a text, as many of its words as name countries; empty where the first does not.
    private static String countriesFirst(String text) {
        String left = text;
        while (!left.isEmpty() && countriesIn(left) == null) {
            left = left.substring(0, Math.max(0, left.lastIndexOf(' ')));
        }
        return left;
    }

    /// The codes of countries that a text names one after the other; `null` where a word in it is none.
    static @Nullable Set<String> countriesIn(String text) {
        Set<String> codes = new LinkedHashSet<>();
        for (String part : text.split("\\s*(?:,|/|&|\\bAND\\b|\\bOR\\b)\\s*", -1)) {
            String name = part.strip();
            if (name.startsWith("THE ")) {
                name = name.substring(4);
            }
            String code = COUNTRIES.get(name);
            if (code == null) {
                return null;
            }
            codes.add(code);
        }
        return codes;
    }

    private static Map<String, String> countries() {
        Map<String, String> countries = new TreeMap<>();
        for (String two : Locale.getISOCountries()) {
            Locale country = Locale.of("", two);
            String three = country.getISO3Country();
            countries.put(three, three);
            countries.put(country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), three);
        }
        countries.put("UK", "GBR");
        countries.put("GREAT BRITAIN", "GBR");
        countries.put("BRITAIN", "GBR");
        countries.put("US", "USA");
        countries.put("U.S.", "USA");
        countries.put("TURKEY", "TUR");
        countries.put("RUSSIA", "RUS");
        countries.put("SOUTH KOREA", "KOR");
        countries.put("NORTH KOREA", "PRK");
        countries.put("CZECH REPUBLIC", "CZE");
        return countries;
    }

    /// Turns one phrase found in a sentence into rules.
    private record Rules(String sentence, Matcher found, Instant received, ZoneId zone) {

        /// `null` where what stands for `{day}` or `{countries}` is none.
        @Nullable
        List<UsageRule> of(Entry entry) {
            String words = sentence.substring(found.start(), end());
            return switch (entry.meaning()) {
                case NO_ARCHIVE -> List.of(new UsageRule.NoArchive(words));
                case NO_RESALE -> List.of(new UsageRule.NoResale(words));
                case ONE_TIME_USE -> List.of(new UsageRule.OneTimeUse(words));
                case EDITORIAL_ONLY -> List.of(new UsageRule.EditorialOnly(words));
                case CREDIT_MANDATORY -> List.of(new UsageRule.CreditMandatory(credited(), words));
                case NOTHING -> List.of();
                case NOT_BEFORE -> {
                    Instant day = moment(false);
                    yield day == null ? null : List.of(new UsageRule.NotBefore(day, words));
                }
                case NOT_AFTER -> {
                    Instant day = moment(true);
                    yield day == null ? null : List.of(new UsageRule.NotAfter(day, words));
                }
                case NOT_IN -> {
                    Set<String> countries = countriesIn(named());
                    yield countries == null ? null : List.of(new UsageRule.NotIn(countries, words));
                }
                case ONLY_IN -> {
                    Set<String> countries = countriesIn(named());
                    yield countries == null ? null : List.of(new UsageRule.OnlyIn(countries, words));
                }
            };
        }

        /// Where the phrase ends: behind the last country it names, whatever stands behind that.
        int end() {
            boolean last = found.namedGroups().containsKey("countries") && found.end("countries") == found.end();
            return last ? found.start("countries") + named().length() : found.end();
        }

        private String named() {
            boolean last = found.end("countries") == found.end();
            return last ? countriesFirst(group("countries")) : group("countries");
        }

        private String group(String name) {
            String group = found.group(name);
            return group == null ? "" : group.strip();
        }

        /// The beginning of the named day, or its end.
        private @Nullable Instant moment(boolean end) {
            if (found.namedGroups().containsKey("days")) {
                return received.plus(Integer.parseInt(group("days")), ChronoUnit.DAYS);
            }
            String written = sentence.substring(found.start("day"), found.end("day"));
            for (WrittenDay day : WrittenDay.find(capitalised(written))) {
                LocalDate date = day.date();
                if (date != null) {
                    return (end ? date.plusDays(1) : date).atStartOfDay(zone).toInstant();
                }
            }
            return null;
        }

        private static String capitalised(String written) {
            return written.isEmpty() ? written : Character.toUpperCase(written.charAt(0)) + written.substring(1);
        }

        private String credited() {
            Matcher credit = CREDITED.matcher(sentence);
            return credit.find(Math.max(0, found.start()))
                    ? credit.group("words").strip()
                    : "";
        }
    }
}
