package org.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.ops.newsroom.DemoNewsroom;
import org.broadsheet.ops.newsroom.FeedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The demo's other feeds come in as they should: each format is told by its content alone.
class DemoWiresTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void eachFeedOfTheDemoIsReadInItsOwnFormat(@TempDir Path folder) {
        try (WireRoom room = new WireRoom(folder).open()) {
            List<FeedFile> files = new DemoNewsroom().otherWires(NOW);
            for (FeedFile file : files) {
                room.drop(file.feed(), file.name(), file.bytes());
                JsonNode receipt = room.finished(file.feed(), file.name());

                assertThat(receipt.get("state").asString())
                        .as(file.name() + ": " + receipt.get("reason"))
                        .isEqualTo(file.broken() ? "quarantined" : "settled");
            }

            Map<String, JsonNode> newest = newest(room.log());
            assertThat(newest.values())
                    .extracting(item -> item.get("feed").asString())
                    .contains("met-office", "town-hall", "saltvik-line", "press-desk");
            JsonNode ferry = find(newest, "Winter ferries run an hour later; fishermen object");
            assertThat(ferry.get("purpose").asString()).isEqualTo("WRITE_THROUGH");
            assertThat(ferry.get("version").asLong()).isEqualTo(2);
            assertThat(ferry.get("dateline").get("place").asString()).isEqualTo("SALTVIK, Norland");
            assertThat(newest.values())
                    .filteredOn(item -> item.get("status").asString().equals("CANCELED"))
                    .singleElement()
                    .satisfies(
                            kill -> assertThat(kill.get("slugline").asString()).contains("Lighthouse-Sale"));
            assertThat(newest.values())
                    .filteredOn(item -> item.get("purpose").asString().equals("ADVISORY"))
                    .hasSize(1);
            assertThat(find(newest, "Old swimming baths to become a library")
                            .get("embargoedUntil")
                            .asString())
                    .isEqualTo("2026-11-25T22:00:00Z");
            assertThat(find(newest, "Vastholm: fog in the morning, then clear & cold")
                            .get("body")
                            .toString())
                    .contains("\"table\"");
            assertThat(find(newest, "Statement: pilots welcome talks on rest hours")
                            .get("body")
                            .toString())
                    .contains("will send four delegates to Vastholm on Wednesday.");
        }
    }

    private static Map<String, JsonNode> newest(List<JsonNode> log) {
        Map<String, JsonNode> newest = new LinkedHashMap<>();
        log.forEach(entry -> newest.put(
                entry.get("item").get("provider").asString() + " "
                        + entry.get("item").get("guid").asString(),
                entry.get("item")));
        return newest;
    }

    private static JsonNode find(Map<String, JsonNode> items, String headline) {
        return items.values().stream()
                .filter(item -> item.get("headline").asString().equals(headline))
                .findFirst()
                .orElseThrow(() -> new AssertionError(headline + " is not among "
                        + items.values().stream().map(i -> i.get("headline")).toList()));
    }
}
