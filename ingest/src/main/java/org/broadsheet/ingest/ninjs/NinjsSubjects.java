package org.broadsheet.ingest.ninjs;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.subject.Subject.Kind;
import org.broadsheet.ingest.json.JsonFields;
import org.broadsheet.ingest.json.JsonText;
import org.broadsheet.ingest.newscodes.NewsCodes;
import tools.jackson.databind.JsonNode;

/// What an item is about: topics, people, organisations, places, events, objects, genres; `scheme` and `code` in
/// ninjs 1.x, `uri` or `literal` from 2.0 on.
final class NinjsSubjects {

    private NinjsSubjects() {}

    static List<Subject> of(JsonFields item) {
        List<Subject> subjects = new ArrayList<>();
        add(item.list("subject", "subjects"), Kind.TOPIC, subjects);
        add(item.list("person", "people"), Kind.PERSON, subjects);
        add(item.list("organisation", "organisations"), Kind.ORGANISATION, subjects);
        add(item.list("place", "places"), Kind.PLACE, subjects);
        add(item.list("event", "events"), Kind.OTHER, subjects);
        add(item.list("object", "objects"), Kind.OTHER, subjects);
        add(item.list("genre", "genres"), Kind.OTHER, subjects);
        add(item.list("keyword", "keywords"), Kind.OTHER, subjects);
        return subjects.stream().distinct().toList();
    }

    /// The names of those that had a part in it, in their order.
    static List<String> names(List<JsonNode> sources) {
        return sources.stream()
                .map(NinjsSubjects::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static void add(List<JsonNode> sent, Kind kind, List<Subject> into) {
        for (JsonNode concept : sent) {
            String code = code(new JsonFields(concept));
            String name = name(concept);
            if (name.isEmpty()) {
                name = NewsCodes.topicName(code);
            }
            if (!code.isEmpty() || !name.isEmpty()) {
                into.add(new Subject(code, kind, name));
            }
        }
    }

    private static String code(JsonFields concept) {
        String uri = concept.text("uri");
        if (!uri.isEmpty()) {
            return NewsCodes.code(uri);
        }
        String code = concept.text("code", "qcode");
        return code.isEmpty() ? concept.text("literal") : inScheme(concept.text("scheme"), code);
    }

    private static String inScheme(String scheme, String code) {
        if (scheme.isEmpty() || code.startsWith("http://") || code.startsWith("https://")) {
            return NewsCodes.code(code);
        }
        String prefix = NewsCodes.prefix(scheme);
        if (!prefix.isEmpty()) {
            return prefix + ":" + code;
        }
        boolean divided = scheme.endsWith("/") || scheme.endsWith("#") || scheme.endsWith(":");
        return divided ? scheme + code : scheme + ":" + code;
    }

    private static String name(JsonNode concept) {
        return concept.isObject()
                ? new JsonFields(concept).text("name")
                : JsonText.of(concept).strip();
    }
}
