package org.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PathOfAPayloadTest {

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

    @Test
    void aDroppedStoryIsInTheLogAndItsFileInDone() {
        room.drop("nord", "pact.xml", WireRoom.sample("pyongyang-pact.xml"));

        JsonNode receipt = room.finished("nord", "pact.xml");

        assertThat(receipt.get("state").asString()).isEqualTo("settled");
        assertThat(receipt.get("items").get(0).get("outcome").asString()).isEqualTo("new");
        assertThat(room.log()).hasSize(1);
        WireRoom.waitFor(
                () -> room.feed("nord").resolve("done/pact.xml"),
                file -> assertThat(file).exists());
        assertThat(room.feed("nord").resolve("pact.xml")).doesNotExist();
    }
}
