package org.broadsheet.ingest.newsml1;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.newscodes.NewsCodes;
import org.jspecify.annotations.Nullable;

/// What components say about themselves: who made them, whose they are, what they are about.
final class Metadata {

    private static final Pattern SUBJECT_CODE = Pattern.compile("\\d{8}");

    private final List<Markup.Element> administrative = new ArrayList<>();
    private final List<Markup.Element> rights = new ArrayList<>();
    private final List<Markup.Element> descriptive = new ArrayList<>();
    private final Map<String, Markup.Element> topics = new HashMap<>();

    void add(Markup.Element component) {
        administrative.addAll(component.all("AdministrativeMetadata"));
        rights.addAll(component.all("RightsMetadata"));
        descriptive.addAll(component.all("DescriptiveMetadata"));
        topics(component);
    }

    /// Takes on the topics that a document or a component describes itself.
    void topics(Markup.Element place) {
        for (Markup.Element set : place.all("TopicSet")) {
            for (Markup.Element topic : set.all("Topic")) {
                topics.putIfAbsent("#" + topic.attribute("Duid"), topic);
            }
        }
    }

    /// The parties of a role (`Provider`, `Creator`, `Source`), by name.
    List<String> parties(String role) {
        Set<String> names = new LinkedHashSet<>();
        for (Markup.Element metadata : administrative) {
            for (Markup.Element parties : metadata.all(role)) {
                for (Markup.Element party : parties.all("Party")) {
                    names.add(party.attribute("FormalName"));
                }
            }
        }
        names.remove("");
        return List.copyOf(names);
    }

    String fileName() {
        return administrative.stream()
                .map(metadata -> metadata.wordsAt("FileName"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    String copyrightHolder() {
        return joined("Copyright", "CopyrightHolder");
    }

    /// Since when whose it is, where both are said; empty where not.
    String copyright() {
        String holder = copyrightHolder();
        String date = joined("Copyright", "CopyrightDate");
        return holder.isEmpty() || date.isEmpty() ? "" : "© " + date + " " + holder;
    }

    /// What may be done with it, each part as sent.
    List<String> usages() {
        List<String> usages = new ArrayList<>();
        for (Markup.Element metadata : rights) {
            for (Markup.Element usage : metadata.all("UsageRights")) {
                List<String> parts = new ArrayList<>();
                for (Markup.Element part : usage.elements()) {
                    String before =
                            switch (part.name()) {
                                case "StartDate" -> "from ";
                                case "EndDate" -> "until ";
                                case "RightsHolder" -> "owner ";
                                default -> "";
                            };
                    if (!part.words().isEmpty()) {
                        parts.add(before + part.words());
                    }
                }
                if (!parts.isEmpty()) {
                    usages.add(String.join("; ", parts));
                }
            }
        }
        return usages;
    }

    String language() {
        return descriptive.stream()
                .map(metadata -> metadata.attributeAt("Language", "FormalName"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    List<Subject> subjects() {
        Set<Subject> subjects = new LinkedHashSet<>();
        for (Markup.Element metadata : descriptive) {
            for (Markup.Element element : metadata.elements()) {
                switch (element.name()) {
                    case "SubjectCode" -> element.elements().forEach(code -> add(subjects, code(code)));
                    case "Genre" -> {
                        String genre = element.attribute("FormalName");
                        add(
                                subjects,
                                genre.isEmpty() ? null : new Subject("genre:" + genre, Subject.Kind.OTHER, genre));
                    }
                    case "Location" -> add(subjects, place(element));
                    case "TopicOccurrence" -> add(subjects, topic(element.attribute("Topic")));
                    case "Property" -> {
                        boolean keyword = element.attribute("FormalName")
                                .toLowerCase(Locale.ROOT)
                                .startsWith("keyword");
                        add(subjects, keyword ? named("", Subject.Kind.OTHER, element.attribute("Value")) : null);
                    }
                    default -> {
                        // language and audience are no subjects
                    }
                }
            }
        }
        return List.copyOf(subjects);
    }

    /// Subject, matter, detail and qualifier each name one code.
    private static @Nullable Subject code(Markup.Element sent) {
        String name = sent.attribute("FormalName");
        if (!SUBJECT_CODE.matcher(name).matches()) {
            return named("", Subject.Kind.TOPIC, name);
        }
        String code = "subj:" + name;
        String called = NewsCodes.topicName(code);
        return new Subject(code, Subject.Kind.TOPIC, called.isEmpty() ? code : called);
    }

    private static @Nullable Subject place(Markup.Element location) {
        Map<String, String> parts = new HashMap<>();
        for (Markup.Element property : location.all("Property")) {
            parts.put(property.attribute("FormalName").toLowerCase(Locale.ROOT), property.attribute("Value"));
        }
        for (String part : List.of("city", "countryarea", "subcountryarea")) {
            if (!parts.getOrDefault(part, "").isEmpty()) {
                return named("", Subject.Kind.PLACE, parts.getOrDefault(part, ""));
            }
        }
        String country = parts.getOrDefault("country", "");
        String code =
                switch (country.length()) {
                    case 2 -> "iso3166-1a2:" + country;
                    case 3 -> "iso3166-1a3:" + country;
                    default -> "";
                };
        return named(code, Subject.Kind.PLACE, country);
    }

    private @Nullable Subject topic(String reference) {
        Markup.Element topic = topics.get(reference);
        if (topic == null) {
            return null;
        }
        Subject.Kind kind =
                switch (topic.attributeAt("TopicType", "FormalName").toLowerCase(Locale.ROOT)) {
                    case "person" -> Subject.Kind.PERSON;
                    case "company", "organisation", "organization" -> Subject.Kind.ORGANISATION;
                    case "location", "country", "city", "geography" -> Subject.Kind.PLACE;
                    case "subject" -> Subject.Kind.TOPIC;
                    default -> Subject.Kind.OTHER;
                };
        String name = topic.wordsAt("Description");
        return named("", kind, name.isEmpty() ? topic.wordsAt("FormalName") : name);
    }

    private static @Nullable Subject named(String code, Subject.Kind kind, String name) {
        return name.isEmpty() ? null : new Subject(code, kind, name);
    }

    private static void add(Set<Subject> subjects, @Nullable Subject subject) {
        if (subject != null) {
            subjects.add(subject);
        }
    }

    private String joined(String group, String name) {
        Set<String> found = new LinkedHashSet<>();
        for (Markup.Element metadata : rights) {
            metadata.all(group).forEach(element -> found.add(element.wordsAt(name)));
        }
        found.remove("");
        return String.join(", ", found);
    }
}
