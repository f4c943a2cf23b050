package org.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.broadsheet.core.log.LogPage;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireLogEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.ParameterizedTypeReference;
import tools.jackson.databind.JsonNode;

class PathOfAPayloadTest {

    @TempDir
    Path root;

    WireRoom room;

    @BeforeEach
    void openTheWireRoom() {
        room = new WireRoom(root).open();
    }

    @AfterEach
    void closeTheWireRoom() {
        room.close();
    }

    @Test
    void aDroppedStoryIsInTheLogAndItsFileInDone() {
        room.drop("nord", "pact.xml", WireRoom.sample("pyongyang-pact.xml"));

        JsonNode receipt = room.finished("nord", "pact.xml");

        assertThat(receipt.get("state").asString()).isEqualTo("settled");
        assertThat(receipt.get("items").get(0).get("outcome").asString()).isEqualTo("new");
        WireItem item = items().getFirst();
        assertThat(item.headline()).isEqualTo("Norland’s president signs mutual defence pact & trade deal");
        assertThat(item.headlineTags())
                .singleElement()
                .satisfies(tag -> assertThat(tag.number()).isEqualTo(2));
        assertThat(item.dateline().agency()).isEqualTo("Agence Nord");
        assertThat(item.body().plainText())
                .startsWith("Norland's president signed a mutual defence pact into law & said");
        assertThat(item.signOff().print())
                .isEqualTo("(Reporting by Ines Halloran in Vastholm; Editing by Osei Danquah)");
        WireRoom.waitFor(
                () -> room.feed("nord").resolve("done/pact.xml"),
                file -> assertThat(file).exists());
        assertThat(room.feed("nord").resolve("pact.xml")).doesNotExist();
    }

    @Test
    void aPictureIsWholeWhenTheItemComesFirst() {
        byte[] jpeg = Jpegs.drawn(160, 107, 200).bytes();
        room.drop("nord", "pact-photo.xml", WireRoom.sample("pact-photo.xml"));
        room.finished("nord", "pact-photo.xml");
        room.drop("nord", "pact.jpg", jpeg);
        JsonNode receipt = room.finished("nord", "pact.jpg");

        assertThat(receipt.get("reason").isNull()).isTrue();
        List<WireItem> items = items();
        assertThat(items).hasSize(2);
        assertThat(items.getFirst().picture().hash()).isNull();
        assertWhole(items.getLast(), jpeg);
    }

    @Test
    void aPictureIsWholeWhenTheFileComesFirst() {
        byte[] jpeg = Jpegs.drawn(160, 107, 200).bytes();
        room.drop("nord", "pact.jpg", jpeg);
        assertThat(room.finished("nord", "pact.jpg").get("reason").asString()).isEqualTo("waiting for its item");
        room.drop("nord", "pact-photo.xml", WireRoom.sample("pact-photo.xml"));
        room.finished("nord", "pact-photo.xml");

        List<WireItem> items = items();
        assertThat(items).hasSize(1);
        assertWhole(items.getFirst(), jpeg);
        assertThat(room.finished("nord", "pact.jpg").get("reason").isNull()).isTrue();
    }

    private void assertWhole(WireItem item, byte[] jpeg) {
        assertThat(item.picture().hash()).isEqualTo(PictureHash.of(jpeg));
        assertThat(item.picture().width()).isEqualTo(160);
        assertThat(item.picture().height()).isEqualTo(107);
        assertThat(item.picture().mimeType()).isEqualTo("image/jpeg");
        assertThat(item.picture().caption().filePhoto()).isTrue();
        assertThat(item.picture().caption().taken()).hasToString("2024-06-19");
        assertThat(item.picture().caption().text())
                .isEqualTo(
                        "Norland's president and his host attend a state reception in Vastholm, Norland June 19, 2024.");
        assertThat(item.picture().credit().print())
                .isEqualTo("Norland Press/Mika Solberg/Pool via AGENCE NORD/File Photo");
        assertThat(room.http()
                        .get()
                        .uri("/api/pictures/" + PictureHash.of(jpeg))
                        .retrieve()
                        .body(byte[].class))
                .isEqualTo(jpeg);
    }

    @Test
    void whoeverWaitsForTheLogIsWokenByTheNextStory() throws Exception {
        long before = System.nanoTime();
        CompletableFuture<JsonNode> answer = CompletableFuture.supplyAsync(() -> room.get("/api/log?after=0&wait=20"));
        Thread.sleep(200);
        assertThat(answer).isNotDone();

        room.drop("nord", "pact.xml", WireRoom.sample("pyongyang-pact.xml"));

        assertThat(answer.get().get("entries")).hasSize(1);
        assertThat(System.nanoTime() - before).isLessThan(10_000_000_000L);
    }

    @Test
    void onlyTheHealthCheckAnswersWithoutTheToken() throws Exception {
        try (HttpClient stranger = HttpClient.newHttpClient()) {
            for (String path : List.of(
                    "/api/log",
                    "/api/status",
                    "/api/receipts",
                    "/nowhere",
                    "/actuator/health/../../api/log",
                    "/actuator")) {
                HttpResponse<String> answer = stranger.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + room.port() + path))
                                .header("Authorization", "Bearer " + WireRoom.TOKEN + "x")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(path).isEqualTo(401);
                assertThat(answer.body()).contains("\"status\":401");
            }
            HttpResponse<String> health = stranger.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + room.port() + "/actuator/health/readiness"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(health.statusCode()).isEqualTo(200);
        }
    }

    private List<WireItem> items() {
        LogPage<WireLogEntry> page = room.http()
                .get()
                .uri("/api/log?limit=500")
                .retrieve()
                .body(new ParameterizedTypeReference<LogPage<WireLogEntry>>() {});
        return page.entries().stream().map(WireLogEntry::item).toList();
    }
}
