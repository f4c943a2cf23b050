package org.broadsheet.ingest.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.ingest.WireRoom.waitFor;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
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
class ImapTest {

    @TempDir
    static Path root;

    static WireRoom room;
    static Ordering desk;
    static GreenMail server;

    @TempDir
    static Path keys;

    static String certificate;

    @BeforeAll
    static void open() throws Exception {
        certificate = ServerKeys.make(keys.resolve("keys.p12"), "san=ip:127.0.0.1");
        System.setProperty(
                "greenmail.tls.keystore.file", keys.resolve("keys.p12").toString());
        System.setProperty("greenmail.tls.keystore.password", ServerKeys.PASSWORD);
        ServerSetup plain = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
        ServerSetup secure = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS);
        server = new GreenMail(new ServerSetup[] {plain, secure});
        server.start();
        room = new WireRoom(root).open();
        desk = new Ordering(room);
    }

    @AfterAll
    static void close() {
        System.clearProperty("greenmail.tls.keystore.file");
        System.clearProperty("greenmail.tls.keystore.password");
        desk.close();
        room.close();
        server.stop();
    }

    private static Map<String, Object> settings(String user, Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "host",
                "127.0.0.1",
                "port",
                server.getImap().getPort(),
                "encryption",
                "none",
                "user",
                user,
                "allowPrivate",
                true));
        settings.putAll(more);
        return settings;
    }

    private static GreenMailUser user(String name) {
        return server.setUser(name + "@harbour.example", name, "pass");
    }

    private static String mail(String subject) {
        return "From: desk@northwind.example\r\nTo: wire@harbour.example\r\nSubject: " + subject
                + "\r\nMessage-ID: <" + subject.hashCode() + "@northwind.example>\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + "The harbour – " + subject + "\r\n.. and a line with dots\r\n";
    }

    private static void deliver(GreenMailUser user, String subject) throws MessagingException {
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail(subject).getBytes(StandardCharsets.UTF_8))));
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

    private static MailFolder mailbox(String user, String name) throws FolderException {
        ImapHostManager host = server.getManagers().getImapHostManager();
        return host.getFolder(server.getUserManager().getUser(user), name);
    }

    private static long unseen(String user) throws FolderException {
        return mailbox(user, "INBOX").getMessages().stream()
                .filter(message -> !message.getFlags().contains(Flags.Flag.SEEN))
                .count();
    }

    @Test
    void eachMailIsAPayloadByteForByteAndMarkedWhenItIsSafe() throws Exception {
        GreenMailUser user = user("wire");
        deliver(user, "One");
        deliver(user, "Two");
        desk.open("mails", "imap", settings("wire", Map.of()), Map.of("password", "pass"));
        received("mails", 2);
        waitFor(
                () -> {
                    try {
                        return unseen("wire");
                    } catch (FolderException e) {
                        throw new AssertionError(e);
                    }
                },
                left -> assertThat(left).isZero());
        byte[] kept = room.part(JdbcClient.class)
                .sql(
                        "select b.bytes from receipt r join raw_bytes b on b.hash = r.hash where r.feed = 'mails' order by r.id")
                .query((row, number) -> row.getBytes(1))
                .list()
                .getFirst();
        assertThat(new String(kept, StandardCharsets.UTF_8)).isEqualTo(mail("One"));

        deliver(user, "Three");
        due("mails");
        received("mails", 3);
    }

    @Test
    void aMailThatSomebodyHasOpenedIsLeftUnlessAllAreWanted() throws Exception {
        GreenMailUser user = user("opened");
        deliver(user, "Opened");
        mailbox("opened", "INBOX").getMessages().getFirst().setFlag(Flags.Flag.SEEN, true);
        deliver(user, "Closed");
        desk.open("unseen", "imap", settings("opened", Map.of("after", "leave")), Map.of("password", "pass"));
        desk.open(
                "every",
                "imap",
                settings("opened", Map.of("take", "all", "after", "leave")),
                Map.of("password", "pass"));
        received("unseen", 1);
        received("every", 2);
        assertThat(unseen("opened")).isEqualTo(1);
        due("every");
        due("unseen");
        Thread.sleep(800);
        received("unseen", 1);
        received("every", 2);
    }

    @Test
    void mailsAreMovedOrRemovedWhenTheyAreSafe() throws Exception {
        deliver(user("mover"), "Moved");
        deliver(user("remover"), "Removed");
        desk.open("mover", "imap", settings("mover", Map.of("after", "move")), Map.of("password", "pass"));
        desk.open("remover", "imap", settings("remover", Map.of("after", "delete")), Map.of("password", "pass"));
        received("mover", 1);
        received("remover", 1);
        waitFor(
                () -> {
                    try {
                        MailFolder moved = mailbox("mover", "Broadsheet");
                        return new int[] {
                            mailbox("mover", "INBOX").getMessageCount(),
                            moved == null ? -1 : moved.getMessageCount(),
                            mailbox("remover", "INBOX").getMessageCount()
                        };
                    } catch (FolderException e) {
                        throw new AssertionError(e);
                    }
                },
                counts -> assertThat(counts).containsExactly(0, 1, 0));
    }

    @Test
    void aMailboxThatWasMadeAnewDoublesNothing() throws Exception {
        GreenMailUser user = user("anew");
        deliver(user, "Same");
        desk.open(
                "anew", "imap", settings("anew", Map.of("take", "all", "after", "leave")), Map.of("password", "pass"));
        received("anew", 1);
        room.part(JdbcClient.class)
                .sql(
                        "update feed_state set position = '{\"validity\":\"1\",\"last\":\"99\"}', due_at = now() where feed = 'anew'")
                .update();
        deliver(user, "Other");
        received("anew", 2);
    }

    @Test
    void whatWasSafeButNotMarkedWhenWeDiedIsMarkedAndNotTakenTwice() throws Exception {
        GreenMailUser user = user("died");
        deliver(user, "Safe");
        desk.open("died", "imap", settings("died", Map.of("after", "leave")), Map.of("password", "pass"));
        received("died", 1);
        JsonNode feed = desk.feed("died");
        desk.ask(
                "PUT",
                "/api/feeds/died",
                Map.of(
                        "transport", "imap",
                        "version", feed.get("version").asLong(),
                        "settings", settings("died", Map.of("after", "seen"))));
        waitFor( // the change itself makes it due: its visit has to be over, or it would write over what follows
                () -> room.part(JdbcClient.class)
                        .sql("select lease is null and due_at > now() from feed_state where feed = 'died'")
                        .query(Boolean.class)
                        .single(),
                rests -> assertThat(rests).isTrue());
        room.part(JdbcClient.class)
                .sql(
                        "update feed_state set position = position || jsonb_build_object('mark', position->>'last'), due_at = now() where feed = 'died'")
                .update();
        waitFor(
                () -> {
                    try {
                        return unseen("died");
                    } catch (FolderException e) {
                        throw new AssertionError(e);
                    }
                },
                left -> assertThat(left).isZero());
        received("died", 1);
    }

    @Test
    void anEncryptedMailboxIsReadWhereItsCertificateIsBelievedAndNoAddressInsideTheHouseIsCalled() throws Exception {
        GreenMailUser user = user("sealed");
        deliver(user, "Sealed");
        Map<String, Object> encrypted =
                Map.of("encryption", "tls", "port", server.getImaps().getPort(), "certificate", certificate);

        desk.open("sealed", "imap", settings("sealed", encrypted), Map.of("password", "pass"));

        received("sealed", 1);
        Map<String, Object> inside = settings("sealed", encrypted);
        inside.put("allowPrivate", false);
        desk.open("sealed-inside", "imap", inside, Map.of("password", "pass"));
        assertThat(desk.test("sealed-inside").get("sentence").asString()).contains("not on the public Internet");
        Map<String, Object> byName = settings("sealed", encrypted);
        byName.put("host", "localhost");
        desk.open("sealed-name", "imap", byName, Map.of("password", "pass"));
        assertThat(desk.test("sealed-name").get("sentence").asString())
                .as("the certificate is for the number, not for the name")
                .contains("encryption failed");
    }

    @Test
    void whoeverIsNotLetInOrNotBelievedIsToldSo() {
        user("doors");
        desk.open("doors", "imap", settings("doors", Map.of()), Map.of("password", "wrong"));
        assertThat(desk.test("doors").get("sentence").asString()).contains("does not let us in");
        desk.open("no-box", "imap", settings("doors", Map.of("mailbox", "Nowhere")), Map.of("password", "pass"));
        assertThat(desk.test("no-box").get("sentence").asString()).contains("no mailbox");
        desk.open(
                "strange",
                "imap",
                settings(
                        "doors",
                        Map.of("encryption", "tls", "port", server.getImaps().getPort())),
                Map.of("password", "pass"));
        assertThat(desk.test("strange").get("sentence").asString()).contains("encryption failed");
        desk.open("inside", "imap", settings("doors", Map.of("allowPrivate", false)), Map.of("password", "pass"));
        assertThat(desk.test("inside").get("sentence").asString()).contains("not on the public Internet");
    }

    @Test
    void aTrialShowsTheMailAndLeavesItUnseen() throws Exception {
        GreenMailUser user = user("trial");
        desk.open("trial", "imap", settings("trial", Map.of()), Map.of("password", "pass"));
        desk.ask("POST", "/api/feeds/trial/pause", null);
        waitFor(
                () -> room.part(JdbcClient.class)
                        .sql("select lease is null from feed_state where feed = 'trial'")
                        .query(Boolean.class)
                        .single(),
                free -> assertThat(free).isTrue());
        deliver(user, "Trial");
        long before = unseen("trial");

        JsonNode result = desk.test("trial");

        assertThat(result.get("ok").asBoolean()).as(result::toString).isTrue();
        assertThat(result.get("items").isEmpty()).isFalse();
        assertThat(unseen("trial")).isEqualTo(before).isEqualTo(1);
    }
}
