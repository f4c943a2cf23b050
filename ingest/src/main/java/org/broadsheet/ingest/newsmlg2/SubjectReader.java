package org.broadsheet.ingest.newsmlg2;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.ingest.markup.Markup;

/// Reads what an item is about: topics, places, people, organisations, and free keywords.
final class SubjectReader {

    private final Catalog catalog;
    private final String language;

    SubjectReader(Catalog catalog, String language) {
        this.catalog = catalog;
        this.language = language;
    }

    List<Subject> read(Markup.Element contentMeta) {
        List<Subject> subjects = new ArrayList<>();
        for (Markup.Element sent : contentMeta.all("subject")) {
            String code = catalog.code(sent);
            String name = name(sent, language);
            if (name.isEmpty()) {
                name = Catalog.topicName(code);
            }
            if (!code.isEmpty() || !name.isEmpty()) {
                subjects.add(new Subject(code, kind(sent, code), name.isEmpty() ? code : name));
            }
        }
        for (Markup.Element keyword : contentMeta.all("keyword")) {
            if (!keyword.words().isEmpty()) {
                subjects.add(new Subject("", Subject.Kind.OTHER, keyword.words()));
            }
        }
        return subjects.stream().distinct().toList();
    }

    private Subject.Kind kind(Markup.Element sent, String code) {
        String type = catalog.code(sent, "type");
        return switch (type.substring(type.indexOf(':') + 1)) {
            case "abstract" -> Subject.Kind.TOPIC;
            case "geoArea", "poi" -> Subject.Kind.PLACE;
            case "person" -> Subject.Kind.PERSON;
            case "organisation" -> Subject.Kind.ORGANISATION;
            case "" -> code.startsWith("iso3166") ? Subject.Kind.PLACE : Subject.Kind.TOPIC;
            default -> Subject.Kind.OTHER;
        };
    }

    /// How a concept is called: in the wanted language, else in English, else as named first; empty where it has no
    /// name.
    static String name(Markup.Element concept, String language) {
        List<Markup.Element> names = concept.all("name");
        for (String wanted : List.of(language, "en", "")) {
            for (Markup.Element name : names) {
                String of = name.attribute("lang");
                boolean fits = wanted.isEmpty() ? of.isEmpty() : primary(of).equals(primary(wanted));
                if (fits && !name.words().isEmpty()) {
                    return name.words();
                }
            }
        }
        return names.isEmpty() ? "" : names.getFirst().words();
    }

    private static String primary(String tag) {
        int hyphen = tag.indexOf('-');
        return (hyphen < 0 ? tag : tag.substring(0, hyphen)).toLowerCase(java.util.Locale.ROOT);
    }
}
