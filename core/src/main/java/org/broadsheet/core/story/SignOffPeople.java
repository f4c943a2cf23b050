package org.broadsheet.core.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadsheet.core.spelling.Spacing;
import org.jspecify.annotations.Nullable;

/// Reads a list of people as a sign-off has it: `Ines Halloran in Vastholm, Pavel de la Torre and Osei Danquah Jr.`.
final class SignOffPeople {

    private static final int LONGEST_NAME_IN_WORDS = 8;

    private SignOffPeople() {}

    /// The people of a list; empty where it is not made of names.
    static List<SignOff.Person> read(String list) {
        String text = trimmed(list);
        List<String> names = new ArrayList<>();
        List<@Nullable String> places = new ArrayList<>();
        boolean capitals = text.chars().noneMatch(Character::isLowerCase);
        for (String part : text.split(",", -1)) {
            boolean behindComma = true;
            for (String item : itemsOf(part.strip(), capitals)) {
                if (item.isEmpty()) {
                    return List.of();
                }
                if (!join(item, behindComma, names, places) && !add(item, capitals, names, places)) {
                    return List.of();
                }
                behindComma = false;
            }
        }
        List<SignOff.Person> people = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            people.add(new SignOff.Person(names.get(i), places.get(i)));
        }
        return people;
    }

    /// Whether the item only carries on the person before it: `Jr.` a name, `Norland` or `D.C.` a place.
    private static boolean join(String item, boolean behindComma, List<String> names, List<@Nullable String> places) {
        if (names.isEmpty()) {
            return false;
        }
        int last = names.size() - 1;
        String place = places.get(last);
        if (SignOffGrammar.isSuffix(item) && place == null) {
            names.set(last, names.get(last) + (behindComma ? ", " : " and ") + item);
            return true;
        }
        if (place == null || item.indexOf(' ') >= 0 || !isName(item)) {
            return false;
        }
        places.set(last, place + (behindComma ? ", " : " and ") + item);
        return true;
    }

    private static boolean add(String item, boolean capitals, List<String> names, List<@Nullable String> places) {
        int in = placeWord(item, capitals);
        String name = in < 0 ? item : item.substring(0, in).strip();
        String place =
                in < 0 ? null : item.substring(item.indexOf(' ', in + 1) + 1).strip();
        if (!isName(name) || (place != null && !isName(place))) {
            return false;
        }
        names.add(name);
        places.add(place);
        return true;
    }

    private static int placeWord(String item, boolean capitals) {
        for (String word : List.of(" in ", " from ", " at ")) {
            int at = capitals ? item.indexOf(word.toUpperCase(Locale.ROOT)) : item.indexOf(word);
            if (at > 0 && at + word.length() < item.length()) {
                return at;
            }
        }
        return -1;
    }

    private static List<String> itemsOf(String part, boolean capitals) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        boolean first = true;
        for (String word : part.split(" ", -1)) {
            boolean and =
                    word.equals("and") || word.equals("&") || word.equals("/") || (capitals && word.equals("AND"));
            if (!and) {
                item.append(item.isEmpty() ? "" : " ").append(word);
            } else if (!first) {
                items.add(item.toString());
                item.setLength(0);
            }
            first = false;
        }
        items.add(item.toString());
        return items;
    }

    /// Whether an item is made of name words: capitals first, small only the particles of names and the house's own
    /// words (`the Vastholm bureau`).
    private static boolean isName(String item) {
        String[] words = item.split(" ", -1);
        if (words.length > LONGEST_NAME_IN_WORDS || item.length() > 90) {
            return false;
        }
        boolean named = false;
        for (String word : words) {
            if (word.isEmpty() || !word.chars().allMatch(SignOffPeople::standsInNames)) {
                return false;
            }
            boolean small = Character.isLowerCase(word.charAt(0));
            if (small && !SignOffGrammar.isSmallNameWord(word) && !hasCapital(word)) {
                return false;
            }
            named |= !small || words.length <= 2;
        }
        return named;
    }

    private static boolean standsInNames(int c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || "-‐‑.'’ʻ`/&".indexOf(c) >= 0
                || (c >= '0' && c <= '9');
    }

    private static boolean hasCapital(String word) {
        return word.chars().anyMatch(Character::isUpperCase);
    }

    /// The list without the signs and the `and` that lead to the next job.
    private static String trimmed(String list) {
        String text = Spacing.tidy(list);
        boolean shorter = true;
        while (shorter) {
            int length = text.length();
            if (text.endsWith(" and") || text.endsWith(" AND")) {
                text = text.substring(0, length - 4);
            } else if (text.endsWith(" with")) {
                text = text.substring(0, length - 5);
            } else if (!text.isEmpty() && ";,: ()[]–—-".indexOf(text.charAt(length - 1)) >= 0) {
                text = text.substring(0, length - 1);
            } else if (text.endsWith(".") && !endsInAbbreviation(text)) {
                text = text.substring(0, length - 1);
            } else if (!text.isEmpty() && ";,: ".indexOf(text.charAt(0)) >= 0) {
                text = text.substring(1);
            } else {
                shorter = false;
            }
        }
        return text;
    }

    /// Whether the last point belongs to the word before it: `Jr.`, `D.C.`, an initial.
    private static boolean endsInAbbreviation(String text) {
        String word = text.substring(text.lastIndexOf(' ') + 1);
        return SignOffGrammar.isSuffix(word) || word.indexOf('.') < word.length() - 1 || word.length() == 2;
    }
}
