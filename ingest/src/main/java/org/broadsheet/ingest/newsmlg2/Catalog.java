package org.broadsheet.ingest.newsmlg2;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.broadsheet.ingest.markup.Markup;
import org.jspecify.annotations.Nullable;

/// What the prefixes of codes stand for. The schemes of the IPTC are bundled; nothing is fetched while copy waits.
///
/// A code keeps the prefix the IPTC gives its scheme, whatever alias the document uses for it.
final class Catalog {

    private static final Map<String, String> BUNDLED = load("schemes.properties");
    private static final Map<String, String> ALIAS_OF = inverted(BUNDLED);
    private static final Map<String, String> TOPICS = load("topics.properties");

    private final Map<String, String> declared;

    private Catalog(Map<String, String> declared) {
        this.declared = declared;
    }

    /// The bundled schemes and those a document declares itself (`catalog/scheme`), in the item or in the message.
    static Catalog of(Markup.Element... places) {
        Map<String, String> declared = new HashMap<>();
        for (Markup.Element place : places) {
            schemes(place, declared);
            Markup.Element header = place.first("header");
            if (header != null) {
                schemes(header, declared);
            }
        }
        return new Catalog(declared);
    }

    /// The code an element carries (`@qcode`, else `@uri`, else `@literal`), under the IPTC's own prefix where it is of
    /// the IPTC; empty where it carries none.
    String code(Markup.@Nullable Element element) {
        if (element == null) {
            return "";
        }
        String code = canonical(element.attribute("qcode"));
        if (code.isEmpty()) {
            code = fromUri(element.attribute("uri"));
        }
        return code.isEmpty() ? element.attribute("literal") : code;
    }

    /// The code in one attribute, written as a code or, in the attribute with `uri` behind its name, as an address.
    String code(Markup.Element element, String attribute) {
        String code = canonical(element.attribute(attribute));
        return code.isEmpty() ? fromUri(element.attribute(attribute + "uri")) : code;
    }

    /// What a topic is called in English; empty where the bundle does not know it.
    static String topicName(String code) {
        return TOPICS.getOrDefault(code.replace(':', '.'), "");
    }

    private String canonical(String qcode) {
        int colon = qcode.indexOf(':');
        if (colon < 1) {
            return qcode;
        }
        String uri = declared.get(qcode.substring(0, colon));
        String alias = uri == null ? null : ALIAS_OF.get(uri);
        return alias == null ? qcode : alias + qcode.substring(colon);
    }

    private static String fromUri(String uri) {
        int end = Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('#')) + 1;
        String alias = ALIAS_OF.get(uri.substring(0, end));
        return alias == null ? uri : alias + ':' + uri.substring(end);
    }

    private static void schemes(Markup.Element place, Map<String, String> declared) {
        for (Markup.Element catalog : place.all("catalog")) {
            for (Markup.Element scheme : catalog.all("scheme")) {
                declared.put(scheme.attribute("alias"), scheme.attribute("uri"));
            }
        }
    }

    private static Map<String, String> inverted(Map<String, String> schemes) {
        Map<String, String> inverted = new HashMap<>();
        schemes.forEach((alias, uri) -> inverted.put(uri, alias));
        return inverted;
    }

    private static Map<String, String> load(String name) {
        Properties properties = new Properties();
        try (InputStream in = Catalog.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The service was packed without " + name);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> map = new HashMap<>();
        properties.forEach((key, value) -> map.put(key.toString(), value.toString()));
        return Map.copyOf(map);
    }
}
