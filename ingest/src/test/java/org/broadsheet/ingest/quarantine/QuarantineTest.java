package org.broadsheet.ingest.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.broadsheet.ingest.WireRoom;
import org.broadsheet.ingest.intake.ReaderUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QuarantineTest {

    @TempDir
    static Path root;

    static WireRoom room;

    @BeforeAll
    static void openTheWireRoom() {
        room = new WireRoom(root).open();
    }

    @AfterAll
    static void closeTheWireRoom() {
        room.close();
    }

    @BeforeEach
    void forgetWhatWasLearnt() {
        ReaderUnderTest.hasLearnt = false;
        ReaderUnderTest.headline = "Read at last";
    }

    @Test
    void whatNobodyCouldReadIsLookedAtReadAgainAndThenSettled() {
        long id = quarantined("nord", "later.txt", "%TEST% LEARNT-LATER caf\u00e9 \u0001");

        JsonNode one = room.get("/api/quarantine/" + id);
        assertThat(one.get("reason").asString()).isEqualTo("Nobody has learnt to read this yet");
        assertThat(one.get("format").asString()).isEqualTo("test");
        assertThat(one.get("text").asString()).isEqualTo("%TEST% LEARNT-LATER caf\u00e9 \u2401");
        assertThat(room.http()
                        .get()
                        .uri("/api/payloads/" + id + "/raw")
                        .retrieve()
                        .body(byte[].class))
                .isEqualTo("%TEST% LEARNT-LATER caf\u00e9 \u0001".getBytes(StandardCharsets.UTF_8));
        assertThat(post("/api/quarantine/" + id + "/replay", "").get("state").asString())
                .isEqualTo("quarantined");
        assertThat(room.get("/api/quarantine/" + id).get("replays").asInt()).isEqualTo(1);

        ReaderUnderTest.hasLearnt = true;
        JsonNode replayed = post("/api/quarantine/" + id + "/replay", "");

        assertThat(replayed.get("state").asString()).isEqualTo("settled");
        assertThat(replayed.at("/items/0/outcome").asString()).isEqualTo("new");
        assertThat(status("/api/quarantine/" + id)).isEqualTo(404);
    }

    @Test
    void allOfOneFeedAreReadAgainInTheBackground() {
        for (int i = 0; i < 5; i++) {
            quarantined("sud", "later-" + i + ".txt", "%TEST% LEARNT-LATER " + i);
        }
        quarantined("sud", "never.txt", "nothing anybody reads");
        long other = quarantined("west", "later.txt", "%TEST% LEARNT-LATER west");
        assertThat(room.get("/api/quarantine?feed=sud").get("total").asInt()).isEqualTo(6);

        ReaderUnderTest.hasLearnt = true;
        post("/api/quarantine/replay", "{\"feed\":\"sud\"}");

        JsonNode done = WireRoom.waitFor(
                () -> room.get("/api/quarantine/replay"),
                progress -> assertThat(progress.get("running").asBoolean()).isFalse());
        assertThat(done.get("asked").asInt()).isEqualTo(6);
        assertThat(done.get("settled").asInt()).isEqualTo(5);
        assertThat(done.get("still").asInt()).isEqualTo(1);
        assertThat(room.get("/api/quarantine?feed=sud").get("total").asInt()).isEqualTo(1);
        assertThat(room.get("/api/quarantine/" + other).get("replays").asInt()).isZero();
    }

    @Test
    void whatAnEditorLetsGoIsInQuarantineNoMore() {
        long id = quarantined("ost", "useless.txt", "of no use");

        assertThat(post("/api/quarantine/" + id + "/drop", "").get("state").asString())
                .isEqualTo("dropped");

        assertThat(room.get("/api/quarantine?feed=ost").get("total").asInt()).isZero();
        assertThat(room.receipts("ost", "useless.txt").getFirst().get("state").asString())
                .isEqualTo("dropped");
    }

    @Test
    void aReaderThatRunsOutOfMemoryCostsItsPayloadOnly() {
        quarantined("nord", "memory.txt", "%TEST% OUT-OF-MEMORY");
        room.drop("nord", "after.txt", "%TEST% after");

        assertThat(room.finished("nord", "after.txt").get("state").asString()).isEqualTo("settled");
    }

    @Test
    void anItemReadBetterIsAppendedOnceAndOnlyWhereItChanged() {
        room.drop("nord", "better.txt", "%TEST% READ-BETTER");
        room.finished("nord", "better.txt");
        long end = room.get("/api/log").get("end").asLong();
        String item = "{\"provider\":\"agence-nord.example\",\"guid\":\"better.txt\"}";
        assertThat(post("/api/items/reparse", item).get("changed").asInt()).isZero();
        assertThat(room.get("/api/log").get("end").asLong()).isEqualTo(end);

        ReaderUnderTest.headline = "Read better";
        JsonNode reparsed = post("/api/items/reparse", item);

        assertThat(reparsed.get("versions").asInt()).isEqualTo(1);
        assertThat(reparsed.get("changed").asInt()).isEqualTo(1);
        JsonNode entries = room.get("/api/log?after=" + end).get("entries");
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).at("/item/headline").asString()).isEqualTo("Read better");
        assertThat(post("/api/items/reparse", item).get("changed").asInt()).isZero();
    }

    @Test
    void aFileInsideAnotherPayloadIsAPayloadOfItsOwnHoweverOftenThatIsRead() {
        room.drop("nord", "outside.txt", "%TEST% ENCLOSES");

        JsonNode inside = room.finished("nord", "outside.txt");
        assertThat(inside.get("state").asString()).isEqualTo("settled");
        assertThat(room.finished("nord", "inside.txt").get("state").asString()).isEqualTo("settled");
        assertThat(room.receipts("nord", "inside.txt")).hasSize(1);
    }

    private static long quarantined(String feed, String name, String content) {
        room.drop(feed, name, content);
        assertThat(room.finished(feed, name).get("state").asString()).isEqualTo("quarantined");
        for (JsonNode payload : room.get("/api/quarantine?feed=" + feed).get("payloads")) {
            if (payload.get("name").asString().equals(name)) {
                return payload.get("id").asLong();
            }
        }
        throw new AssertionError(name + " is not in quarantine");
    }

    private static JsonNode post(String path, String body) {
        return JsonMapper.shared()
                .readTree(room.http()
                        .post()
                        .uri(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)
                        .retrieve()
                        .body(String.class));
    }

    private static int status(String path) {
        return room.http()
                .get()
                .uri(path)
                .exchange((request, response) -> response.getStatusCode().value());
    }
}
