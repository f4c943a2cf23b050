package org.broadsheet.ops.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class LocalPostgresTest {

    private static final String PASSWORD = "a password of the house";

    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private int port;
    private LocalPostgres postgres;

    /// Making a data folder takes longer than all that is done with it: it is made once and copied.
    @BeforeAll
    static void makeADataFolder() throws Exception {
        new LocalPostgres(
                        PostgresSoftware.shared(),
                        made.resolve("data"),
                        made.resolve("log"),
                        EmbeddedForTests.freePort(),
                        PASSWORD,
                        Durability.DURABLE)
                .createDataFolder();
    }

    @BeforeEach
    void findAPort(TestInfo test) throws Exception {
        port = EmbeddedForTests.freePort();
        postgres = server();
        if (!test.getTags().contains("from-scratch")) {
            FileSystemUtils.copyRecursively(made.resolve("data"), folder.resolve("postgresql/data"));
            Files.setPosixFilePermissions(
                    folder.resolve("postgresql/data"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @AfterEach
    void stop() {
        server().stop();
    }

    @Test
    void everyCommitIsOnTheDiskBeforeItIsAnswered() {
        postgres.start();

        assertThat(postgres.setting("fsync")).isEqualTo("on");
        assertThat(postgres.setting("synchronous_commit")).isEqualTo("on");
        assertThat(postgres.setting("full_page_writes")).isEqualTo("on");
        assertThat(postgres.setting("server_version")).startsWith("18.");
    }

    @Test
    void aServerThatIsNotDurableIsRefusedAndStopped() throws Exception {
        postgres.start();
        try (Connection connection = postgres.open("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET fsync = off");
        }
        postgres.stop();

        assertThatThrownBy(postgres::start).isInstanceOf(PostgresTrouble.class).hasMessageContaining("not durable");
        assertThat(postgres.postmaster()).isEmpty();
    }

    @Test
    void aRowSurvivesStopAndStart() throws Exception {
        postgres.start();
        write("Pilots accept the harbour fee");

        postgres.stop();
        assertThat(postgres.postmaster()).isEmpty();
        server().start();

        assertThat(headlines()).containsExactly("Pilots accept the harbour fee");
    }

    @Test
    void aRowSurvivesAKilledPostmaster() throws Exception {
        postgres.start();
        write("Ferry strike enters third day");

        ProcessHandle killed = postgres.postmaster().orElseThrow().process().orElseThrow();
        killed.destroyForcibly();
        server().start();

        assertThat(headlines()).containsExactly("Ferry strike enters third day");
    }

    @Test
    void theServerOfAKilledJvmIsTakenOver() throws Exception {
        Process jvm = startFromAnotherJvm();
        long left = postgres.postmaster().orElseThrow().pid();
        write("Council votes on budget");

        jvm.destroyForcibly().waitFor();
        server().start();

        assertThat(postgres.postmaster().orElseThrow().pid()).isEqualTo(left);
        assertThat(headlines()).containsExactly("Council votes on budget");
    }

    @Test
    void aServerLeftOnAnotherPortIsStoppedAndBroughtUpOnTheRightOne() throws Exception {
        postgres.start();
        long left = postgres.postmaster().orElseThrow().pid();
        write("Rain stops play");

        port = EmbeddedForTests.freePort();
        server().start();

        assertThat(LiveProcess.of(left)).isEmpty();
        assertThat(server().postmaster().orElseThrow().port()).isEqualTo(port);
        assertThat(headlines()).containsExactly("Rain stops play");
    }

    @Test
    void aNoteThatNamesAnotherProgramIsNotTakenForAServer() throws Exception {
        postgres.start();
        write("Museum reopens");
        postgres.stop();
        Files.write(
                folder.resolve("postgresql/data/postmaster.pid"),
                List.of(
                        String.valueOf(ProcessHandle.current().pid()),
                        folder.resolve("postgresql/data").toString(),
                        "1700000000",
                        String.valueOf(port),
                        "",
                        "127.0.0.1"));

        postgres.start();

        assertThat(headlines()).containsExactly("Museum reopens");
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void startingTwiceIsHarmless() {
        postgres.start();
        long first = postgres.postmaster().orElseThrow().pid();

        server().start();

        assertThat(postgres.postmaster().orElseThrow().pid()).isEqualTo(first);
    }

    @Test
    void nobodyGetsInWithoutThePassword() {
        postgres.start();

        assertThatThrownBy(() -> DriverManager.getConnection(postgres.address("postgres"), "postgres", "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void aDatabaseIsClosedToTheOwnerOfAnother() {
        postgres.start();
        postgres.provide("ingest", "one");
        postgres.provide("cms", "two");
        postgres.provide("cms", "two again");

        assertThatThrownBy(() -> DriverManager.getConnection(postgres.address("cms"), "ingest", "one"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThat(canOpen("cms", "two")).isFalse();
        assertThat(canOpen("cms", "two again")).isTrue();
    }

    @Test
    @Tag("from-scratch")
    void aDataFolderThatWasHalfMadeIsMadeAnew() throws Exception {
        Path half = Files.createDirectories(folder.resolve("postgresql/data.new/base"));
        Files.writeString(half.resolve("1"), "half", StandardOpenOption.CREATE);

        postgres.start();

        assertThat(postgres.answers()).isTrue();
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (var socket = new java.net.ServerSocket(port, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(postgres::start)
                    .isInstanceOf(PostgresTrouble.class)
                    .hasMessageContaining("did not come up on port " + socket.getLocalPort())
                    .hasMessageContaining("Address already in use");
        }
    }

    private LocalPostgres server() {
        return new LocalPostgres(
                PostgresSoftware.shared(),
                folder.resolve("postgresql/data"),
                folder.resolve("postgresql.log"),
                port,
                PASSWORD,
                Durability.DURABLE);
    }

    private Process startFromAnotherJvm() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherJvm.class.getName(),
                        folder.toString(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .start();
        assertThat(jvm.inputReader().lines().anyMatch("up"::equals)).isTrue();
        return jvm;
    }

    static final class AnotherJvm {
        public static void main(String[] arguments) throws InterruptedException {
            new LocalPostgres(
                            PostgresSoftware.shared(),
                            Path.of(arguments[0], "postgresql/data"),
                            Path.of(arguments[0], "postgresql.log"),
                            Integer.parseInt(arguments[1]),
                            PASSWORD,
                            Durability.DURABLE)
                    .start();
            System.out.println("up");
            Thread.sleep(60_000);
        }
    }

    private void write(String headline) throws SQLException {
        try (Connection connection = server().open("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE story (headline text)");
            statement.execute("INSERT INTO story VALUES ('" + headline + "')");
        }
    }

    private List<String> headlines() throws SQLException {
        try (Connection connection = server().open("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT headline FROM story")) {
            var headlines = new java.util.ArrayList<String>();
            while (rows.next()) {
                headlines.add(rows.getString(1));
            }
            return headlines;
        }
    }

    private boolean canOpen(String user, String password) {
        try (Connection connection = DriverManager.getConnection(postgres.address("cms"), user, password)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
