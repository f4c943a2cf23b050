package org.broadsheet.ingest.anpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadsheet.core.subject.Subject;
import org.jspecify.annotations.Nullable;

/// What the category and priority codes of ANPA 1312 and IPTC 7901 stand for.
final class Categories {

    private static final Map<String, String> ANPA = Map.ofEntries(
            Map.entry("a", "Domestic news"),
            Map.entry("b", "Special events"),
            Map.entry("c", "Standing features"),
            Map.entry("d", "Food"),
            Map.entry("e", "Entertainment"),
            Map.entry("f", "Finance"),
            Map.entry("i", "International news"),
            Map.entry("j", "Lottery"),
            Map.entry("k", "Commentary"),
            Map.entry("l", "Lifestyle"),
            Map.entry("n", "State and regional news"),
            Map.entry("o", "Weather"),
            Map.entry("p", "Politics"),
            Map.entry("q", "Sports results"),
            Map.entry("r", "Racing"),
            Map.entry("s", "Sports"),
            Map.entry("t", "Travel"),
            Map.entry("v", "Advisories"),
            Map.entry("w", "Washington news"));

    /// What agencies use in IPTC 7901 beside the letters of ANPA; the two-letter ones are German.
    private static final Map<String, String> IPTC = Map.of(
            "x", "International news",
            "pl", "Politics",
            "wi", "Economy",
            "sp", "Sports",
            "ku", "Culture",
            "vm", "Miscellaneous",
            "rs", "Editorial service");

    /// IPTC media topics for those categories that are one.
    private static final Map<String, List<String>> TOPICS = Map.ofEntries(
            Map.entry("Entertainment", List.of("medtop:01000000", "arts, culture, entertainment and media")),
            Map.entry("Culture", List.of("medtop:01000000", "arts, culture, entertainment and media")),
            Map.entry("Finance", List.of("medtop:04000000", "economy, business and finance")),
            Map.entry("Economy", List.of("medtop:04000000", "economy, business and finance")),
            Map.entry("Lifestyle", List.of("medtop:10000000", "lifestyle and leisure")),
            Map.entry("Politics", List.of("medtop:11000000", "politics and government")),
            Map.entry("Sports", List.of("medtop:15000000", "sport")),
            Map.entry("Sports results", List.of("medtop:15000000", "sport")),
            Map.entry("Racing", List.of("medtop:15000000", "sport")),
            Map.entry("Weather", List.of("medtop:17000000", "weather")));

    private static final Map<String, Integer> PRIORITIES =
            Map.of("f", 1, "b", 2, "u", 3, "r", 4, "d", 5, "a", 6, "s", 6, "w", 6);

    private Categories() {}

    /// The subjects a category stands for: the category itself, and the media topic where it is one; empty where no
    /// category was sent.
    ///
    /// @param standard `anpa` or `iptc7901`, the scheme of the code
    static List<Subject> subjects(String standard, String category) {
        if (category.isEmpty()) {
            return List.of();
        }
        String name = ANPA.get(category);
        if (standard.equals("iptc7901")) {
            name = IPTC.getOrDefault(category, name);
        }
        List<Subject> subjects = new ArrayList<>();
        subjects.add(Subject.topic(standard + ":" + category, name == null ? category : name));
        List<String> topic = name == null ? null : TOPICS.get(name);
        if (topic != null) {
            subjects.add(Subject.topic(topic.getFirst(), topic.getLast()));
        }
        return subjects;
    }

    /// Urgency of an ANPA priority letter: flash 1, bulletin 2, urgent 3, regular 4, deferred 5, advances 6; `null` for
    /// one that says nothing of urgency.
    static @Nullable Integer urgency(String priority) {
        return priority.isEmpty() ? null : PRIORITIES.get(priority.substring(priority.length() - 1));
    }

    /// Whether a category carries nothing but words to editors.
    static boolean isAdvisory(String category) {
        return category.equals("v");
    }
}
