package org.broadsheet.ingest.newsmlg2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.newscodes.NewsCodes;

/// Reads what an item is about: topics, places, people, organisations, its genre and free keywords, and the service of
/// the agency it runs in. What is named as broader than one of them comes last, so that rules for it apply.
final class SubjectReader {

    private final Catalog catalog;
    private final String language;
    private final Map<String, Markup.Element> asserted = new HashMap<>();

    /// @param item its `assert` elements name the concepts that are sent as codes alone
    SubjectReader(Catalog catalog, String language, Markup.Element item) {
        this.catalog = catalog;
        this.language = language;
        for (Markup.Element concept : item.all("assert")) {
            asserted.putIfAbsent(catalog.code(concept), concept);
        }
    }

    List<Subject> read(Markup.Element itemMeta, Markup.Element contentMeta) {
        Set<Subject> subjects = new LinkedHashSet<>();
        for (Markup.Element sent : contentMeta.all("subject")) {
            String code = catalog.code(sent);
            add(subjects, code, kind(sent, code), sent);
        }
        for (Markup.Element place : contentMeta.all("located")) {
            add(subjects, catalog.code(place), Subject.Kind.PLACE, place);
        }
        for (Markup.Element genre : contentMeta.all("genre")) {
            add(subjects, catalog.code(genre), Subject.Kind.OTHER, genre);
        }
        for (Markup.Element keyword : contentMeta.all("keyword")) {
            if (!keyword.words().isEmpty()) {
                subjects.add(new Subject("", Subject.Kind.OTHER, keyword.words()));
            }
        }
        for (Markup.Element service : itemMeta.all("service")) {
            add(subjects, catalog.code(service), Subject.Kind.OTHER, service);
        }
        for (Markup.Element sent : contentMeta.all("subject")) {
            broader(subjects, kind(sent, catalog.code(sent)), sent);
        }
        for (Markup.Element place : contentMeta.all("located")) {
            broader(subjects, Subject.Kind.PLACE, place);
        }
        return List.copyOf(subjects);
    }

    /// @param kind of what it is broader than; its own type counts before that
    private void broader(Set<Subject> subjects, Subject.Kind kind, Markup.Element narrow) {
        Markup.Element concept = asserted.get(catalog.code(narrow));
        List<Markup.Element> all = new ArrayList<>(narrow.all("broader"));
        if (concept != null) {
            all.addAll(concept.all("broader"));
        }
        for (Markup.Element broader : all) {
            String code = catalog.code(broader);
            boolean known = subjects.stream()
                    .anyMatch(subject -> !code.isEmpty() && subject.code().equals(code));
            if (!known) {
                add(subjects, code, catalog.code(broader, "type").isEmpty() ? kind : kind(broader, code), broader);
            }
        }
    }

    private void add(Set<Subject> subjects, String code, Subject.Kind kind, Markup.Element sent) {
        String name = name(sent, language);
        Markup.Element concept = name.isEmpty() ? asserted.get(code) : null;
        if (concept != null) {
            name = name(concept, language);
        }
        if (name.isEmpty()) {
            name = NewsCodes.topicName(code);
        }
        if (!code.isEmpty() || !name.isEmpty()) {
            subjects.add(new Subject(code, kind, name.isEmpty() ? code : name));
        }
    }

    private Subject.Kind kind(Markup.Element sent, String code) {
        String type = catalog.code(sent, "type");
        return switch (type.substring(type.indexOf(':') + 1)) {
            case "abstract" -> Subject.Kind.TOPIC;
            case "geoArea", "poi" -> Subject.Kind.PLACE;
            case "person" -> Subject.Kind.PERSON;
            case "organisation", "organization" -> Subject.Kind.ORGANISATION;
            case "" -> code.startsWith("iso3166") ? Subject.Kind.PLACE : Subject.Kind.TOPIC;
            default -> Subject.Kind.OTHER;
        };
    }

    /// How a concept is called: in the wanted language, else in English, else as named first; empty where it has no
    /// name.
    static String name(Markup.Element concept, String language) {
        List<Markup.Element> names = concept.all("name");
        if (names.isEmpty()) {
            return "";
        }
        for (String wanted : List.of(language, "en", "")) {
            for (Markup.Element name : names) {
                String of = name.attribute("lang");
                boolean fits = wanted.isEmpty() ? of.isEmpty() : primary(of).equals(primary(wanted));
                if (fits && !name.words().isEmpty()) {
                    return name.words();
                }
            }
        }
        return names.getFirst().words();
    }

    /// The language of a tag without its region: `de` of `de-AT`.
    static String primary(String tag) {
        int hyphen = tag.indexOf('-');
        return (hyphen < 0 ? tag : tag.substring(0, hyphen)).toLowerCase(Locale.ROOT);
    }
}
