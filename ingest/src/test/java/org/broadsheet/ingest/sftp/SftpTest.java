package org.broadsheet.ingest.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.ingest.WireRoom.waitFor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
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
class SftpTest {

    @TempDir
    static Path root;

    @TempDir
    static Path remote;

    static WireRoom room;
    static Ordering desk;
    static SshServer server;
    static KeyPair hostKey;
    static KeyPair ourKey;
    static final AtomicInteger cuts = new AtomicInteger();
    static final Set<String> signIns = ConcurrentHashMap.newKeySet();

    @BeforeAll
    static void open() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        hostKey = generator.generateKeyPair();
        ourKey = generator.generateKeyPair();
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> {
            signIns.add(user);
            return user.startsWith("wire") && password.equals("pass");
        });
        server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, ourKey.getPublic()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(remote));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new SftpEventListener() {
            @Override
            public void reading(
                    ServerSession session,
                    String remoteHandle,
                    FileHandle localHandle,
                    long offset,
                    byte[] data,
                    int dataOffset,
                    int dataLen)
                    throws IOException {
                if (offset > 0 && localHandle.getFile().toString().contains("cut") && cuts.getAndDecrement() > 0) {
                    session.close(true);
                    throw new IOException("the cable was cut");
                }
            }

            @Override
            public void open(ServerSession session, String remoteHandle, Handle localHandle) {}
        });
        server.setSubsystemFactories(List.of(sftp));
        server.start();
        room = new WireRoom(root).open();
        desk = new Ordering(room);
    }

    @AfterAll
    static void close() throws Exception {
        desk.close();
        room.close();
        server.stop(true);
    }

    private static Map<String, Object> settings(String folder, Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "host",
                "127.0.0.1",
                "port",
                server.getPort(),
                "user",
                "wire",
                "folder",
                folder,
                "quiet",
                "200ms",
                "hostKey",
                KeyUtils.getFingerPrint(hostKey.getPublic()),
                "allowPrivate",
                true));
        settings.putAll(more);
        return settings;
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

    private static void visitedAgain(String feed) {
        String before = desk.feed(feed).get("lastTriedAt").asString();
        due(feed);
        waitFor(() -> desk.feed(feed), found -> {
            assertThat(found.get("lastTriedAt").asString()).isNotEqualTo(before);
            assertThat(free(feed)).isTrue();
        });
    }

    private static boolean free(String feed) {
        return room.part(JdbcClient.class)
                .sql("select lease is null from feed_state where feed = ?")
                .param(feed)
                .query(Boolean.class)
                .single();
    }

    @Test
    void filesThatStayAreTakenOnceAndOnesThatAreWrittenLeftAlone() throws Exception {
        Path folder = folder("stay");
        put(folder, "one.xml", "sftp-1");
        put(folder, "two.xml", "sftp-2");
        Files.writeString(folder.resolve("three.xml.part"), "half");
        Files.writeString(folder.resolve(".hidden.xml"), "hidden");
        Files.writeString(folder.resolve("note.txt"), "not meant");
        Files.createDirectory(folder.resolve("inner.xml"));
        desk.open("stay", "sftp", settings("stay", Map.of("pattern", "*.xml")), Map.of("password", "pass"));
        received("stay", 2);
        assertThat(room.finished("stay", "one.xml").get("state").asString()).isEqualTo("settled");
        visitedAgain("stay");
        received("stay", 2);
        assertThat(folder.resolve("one.xml")).exists();

        put(folder, "three.xml", "sftp-3");
        due("stay");
        received("stay", 3);
    }

    @Test
    void aFileThatGrowsBetweenTwoLooksIsLeftAlone() throws Exception {
        Path folder = folder("grow");
        Path growing = Files.writeString(folder.resolve("growing.xml"), "<a>");
        Thread writer = Thread.ofVirtual().start(() -> {
            try {
                for (int i = 0; i < 30; i++) {
                    Thread.sleep(100);
                    Files.writeString(growing, "x", StandardOpenOption.APPEND);
                }
            } catch (IOException | InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        desk.open("grow", "sftp", settings("grow", Map.of("quiet", "600ms")), Map.of("password", "pass"));
        waitFor(
                () -> desk.feed("grow"),
                found -> assertThat(found.get("lastTriedAt").isNull()).isFalse());
        Thread.sleep(1500);
        assertThat(desk.feed("grow").get("counts").get("total").asInt()).isZero();
        writer.join();
        received("grow", 1);
        long size = Files.size(growing);
        assertThat(room.part(JdbcClient.class)
                        .sql("select size from receipt where feed = 'grow'")
                        .query(Long.class)
                        .single())
                .isEqualTo(size);
    }

    @Test
    void filesAreMovedOrRemovedOnlyWhenTheyAreSafe() throws Exception {
        Path moving = folder("moving");
        put(moving, "one.xml", "sftp-move-1");
        Files.createDirectory(moving.resolve("taken"));
        Files.writeString(moving.resolve("taken/one.xml"), "another one of this name");
        desk.open(
                "moving",
                "sftp",
                settings("moving", Map.of("after", "move", "moveTo", "taken")),
                Map.of("password", "pass"));
        received("moving", 1);
        waitFor(
                () -> moving.resolve("taken/one.xml~1"),
                file -> assertThat(file).exists());
        assertThat(moving.resolve("taken/one.xml")).hasContent("another one of this name");
        assertThat(moving.resolve("one.xml")).doesNotExist();

        Path removing = folder("removing");
        put(removing, "one.xml", "sftp-del-1");
        desk.open("removing", "sftp", settings("removing", Map.of("after", "delete")), Map.of("password", "pass"));
        received("removing", 1);
        waitFor(() -> removing.resolve("one.xml"), file -> assertThat(file).doesNotExist());
    }

    @Test
    void whatWasSafeButNotYetPutAwayWhenWeDiedIsNotTakenTwice() throws Exception {
        Path folder = folder("died");
        put(folder, "one.xml", "sftp-died");
        byte[] before = Files.readAllBytes(folder.resolve("one.xml"));
        var time = Files.getLastModifiedTime(folder.resolve("one.xml"));
        desk.open("died", "sftp", settings("died", Map.of("after", "delete")), Map.of("password", "pass"));
        received("died", 1);
        waitFor(() -> folder.resolve("one.xml"), file -> assertThat(file).doesNotExist());

        Files.write(folder.resolve("again.part"), before);
        Files.setLastModifiedTime(folder.resolve("again.part"), time);
        Files.move(folder.resolve("again.part"), folder.resolve("one.xml"));
        due("died");
        waitFor(() -> folder.resolve("one.xml"), file -> assertThat(file).doesNotExist());
        received("died", 1);
    }

    @Test
    void aLineThatIsCutInTheMiddleOfAFileLosesAndDoublesNothing() throws Exception {
        Path folder = folder("cutting");
        byte[] large = new byte[2 * 1024 * 1024];
        large[0] = '<';
        Files.write(folder.resolve("cut.part"), large);
        Files.move(folder.resolve("cut.part"), folder.resolve("cut.bin"));
        put(folder, "beside.xml", "sftp-beside");
        cuts.set(2);
        desk.open("cutting", "sftp", settings("cutting", Map.of("after", "delete")), Map.of("password", "pass"));
        waitFor(
                () -> desk.feed("cutting"),
                found -> assertThat(found.get("lastError").isNull()).isFalse());
        for (int i = 0; i < 5; i++) {
            visitedAgain("cutting");
        }
        received("cutting", 2);
        assertThat(room.part(JdbcClient.class)
                        .sql("select size from receipt where feed = 'cutting' and name = 'cut.bin'")
                        .query(Long.class)
                        .list())
                .containsExactly((long) large.length);
        assertThat(folder.resolve("cut.bin")).doesNotExist();
    }

    @Test
    void noPasswordLeavesTheHouseBeforeTheServerHasShownItsKey() throws Exception {
        folder("unpinned");
        desk.open(
                "unpinned",
                "sftp",
                settings("unpinned", Map.of("hostKey", "", "user", "wire-unpinned")),
                Map.of("password", "pass"));
        JsonNode unpinned = desk.test("unpinned");
        assertThat(unpinned.get("ok").asBoolean()).isFalse();
        assertThat(unpinned.get("sentence").asString())
                .contains(KeyUtils.getFingerPrint(hostKey.getPublic()), "enter it as host key");

        desk.open(
                "wrongly-pinned",
                "sftp",
                settings(
                        "unpinned",
                        Map.of("hostKey", KeyUtils.getFingerPrint(ourKey.getPublic()), "user", "wire-wrongly-pinned")),
                Map.of("password", "pass"));
        assertThat(desk.test("wrongly-pinned").get("sentence").asString()).contains("another key");

        desk.open("pinned", "sftp", settings("unpinned", Map.of("user", "wire-pinned")), Map.of("password", "pass"));
        assertThat(desk.test("pinned").get("ok").asBoolean()).isTrue();
        assertThat(signIns).contains("wire-pinned").doesNotContain("wire-unpinned", "wire-wrongly-pinned");
    }

    @Test
    void aKeyLetsUsInWithoutAPassword() throws Exception {
        put(folder("by-key"), "one.xml", "sftp-key");
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(ourKey, "ours", null, key);
        desk.open(
                "by-key",
                "sftp",
                settings("by-key", Map.of()),
                Map.of("privateKey", key.toString(StandardCharsets.UTF_8)));
        received("by-key", 1);
    }

    @Test
    void aServerInsideTheHouseIsNotCalledUnlessTheFeedMay() {
        desk.open("inside", "sftp", settings(".", Map.of("allowPrivate", false)), Map.of("password", "pass"));
        assertThat(desk.test("inside").get("sentence").asString()).contains("not on the public Internet");
    }

    @Test
    void settingsThatCannotWorkAreNamed() {
        Ordering.Answer answer = desk.ask(
                "PUT",
                "/api/feeds/impossible",
                Map.of(
                        "transport",
                        "sftp",
                        "version",
                        0,
                        "settings",
                        Map.of(
                                "host", "two words",
                                "port", "70000",
                                "user", "wire",
                                "hostKey", "MD5:00",
                                "pattern", "[",
                                "after", "burn"),
                        "secrets",
                        Map.of("privateKey", "no key")));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("faults").findValuesAsString("field")).containsExactly("after");
        Ordering.Answer deeper = desk.ask(
                "PUT",
                "/api/feeds/impossible",
                Map.of(
                        "transport",
                        "sftp",
                        "version",
                        0,
                        "settings",
                        Map.of(
                                "host", "two words",
                                "port", "70000",
                                "user", "wire",
                                "hostKey", "MD5:00",
                                "pattern", "["),
                        "secrets",
                        Map.of("privateKey", "no key")));
        assertThat(deeper.body().get("faults").findValuesAsString("field"))
                .containsExactlyInAnyOrder("host", "port", "hostKey", "pattern", "privateKey");
    }
}
