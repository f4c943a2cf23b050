package org.broadsheet.cms.picturerights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.broadsheet.core.picture.CaptionCheck;
import org.broadsheet.core.picture.CaptionCheck.Level;
import org.broadsheet.core.picture.CaptionLinter;
import org.broadsheet.core.picture.SourceList;
import org.broadsheet.core.picture.SourceList.Source;
import org.broadsheet.core.picture.UsageTable;
import org.jspecify.annotations.Nullable;

/// Makes rules of what is written down, and says of each thing that is none where it stands.
final class RulesReading {

    /// What the level of missing credit words is written down under, beside those of [CaptionCheck].
    static final String CREDIT_WORDS = "credit-words-missing";

    /// How much missing credit words weigh where the newsroom has not said otherwise.
    static final Level CREDIT_WORDS_USUALLY = Level.WARNS;

    private static final int USUAL_ARCHIVE_DAYS = 30;
    private static final Set<String> COUNTRIES = countries();

    private final List<Fault> faults = new ArrayList<>();

    private RulesReading() {}

    /// @throws RulesFaulty names everything that is wrong
    static HouseRules read(RulesForm form) {
        RulesReading reading = new RulesReading();
        HouseRules rules = reading.rules(form);
        if (!reading.faults.isEmpty() || rules == null) {
            throw new RulesFaulty(reading.faults);
        }
        return rules;
    }

    /// The rules that come with the house, as they would be written down.
    static RulesForm ofTheHouse() {
        Map<String, String> levels = new LinkedHashMap<>();
        for (CaptionCheck check : CaptionCheck.values()) {
            levels.put(check.code(), word(check.usually()));
        }
        levels.put(CREDIT_WORDS, word(CREDIT_WORDS_USUALLY));
        CaptionLinter.House usual = CaptionLinter.House.USUAL;
        return new RulesForm(
                0,
                levels,
                usual.oldAfterDays(),
                usual.freshForDays(),
                usual.repeatWithinDays(),
                USUAL_ARCHIVE_DAYS,
                List.of(),
                usual.sources().sources().stream()
                        .map(source ->
                                new RulesForm.SourceLine(source.name(), word(source.kind()), source.disclosure()))
                        .toList(),
                usual.sources().handoutDisclosure(),
                houseTable());
    }

    /// A table of usage terms.
    ///
    /// @throws RulesFaulty names every line that is none
    static UsageTable table(String text) {
        RulesReading reading = new RulesReading();
        UsageTable table = reading.usage(text);
        if (!reading.faults.isEmpty()) {
            throw new RulesFaulty(reading.faults);
        }
        return table;
    }

    private @Nullable HouseRules rules(RulesForm form) {
        Map<CaptionCheck, Level> levels = new EnumMap<>(CaptionCheck.class);
        Level creditWords = CREDIT_WORDS_USUALLY;
        for (Map.Entry<String, String> line : form.levels().entrySet()) {
            String field = "levels." + line.getKey();
            Level level = level(line.getValue());
            CaptionCheck check = check(line.getKey());
            if (level == null) {
                faults.add(new Fault(field, "A check blocks, warns, advises or is silent."));
            } else if (check != null) {
                levels.put(check, level);
            } else if (line.getKey().equals(CREDIT_WORDS)) {
                creditWords = level;
            } else {
                faults.add(new Fault(field, "There is no check of this name."));
            }
        }
        if (form.oldAfterDays() < form.freshForDays()) {
            faults.add(new Fault("oldAfterDays", "A picture cannot be old while it is still fresh."));
        }
        SourceList sources = sources(form);
        Set<String> territories = territories(form.territories());
        UsageTable usage = usage(form.usageTable());
        if (!faults.isEmpty()) {
            return null;
        }
        return new HouseRules(
                form.version(),
                new CaptionLinter.House(
                        levels, form.oldAfterDays(), form.freshForDays(), form.repeatWithinDays(), sources),
                creditWords,
                form.archiveDays(),
                territories,
                usage);
    }

    private SourceList sources(RulesForm form) {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < form.sources().size(); i++) {
            RulesForm.SourceLine line = form.sources().get(i);
            String field = "sources[" + i + "]";
            Source.Kind kind = Arrays.stream(Source.Kind.values())
                    .filter(one -> word(one).equals(line.kind()))
                    .findFirst()
                    .orElse(null);
            if (line.name().isBlank()) {
                faults.add(new Fault(field + ".name", "Say how credits name the source."));
            } else if (line.disclosure().isBlank()) {
                faults.add(new Fault(field + ".disclosure", "Say what the reader is told."));
            } else if (kind == null) {
                faults.add(new Fault(field + ".kind", "A source is state-media or handout."));
            } else {
                sources.add(new Source(line.name(), kind, line.disclosure()));
            }
        }
        return new SourceList(sources, form.handoutDisclosure());
    }

    private Set<String> territories(List<String> written) {
        Set<String> territories = new TreeSet<>();
        for (int i = 0; i < written.size(); i++) {
            String code = written.get(i).strip().toUpperCase(Locale.ROOT);
            if (!COUNTRIES.contains(code)) {
                faults.add(new Fault(
                        "territories[" + i + "]",
                        "“" + written.get(i) + "” is no country's code of three letters, such as NOR."));
            }
            territories.add(code);
        }
        return territories;
    }

    /// Each line by itself, so that all that are wrong are named at once.
    private UsageTable usage(String text) {
        List<UsageTable.Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                entries.addAll(UsageTable.read(line).entries());
            } catch (IllegalArgumentException _) {
                faults.add(new Fault(
                        "usageTable:" + number, "Line " + number + " is not “phrase ⇒ meaning”: " + line.strip()));
            }
        }
        return new UsageTable(entries);
    }

    private static @Nullable CaptionCheck check(String code) {
        return Arrays.stream(CaptionCheck.values())
                .filter(check -> check.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Level level(String word) {
        return Arrays.stream(Level.values())
                .filter(level -> word(level).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String houseTable() {
        try (InputStream in = Objects.requireNonNull(UsageTable.class.getResourceAsStream(UsageTable.HOUSE_FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> countries() {
        Set<String> codes = new TreeSet<>();
        for (String two : Locale.getISOCountries()) {
            codes.add(Locale.of("", two).getISO3Country());
        }
        return codes;
    }

    /// Something that is no rule.
    ///
    /// @param field where it stands, such as `sources[2].name` or `usageTable:14`
    record Fault(String field, String sentence) {}

    /// What was written down cannot be made rules of.
    static final class RulesFaulty extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Fault> faults;

        RulesFaulty(List<Fault> faults) {
            super(faults.isEmpty() ? "" : faults.getFirst().sentence());
            this.faults = List.copyOf(faults);
        }

        List<Fault> faults() {
            return faults;
        }
    }
}
