package org.broadsheet.ops.command.pressroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.broadsheet.ops.command.house.House;
import org.broadsheet.ops.command.house.Pause;
import org.broadsheet.ops.postgresql.LiveProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaPartsTest {

    @TempDir
    Path checkout;

    private House house;
    private JavaParts parts;

    @BeforeEach
    void openTheHouse() {
        house = House.of(checkout, Map.of());
        house.open();
        parts = new JavaParts(house, new Software(house));
    }

    @AfterEach
    void stop() {
        parts.stop(Part.SEARCH);
    }

    @Test
    void aPartIsStartedFoundAndStopped() throws Exception {
        ProcessHandle started = start("build-1");

        assertThat(parts.running(Part.SEARCH)).contains(started);
        assertThat(parts.runsAs(Part.SEARCH, "build-1")).isTrue();
        assertThat(parts.runsAs(Part.SEARCH, "build-2")).isFalse();
        assertThat(parts.running(Part.INGEST)).isEmpty();

        assertThat(parts.stop(Part.SEARCH)).isTrue();
        assertThat(LiveProcess.of(started.pid())).isEmpty();
        assertThat(parts.stop(Part.SEARCH)).isFalse();
        assertThat(Files.readString(parts.log(Part.SEARCH)))
                .contains("reading the log")
                .contains("stopping cleanly");
    }

    @Test
    void aPartWhoseNoteWasLostIsFoundByWhatItWasStartedWith() {
        ProcessHandle started = start("build-1");
        ProcessMark.forget(house, Part.SEARCH);

        assertThat(new JavaParts(house, new Software(house)).running(Part.SEARCH))
                .contains(started);
        assertThat(parts.runsAs(Part.SEARCH, "build-1")).isFalse();
    }

    @Test
    void aLongLogIsTurnedOver() throws Exception {
        Files.write(parts.log(Part.SEARCH), new byte[9 << 20]);

        start("build-1");

        assertThat(Files.size(house.logs().resolve("search.log.1"))).isEqualTo(9 << 20);
        assertThat(Files.size(parts.log(Part.SEARCH))).isLessThan(1 << 20);
    }

    private ProcessHandle start(String fingerprint) {
        ProcessHandle started = parts.start(
                Part.SEARCH,
                fingerprint,
                List.of("-cp", System.getProperty("java.class.path"), Reader.class.getName()));
        while (!said().contains("reading the log")) {
            assertThat(started.isAlive()).as(said()).isTrue();
            Pause.forMillis(50);
        }
        return started;
    }

    private String said() {
        try {
            return Files.readString(parts.log(Part.SEARCH));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static final class Reader {
        public static void main(String[] arguments) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopping cleanly")));
            System.out.println("reading the log");
            Thread.sleep(60_000);
        }
    }
}
