package org.broadsheet.ingest.routing;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A rule as it comes in: anything may be missing or wrong.
///
/// @param version the version it was written on; 0 or missing for a new one
record RuleForm(
        @Nullable String name,
        @Nullable Boolean active,
        @Nullable Long version,
        @Nullable WhenForm when,
        @Nullable ThenForm then) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ENTRY = 200;
    private static final int MOST_ENTRIES = 200;

    /// The conditions as they come in.
    record WhenForm(
            @Nullable List<@Nullable String> feeds,
            @Nullable List<@Nullable String> sections,
            @Nullable List<@Nullable String> subjects,
            @Nullable Integer urgencyAtMost,
            @Nullable List<@Nullable String> words,
            @Nullable HoursForm hours,
            @Nullable List<@Nullable String> kinds) {}

    /// The hours as they come in.
    record HoursForm(
            @Nullable String from,
            @Nullable String to,
            @Nullable String zone,
            @Nullable List<@Nullable String> days) {}

    /// The decision as it comes in.
    record ThenForm(
            @Nullable String desk,
            @Nullable String section,
            @Nullable List<@Nullable String> tags,
            @Nullable Boolean autoPublish,
            @Nullable Boolean stop) {}

    /// One thing wrong with a rule.
    ///
    /// @param field such as `when.hours.from`
    record Fault(String field, String sentence) {}

    long versionOr0() {
        return version == null ? 0 : version;
    }

    /// Reads the rule.
    ///
    /// @param faults what is wrong is added here; the rule counts only where nothing is
    Rule read(String id, List<Fault> faults) {
        String called = text("name", name, LONGEST_NAME, faults);
        if (called.isEmpty()) {
            faults.add(new Fault("name", "A rule has a name."));
        }
        Rule.Then decision = then(faults);
        if (decision.equals(Rule.Then.NOTHING)) {
            faults.add(new Fault("then", "The rule decides nothing: no desk, no section, no tag, no publication."));
        }
        return new Rule(id, called, active == null || active, 0, versionOr0(), when(faults), decision);
    }

    private Rule.When when(List<Fault> faults) {
        if (when == null) {
            return Rule.When.ALWAYS;
        }
        Integer urgency = when.urgencyAtMost();
        if (urgency != null && (urgency < 1 || urgency > 9)) {
            faults.add(new Fault("when.urgencyAtMost", "Urgency is from 1, flash, to 9."));
        }
        List<String> words = entries("when.words", when.words(), faults);
        for (int i = 0; i < words.size(); i++) {
            if (FoldedWords.of(words.get(i)).isBlank()) {
                faults.add(new Fault("when.words[" + i + "]", "“" + words.get(i) + "” holds no word."));
            }
        }
        List<String> kinds = entries("when.kinds", when.kinds(), faults).stream()
                .map(kind -> kind.toLowerCase(Locale.ROOT))
                .toList();
        for (int i = 0; i < kinds.size(); i++) {
            if (!List.of("text", "picture", "package").contains(kinds.get(i))) {
                faults.add(new Fault("when.kinds[" + i + "]", "A kind is text, picture or package."));
            }
        }
        return new Rule.When(
                entries("when.feeds", when.feeds(), faults),
                entries("when.sections", when.sections(), faults),
                entries("when.subjects", when.subjects(), faults),
                urgency,
                words,
                when.hours() == null ? null : hours(when.hours(), faults),
                kinds);
    }

    private static Rule.Hours hours(HoursForm hours, List<Fault> faults) {
        String zone = text("when.hours.zone", hours.zone(), LONGEST_ENTRY, faults);
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            faults.add(new Fault(
                    "when.hours.zone",
                    zone.isEmpty() ? "Hours need a time zone, such as Europe/London." : "No such time zone: " + zone));
        }
        List<String> days = entries("when.hours.days", hours.days(), faults).stream()
                .map(day -> day.toLowerCase(Locale.ROOT))
                .toList();
        for (int i = 0; i < days.size(); i++) {
            try {
                Days.named(days.get(i));
            } catch (IllegalArgumentException e) {
                faults.add(new Fault("when.hours.days[" + i + "]", "A day is mon, tue, wed, thu, fri, sat or sun."));
            }
        }
        return new Rule.Hours(
                time("when.hours.from", hours.from(), faults), time("when.hours.to", hours.to(), faults), zone, days);
    }

    private static String time(String field, @Nullable String sent, List<Fault> faults) {
        String time = text(field, sent, LONGEST_ENTRY, faults);
        try {
            return LocalTime.parse(time).toString();
        } catch (DateTimeException e) {
            faults.add(new Fault(field, "A time of day is written like 06:30."));
            return time;
        }
    }

    private Rule.Then then(List<Fault> faults) {
        if (then == null) {
            return Rule.Then.NOTHING;
        }
        return new Rule.Then(
                text("then.desk", then.desk(), LONGEST_ENTRY, faults),
                text("then.section", then.section(), LONGEST_ENTRY, faults),
                entries("then.tags", then.tags(), faults),
                Boolean.TRUE.equals(then.autoPublish()),
                Boolean.TRUE.equals(then.stop()));
    }

    private static List<String> entries(String field, @Nullable List<@Nullable String> sent, List<Fault> faults) {
        if (sent == null) {
            return List.of();
        }
        if (sent.size() > MOST_ENTRIES) {
            faults.add(new Fault(field, "There are more than " + MOST_ENTRIES + " entries."));
            return List.of();
        }
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            String entry = text(field + "[" + i + "]", sent.get(i), LONGEST_ENTRY, faults);
            if (!entry.isEmpty() && !entries.contains(entry)) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static String text(String field, @Nullable String sent, int longest, List<Fault> faults) {
        String text = sent == null ? "" : sent.strip();
        if (text.length() > longest) {
            faults.add(new Fault(field, "It has more than " + longest + " characters."));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            faults.add(new Fault(field, "It holds a control character."));
        }
        return text;
    }
}
