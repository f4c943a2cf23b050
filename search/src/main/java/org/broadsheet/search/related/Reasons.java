package org.broadsheet.search.related;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.search.index.StoryDocument;
import org.broadsheet.search.index.SubjectEntry;
import org.broadsheet.search.related.StrongWords.Word;

/// Says what two stories share: nothing that is not in both.
final class Reasons {

    private static final int WORDS = 4;

    private Reasons() {}

    /// Subjects, places, people and organisations first, each a reason; then the strongest words in one.
    ///
    /// @param words the strong words of the one story that stand in the other, the strongest first
    static List<String> between(StoryDocument one, StoryDocument other, List<Word> words) {
        List<String> reasons = new ArrayList<>();
        for (Subject.Kind kind : Subject.Kind.values()) {
            for (String name : shared(one, other, kind)) {
                reasons.add(label(kind) + ": " + name);
            }
        }
        String strongest =
                words.stream().map(Word::printed).distinct().limit(WORDS).collect(Collectors.joining(", "));
        if (!strongest.isEmpty()) {
            reasons.add("words: " + strongest);
        }
        return reasons;
    }

    private static Set<String> shared(StoryDocument one, StoryDocument other, Subject.Kind kind) {
        Set<String> keys = subjects(other, kind).stream().map(SubjectEntry::key).collect(Collectors.toSet());
        return subjects(one, kind).stream()
                .filter(subject -> keys.contains(subject.key()))
                .map(SubjectEntry::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<SubjectEntry> subjects(StoryDocument story, Subject.Kind kind) {
        List<SubjectEntry> subjects = story.subjects();
        return subjects == null
                ? List.of()
                : subjects.stream().filter(subject -> subject.kind() == kind).toList();
    }

    private static String label(Subject.Kind kind) {
        return switch (kind) {
            case TOPIC, OTHER -> "subject";
            case PLACE -> "place";
            case PERSON -> "person";
            case ORGANISATION -> "organisation";
        };
    }
}
