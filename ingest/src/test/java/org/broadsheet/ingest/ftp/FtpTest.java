package org.broadsheet.ingest.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.ingest.WireRoom.waitFor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.Authority;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.broadsheet.ingest.ServerKeys;
import org.broadsheet.ingest.WireRoom;
import org.broadsheet.ingest.feed.Ordering;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class FtpTest {

    @TempDir
    static Path root;

    @TempDir
    static Path remote;

    @TempDir
    static Path keys;

    static WireRoom room;
    static Ordering desk;
    static FtpServer server;
    static Listener listener;
    static int plainPort;
    static int implicitPort;
    static String certificate;

    @BeforeAll
    static void open() throws Exception {
        Path store = keys.resolve("keys.p12");
        certificate = ServerKeys.make(store, "san=dns:localhost");
        SslConfigurationFactory ssl = new SslConfigurationFactory();
        ssl.setKeystoreFile(store.toFile());
        ssl.setKeystorePassword(ServerKeys.PASSWORD);
        ssl.setKeystoreType("PKCS12");
        FtpServerFactory factory = new FtpServerFactory();
        ListenerFactory plain = new ListenerFactory();
        plain.setServerAddress("127.0.0.1");
        plain.setPort(0);
        plain.setSslConfiguration(ssl.createSslConfiguration());
        listener = plain.createListener();
        factory.addListener("default", listener);
        ListenerFactory implicit = new ListenerFactory();
        implicit.setServerAddress("127.0.0.1");
        implicit.setPort(0);
        implicit.setSslConfiguration(ssl.createSslConfiguration());
        implicit.setImplicitSsl(true);
        factory.addListener("implicit", implicit.createListener());
        BaseUser user = new BaseUser();
        user.setName("wire");
        user.setPassword("pass");
        user.setHomeDirectory(remote.toString());
        user.setAuthorities(List.<Authority>of(new WritePermission()));
        factory.getUserManager().save(user);
        server = factory.createServer();
        server.start();
        plainPort = factory.getListener("default").getPort();
        implicitPort = factory.getListener("implicit").getPort();
        room = new WireRoom(root)
                .with("broadsheet.ingest.fetch.first-byte", "3s")
                .open();
        desk = new Ordering(room);
    }

    @AfterAll
    static void close() {
        desk.close();
        room.close();
        server.stop();
    }

    private static Map<String, Object> settings(String folder, Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "host",
                "localhost",
                "port",
                plainPort,
                "user",
                "wire",
                "folder",
                folder,
                "quiet",
                "200ms",
                "encryption",
                "explicit",
                "certificate",
                certificate,
                "allowPrivate",
                true));
        settings.putAll(more);
        return settings;
    }

    private static void open(String feed, Map<String, Object> settings) {
        desk.open(feed, "ftp", settings, Map.of("password", "pass"));
    }

    private static Path folder(String name) throws IOException {
        return Files.createDirectories(remote.resolve(name));
    }

    private static void put(Path folder, String name, String guid) throws IOException {
        Path part = folder.resolve(name + ".part");
        Files.writeString(
                part, WireRoom.sample("pyongyang-pact.xml").replaceAll("guid=\"[^\"]*\"", "guid=\"" + guid + "\""));
        Files.move(part, folder.resolve(name));
    }

    private static JsonNode received(String feed, int total) {
        return waitFor(
                () -> desk.feed(feed),
                found -> assertThat(found.get("counts").get("total").asInt())
                        .as(found::toString)
                        .isEqualTo(total));
    }

    private static void due(String feed) {
        room.part(JdbcClient.class)
                .sql("update feed_state set due_at = now(), failures = 0 where feed = ?")
                .param(feed)
                .update();
    }

    @Test
    void filesComeOverAPlainAnExplicitAndAnImplicitLine() throws Exception {
        for (String encryption : List.of("none", "explicit", "implicit")) {
            Path folder = folder(encryption);
            put(folder, "one.xml", "ftp-" + encryption);
            Files.writeString(folder.resolve("two.xml.part"), "half");
            open(
                    "ftp-" + encryption,
                    settings(
                            encryption,
                            Map.of(
                                    "encryption",
                                    encryption,
                                    "port",
                                    encryption.equals("implicit") ? implicitPort : plainPort)));
        }
        for (String encryption : List.of("none", "explicit", "implicit")) {
            received("ftp-" + encryption, 1);
            due("ftp-" + encryption);
            assertThat(room.finished("ftp-" + encryption, "one.xml")
                            .get("state")
                            .asString())
                    .isEqualTo("settled");
            received("ftp-" + encryption, 1);
        }
    }

    @Test
    void filesAreMovedOrRemovedWhenTheyAreSafe() throws Exception {
        Path moving = folder("moving");
        put(moving, "one.xml", "ftp-move");
        open("moving", settings("moving", Map.of("after", "move")));
        received("moving", 1);
        waitFor(() -> moving.resolve("done/one.xml"), file -> assertThat(file).exists());
        put(moving, "one.xml", "ftp-move-2");
        due("moving");
        received("moving", 2);
        waitFor(() -> moving.resolve("done/one.xml~1"), file -> assertThat(file).exists());

        Path removing = folder("removing");
        put(removing, "one.xml", "ftp-del");
        open("removing", settings("removing", Map.of("after", "delete")));
        received("removing", 1);
        waitFor(() -> removing.resolve("one.xml"), file -> assertThat(file).doesNotExist());
    }

    @Test
    void aCertificateNobodyVouchesForOrOfAnotherNameIsNotBelieved() {
        open("strange", settings(".", Map.of("certificate", "")));
        assertThat(desk.test("strange").get("sentence").asString()).contains("encryption failed");
        open("misnamed", settings(".", Map.of("host", "127.0.0.1")));
        assertThat(desk.test("misnamed").get("sentence").asString()).contains("encryption failed");
        desk.ask("POST", "/api/feeds/strange/pause", null);
        desk.ask("POST", "/api/feeds/misnamed/pause", null);
    }

    @Test
    void aWrongPasswordAndAServerInsideTheHouseAreToldApart() {
        desk.open("wrong", "ftp", settings(".", Map.of()), Map.of("password", "wrong"));
        assertThat(desk.test("wrong").get("sentence").asString()).contains("does not let us in");
        open("inside", settings(".", Map.of("allowPrivate", false)));
        assertThat(desk.test("inside").get("sentence").asString()).contains("not on the public Internet");
    }

    @Test
    void dataComesFromWhereTheLineGoesWhateverTheServerNames() throws Exception {
        List<String> calls = new CopyOnWriteArrayList<>();
        try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.2"));
                ServerSocket control = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> {
                try (Socket stolen = other.accept()) {
                    calls.add("the other address was called by " + stolen.getRemoteSocketAddress());
                } catch (IOException e) {
                    // nobody called, as it should be
                }
            });
            Thread.ofVirtual().start(() -> speak(control, other.getLocalPort(), calls));
            open(
                    "lying",
                    settings(".", Map.of("host", "127.0.0.1", "port", control.getLocalPort(), "encryption", "none")));
            JsonNode result = desk.test("lying");
            desk.ask("POST", "/api/feeds/lying/pause", null);
            assertThat(result.get("ok").asBoolean()).isFalse();
            assertThat(calls).contains("PASV").noneMatch(call -> call.startsWith("the other"));
        }
    }

    /// An FTP server that says its data lies with somebody else.
    private static void speak(ServerSocket control, int port, List<String> calls) {
        while (!control.isClosed()) {
            try (Socket line = control.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII))) {
                OutputStream out = line.getOutputStream();
                say(out, "220 Ready");
                for (String command = in.readLine(); command != null; command = in.readLine()) {
                    String word = command.split(" ", -1)[0];
                    calls.add(word);
                    say(
                            out,
                            switch (word) {
                                case "USER" -> "331 Password";
                                case "PASS" -> "230 In";
                                case "TYPE" -> "200 Binary";
                                case "SYST" -> "215 UNIX Type: L8";
                                case "PASV" ->
                                    "227 Entering Passive Mode (127,0,0,2," + port / 256 + "," + port % 256 + ")";
                                case "QUIT" -> "221 Bye";
                                default -> "502 Not here";
                            });
                }
            } catch (IOException e) {
                // the line is closed
            }
        }
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Test
    void linesThatAreCutAgainAndAgainLoseAndDoubleNothing() throws Exception {
        Path folder = folder("cutting");
        for (int i = 0; i < 120; i++) {
            put(folder, "story-" + i + ".xml", "ftp-many-" + i);
        }
        open("cutting", settings("cutting", Map.of("after", "delete")));
        waitFor(
                () -> desk.feed("cutting"),
                found -> assertThat(found.get("counts").get("total").asInt()).isGreaterThanOrEqualTo(50));
        for (int i = 0; i < 5; i++) {
            due("cutting");
            listener.getActiveSessions().forEach(FtpIoSession::closeNow);
            Thread.sleep(200);
        }
        due("cutting");
        received("cutting", 120);
        waitFor(() -> names(folder), left -> assertThat(left).isEmpty());
        assertThat(desk.feed("cutting").get("counts").get("total").asInt()).isEqualTo(120);
    }

    private static List<String> names(Path folder) {
        List<String> names = new ArrayList<>();
        try (var entries = Files.list(folder)) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        } catch (IOException e) {
            names.add(e.toString());
        }
        return names;
    }
}
