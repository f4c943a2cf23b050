package org.broadsheet.ingest.newscodes;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// The NewsCodes every service of the trade shares. They are bundled; nothing is fetched while copy waits.
public final class NewsCodes {

    private static final Map<String, String> PREFIX_OF = prefixes();
    private static final Map<String, String> TOPICS = load("topics.properties");

    private NewsCodes() {}

    /// The IPTC's own prefix for a scheme, such as `medtop`; empty where the scheme is not one of the bundled.
    ///
    /// @param scheme its address, with or without the slash at its end
    public static String prefix(String scheme) {
        return PREFIX_OF.getOrDefault(bare(scheme), "");
    }

    /// A whole address of a code as a code with the IPTC's prefix (`medtop:15000000`); any other address as it is.
    public static String code(String address) {
        int end = Math.max(address.lastIndexOf('/'), address.lastIndexOf('#'));
        if (end < 0) {
            return address;
        }
        String prefix = prefix(address.substring(0, end));
        return prefix.isEmpty() ? address : prefix + ':' + address.substring(end + 1);
    }

    /// What a topic is called in English; empty where the bundle does not know it.
    ///
    /// @param code with its prefix: `medtop:15000000`, `subj:15000000`
    public static String topicName(String code) {
        return TOPICS.getOrDefault(code.replace(':', '.'), "");
    }

    private static Map<String, String> prefixes() {
        Map<String, String> prefixes = new HashMap<>();
        load("schemes.properties").forEach((prefix, scheme) -> prefixes.put(bare(scheme), prefix));
        return Map.copyOf(prefixes);
    }

    /// Without the protocol and the slash at the end, in which real catalogs differ.
    private static String bare(String scheme) {
        String address = scheme.startsWith("https://") ? scheme.substring("https://".length()) : scheme;
        address = address.startsWith("http://") ? address.substring("http://".length()) : address;
        return address.endsWith("/") || address.endsWith("#") ? address.substring(0, address.length() - 1) : address;
    }

    private static Map<String, String> load(String name) {
        Properties properties = new Properties();
        try (InputStream in = NewsCodes.class.getResourceAsStream(name)) {
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
