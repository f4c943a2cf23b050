package org.broadsheet.core.picture;

import java.util.Locale;
import java.util.Set;
import org.broadsheet.core.spelling.Agencies;
import org.broadsheet.core.spelling.Spacing;

/// The words credit lines are made of, in the spellings the agencies use: file, pool, handout, offices and persons.
final class CreditWords {

    private CreditWords() {}

    private static final Set<String> FILE_WORDS = Set.of(
            "file",
            "files",
            "filephoto",
            "filephotos",
            "filepicture",
            "filepic",
            "filefoto",
            "fileimage",
            "archive",
            "archivephoto",
            "archives",
            "archivfoto",
            "archivbild",
            "fromthefiles",
            "filephotograph");

    private static final Set<String> POOL_WORDS =
            Set.of("pool", "poolphoto", "poolpicture", "poolvia", "viapool", "poolfoto", "pressepool", "presspool");

    private static final Set<String> HANDOUT_WORDS =
            Set.of("handout", "handoutphoto", "handoutpicture", "handoutimage", "ho", "hand-out", "handouts");

    private static final Set<String> OFFICE_WORDS = Set.of(
            "ministry",
            "office",
            "government",
            "navy",
            "army",
            "force",
            "forces",
            "guard",
            "police",
            "authority",
            "council",
            "museum",
            "university",
            "institute",
            "administration",
            "department",
            "company",
            "corporation",
            "group",
            "network",
            "television",
            "tv",
            "broadcasting",
            "times",
            "post",
            "herald",
            "tribune",
            "gazette",
            "daily",
            "journal",
            "magazine",
            "service",
            "services",
            "state",
            "national",
            "court",
            "parliament",
            "presidency",
            "palace",
            "city",
            "family",
            "archive",
            "archives",
            "library",
            "party",
            "union",
            "club",
            "association",
            "federation",
            "foundation",
            "committee",
            "board",
            "port",
            "airport",
            "railways",
            "observatory",
            "technologies",
            "labs",
            "hospital",
            "school",
            "church",
            "embassy",
            "fire",
            "rescue",
            "coast",
            "kremlin",
            "nasa");

    private static boolean says(Set<String> words, String text, String standard) {
        String squeezed = squeezed(text);
        return words.contains(squeezed) || (squeezed.length() >= 6 && Agencies.isOneSlipAway(squeezed, standard));
    }

    static boolean saysFile(String text) {
        return says(FILE_WORDS, text, "filephoto");
    }

    static boolean saysPool(String text) {
        return says(POOL_WORDS, text, "poolphoto");
    }

    static boolean saysHandout(String text) {
        return says(HANDOUT_WORDS, text, "handout");
    }

    static boolean startsLikeAWord(String words) {
        String squeezed = squeezed(words);
        return FILE_WORDS.contains(squeezed) || POOL_WORDS.contains(squeezed) || HANDOUT_WORDS.contains(squeezed);
    }

    /// Whether a last word says pool, handout or file and is no part of a name such as `State Archive`.
    static boolean isPlainWord(String word) {
        String squeezed = squeezed(word);
        return squeezed.equals("pool")
                || squeezed.equals("handout")
                || squeezed.equals("file")
                || squeezed.equals("filephoto");
    }

    static boolean isHandout(String word) {
        return HANDOUT_WORDS.contains(squeezed(word));
    }

    private static String squeezed(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Spacing.isSpace(c) && c != '.' && c != '-' && c != '_') {
                out.append(Character.toLowerCase(c));
            }
        }
        return out.toString();
    }

    static boolean isOffice(String name) {
        for (String word : name.toLowerCase(Locale.ROOT).split("[ -]", -1)) {
            if (OFFICE_WORDS.contains(word) || word.equals("of")) {
                return true;
            }
        }
        return false;
    }

    /// Whether a name is shaped like a person's: two to five words, none of them an agency's or an office's.
    static boolean isPerson(String name) {
        String[] words = name.split(" ", -1);
        if (words.length < 2 || words.length > 5 || Agencies.looksLikeOne(name) || isOffice(name)) {
            return false;
        }
        boolean small = false;
        for (String word : words) {
            boolean letters = !word.isEmpty() && Character.isLetter(word.charAt(0));
            if (!letters || word.equalsIgnoreCase("the")) {
                return false;
            }
            small |= word.chars().anyMatch(Character::isLowerCase);
        }
        return small && Character.isUpperCase(words[words.length - 1].charAt(0));
    }

    /// A name as we spell it: agencies without a slip of the pen, photographers without their capitals.
    static String spelt(String name) {
        String plain = name.strip();
        String meant = Agencies.meantBy(plain);
        if (meant != null) {
            return meant.equals("Reuters") ? "REUTERS" : meant;
        }
        if (Agencies.looksLikeOne(plain) || isOffice(plain) || !isAllCapitals(plain)) {
            return plain;
        }
        return inSmallLetters(plain);
    }

    private static boolean isAllCapitals(String name) {
        String[] words = name.split(" ", -1);
        return words.length >= 2
                && words.length <= 5
                && words[words.length - 1].length() > 3
                && name.chars().noneMatch(Character::isLowerCase);
    }

    private static String inSmallLetters(String name) {
        StringBuilder out = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            out.append(start ? c : Character.toLowerCase(c));
            start = !Character.isLetter(c);
        }
        return out.toString();
    }
}
