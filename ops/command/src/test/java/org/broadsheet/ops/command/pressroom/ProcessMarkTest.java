package org.broadsheet.ops.command.pressroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.broadsheet.ops.command.house.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessMarkTest {

    @TempDir
    Path checkout;

    private House house;

    @BeforeEach
    void openTheHouse() {
        house = House.of(checkout, Map.of());
        house.open();
    }

    @Test
    void aProcessIsFoundAgainByItsNumberAndStart() {
        ProcessMark.of(ProcessHandle.current(), "build-1").keep(house, Part.INGEST);

        ProcessMark kept = ProcessMark.kept(house, Part.INGEST).orElseThrow();

        assertThat(kept.process()).contains(ProcessHandle.current());
        assertThat(kept.fingerprint()).isEqualTo("build-1");
        assertThat(ProcessMark.kept(house, Part.SEARCH)).isEmpty();
    }

    @Test
    void aStrangerWhoGotTheNumberSinceIsNotTakenForOurs() {
        Instant earlier = Instant.parse("2020-01-01T00:00:00Z");
        new ProcessMark(ProcessHandle.current().pid(), earlier, "build-1").keep(house, Part.INGEST);

        assertThat(ProcessMark.kept(house, Part.INGEST).orElseThrow().process()).isEmpty();
    }

    @Test
    void aProcessThatEndedIsGone() throws Exception {
        Process ended = new ProcessBuilder("sleep", "60").start();
        ProcessMark mark = ProcessMark.of(ended.toHandle(), "");
        assertThat(mark.process()).isPresent();

        ended.destroyForcibly().waitFor();

        assertThat(mark.process()).isEmpty();
    }

    @Test
    void aNoteThatIsNotReadableNamesNobody() throws Exception {
        Files.writeString(house.marks().resolve("ingest.process"), "pid=many\n");

        assertThat(ProcessMark.kept(house, Part.INGEST)).isEmpty();
    }
}
