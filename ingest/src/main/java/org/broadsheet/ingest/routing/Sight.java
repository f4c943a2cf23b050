package org.broadsheet.ingest.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.WireItem;
import org.jspecify.annotations.Nullable;

/// One item as the conditions of the rules look at it; what several of them need is worked out once.
final class Sight {

    private final WireItem item;
    private @Nullable List<Place> places;
    private @Nullable Map<String, String> subjects;

    Sight(WireItem item) {
        this.item = item;
    }

    WireItem item() {
        return item;
    }

    /// Where words are looked for.
    List<Place> places() {
        List<Place> known = places;
        if (known == null) {
            known = List.of(
                    new Place("headline", FoldedWords.of(item.headline())),
                    new Place("slugline", FoldedWords.of(item.slugline())),
                    new Place("text", FoldedWords.of(item.body().plainText())));
            places = known;
        }
        return known;
    }

    /// Every code and name the item is about, with the broader codes, as they are compared; each with the words in
    /// which it is told.
    Map<String, String> subjects() {
        Map<String, String> known = subjects;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Subject subject : item.subjects()) {
                String told = subject.name().isEmpty() ? subject.code() : subject.name();
                if (!subject.code().isEmpty()) {
                    for (String code : TopicTree.withBroader(TopicTree.comparable(subject.code()))) {
                        known.putIfAbsent(code, told);
                    }
                }
                known.putIfAbsent(subject.name().toLowerCase(Locale.ROOT), told);
            }
            subjects = known;
        }
        return known;
    }

    /// The agency's own sections: the names and codes of its subjects, without what is broader.
    List<String> sections() {
        List<String> sections = new ArrayList<>();
        for (Subject subject : item.subjects()) {
            String code = subject.code().toLowerCase(Locale.ROOT);
            sections.add(subject.name().toLowerCase(Locale.ROOT));
            sections.add(code);
            sections.add(code.substring(code.indexOf(':') + 1));
        }
        return sections;
    }

    /// A part of an item in which words stand.
    ///
    /// @param folded as [FoldedWords] makes them
    record Place(String name, String folded) {}
}
