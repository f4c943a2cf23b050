package org.broadsheet.ingest.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.broadsheet.ingest.Jpegs;
import org.broadsheet.ingest.WireRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ClearingOutTest {

    private static final Keep KEEP =
            new Keep(Duration.ofDays(90), Duration.ofDays(365), Duration.ofDays(400), Duration.ofHours(1));

    @TempDir
    Path root;

    @Test
    void bytesGoAfterTheirTimeAndReceiptsAfterTheirs() throws Exception {
        try (WireRoom room = new WireRoom(root).open()) {
            String story = WireRoom.sample("pyongyang-pact.xml");
            room.drop("nord", "pact.xml", story);
            room.drop("nord", "broken.xml", "<newsItem guid='broken'><broken></newsItem>");
            room.drop("nord", "ships.jpg", Jpegs.drawn(64, 48, 10).bytes());
            room.finished("nord", "pact.xml");
            room.finished("nord", "broken.xml");
            room.finished("nord", "ships.jpg");
            JdbcClient database = JdbcClient.create(room.database().dataSource());
            WireRoom.waitFor(
                    () -> count(database, "receipt where filed_at is not null"),
                    filed -> assertThat(filed).isEqualTo(3));

            clearAll(room, 89);
            assertThat(count(database, "raw_bytes")).isEqualTo(3);

            clearAll(room, 91);
            assertThat(count(
                            database, "raw_bytes where bytes = convert_to('" + story.replace("'", "''") + "', 'UTF8')"))
                    .as("the story's bytes")
                    .isZero();
            assertThat(count(database, "raw_bytes"))
                    .as("the picture and what is in quarantine")
                    .isEqualTo(2);
            assertThat(room.receipts("nord", "pact.xml")).hasSize(1);
            assertThat(room.log()).hasSize(1);

            clearAll(room, 366);
            assertThat(count(database, "raw_bytes")).as("the picture").isEqualTo(1);
            assertThat(room.receipts("nord", "broken.xml")
                            .getFirst()
                            .get("state")
                            .asString())
                    .isEqualTo("dropped");

            clearAll(room, 401);
            assertThat(room.receipts("nord", "pact.xml")).isEmpty();
            assertThat(room.receipts("nord", "ships.jpg")).hasSize(1);

            room.drop("nord", "pact.xml", story.getBytes(StandardCharsets.UTF_8));
            assertThat(room.finished("nord", "pact.xml").at("/items/0/outcome").asString())
                    .as("it comes in again long after")
                    .isEqualTo("repeat");
        }
    }

    private static void clearAll(WireRoom room, int daysOn) {
        Clock then = Clock.fixed(Instant.now().plus(Duration.ofDays(daysOn)), ZoneOffset.UTC);
        ClearingOut clearing = new ClearingOut(
                JdbcClient.create(room.database().dataSource()), room.part(TransactionTemplate.class), KEEP, then);
        while (clearing.step() > 0) {
            // until nothing is over its time
        }
    }

    private static long count(JdbcClient database, String what) {
        return database.sql("select count(*) from " + what)
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
