package org.broadsheet.ingest.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What JSON content is told apart by: the same properties and values give the same hash, in whatever order and
/// spacing they were written.
public final class JsonHash {

    private JsonHash() {}

    /// SHA-256 of a value with all that stands in it, hexadecimal.
    ///
    /// @param but properties of the outermost object that make no difference
    public static String of(JsonNode value, Set<String> but) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(value, but, digest);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void add(JsonNode value, Set<String> but, MessageDigest digest) {
        if (value.isObject()) {
            TreeMap<String, JsonNode> sorted = new TreeMap<>();
            value.forEachEntry(sorted::put);
            digest.update((byte) '{');
            sorted.forEach((name, inner) -> {
                if (!but.contains(name)) {
                    add('@', name, digest);
                    add(inner, Set.of(), digest);
                }
            });
            digest.update((byte) '}');
        } else if (value.isArray()) {
            digest.update((byte) '[');
            value.forEach(inner -> add(inner, Set.of(), digest));
            digest.update((byte) ']');
        } else {
            add(value.isString() ? '"' : '=', value.asString(), digest);
        }
    }

    /// The length goes first, so that no two ways of cutting the same characters look alike.
    private static void add(char sort, String text, MessageDigest digest) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((byte) sort);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(bytes);
    }
}
