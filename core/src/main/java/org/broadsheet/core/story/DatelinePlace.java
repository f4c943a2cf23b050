package org.broadsheet.core.story;

import java.util.List;
import java.util.Set;

/// What the place of a dateline may look like: `NEW YORK`, `PARIS/LONDON`, `SYDNEY, Australia`, `Rio de Janeiro`.
final class DatelinePlace {

    /// The longest place, in characters.
    static final int LONGEST = 90;

    private DatelinePlace() {}

    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "della", "la", "le", "les", "du", "des", "da", "do", "dos", "das", "di", "of", "the", "and",
            "am", "an", "auf", "bei", "ob", "der", "den", "het", "al", "el", "upon", "sur", "sous", "en", "in", "near",
            "on", "off", "at", "aan", "y", "e", "und", "et", "nad", "na", "i", "og");

    private static final Set<String> SHORT_CITIES = Set.of(
            "ROME", "OSLO", "LIMA", "KYIV", "KIEV", "BONN", "BERN", "BAKU", "DOHA", "CORK", "LYON", "NICE", "RIGA",
            "MALE", "SUVA", "APIA", "LOME", "GRAZ", "BARI", "PUNE", "BALI", "GAZA", "HOMS", "GIZA", "CALI", "LODZ",
            "BRNO", "PISA", "BATH", "YORK", "RENO", "WACO", "ADEN", "JUBA", "AGRA", "CEBU", "FES", "FEZ", "ULM", "LINZ",
            "METZ", "LVIV", "ODESA", "SUMY", "UFA", "OMSK", "PERM", "NUUK", "PAU", "QOM", "GOMA", "HUE", "XIAN");

    private static final Set<String> NOT_PLACES = Set.of(
            "ADVISORY",
            "ALERT",
            "ANALYSIS",
            "ATTENTION",
            "BREAKING",
            "BRIEF",
            "CLARIFICATION",
            "COMMENT",
            "CORRECTED",
            "CORRECTION",
            "COVID",
            "EDITORS",
            "EMBARGO",
            "EMBARGOED",
            "EXCLUSIVE",
            "EXPLAINER",
            "FACTBOX",
            "FEATURE",
            "FLASH",
            "FOCUS",
            "GRAPHIC",
            "HIGHLIGHTS",
            "INSIGHT",
            "INTERVIEW",
            "KILL",
            "NEWSALERT",
            "NOTE",
            "OPINION",
            "PREVIEW",
            "PROFILE",
            "RECAP",
            "REFILE",
            "REPEAT",
            "REPORT",
            "RESULT",
            "RESULTS",
            "SUMMARY",
            "TABLE",
            "TIMELINE",
            "UPDATE",
            "UPDATED",
            "URGENT",
            "WARNING",
            "WATCH",
            "WITHDRAWN",
            "WRAPUP",
            "UNESCO",
            "UNICEF",
            "ASEAN",
            "BRICS",
            "HAMAS",
            "ECOWAS",
            "FRONTEX",
            "INTERPOL",
            "EUROPOL",
            "LIVE",
            "MORE",
            "QUESTION",
            "ANSWER",
            "BACKGROUND",
            "CONTEXT",
            "QUOTES",
            "DETAILS");

    static boolean isPlace(String place, boolean inCapitals) {
        if (place.isEmpty() || place.length() > LONGEST) {
            return false;
        }
        String city = firstPart(place);
        boolean named = false;
        for (String word : city.split("[ /]", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            if (!isPlaceWord(word)) {
                return false;
            }
            boolean particle = PARTICLES.contains(word);
            if (!particle && !(inCapitals ? isCapitals(word) : startsHigh(word))) {
                return false;
            }
            named |= !particle && word.length() > 1;
        }
        if (!named) {
            return false;
        }
        String[] rest = place.substring(city.length()).split("[ /,]", -1);
        if (rest.length > 10) {
            return false;
        }
        for (String word : rest) {
            if (!word.isEmpty() && !(isPlaceWord(word) && (startsHigh(word) || PARTICLES.contains(word)))) {
                return false;
            }
        }
        return true;
    }

    static boolean couldBeCity(String place, boolean dated) {
        String city = firstPart(place);
        String[] words = city.split("[ /]", -1);
        if (words.length > 5) {
            return false;
        }
        for (String word : words) {
            if (NOT_PLACES.contains(word)) {
                return false;
            }
        }
        boolean said = dated || city.length() < place.length();
        return said || words.length > 1 || city.length() > 5 || SHORT_CITIES.contains(city) || isFiveLetterCity(city);
    }

    private static boolean isFiveLetterCity(String city) {
        return city.length() == 5 && city.chars().allMatch(Character::isLetter);
    }

    private static boolean isPlaceWord(String word) {
        return word.chars()
                .allMatch(c -> Character.isLetterOrDigit(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || ".'’ʻ-‐‑&".indexOf(c) >= 0);
    }

    /// Whether a word is in capitals; `Mc` and `Mac` before capitals, and a small `al-` or `d'` count.
    private static boolean isCapitals(String word) {
        String rest = word;
        for (String small : List.of("Mc", "Mac", "al-", "el-", "d'", "d’", "l'", "l’")) {
            if (word.startsWith(small) && word.length() > small.length()) {
                rest = word.substring(small.length());
                break;
            }
        }
        return rest.chars().anyMatch(Character::isLetter) && rest.chars().noneMatch(Character::isLowerCase);
    }

    private static boolean startsHigh(String word) {
        char first = word.charAt(0);
        return Character.isDigit(first)
                || (Character.isLetter(first) && !Character.isLowerCase(first))
                || isCapitals(word);
    }

    private static String firstPart(String place) {
        int comma = place.indexOf(',');
        return comma < 0 ? place : place.substring(0, comma).strip();
    }
}
