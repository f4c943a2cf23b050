package org.broadsheet.core.picture;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.core.spelling.Spacing;
import org.broadsheet.core.spelling.WrittenDay;
import org.jspecify.annotations.Nullable;

/// What the words of a caption name: days with their weekdays, a place, persons. Names are told by their capitals, so
/// a caption in a language without them names nobody; what is found here advises and never blocks.
///
/// @param days every day with a year that the caption names, in its order
/// @param place the place it names best, such as `Vastholm, Norland`; empty where it names none
/// @param persons the persons it names, in its order
public record CaptionFacts(List<NamedDay> days, String place, List<String> persons) {

    private static final int LONGEST_READ = 4_000;

    private static final String NAME_WORD = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
    private static final String SMALL = "(?:of|the|de|del|la|le|du|da|dos|van|von|der|den|al|el|bin|ibn|y|i|upon|and)";
    private static final String NAME = NAME_WORD + "(?:(?: " + SMALL + "){0,2} " + NAME_WORD + "){0,4}";

    private static final Pattern PLACE = Pattern.compile(
            "(?U)\\b(?:in|at|near|off|outside|inside|over|above|around|through|across|along|between|from|to)"
                    + " (?:the )?(?:(?:city|town|village|port|province|state|harbour|harbor|suburb) of )?"
                    + "(?<place>" + NAME + "(?:, " + NAME + "){0,2})");

    private static final Pattern DATELINE = Pattern.compile(
            "^(?<place>\\p{Lu}[\\p{Lu}\\p{M}'’. -]+(?:, \\p{Lu}[\\p{Lu}\\p{M}'’. -]+)?) ?[-–—] ?\\p{Lu}");

    private static final Pattern PERSON = Pattern.compile("(?U)(?<![\\p{L}\\p{M}])(?<name>" + NAME_WORD
            + "(?: (?:de|del|la|van|von|der|den|al|el|bin|ibn|da|dos)){0,2}" + "(?: " + NAME_WORD + "){1,3})");

    private static final Set<String> NO_NAMES = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sept",
            "sep",
            "oct",
            "nov",
            "dec",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "file",
            "photo",
            "picture",
            "handout",
            "courtesy",
            "reuters");

    /// Words that begin the name of a thing or an office, not of a person.
    private static final Set<String> OF_THINGS = Set.of(
            "the",
            "a",
            "an",
            "this",
            "that",
            "these",
            "new",
            "north",
            "south",
            "east",
            "west",
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
            "united",
            "port",
            "lake",
            "mount",
            "river",
            "cape",
            "gulf",
            "saint");

    private static final Set<String> THINGS = Set.of(
            "street",
            "square",
            "bridge",
            "harbour",
            "harbor",
            "airport",
            "stadium",
            "palace",
            "tower",
            "park",
            "hall",
            "house",
            "university",
            "museum",
            "cup",
            "league",
            "games",
            "championship",
            "open",
            "party",
            "ministry",
            "council",
            "parliament",
            "bank",
            "sea",
            "ocean",
            "island",
            "islands",
            "river",
            "lake",
            "bay",
            "strait",
            "avenue",
            "road",
            "station",
            "church",
            "cathedral",
            "mosque",
            "temple",
            "hospital",
            "school",
            "centre",
            "center",
            "club",
            "company",
            "united",
            "city",
            "union",
            "day",
            "week",
            "war",
            "festival",
            "fair",
            "prize");

    public CaptionFacts {
        days = List.copyOf(days);
        persons = List.copyOf(persons);
    }

    /// What a caption names.
    ///
    /// @param caption its words, without prefix and credit
    public static CaptionFacts of(String caption) {
        String tidy = Spacing.tidy(caption);
        String text = tidy.length() > LONGEST_READ ? tidy.substring(0, LONGEST_READ) : tidy;
        String place = place(text);
        return new CaptionFacts(days(text), place, persons(text, place));
    }

    private static List<NamedDay> days(String text) {
        List<NamedDay> days = new ArrayList<>();
        for (WrittenDay written : WrittenDay.find(text)) {
            LocalDate date = written.date();
            if (date != null) {
                DayOfWeek before = weekdayBefore(text, written.start());
                days.add(new NamedDay(date, before == null ? weekdayBehind(text, written.end()) : before));
            }
        }
        return days;
    }

    private static @Nullable DayOfWeek weekdayBefore(String text, int start) {
        int end = start;
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == ',' || text.charAt(end - 1) == '.')) {
            end--;
        }
        int from = end;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return weekday(text.substring(from, end));
    }

    private static @Nullable DayOfWeek weekdayBehind(String text, int end) {
        int from = end;
        while (from < text.length()
                && (text.charAt(from) == ' ' || text.charAt(from) == ',' || text.charAt(from) == '(')) {
            from++;
        }
        int to = from;
        while (to < text.length() && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return weekday(text.substring(from, to));
    }

    private static @Nullable DayOfWeek weekday(String word) {
        if (!WrittenDay.isWeekday(word) || Character.isLowerCase(word.charAt(0))) {
            return null;
        }
        String beginning = word.substring(0, 3).toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(beginning)) {
                return day;
            }
        }
        return null;
    }

    /// The place before the first day where there is one, else the last place named.
    private static String place(String text) {
        Matcher dateline = DATELINE.matcher(text);
        if (dateline.find()) {
            return dateline.group("place").strip();
        }
        List<WrittenDay> days = WrittenDay.find(text);
        int day = days.isEmpty() ? text.length() : days.getFirst().start();
        String best = "";
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            String place = withoutDays(places.group("place"));
            if (!place.isEmpty() && (best.isEmpty() || places.start() < day)) {
                best = place;
            }
        }
        return best;
    }

    /// A place without the month or weekday that the capitals have glued to it.
    private static String withoutDays(String found) {
        List<String> parts = new ArrayList<>();
        for (String part : found.split(", ", -1)) {
            List<String> words = new ArrayList<>();
            for (String word : part.split(" ", -1)) {
                if (NO_NAMES.contains(bare(word))) {
                    break;
                }
                words.add(word);
            }
            if (words.isEmpty()) {
                break;
            }
            parts.add(String.join(" ", words));
        }
        String place = String.join(", ", parts);
        return place.endsWith(".") ? place.substring(0, place.length() - 1) : place;
    }

    private static List<String> persons(String text, String place) {
        List<String> persons = new ArrayList<>();
        Matcher names = PERSON.matcher(text);
        while (names.find()) {
            String name = names.group("name");
            boolean capitals = name.chars().noneMatch(Character::isLowerCase);
            String before = text.substring(0, names.start());
            boolean located = before.matches("(?s).*\\b(?:in|at|near|off|outside|over|to|from)(?: the)? $");
            if (!capitals && !located && !place.contains(name) && isPerson(name)) {
                persons.add(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
            }
        }
        return persons;
    }

    private static boolean isPerson(String name) {
        String[] words = name.split(" ", -1);
        if (OF_THINGS.contains(bare(words[0])) && words.length < 3) {
            return false;
        }
        for (String word : words) {
            String bare = bare(word);
            if (NO_NAMES.contains(bare) || THINGS.contains(bare)) {
                return false;
            }
        }
        return true;
    }

    private static String bare(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") || lower.endsWith(",") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /// A day a caption names.
    ///
    /// @param weekday the day of the week that stands beside it; `null` where none does
    public record NamedDay(LocalDate date, @Nullable DayOfWeek weekday) {

        /// Whether the weekday beside it is another than the calendar's.
        public boolean weekdayIsWrong() {
            return weekday != null && weekday != date.getDayOfWeek();
        }
    }
}
