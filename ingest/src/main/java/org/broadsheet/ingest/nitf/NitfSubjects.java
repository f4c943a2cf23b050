package org.broadsheet.ingest.nitf;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.newscodes.NewsCodes;
import org.jspecify.annotations.Nullable;

/// What a document is about: its subject codes, its identified content, the places of its event and its keywords.
final class NitfSubjects {

    private NitfSubjects() {}

    static List<Subject> of(Markup.Element nitf, Markup.Element data) {
        Set<Subject> subjects = new LinkedHashSet<>();
        Markup.Element head = nitf.first("head");
        if (head != null) {
            for (Markup.Element tobject : head.all("tobject")) {
                tobject.all("tobject.subject").forEach(subject -> add(subjects, topic(subject)));
            }
        }
        for (Markup.Element content : data.all("identified-content")) {
            content.elements().forEach(concept -> add(subjects, concept(concept)));
        }
        data.all("evloc").forEach(place -> add(subjects, place(place)));
        for (Markup.Element list : data.all("key-list")) {
            for (Markup.Element keyword : list.all("keyword")) {
                String key = keyword.attribute("key");
                add(subjects, subject("", Subject.Kind.OTHER, key.isEmpty() ? keyword.words() : key));
            }
        }
        return List.copyOf(subjects);
    }

    /// NITF names the subject, the matter within it and the detail within that: the narrowest name counts.
    private static @Nullable Subject topic(Markup.Element sent) {
        String number = sent.attribute("tobject.subject.refnum");
        String code = number.isEmpty() ? sent.attribute("tobject.subject.code") : "subj:" + number;
        String name = "";
        for (String part : List.of("detail", "matter", "type")) {
            name = name.isEmpty() ? sent.attribute("tobject.subject." + part) : name;
        }
        return subject(code, Subject.Kind.TOPIC, name.isEmpty() ? NewsCodes.topicName(code) : name);
    }

    private static @Nullable Subject concept(Markup.Element concept) {
        String value = concept.attribute("value");
        String source = concept.attribute("idsrc");
        if (value.isEmpty()) {
            value = concept.attributeAt("alt-code", "value");
            source = concept.attributeAt("alt-code", "idsrc");
        }
        if (concept.name().equals("location") && value.isEmpty()) {
            value = concept.attribute("location-code");
            source = concept.attribute("code-source");
        }
        String code = value.isEmpty() || source.isEmpty() ? value : source + ":" + value;
        Subject.Kind kind =
                switch (concept.name()) {
                    case "person" -> Subject.Kind.PERSON;
                    case "org" -> Subject.Kind.ORGANISATION;
                    case "location" -> Subject.Kind.PLACE;
                    case "classifier" -> Subject.Kind.TOPIC;
                    default -> Subject.Kind.OTHER;
                };
        return subject(code, kind, concept.words());
    }

    private static @Nullable Subject place(Markup.Element evloc) {
        String country = evloc.attribute("iso-cc");
        for (String part : List.of("city", "county-dist", "state-prov")) {
            if (!evloc.attribute(part).isEmpty()) {
                return subject("", Subject.Kind.PLACE, evloc.attribute(part));
            }
        }
        return country.isEmpty()
                ? null
                : subject(
                        (country.length() == 2 ? "iso3166-1a2:" : "iso3166-1a3:") + country,
                        Subject.Kind.PLACE,
                        country);
    }

    private static @Nullable Subject subject(String code, Subject.Kind kind, String name) {
        return code.isEmpty() && name.isEmpty() ? null : new Subject(code, kind, name.isEmpty() ? code : name);
    }

    private static void add(Set<Subject> subjects, @Nullable Subject subject) {
        if (subject != null) {
            subjects.add(subject);
        }
    }
}
