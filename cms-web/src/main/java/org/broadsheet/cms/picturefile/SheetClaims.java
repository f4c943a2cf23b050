package org.broadsheet.cms.picturefile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadsheet.core.picture.PictureSheet.Claim;
import org.broadsheet.core.picture.PictureSheet.Disagreement;
import org.broadsheet.core.picture.SheetField;
import org.broadsheet.core.spelling.Spacing;

/// What the parts of a file say, field by field, the most trusted first: the first claim counts, and claims that do not
/// say the same are kept as a disagreement.
final class SheetClaims {

    /// A caption of this many characters is nobody's any more.
    private static final int LONGEST_TEXT = 20_000;

    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_ITEMS = 200;
    private static final int LONGEST_ITEM = 500;
    private static final String DIVIDER = "; ";

    /// A shared beginning of this many characters is no accident.
    private static final int A_BEGINNING = 24;

    /// How many bytes IIM 4.2 allows a dataset, where its words are often cut off for that.
    private static final Map<String, Integer> ROOM = Map.ofEntries(
            Map.entry("IIM 2:5", 64),
            Map.entry("IIM 2:25", 64),
            Map.entry("IIM 2:40", 256),
            Map.entry("IIM 2:80", 32),
            Map.entry("IIM 2:85", 32),
            Map.entry("IIM 2:90", 32),
            Map.entry("IIM 2:92", 32),
            Map.entry("IIM 2:95", 32),
            Map.entry("IIM 2:101", 64),
            Map.entry("IIM 2:103", 32),
            Map.entry("IIM 2:105", 256),
            Map.entry("IIM 2:110", 32),
            Map.entry("IIM 2:115", 32),
            Map.entry("IIM 2:116", 128),
            Map.entry("IIM 2:120", 2_000));

    private final Map<SheetField, List<Said>> claims = new EnumMap<>(SheetField.class);
    private final List<Disagreement> disagreements = new ArrayList<>();
    private final List<String> remarks;

    SheetClaims(List<String> remarks) {
        this.remarks = remarks;
    }

    /// What a part of the file says of a field; nothing where the words are blank.
    void say(SheetField field, String from, String words) {
        String clean = Lettering.clean(words);
        int longest = field.kind() == SheetField.Kind.TEXT ? LONGEST_TEXT : LONGEST_LINE;
        if (field.kind() != SheetField.Kind.TEXT) {
            clean = Spacing.tidy(clean);
        }
        if (!clean.isEmpty()) {
            add(field, from, List.of(cut(clean, longest, from)));
        }
    }

    /// The same for a field that holds several; nothing where the list is empty.
    void say(SheetField field, String from, List<String> items) {
        Set<String> clean = new LinkedHashSet<>();
        for (String item : items) {
            String tidy = Spacing.tidy(Lettering.clean(item));
            if (!tidy.isEmpty() && clean.size() == MOST_ITEMS) {
                remarks.add(from + " holds more than " + MOST_ITEMS + " items; the others are left out");
                break;
            }
            if (!tidy.isEmpty()) {
                clean.add(cut(tidy, LONGEST_ITEM, from));
            }
        }
        if (!clean.isEmpty()) {
            add(field, from, List.copyOf(clean));
        }
    }

    private void add(SheetField field, String from, List<String> words) {
        claims.computeIfAbsent(field, _ -> new ArrayList<>()).add(new Said(from, words));
    }

    private String cut(String words, int longest, String from) {
        if (words.length() <= longest) {
            return words;
        }
        remarks.add(from + " is longer than " + longest + " characters; the rest is left out");
        int end = Character.isHighSurrogate(words.charAt(longest - 1)) ? longest - 1 : longest;
        return words.substring(0, end);
    }

    /// The words that count; empty where nobody said any.
    String words(SheetField field) {
        List<String> items = items(field);
        return items.isEmpty() ? "" : items.getFirst();
    }

    /// The items that count.
    List<String> items(SheetField field) {
        List<Said> said = claims.getOrDefault(field, List.of());
        return said.isEmpty() ? List.of() : said.getFirst().words();
    }

    /// Compares what was said, once all has been.
    List<Disagreement> disagreements() {
        claims.forEach((field, said) -> {
            Said trusted = said.getFirst();
            boolean differ = false;
            for (Said other : said.subList(1, said.size())) {
                if (!agree(field, trusted, other)) {
                    differ = true;
                }
            }
            if (differ) {
                disagreements.add(new Disagreement(
                        field.word(),
                        said.stream()
                                .map(one -> new Claim(one.from(), String.join(DIVIDER, one.words())))
                                .toList()));
            }
        });
        return disagreements;
    }

    private boolean agree(SheetField field, Said trusted, Said other) {
        Set<String> more = new LinkedHashSet<>();
        trusted.words().forEach(words -> more.add(Spacing.tidy(words)));
        Set<String> less = new LinkedHashSet<>();
        other.words().forEach(words -> less.add(Spacing.tidy(words)));
        if (more.equals(less)) {
            return true;
        }
        if (field == SheetField.COUNTRY_CODE) {
            return country(trusted.words().getFirst())
                    .equals(country(other.words().getFirst()));
        }
        List<String> cutOff = new ArrayList<>();
        for (String words : less) {
            boolean whole = more.contains(words);
            if (!whole && more.stream().noneMatch(all -> isBeginning(all, words, other.from()))) {
                return false;
            }
            if (!whole) {
                cutOff.add(words);
            }
        }
        if (cutOff.isEmpty() || more.size() != less.size()) {
            return false;
        }
        remarks.add(other.from() + " holds the beginning only: " + cutOff.getFirst());
        return true;
    }

    private static boolean isBeginning(String all, String words, String from) {
        Integer room = ROOM.get(from);
        return room != null
                && all.startsWith(words)
                && (words.length() >= A_BEGINNING || words.getBytes(StandardCharsets.UTF_8).length >= room - 3);
    }

    private static String country(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        for (String two : Locale.getISOCountries()) {
            if (two.equals(upper)) {
                return Locale.of("", two).getISO3Country();
            }
        }
        return upper;
    }

    private record Said(String from, List<String> words) {}
}
