package org.broadsheet.ops.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.broadsheet.ops.command.pressroom.PressRoom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BroadsheetTest {

    @TempDir
    Path checkout;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Map<String, String> environment = Map.of();

    @BeforeEach
    void moveThePorts() {
        int offset = 1000;
        while (!areFree(8080 + offset, 8081 + offset, 8082 + offset, 8090 + offset, 8200 + offset, 8432 + offset)) {
            offset += 500;
        }
        environment = Map.of("BROADSHEET_PORT_OFFSET", String.valueOf(offset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "logs", "ingest", "corpus", "fuzz", "test", "doctor"})
    void everyCommandExplainsItself(String command) {
        assertThat(run(command, "--help")).isZero();

        assertThat(out.toString()).startsWith("Usage: broadsheet " + command);
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheKnownOnes() {
        assertThat(run("publish")).isEqualTo(2);

        assertThat(err.toString())
                .contains("There is no command \"publish\". The commands are: up, down, status, logs, ingest, bench,"
                        + " chaos, corpus, fuzz, test, doctor.")
                .doesNotContain("Exception");
    }

    @Test
    void whatWasNeverBroughtUpIsDown() {
        assertThat(run("status")).isEqualTo(1);
        assertThat(out.toString().lines())
                .hasSize(5)
                .allSatisfy(line ->
                        assertThat(line).containsPattern("(postgresql|elasticsearch|ingest|cms-web|search) +down"));

        assertThat(run("down")).isZero();
        assertThat(checkout.resolve(".broadsheet")).doesNotExist();
    }

    @Test
    void filesAreNotDroppedWhereNobodyTakesThemIn() throws Exception {
        Path copy = Files.writeString(checkout.resolve("budget.xml"), "<newsItem/>");

        assertThat(run("ingest", "demo", copy.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("The platform is not up").contains("ops/broadsheet up");
        assertThat(checkout.resolve(".broadsheet/feeds")).doesNotExist();
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(run("ingest", "demo", "nowhere.xml")).isEqualTo(1);

        assertThat(err.toString()).contains("There is no file nowhere.xml. Nothing was dropped.");
    }

    @Test
    void theLogsOfAPartThatIsNotThereAreRefused() {
        assertThat(run("logs", "printer")).isEqualTo(1);

        assertThat(err.toString()).contains("There is no part \"printer\"");
    }

    @Test
    void theLastLinesOfALogAreShown() throws Exception {
        Path logs = Files.createDirectories(checkout.resolve(".broadsheet/logs"));
        Files.writeString(logs.resolve("ingest.log"), "one\ntwo\nthree\n");

        assertThat(run("logs", "ingest", "--once", "--lines", "2")).isZero();

        assertThat(out.toString().lines()).containsExactly("two", "three");
    }

    @Test
    void upSaysWhatIsNotBuilt() {
        assertThat(run("up")).isEqualTo(1);

        assertThat(err.toString()).contains("ops-elasticsearch").contains("mvn -q -DskipTests package");
        assertThat(checkout.resolve(".broadsheet/postgresql")).doesNotExist();
    }

    @Test
    void theDoctorSaysWhatToDoAboutATakenPort() throws Exception {
        int offset = Integer.parseInt(environment.get("BROADSHEET_PORT_OFFSET"));
        try (var taken = new ServerSocket(8081 + offset, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("doctor")).isEqualTo(1);

            assertThat(out.toString())
                    .containsPattern("TO DO +ingest " + taken.getLocalPort() + " +taken by another program")
                    .contains("BROADSHEET_PORT_OFFSET=100")
                    .containsPattern("ok +java +JDK 2[5-9]");
        }
    }

    private static boolean areFree(int... ports) {
        return IntStream.of(ports).allMatch(PressRoom::isFree);
    }

    private int run(String... arguments) {
        return Broadsheet.run(checkout, environment, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
