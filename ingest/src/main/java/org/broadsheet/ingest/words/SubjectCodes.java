package org.broadsheet.ingest.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// What the IPTC's codes are called here, whatever way a format writes them: as an address or as a scheme with a code.
/// The schemes are bundled; nothing is fetched while copy waits.
public final class SubjectCodes {

    private static final String BUNDLE = "/org/broadsheet/ingest/newsmlg2/";
    private static final Map<String, String> ALIAS_OF = inverted(load("schemes.properties"));
    private static final Map<String, String> TOPICS = load("topics.properties");

    private SubjectCodes() {}

    /// The code in an address, under the IPTC's own prefix where it is of the IPTC
    /// (`http://cv.iptc.org/newscodes/mediatopic/20000002` is `medtop:20000002`); else the address.
    public static String ofAddress(String address) {
        int end = Math.max(address.lastIndexOf('/'), address.lastIndexOf('#')) + 1;
        return of(address.substring(0, end), address.substring(end));
    }

    /// The code a scheme and a code in it make; the code alone where there is no scheme.
    public static String of(String scheme, String code) {
        if (code.isEmpty()) {
            return scheme;
        }
        if (scheme.isEmpty() || code.startsWith("http://") || code.startsWith("https://")) {
            return scheme.isEmpty() ? code : ofAddress(code);
        }
        boolean divided = scheme.endsWith("/") || scheme.endsWith("#") || scheme.endsWith(":");
        String alias = ALIAS_OF.get(divided ? scheme : scheme + "/");
        if (alias != null) {
            return alias + ":" + code;
        }
        return divided ? scheme + code : scheme + ":" + code;
    }

    /// What a media topic or an older subject code is called in English; empty where the bundle does not know it.
    public static String topicName(String code) {
        return TOPICS.getOrDefault(code.replace(':', '.'), "");
    }

    private static Map<String, String> inverted(Map<String, String> schemes) {
        Map<String, String> inverted = new HashMap<>();
        schemes.forEach((alias, uri) -> inverted.put(uri, alias));
        return inverted;
    }

    private static Map<String, String> load(String name) {
        Properties properties = new Properties();
        try (InputStream in = SubjectCodes.class.getResourceAsStream(BUNDLE + name)) {
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
