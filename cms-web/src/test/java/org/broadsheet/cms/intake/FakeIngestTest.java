package org.broadsheet.cms.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.broadsheet.cms.NewsroomTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The fake wire room speaks in the shapes of the real one; `IntakeAtTheDeskTest` asks the real one for the same.
class FakeIngestTest {

    private final FakeIngest ingest = new FakeIngest();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
        ingest.destroy();
    }

    @Test
    void aFeedHasEverythingTheDeskShows() throws Exception {
        ask("PUT", "/api/feeds/northwind", "{\"title\": \"N\", \"transport\": \"push\", \"version\": 0}");

        for (JsonNode feed :
                new JsonNode[] {ask("GET", "/api/feeds", "").get(0), ask("GET", "/api/feeds/northwind", "")}) {
            assertHas(
                    feed,
                    "name title transport paused version settings secretsSet pollEvery counts lastReceivedAt"
                            + " lastTriedAt lastError lastErrorAt usualGap alarm");
            assertHas(feed.get("counts"), "today total quarantined");
        }
        assertThat(ask("GET", "/api/feeds/northwind", "").has("history")).isTrue();
    }

    @Test
    void aTransportSaysWhatItAsksFor() throws Exception {
        for (JsonNode transport : ask("GET", "/api/feeds/transports", "")) {
            assertHas(transport, "transport title says fields");
            transport.get("fields").forEach(field -> assertHas(field, "name label kind choices required hint default"));
        }
    }

    @Test
    void aTrialTellsItsTrailAndItsItems() throws Exception {
        ask("PUT", "/api/feeds/northwind", "{\"title\": \"N\", \"transport\": \"push\", \"version\": 0}");

        JsonNode trial = ask("POST", "/api/feeds/northwind/test", "");

        assertHas(trial, "ok sentence took trail items");
        assertHas(trial.get("items").get(0), "headline guid version kind format remarks");
        assertHas(ask("POST", "/api/feeds/northwind/secret", ""), "secret");
    }

    @Test
    void quarantineIsPagedLookedIntoAndReplayed() throws Exception {
        ingest.holds(
                "{\"id\": 7, \"feed\": \"northwind\", \"name\": \"a.xml\", \"size\": 3, \"receivedAt\":"
                        + " \"2026-11-25T08:00:00Z\", \"format\": null, \"reason\": \"torn\", \"replays\": 0, \"text\":"
                        + " \"abc\", \"items\": []}",
                "abc".getBytes(StandardCharsets.UTF_8));

        JsonNode page = ask("GET", "/api/quarantine?feed=northwind&limit=50", "");
        assertHas(page, "total payloads");
        assertHas(page.get("payloads").get(0), "id feed name size receivedAt format reason replays");
        assertHas(ask("GET", "/api/quarantine/7", ""), "id feed name text items");
        assertHas(ask("POST", "/api/quarantine/7/replay", "{}"), "state reason items");
        assertHas(ask("POST", "/api/quarantine/replay", "{\"feed\": null}"), "asked settled still running");
    }

    @Test
    void aRuleKeepsWhatItIsForAndWhatItDoes() throws Exception {
        ask(
                "PUT",
                "/api/rules/r1",
                "{\"name\": \"Shipping\", \"version\": 0, \"active\": true, \"when\": {}, \"then\": {}}");

        assertHas(ask("GET", "/api/rules", "").get(0), "id name active version when then");
        assertHas(ask("POST", "/api/rules/rehearsal", "{\"rule\": {}}"), "looked matched took");
    }

    private JsonNode ask(String method, String path, String words) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ingest.address() + path))
                .header("Authorization", "Bearer " + NewsroomTest.TOKEN)
                .method(method, HttpRequest.BodyPublishers.ofString(words));
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return FakeIngest.JSON.readTree(answer.body());
    }

    private static void assertHas(JsonNode node, String fields) {
        assertThat(node.propertyNames()).containsAll(Arrays.asList(fields.split(" ")));
    }
}
