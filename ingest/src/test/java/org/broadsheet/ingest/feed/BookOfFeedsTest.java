package org.broadsheet.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.ingest.WireRoom.waitFor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.WireRoom;
import org.broadsheet.ingest.feed.Ordering.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class BookOfFeedsTest {

    @TempDir
    static Path root;

    static WireRoom room;
    static Ordering desk;

    @BeforeAll
    static void openTheWireRoom() {
        room = new WireRoom(root).open();
        desk = new Ordering(room);
    }

    @AfterAll
    static void closeTheWireRoom() {
        desk.close();
        room.close();
    }

    @Test
    void aDropFolderIsAFeedOfItsOwnAccordAndCanBeTitledAndPaused() {
        room.drop("nord", "pact.xml", WireRoom.sample("pyongyang-pact.xml"));
        room.finished("nord", "pact.xml");
        JsonNode folder = waitFor(
                () -> desk.feed("nord"),
                found -> assertThat(found.get("counts").get("total").asInt()).isEqualTo(1));
        assertThat(folder.get("transport").asString()).isEqualTo("folder");
        assertThat(folder.get("lastReceivedAt").isNull()).isFalse();
        assertThat(folder.get("history").get(0).get("what").asString()).isEqualTo("received");

        Answer titled = desk.ask(
                "PUT",
                "/api/feeds/nord",
                Map.of(
                        "title",
                        "Agence Nord",
                        "transport",
                        "folder",
                        "version",
                        folder.get("version").asLong()));
        assertThat(titled.status()).isEqualTo(200);
        assertThat(titled.body().get("title").asString()).isEqualTo("Agence Nord");

        assertThat(desk.ask("POST", "/api/feeds/nord/pause", null)
                        .body()
                        .get("paused")
                        .asBoolean())
                .isTrue();
        room.drop("nord", "second.xml", WireRoom.sample("pyongyang-pact.xml"));
        room.drop("other", "pact.xml", WireRoom.sample("pyongyang-pact.xml"));
        room.finished("other", "pact.xml");
        assertThat(room.receipts("nord", "second.xml")).isEmpty();
        assertThat(room.feed("nord").resolve("second.xml")).exists();

        desk.ask("POST", "/api/feeds/nord/resume", null);
        room.finished("nord", "second.xml");
        List<String> happened = new ArrayList<>();
        desk.feed("nord")
                .get("history")
                .forEach(line -> happened.add(line.get("what").asString()));
        assertThat(happened).contains("paused", "resumed", "changed", "received");
    }

    @Test
    void faultsNameTheirField() {
        Answer answer = desk.ask(
                "PUT",
                "/api/feeds/pushed-faulty",
                Map.of(
                        "transport",
                        "push",
                        "settings",
                        Map.of("largest", "many", "colour", "red"),
                        "secrets",
                        Map.of("password", "x"),
                        "pollEvery",
                        "often",
                        "version",
                        0));

        assertThat(answer.status()).isEqualTo(422);
        List<String> fields = new ArrayList<>();
        answer.body().get("faults").forEach(fault -> {
            assertThat(fault.get("sentence").asString()).isNotBlank();
            fields.add(fault.get("field").asString());
        });
        assertThat(fields).containsExactlyInAnyOrder("pollEvery", "colour", "largest", "password");
        assertThat(desk.ask("GET", "/api/feeds/pushed-faulty", null).status()).isEqualTo(404);
    }

    @Test
    void namesTransportsAndBodiesThatCannotBeAreRefused() {
        for (String name : List.of("-x", "a%20b", "transports", "x".repeat(65))) {
            assertThat(desk.ask("PUT", "/api/feeds/" + name, Map.of("transport", "push", "version", 0))
                            .body()
                            .get("faults")
                            .get(0)
                            .get("field")
                            .asString())
                    .isEqualTo("name");
        }
        assertThat(desk.ask("PUT", "/api/feeds/x1", Map.of("transport", "pigeon", "version", 0))
                        .body()
                        .get("faults")
                        .get(0)
                        .get("field")
                        .asString())
                .isEqualTo("transport");
        assertThat(desk.ask("PUT", "/api/feeds/x1", Map.of("transport", "folder", "version", 0))
                        .status())
                .isEqualTo(422);
        assertThat(desk.ask("PUT", "/api/feeds/x1", "{\"title\":").status()).isEqualTo(400);
        assertThat(desk.ask("POST", "/api/feeds/nobody/pause", null).status()).isEqualTo(404);
        assertThat(desk.ask("POST", "/api/feeds/nobody/test", null).status()).isEqualTo(404);
        assertThat(desk.ask("DELETE", "/api/feeds/nobody", null).status()).isEqualTo(404);
    }

    @Test
    void whoeverChangesAnOldVersionIsToldSo() {
        desk.open("stale", "push", Map.of(), Map.of());
        Map<String, Object> change = new HashMap<>(Map.of("title", "A", "transport", "push", "version", 1));
        assertThat(desk.ask("PUT", "/api/feeds/stale", change).status()).isEqualTo(200);

        assertThat(desk.ask("PUT", "/api/feeds/stale", change).status()).isEqualTo(409);

        change.put("version", 0);
        assertThat(desk.ask("PUT", "/api/feeds/stale", change).status()).isEqualTo(409);
        assertThat(desk.feed("stale").get("version").asLong()).isEqualTo(2);
    }

    @Test
    void aSecretIsToldOnceAndLiesSealed() {
        String secret =
                desk.open("sealed", "push", Map.of(), Map.of()).get("secret").asString();
        assertThat(secret).hasSize(43);

        JsonNode after = desk.feed("sealed");
        assertThat(after.toString()).doesNotContain(secret);
        assertThat(after.get("secretsSet").get(0).asString()).isEqualTo("signingSecret");
        String kept = room.part(JdbcClient.class)
                .sql("select secrets::text from feed where name = 'sealed'")
                .query(String.class)
                .single();
        assertThat(kept).contains("v1.").doesNotContain(secret);

        String other = desk.ask("POST", "/api/feeds/sealed/secret", null)
                .body()
                .get("secret")
                .asString();
        assertThat(other).hasSize(43).isNotEqualTo(secret);
    }

    @Test
    void aRetiredFeedIsGoneAndItsNameFree() {
        desk.open("retired", "push", Map.of(), Map.of());

        assertThat(desk.ask("DELETE", "/api/feeds/retired", null).status()).isEqualTo(204);

        assertThat(desk.ask("GET", "/api/feeds/retired", null).status()).isEqualTo(404);
        desk.open("retired", "push", Map.of(), Map.of());
        assertThat(desk.feed("retired").get("transport").asString()).isEqualTo("push");
    }

    @Test
    void theDeskCanDrawAFormForEachTransport() {
        JsonNode forms = desk.ask("GET", "/api/feeds/transports", null).body();

        List<String> transports = new ArrayList<>();
        forms.forEach(form -> {
            transports.add(form.get("transport").asString());
            assertThat(form.get("title").asString()).isNotBlank();
            assertThat(form.get("says").asString()).endsWith(".");
            form.get("fields").forEach(field -> {
                assertThat(field.get("label").asString()).isNotBlank();
                assertThat(field.get("kind").asString())
                        .isIn("text", "secret", "number", "duration", "address", "choice", "switch");
                assertThat(field.has("default")).isTrue();
                assertThat(field.get("choices").isEmpty())
                        .isEqualTo(!field.get("kind").asString().equals("choice"));
            });
        });
        assertThat(transports).contains("folder", "push");
    }

    @Test
    void aTrialOfAFeedThatIsCalledSaysSo() {
        desk.open("called", "push", Map.of(), Map.of());

        JsonNode result = desk.test("called");

        assertThat(result.get("ok").asBoolean()).isFalse();
        assertThat(result.get("sentence").asString()).contains("sender has to call");
    }
}
