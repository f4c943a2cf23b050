package org.broadsheet.ingest.unclaimed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.ingest.Jpegs;
import org.broadsheet.ingest.WireRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Picture files without an item, and files of a name that came before, through the whole service.
class LonePicturesTest {

    private static final String ITEM = """
        {"uri": "urn:northwind:%s", "type": "picture", "version": "1", "headline": "Agency's %s",
         "renditions": {"original": {"href": "%s", "mimetype": "image/jpeg"}}}\
        """;

    @TempDir
    private Path root;

    @Test
    void aPictureNobodyNamesBecomesAnItemAndIsJoinedWhenOneNamesItAfterAll() {
        byte[] picture = Jpegs.drawn(64, 48, 10)
                .iim(105, "Ships wait")
                .iim(120, "Ships wait off Vastholm, November 24, 2026.")
                .iim(110, "Northwind/Mika Solberg")
                .iim(10, "3")
                .iim(103, "NW4711")
                .iim(90, "Vastholm")
                .bytes();
        byte[] silent = Jpegs.drawn(64, 48, 99).bytes();
        try (WireRoom room = new WireRoom(root)
                .with("broadsheet.ingest.picture.alone-after", "300ms")
                .with("broadsheet.ingest.picture.look-every", "100ms")
                .open()) {
            room.drop("northwind", "silent.jpg", silent);
            room.drop("northwind", "ships.jpg", picture);

            JsonNode lone = WireRoom.waitFor(room::log, log -> assertThat(log).hasSize(1))
                    .getFirst()
                    .get("item");
            assertThat(lone.get("kind").asString()).isEqualTo("PICTURE");
            assertThat(lone.get("guid").asString()).isEqualTo("NW4711#ships.jpg");
            assertThat(lone.get("provider").asString()).isEqualTo("northwind");
            assertThat(lone.get("headline").asString()).isEqualTo("Ships wait");
            assertThat(lone.get("urgency").asInt()).isEqualTo(3);
            assertThat(lone.get("picture").get("hash").asString())
                    .isEqualTo(PictureHash.of(picture).value());
            assertThat(lone.get("picture").get("caption").get("text").asString())
                    .startsWith("Ships wait off Vastholm");
            assertThat(room.finished("northwind", "ships.jpg").get("reason").isNull())
                    .as("it waits no more")
                    .isTrue();

            room.drop("northwind", "ships.json", ITEM.formatted("ships", "ships", "ships.jpg"));

            List<JsonNode> log =
                    WireRoom.waitFor(room::log, entries -> assertThat(entries).hasSize(3));
            JsonNode named = log.get(1).get("item");
            assertThat(named.get("guid").asString()).isEqualTo("urn:northwind:ships");
            assertThat(named.get("picture").get("hash").asString())
                    .isEqualTo(PictureHash.of(picture).value());
            JsonNode joined = log.get(2).get("item");
            assertThat(joined.get("guid").asString()).isEqualTo("NW4711#ships.jpg");
            assertThat(joined.get("remarks").toString()).contains("It has an item of its agency by now");
            assertThat(joined.get("links").get(0).get("guid").asString()).isEqualTo("urn:northwind:ships");
            assertThat(joined.get("links").get(0).get("rel").asString()).isEqualTo("same");
            assertThat(room.finished("northwind", "silent.jpg").get("reason").asString())
                    .as("it says too little of itself")
                    .isEqualTo("waiting for its item");
        }
    }

    @Test
    void aNameUsedAgainPutsNoOtherPictureOnAStory() {
        Jpegs first = Jpegs.drawn(64, 48, 10).iim(120, "The quay of Vastholm.").iim(103, "NW1");
        byte[] corrected = Jpegs.drawn(64, 48, 10)
                .iim(120, "The quay of Vastholm, Norland.")
                .iim(103, "NW1")
                .bytes();
        byte[] other =
                Jpegs.drawn(64, 48, 200).iim(120, "A ferry.").iim(103, "NW2").bytes();
        try (WireRoom room = new WireRoom(root)
                .with("broadsheet.ingest.picture.alone-after", "1h")
                .open()) {
            room.drop("northwind", "quay.json", ITEM.formatted("quay", "quay", "image001.jpg"));
            room.finished("northwind", "quay.json");
            room.drop("northwind", "image001.jpg", first.bytes());
            WireRoom.waitFor(room::log, log -> assertThat(log).hasSize(2));

            room.drop("northwind", "image001.jpg", corrected);
            List<JsonNode> log =
                    WireRoom.waitFor(room::log, entries -> assertThat(entries).hasSize(3));
            assertThat(hash(log.getLast())).isEqualTo(PictureHash.of(corrected).value());

            room.drop("northwind", "image001.jpg", other);
            WireRoom.waitFor(
                    () -> room.finished("northwind", "image001.jpg"),
                    receipt -> assertThat(receipt.get("hash").asString())
                            .isEqualTo(PictureHash.of(other).value()));
            room.drop("northwind", "ferry.json", ITEM.formatted("ferry", "ferry", "image001.jpg"));
            log = WireRoom.waitFor(room::log, entries -> assertThat(entries).hasSize(4));

            assertThat(log.getLast().get("item").get("guid").asString()).isEqualTo("urn:northwind:ferry");
            assertThat(hash(log.getLast()))
                    .as("its own item has it; the quay keeps its own")
                    .isEqualTo(PictureHash.of(other).value());
        }
    }

    private static String hash(JsonNode entry) {
        return entry.get("item").get("picture").get("hash").asString();
    }
}
