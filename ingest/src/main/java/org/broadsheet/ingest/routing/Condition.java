package org.broadsheet.ingest.routing;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.broadsheet.core.wire.WireItem;
import org.jspecify.annotations.Nullable;

/// One condition of a rule, ready to be asked thousands of times a second.
sealed interface Condition {

    /// Whether it holds for an item.
    boolean holds(Sight sight);

    /// Why it holds, for an item for which it does.
    String why(Sight sight);

    /// Why it does not hold, for an item for which it does not.
    String whyNot(Sight sight);

    /// The item came in on one of these feeds.
    record OnFeed(Set<String> feeds) implements Condition {
        @Override
        public boolean holds(Sight sight) {
            return feeds.contains(sight.item().feed());
        }

        @Override
        public String why(Sight sight) {
            return "it came in on " + sight.item().feed();
        }

        @Override
        public String whyNot(Sight sight) {
            return why(sight);
        }
    }

    /// The item is of one of these kinds.
    record OfKind(Set<WireItem.Kind> kinds) implements Condition {
        @Override
        public boolean holds(Sight sight) {
            return kinds.contains(sight.item().kind());
        }

        @Override
        public String why(Sight sight) {
            return "it is a " + sight.item().kind().name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String whyNot(Sight sight) {
            return why(sight);
        }
    }

    /// The agency filed it under one of these sections or categories.
    record InSection(List<String> sections) implements Condition {
        @Override
        public boolean holds(Sight sight) {
            return sections.stream().anyMatch(sight.sections()::contains);
        }

        @Override
        public String why(Sight sight) {
            String found = sections.stream()
                    .filter(sight.sections()::contains)
                    .findFirst()
                    .orElse("");
            return "the agency files it under “" + found + "”";
        }

        @Override
        public String whyNot(Sight sight) {
            return "the agency does not file it under " + told(sections);
        }
    }

    /// It is about one of these subjects, or one below.
    record About(List<String> subjects) implements Condition {
        @Override
        public boolean holds(Sight sight) {
            return found(sight) != null;
        }

        @Override
        public String why(Sight sight) {
            String found = found(sight);
            String sent = found == null ? null : sight.subjects().get(found);
            return found == null || found.equalsIgnoreCase(sent)
                    ? "it is about " + sent
                    : "it is about " + sent + " (" + found + ")";
        }

        private @Nullable String found(Sight sight) {
            for (String subject : subjects) {
                if (sight.subjects().containsKey(subject)) {
                    return subject;
                }
            }
            return null;
        }

        @Override
        public String whyNot(Sight sight) {
            return sight.subjects().isEmpty() ? "it names no subject" : "it is not about " + told(subjects);
        }
    }

    /// It is this urgent or more.
    record Urgent(int atMost) implements Condition {
        @Override
        public boolean holds(Sight sight) {
            Integer urgency = sight.item().urgency();
            return urgency != null && urgency <= atMost;
        }

        @Override
        public String why(Sight sight) {
            return "its urgency is " + sight.item().urgency();
        }

        @Override
        public String whyNot(Sight sight) {
            Integer urgency = sight.item().urgency();
            return urgency == null ? "it has no urgency" : "its urgency is " + urgency + ", not " + atMost + " or less";
        }
    }

    /// One of these phrases stands in it.
    record Says(List<Phrase> phrases) implements Condition {

        /// A phrase as the desk wrote it and as it is compared.
        record Phrase(String written, String folded) {}

        @Override
        public boolean holds(Sight sight) {
            for (Sight.Place place : sight.places()) {
                for (Phrase phrase : phrases) {
                    if (place.folded().contains(phrase.folded())) {
                        return true;
                    }
                }
            }
            return false;
        }

        @Override
        public String why(Sight sight) {
            for (Sight.Place place : sight.places()) {
                for (Phrase phrase : phrases) {
                    if (place.folded().contains(phrase.folded())) {
                        return "“" + phrase.written() + "” is in the " + place.name();
                    }
                }
            }
            return whyNot(sight);
        }

        @Override
        public String whyNot(Sight sight) {
            return told(phrases.stream().map(Phrase::written).toList()) + " is not in its headline, slugline or text";
        }
    }

    /// It was received within these hours.
    record Within(LocalTime from, LocalTime to, ZoneId zone, Set<DayOfWeek> days) implements Condition {

        static Within of(Rule.Hours hours) {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            for (String day : hours.days()) {
                days.add(Days.named(day));
            }
            return new Within(
                    LocalTime.parse(hours.from()),
                    LocalTime.parse(hours.to()),
                    ZoneId.of(hours.zone()),
                    days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days);
        }

        @Override
        public boolean holds(Sight sight) {
            ZonedDateTime received = sight.item().receivedAt().atZone(zone);
            LocalTime time = received.toLocalTime();
            DayOfWeek day = received.getDayOfWeek();
            if (from.isBefore(to)) {
                return days.contains(day) && !time.isBefore(from) && time.isBefore(to);
            }
            if (from.equals(to)) {
                return days.contains(time.isBefore(from) ? day.minus(1) : day);
            }
            return days.contains(day) && !time.isBefore(from) || days.contains(day.minus(1)) && time.isBefore(to);
        }

        @Override
        public String why(Sight sight) {
            return "it was received " + clock(sight.item().receivedAt().atZone(zone));
        }

        @Override
        public String whyNot(Sight sight) {
            return why(sight);
        }

        private static String clock(ZonedDateTime received) {
            return "on " + received.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " at "
                    + "%02d:%02d".formatted(received.getHour(), received.getMinute()) + " in "
                    + received.getZone().getId();
        }
    }

    /// The conditions of a rule, the cheap ones first.
    ///
    /// @throws RuntimeException if one of them cannot be read
    static List<Condition> of(Rule.When when) {
        List<Condition> conditions = new ArrayList<>();
        if (!when.feeds().isEmpty()) {
            conditions.add(new OnFeed(Set.copyOf(when.feeds())));
        }
        if (!when.kinds().isEmpty()) {
            Set<WireItem.Kind> kinds = EnumSet.noneOf(WireItem.Kind.class);
            when.kinds().forEach(kind -> kinds.add(WireItem.Kind.valueOf(kind.toUpperCase(Locale.ROOT))));
            conditions.add(new OfKind(kinds));
        }
        if (when.urgencyAtMost() != null) {
            conditions.add(new Urgent(when.urgencyAtMost()));
        }
        if (when.hours() != null) {
            conditions.add(Within.of(when.hours()));
        }
        if (!when.sections().isEmpty()) {
            conditions.add(new InSection(when.sections().stream()
                    .map(section -> section.strip().toLowerCase(Locale.ROOT))
                    .toList()));
        }
        if (!when.subjects().isEmpty()) {
            conditions.add(new About(
                    when.subjects().stream().map(TopicTree::comparable).toList()));
        }
        if (!when.words().isEmpty()) {
            conditions.add(new Says(when.words().stream()
                    .map(phrase -> new Says.Phrase(phrase.strip(), FoldedWords.of(phrase)))
                    .toList()));
        }
        return List.copyOf(conditions);
    }

    private static String told(List<String> entries) {
        return entries.size() == 1 ? "“" + entries.getFirst() + "”" : "any of “" + String.join("”, “", entries) + "”";
    }
}
