package org.broadsheet.core.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the codes and phrases in usage terms and instructions mean. It comes with the house, and the picture desk may
/// change it: one phrase a line, `⇒`, and what it means.
///
/// @param entries the longest phrase first, those that name countries last: `SALES` is no country
public record UsageTable(List<Entry> entries) {

    /// The file with the table that comes with the house; it lies beside this class.
    public static final String HOUSE_FILE = "usage-terms.txt";

    public UsageTable {
        entries = entries.stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.phrase().startsWith("{COUNTRIES}"))
                        .thenComparing(entry -> -entry.phrase().length()))
                .toList();
    }

    /// Reads a table; an empty line and one that begins with `#` say nothing.
    ///
    /// @throws IllegalArgumentException names the first line that is no entry
    public static UsageTable read(String text) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String plain = line.strip();
            if (plain.isEmpty() || plain.startsWith("#")) {
                continue;
            }
            String[] halves = plain.split("⇒", -1);
            Meaning meaning = halves.length == 2 ? Meaning.of(halves[1].strip()) : null;
            if (meaning == null || halves[0].isBlank()) {
                throw new IllegalArgumentException(
                        "Line " + number + " of the table of usage terms is not `phrase ⇒ meaning`: " + plain);
            }
            entries.add(new Entry(halves[0].strip().toUpperCase(Locale.ROOT), meaning));
        }
        return new UsageTable(entries);
    }

    /// A phrase and what it means.
    ///
    /// @param phrase in capitals; `{day}`, `{days}` and `{countries}` stand for what changes
    public record Entry(String phrase, Meaning meaning) {}

    /// What a phrase can mean.
    public enum Meaning {
        NO_ARCHIVE("no-archive"),
        NO_RESALE("no-resale"),
        ONE_TIME_USE("one-time-use"),
        EDITORIAL_ONLY("editorial-only"),
        NOT_BEFORE("not-before"),
        NOT_AFTER("not-after"),
        NOT_IN("not-in"),
        ONLY_IN("only-in"),
        CREDIT_MANDATORY("credit-mandatory"),
        /// Known, and nothing follows from it here.
        NOTHING("nothing");

        private final String word;

        Meaning(String word) {
            this.word = word;
        }

        static @Nullable Meaning of(String word) {
            for (Meaning meaning : values()) {
                if (meaning.word.equals(word)) {
                    return meaning;
                }
            }
            return null;
        }
    }
}
