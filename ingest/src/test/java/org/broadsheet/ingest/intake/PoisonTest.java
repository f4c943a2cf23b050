package org.broadsheet.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.broadsheet.ingest.WireRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A payload that takes the whole service down while it is read.
class PoisonTest {

    @TempDir
    Path root;

    @TempDir
    Path logs;

    @Test
    void aPayloadThatEndsTheServiceThreeTimesIsPutAsideAndItsNeighboursAreSettled() throws Exception {
        WireRoom room = new WireRoom(root);
        List<String> good = List.of("a.txt", "b.txt", "z.txt");
        for (String name : List.of("a.txt", "b.txt", "m-poison.txt", "z.txt")) {
            room.drop("nord", name, name.contains("poison") ? "%TEST% END-THE-SERVICE" : "%TEST% " + name);
        }
        for (int start = 0; start < 3; start++) {
            Process service = room.openOutside(logs.resolve("start-" + start + ".log"));
            assertThat(service.waitFor(120, TimeUnit.SECONDS))
                    .as("it ends by itself")
                    .isTrue();
            assertThat(service.exitValue()).isEqualTo(9);
        }

        try (WireRoom again = room.open()) {
            JsonNode poison = again.finished("nord", "m-poison.txt");
            assertThat(poison.get("state").asString()).isEqualTo("quarantined");
            assertThat(poison.get("reason").asString()).startsWith("The service ended 3 times while it was reading");
            for (String name : good) {
                assertThat(again.finished("nord", name).get("state").asString())
                        .as(name)
                        .isEqualTo("settled");
            }
            assertThat(again.log()).hasSize(good.size());
        }
    }
}
