package org.broadsheet.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.ingest.WireRoom;
import org.broadsheet.ingest.payload.Arrival;
import org.broadsheet.ingest.payload.Receipt;
import org.broadsheet.ingest.payload.Receipts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a crash leaves behind is set up by hand, then the service starts on it.
class CrashTest {

    private static final String STORY = "pyongyang-pact.xml";

    @TempDir
    Path root;

    @Test
    void aCrashBetweenReceiptAndMoveNeitherLosesNorDoubles() throws Exception {
        WireRoom room = new WireRoom(root).with("broadsheet.ingest.folder.root", root.resolve("not-yet"));
        room.open();
        byte[] story = WireRoom.sampleBytes(STORY);
        room.close();
        room.with("broadsheet.ingest.folder.root", root);
        room.drop("nord", "pact.xml", story);
        JdbcClient database = JdbcClient.create(room.database().dataSource());
        enterAsReceived(database, "nord", "pact.xml", story);

        try (WireRoom again = room.open()) {
            again.finished("nord", "pact.xml");
            WireRoom.waitFor(
                    () -> again.feed("nord").resolve("done/pact.xml"),
                    file -> assertThat(file).exists());

            assertThat(again.receipts("nord", "pact.xml")).hasSize(1);
            assertThat(again.log()).hasSize(1);
            assertThat(again.feed("nord").resolve("pact.xml")).doesNotExist();
            assertThat(open(database)).isZero();
        }
    }

    @Test
    void aCrashBetweenSettlingAndMoveNeitherLosesNorDoubles() throws Exception {
        WireRoom room = new WireRoom(root).open();
        room.drop("nord", "pact.xml", WireRoom.sample(STORY));
        WireRoom.waitFor(
                () -> room.feed("nord").resolve("done/pact.xml"),
                file -> assertThat(file).exists());
        room.close();
        JdbcClient database = JdbcClient.create(room.database().dataSource());
        Files.move(room.feed("nord").resolve("done/pact.xml"), room.feed("nord").resolve("pact.xml"));
        database.sql("update receipt set filed_at = null").update();

        try (WireRoom again = room.open()) {
            WireRoom.waitFor(
                    () -> again.feed("nord").resolve("done/pact.xml"),
                    file -> assertThat(file).exists());
            WireRoom.waitFor(() -> open(database), open -> assertThat(open).isZero());

            assertThat(again.receipts("nord", "pact.xml")).hasSize(1);
            assertThat(again.log()).hasSize(1);
        }
    }

    @Test
    void aCrashBetweenMoveAndNoteOfItNeitherLosesNorDoubles() {
        WireRoom room = new WireRoom(root).open();
        room.drop("nord", "pact.xml", WireRoom.sample(STORY));
        WireRoom.waitFor(
                () -> room.feed("nord").resolve("done/pact.xml"),
                file -> assertThat(file).exists());
        room.close();
        JdbcClient database = JdbcClient.create(room.database().dataSource());
        database.sql("update receipt set filed_at = null").update();

        try (WireRoom again = room.open()) {
            WireRoom.waitFor(() -> open(database), open -> assertThat(open).isZero());

            assertThat(again.receipts("nord", "pact.xml")).hasSize(1);
            assertThat(again.feed("nord").resolve("done/pact.xml")).exists();
        }
    }

    @Test
    void stoppedInTheMiddleOfAHundredFilesEachIsThereExactlyOnce() {
        String story = WireRoom.sample(STORY);
        WireRoom room = new WireRoom(root).open();
        List<String> names =
                IntStream.range(0, 100).mapToObj(i -> "story-" + i + ".xml").toList();
        for (int i = 0; i < names.size(); i++) {
            room.drop("nord", names.get(i), story.replace("2026:pact-text", "2026:story-" + i));
            if (i == 40 || i == 70) {
                room.close();
                room.open();
            }
        }

        try (room) {
            WireRoom.waitFor(
                    () -> room.get("/api/log").get("end").asLong(),
                    end -> assertThat(end).isEqualTo(100));
            for (String name : names) {
                room.finished("nord", name);
                assertThat(room.receipts("nord", name)).as(name).hasSize(1);
            }
            assertThat(room.log().stream()
                            .map(entry -> entry.at("/item/guid").asString())
                            .distinct())
                    .hasSize(100);
        }
    }

    @Test
    void aFileWrittenAnewAfterItWasReadIsAnotherArrival() throws Exception {
        try (WireRoom room = new WireRoom(root)
                .with("broadsheet.ingest.folder.look-every", "1h")
                .open()) {
            FolderRound round = new FolderRound(
                    new WatchedFolder(
                            root,
                            java.time.Duration.ZERO,
                            java.time.Duration.ZERO,
                            java.time.Duration.ofHours(1),
                            org.springframework.util.unit.DataSize.ofMegabytes(1)),
                    room.part(Receipts.class),
                    room.part(org.broadsheet.ingest.feed.PausedFeeds.class),
                    event -> {},
                    java.time.Clock.systemUTC());
            Path file = Files.writeString(
                    Files.createDirectories(root.resolve("sud")).resolve("pact.xml"), "<first/>");
            round.receive(List.of(new FeedFolder("sud", root.resolve("sud"))));
            Files.writeString(file, "<second, longer/>");

            JdbcClient.create(room.database().dataSource())
                    .sql("update receipt set state = 'quarantined' where feed = 'sud'")
                    .update();
            round.putAway();

            assertThat(file).hasContent("<second, longer/>");
            round.receive(List.of(new FeedFolder("sud", root.resolve("sud"))));
            assertThat(room.part(Receipts.class).find("sud", "pact.xml", 10))
                    .extracting(Receipt::hash)
                    .contains(PictureHash.of("<second, longer/>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .value());
        }
    }

    private static void enterAsReceived(JdbcClient database, String feed, String name, byte[] content) {
        Arrival arrival = new Arrival(feed, name, PictureHash.of(content).value(), content);
        database.sql("insert into raw_bytes (hash, size, bytes) values (?, ?, ?)")
                .params(arrival.hash(), (long) content.length, content)
                .update();
        database.sql("""
                insert into receipt (feed, name, hash, size, received_at, state) values (?, ?, ?, ?, now(), 'received')
                """)
                .params(feed, name, arrival.hash(), (long) content.length)
                .update();
    }

    private static long open(JdbcClient database) {
        return database.sql("select count(*) from receipt where filed_at is null")
                .query(Long.class)
                .single();
    }
}
