package org.broadsheet.ingest.newsmlg2;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.core.wire.WireItem.Kind;
import org.broadsheet.ingest.markup.Markup;

/// Who signs the item: `by`, else the byline inside the text, else for a text its creators by name.
final class Bylines {

    private static final Pattern BY = Pattern.compile("^(?:by|von|par|por|di)[\\s:]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern AND = Pattern.compile("\\s+(?:and|&)\\s+");

    private Bylines() {}

    static List<String> of(Kind kind, Markup.Element contentMeta, ContentReader content) {
        List<String> names = names(contentMeta.all("by").stream().map(Markup.Element::words));
        if (names.isEmpty()) {
            names = names(content.bylines().stream());
        }
        if (names.isEmpty() && kind != Kind.PACKAGE) {
            names = names(contentMeta.all("creator").stream().map(creator -> SubjectReader.name(creator, "")));
        }
        return names;
    }

    private static List<String> names(Stream<String> written) {
        List<String> names = new ArrayList<>();
        written.map(line -> BY.matcher(line.strip()).replaceFirst(""))
                .flatMap(line -> Stream.of(AND.split(line)))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !names.contains(name))
                .forEach(names::add);
        return names;
    }
}
