package org.broadsheet.ingest.newsmlg2;

import java.util.HashMap;
import java.util.Map;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.newscodes.NewsCodes;
import org.jspecify.annotations.Nullable;

/// What the prefixes of a document's codes stand for: as it declares them itself (`catalog/scheme`), else as the IPTC
/// does. A `catalogRef` is never fetched.
///
/// A code keeps the prefix the IPTC gives its scheme, whatever alias the document uses for it.
final class Catalog {

    private final Map<String, String> declared = new HashMap<>();

    private Catalog() {}

    /// The schemes declared in the item, in the message around it and in the message's header.
    static Catalog of(Markup.Element... places) {
        Catalog catalog = new Catalog();
        for (Markup.Element place : places) {
            catalog.declare(place);
            Markup.Element header = place.first("header");
            if (header != null) {
                catalog.declare(header);
            }
        }
        return catalog;
    }

    /// The code an element carries (`@qcode`, else `@uri`, else `@literal`), under the IPTC's own prefix where it is of
    /// the IPTC; empty where it carries none.
    String code(Markup.@Nullable Element element) {
        if (element == null) {
            return "";
        }
        String code = canonical(element.attribute("qcode"));
        if (code.isEmpty()) {
            code = NewsCodes.code(element.attribute("uri"));
        }
        return code.isEmpty() ? element.attribute("literal") : code;
    }

    /// The code in one attribute, written as a code or, in the attribute with `uri` behind its name, as an address.
    String code(Markup.Element element, String attribute) {
        String code = canonical(element.attribute(attribute));
        return code.isEmpty() ? NewsCodes.code(element.attribute(attribute + "uri")) : code;
    }

    private String canonical(String qcode) {
        int colon = qcode.indexOf(':');
        if (colon < 1) {
            return qcode;
        }
        String scheme = declared.get(qcode.substring(0, colon));
        if (scheme == null) {
            return qcode.startsWith("http") ? NewsCodes.code(qcode) : qcode;
        }
        String prefix = NewsCodes.prefix(scheme);
        return prefix.isEmpty() ? qcode : prefix + qcode.substring(colon);
    }

    private void declare(Markup.Element place) {
        for (Markup.Element catalog : place.all("catalog")) {
            for (Markup.Element scheme : catalog.all("scheme")) {
                declared.put(scheme.attribute("alias"), scheme.attribute("uri"));
            }
        }
    }
}
