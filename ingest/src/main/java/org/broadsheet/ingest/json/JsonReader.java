package org.broadsheet.ingest.json;

import java.nio.charset.Charset;
import java.util.function.Consumer;
import org.broadsheet.ingest.format.Unreadable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON that nobody vouches for: bounded depth, size, names and numbers, nothing lost. What real feeds get wrong
/// and can still be understood (a raw line break in a text, Windows-1252 instead of UTF-8) is read.
public final class JsonReader {

    /// How deep objects and lists may stand in each other.
    public static final int DEEPEST = 200;

    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_NUMBER = 100;
    private static final long MOST_TOKENS = 2_000_000;

    private final JsonMapper mapper;
    private final int largest;

    /// @param largest how many bytes a document may have
    public JsonReader(int largest) {
        this.largest = largest;
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNameLength(LONGEST_NAME)
                .maxNumberLength(LONGEST_NUMBER)
                .maxStringLength(largest)
                .maxTokenCount(MOST_TOKENS)
                .build();
        this.mapper = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(constraints)
                        .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .build())
                .build();
    }

    /// Whether bytes begin as a JSON object or list does, behind a byte order mark and white space.
    public static boolean begins(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && at < 1024 && isBeforeTheText(bytes[at] & 0xFF)) {
            at++;
        }
        if (at == bytes.length || (bytes[at] != '{' && bytes[at] != '[')) {
            return false;
        }
        int next = at + 1;
        while (next < bytes.length && next < at + 1024 && isBeforeTheText(bytes[next] & 0xFF)) {
            next++;
        }
        if (next >= bytes.length) {
            return true;
        }
        return bytes[at] == '{' ? "\"}".indexOf(bytes[next]) >= 0 : "{]".indexOf(bytes[next]) >= 0;
    }

    /// White space, byte order marks, and the empty halves of UTF-16.
    private static boolean isBeforeTheText(int b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == 0 || b == 0xEF || b == 0xBB || b == 0xBF
                || b == 0xFE || b == 0xFF;
    }

    /// The text of the first of some properties that the outermost object has; `null` where it has none of them before
    /// anything that cannot be read.
    ///
    /// @param names which end the search: formats name themselves early
    public @Nullable Property first(byte[] bytes, java.util.Set<String> names) {
        try (JsonParser in = mapper.createParser(bytes)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = in.currentName();
                JsonToken value = in.nextToken();
                if (names.contains(name)) {
                    return new Property(name, value == JsonToken.VALUE_STRING ? in.getString() : "");
                }
                in.skipChildren();
            }
            return null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /// The whole document.
    ///
    /// @param remark told what was odd but could be read
    /// @throws Unreadable if it is no JSON, too large or too deep
    public JsonNode read(byte[] bytes, Consumer<String> remark) throws Unreadable {
        return read(bytes, remark, in -> {
            JsonNode root = in.readValueAsTree();
            if (in.nextToken() != null) {
                remark.accept("Something stands behind the end of the JSON and was not read");
            }
            return root;
        });
    }

    /// Reads a document piece by piece.
    ///
    /// @param remark told what was odd but could be read
    /// @param reading takes the parser on its first token; it runs again, from the start, where the charset turns
    /// out to be another one
    /// @throws Unreadable if it is no JSON, too large or too deep
    public <T> T read(byte[] bytes, Consumer<String> remark, Reading<T> reading) throws Unreadable {
        if (bytes.length > largest) {
            throw new Unreadable("The JSON has %,d bytes; at most %,d are read".formatted(bytes.length, largest));
        }
        try (JsonParser in = mapper.createParser(bytes)) {
            first(in);
            return reading.read(in);
        } catch (JacksonException e) {
            if (!isOfAnotherCharset(e)) {
                throw new Unreadable(sentence(e), e);
            }
        }
        try (JsonParser in = mapper.createParser(new String(bytes, Charset.forName("windows-1252")))) {
            first(in);
            T read = reading.read(in);
            remark.accept("It is not written in UTF-8 as JSON must be; it was read as Windows-1252");
            return read;
        } catch (JacksonException e) {
            throw new Unreadable(sentence(e), e);
        }
    }

    private static void first(JsonParser in) throws Unreadable {
        if (in.nextToken() == null) {
            throw new Unreadable("The JSON is empty");
        }
    }

    private static boolean isOfAnotherCharset(JacksonException e) {
        String message = e.getOriginalMessage();
        return message != null && message.contains("Invalid UTF-8");
    }

    private static String sentence(JacksonException e) {
        String message = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
        if (e instanceof StreamConstraintsException) {
            if (message.contains("nesting depth")) {
                return "Objects and lists stand more than " + DEEPEST + " deep in each other";
            }
            if (message.contains("Token count")) {
                return "The JSON has more than %,d parts".formatted(MOST_TOKENS);
            }
            if (message.contains("Name length")) {
                return "A name in the JSON has more than %,d characters".formatted(LONGEST_NAME);
            }
            if (message.contains("Number")) {
                return "A number in the JSON has more than %,d digits".formatted(LONGEST_NUMBER);
            }
        }
        String reason = message.lines().findFirst().orElse("");
        String shortened = reason.length() > 200 ? reason.substring(0, 200) + "…" : reason;
        return e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? "Not well-formed JSON: " + shortened
                : "Not well-formed JSON at line %d, column %d: %s"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr(), shortened);
    }

    /// A property and its text; the text is empty where the value is none.
    public record Property(String name, String text) {}

    /// What is done with a parser that stands on its first token.
    ///
    /// @param <T> what comes of it
    @FunctionalInterface
    public interface Reading<T> {
        /// Reads on.
        ///
        /// @throws Unreadable if what stands there makes no sense
        T read(JsonParser in) throws Unreadable;
    }
}
