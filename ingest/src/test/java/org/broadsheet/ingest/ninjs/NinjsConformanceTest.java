package org.broadsheet.ingest.ninjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.ingest.WireRoom;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.json.JsonLimits;
import org.broadsheet.ingest.words.TextLetters;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs over the IPTC's own ninjs examples and conformance files where they are at hand, and holds our own samples to
/// the IPTC's schemas.
class NinjsConformanceTest {

    private static final Ninjs NINJS = new Ninjs(new JsonLimits(DataSize.ofMegabytes(10)));

    @Test
    void everySampleGivesItsUriVersionHeadlineAndText() throws Exception {
        int items = 0;
        int withHeadline = 0;
        int withText = 0;
        for (Path sample : samples()) {
            JsonNode sent = tree(sample);
            if (sent == null || !sent.isObject() || !isText(sent, "uri")) {
                assertRefusedInASentence(sample);
                continue;
            }
            WireItem item = read(sample).items().getFirst().item();
            items++;
            assertThat(item.guid())
                    .as(sample.toString())
                    .isEqualTo(sent.get("uri").asString().strip());
            String version = sent.has("version") ? sent.get("version").asString() : "";
            if (version.matches("[0-9]{1,18}")) {
                assertThat(item.version()).as(sample.toString()).isEqualTo(Long.parseLong(version));
            }
            String headline = headline(sent);
            if (!headline.isBlank()) {
                withHeadline++;
                assertThat(TextLetters.of(headline)).as(sample.toString()).endsWith(TextLetters.of(item.headline()));
                assertThat(item.headline()).as(sample.toString()).isNotEmpty();
            }
            withText += assertText(sample, sent, item);
        }
        assertThat(items).isGreaterThan(200);
        assertThat(withHeadline).isGreaterThan(60);
        assertThat(withText).isGreaterThan(40);
    }

    @ParameterizedTest
    @CsvSource({"harbour-fees-1.6.json, 1.6", "port-vote-2.2.json, 2.2", "ferry-3.0.json, 3.0"})
    void ourOwnSamplesAreNinjsAsTheIptcHasIt(String sample, String version) throws Exception {
        Path schema = folder().resolve("schema/ninjs-schema_" + version + ".json");
        assumeTrue(Files.exists(schema), "The IPTC's schemas are not at hand; skipped");

        List<String> faults = schema(schema).validate(WireRoom.sample("ninjs/" + sample), InputFormat.JSON).stream()
                .map(Object::toString)
                // the fields nobody knows and the file beside the item are what the samples are about
                .filter(fault -> !fault.contains("mood") && !fault.contains("colour") && !fault.contains("/href"))
                .toList();

        assertThat(faults).isEmpty();
    }

    /// The schemas point to others on the web: those that are here are read from here, nothing is fetched.
    private static Schema schema(Path file) throws IOException {
        Map<String, String> local = new HashMap<>();
        String geoJson = Files.readString(folder().resolve("conformance/GeoJSON-schema.json"));
        local.put("https://geojson.org/schema/GeoJSON.json", geoJson);
        local.put("http://json.schemastore.org/geojson", geoJson);
        String text = Files.readString(file);
        local.put("https://broadsheet.example/ninjs.json", text);
        JsonNode own = JsonMapper.shared().readTree(text);
        String id = own.has("$id") ? own.get("$id").asString() : "";
        local.put(id, text);
        local.put(id.replaceAll("#$", ""), text);
        SpecificationVersion dialect =
                text.contains("2020-12") ? SpecificationVersion.DRAFT_2020_12 : SpecificationVersion.DRAFT_7;
        return SchemaRegistry.withDefaultDialect(dialect, builder -> builder.schemas(local))
                .getSchema(SchemaLocation.of("https://broadsheet.example/ninjs.json"));
    }

    private static int assertText(Path sample, JsonNode sent, WireItem item) {
        List<String> texts = new ArrayList<>();
        sent.forEachEntry((name, value) -> {
            if (name.startsWith("body_") && value.isString()) {
                texts.add(value.asString());
            }
        });
        if (sent.has("bodies")) {
            sent.get("bodies").forEach(body -> {
                if (body.has("value") && body.get("value").isString()) {
                    texts.add(body.get("value").asString());
                }
            });
        }
        if (texts.isEmpty() || item.body().blocks().isEmpty()) {
            return 0;
        }
        String dateline = item.dateline().isEmpty()
                ? ""
                : (item.dateline().place() == null ? "" : item.dateline().place())
                        + (item.dateline().day() == null ? "" : item.dateline().day())
                        + (item.dateline().agency() == null
                                ? ""
                                : item.dateline().agency());
        String ours = TextLetters.of(item.body().plainText() + item.signOff().print());
        String withDateline = TextLetters.of(dateline) + ours;
        assertThat(texts).as(sample + " gives one of its texts whole").anyMatch(text -> {
            String wanted = TextLetters.of(Jsoup.parse(text).body().text());
            if (text.contains("<nitf")) { // its head says again what other fields have said
                return ours.length() > 0.9 * wanted.length() && wanted.endsWith(ours);
            }
            return wanted.equals(ours) || wanted.equals(withDateline);
        });
        return 1;
    }

    private static String headline(JsonNode sent) {
        if (isText(sent, "headline")) {
            return sent.get("headline").asString();
        }
        JsonNode headlines = sent.get("headlines");
        if (headlines != null && headlines.size() == 1 && headlines.get(0).has("value")) {
            return headlines.get(0).get("value").asString();
        }
        return "";
    }

    private static void assertRefusedInASentence(Path sample) throws IOException {
        try {
            Reading.Items items = read(sample);
            assertThat(items.items()).as(sample.toString()).isNotEmpty();
        } catch (Unreadable e) {
            assertThat(e.reason()).as(sample.toString()).hasSizeGreaterThan(15);
        }
    }

    private static boolean isText(JsonNode sent, String name) {
        return sent.has(name)
                && sent.get(name).isString()
                && !sent.get(name).asString().isBlank();
    }

    private static JsonNode tree(Path sample) throws IOException {
        try {
            return JsonMapper.shared().readTree(Files.readString(sample, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            return null;
        }
    }

    private static Reading.Items read(Path sample) throws Unreadable, IOException {
        return (Reading.Items) NINJS.read(new Copy(
                "samples", sample.getFileName().toString(), "0".repeat(64), Instant.EPOCH, Files.readAllBytes(sample)));
    }

    private static List<Path> samples() throws IOException {
        assumeTrue(Files.isDirectory(folder()), "The IPTC's samples are not at hand; skipped");
        List<Path> samples = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder())) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.toString().contains("schema"))
                    .sorted()
                    .forEach(samples::add);
        }
        assertThat(samples).hasSizeGreaterThan(200);
        return samples;
    }

    private static Path folder() {
        String set = System.getenv("BROADSHEET_SAMPLES");
        return (set == null ? Path.of("../../shared/samples") : Path.of(set)).resolve("ninjs");
    }
}
