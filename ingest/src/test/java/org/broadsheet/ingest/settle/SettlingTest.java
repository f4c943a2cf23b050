package org.broadsheet.ingest.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.core.wire.WireLogEntry;
import org.broadsheet.ingest.WireItemSamples;
import org.broadsheet.ingest.WireRoom;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.payload.Arrival;
import org.broadsheet.ingest.payload.Receipts;
import org.broadsheet.ingest.wirelog.WireLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class SettlingTest {

    @TempDir
    static Path root;

    static WireRoom room;
    static long receipt;

    @BeforeAll
    static void openTheWireRoom() {
        room = new WireRoom(root)
                .with("broadsheet.ingest.folder.look-every", "1h")
                .open();
        receipt = room.part(Receipts.class)
                .receive(List.of(new Arrival("elsewhere", "by hand", "0".repeat(64), new byte[] {1})))
                .getFirst();
    }

    @AfterAll
    static void closeTheWireRoom() {
        room.close();
    }

    @Test
    void whateverTheOrderOfArrivalItEndsWithTheKill() {
        for (List<String> order : permutations(List.of("new", "update", "correction", "kill", "repeat"))) {
            String guid = String.join(",", order);
            Map<String, ParsedItem> sent = traffic(guid);

            order.forEach(what -> settle(sent.get(what)));

            WireItem counts = counting(guid);
            assertThat(counts.version()).as(guid).isEqualTo(1_700_000_004L);
            assertThat(counts.status()).as(guid).isEqualTo(Status.CANCELED);
            assertThat(keptVersions(guid))
                    .as(guid)
                    .containsExactly(1_700_000_001L, 1_700_000_002L, 1_700_000_003L, 1_700_000_004L);
            List<Long> logged = logged(guid);
            assertThat(logged)
                    .as("only newer versions reach the log: " + guid)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(logged.getLast()).isEqualTo(1_700_000_004L);
        }
    }

    @Test
    void withoutTheKillItEndsWithTheCorrectionWhateverTheOrder() {
        for (List<String> order : permutations(List.of("new", "update", "correction", "repeat"))) {
            String guid = "usable:" + String.join(",", order);
            Map<String, ParsedItem> sent = traffic(guid);

            order.forEach(what -> settle(sent.get(what)));

            assertThat(counting(guid).headline()).as(guid).isEqualTo("Correction");
        }
    }

    @Test
    void aRepeatChangesNothing() {
        ParsedItem story = WireItemSamples.parsed("repeated", 1, Status.USABLE, "Harbour fees rise");
        assertThat(settle(story)).isEqualTo(Outcome.NEW);
        long end = room.part(WireLog.class).end();

        assertThat(settle(story)).isEqualTo(Outcome.REPEAT);

        assertThat(room.part(WireLog.class).end()).isEqualTo(end);
    }

    @Test
    void anOlderVersionIsKeptButDoesNotCount() {
        settle(WireItemSamples.parsed("late", 5, Status.USABLE, "Fifth"));
        long end = room.part(WireLog.class).end();

        assertThat(settle(WireItemSamples.parsed("late", 4, Status.USABLE, "Fourth")))
                .isEqualTo(Outcome.OLDER);

        assertThat(counting("late").headline()).isEqualTo("Fifth");
        assertThat(keptVersions("late")).containsExactly(4L, 5L);
        assertThat(room.part(WireLog.class).end()).isEqualTo(end);
        assertThat(settle(WireItemSamples.parsed("late", 4, Status.USABLE, "Fourth")))
                .isEqualTo(Outcome.REPEAT);
    }

    @Test
    void theSameVersionWithOtherContentIsFlaggedOnceAndTheFirstStays() {
        settle(WireItemSamples.parsed("twice", 1, Status.USABLE, "First telling"));

        assertThat(settle(WireItemSamples.parsed("twice", 1, Status.USABLE, "Second telling")))
                .isEqualTo(Outcome.FLAGGED);
        long end = room.part(WireLog.class).end();
        settle(WireItemSamples.parsed("twice", 1, Status.USABLE, "Second telling"));

        assertThat(counting("twice").headline()).isEqualTo("First telling");
        assertThat(counting("twice").remarks())
                .singleElement()
                .asString()
                .contains("version 1 again with other content");
        assertThat(room.part(WireLog.class).end()).isEqualTo(end);
    }

    @Test
    void aKillOfTheSameVersionCountsInEitherOrder() {
        settle(WireItemSamples.parsed("killed late", 1, Status.USABLE, "Harbour fees rise"));
        assertThat(settle(WireItemSamples.parsed("killed late", 1, Status.CANCELED, "KILL")))
                .isEqualTo(Outcome.NEWER);
        settle(WireItemSamples.parsed("killed first", 1, Status.CANCELED, "KILL"));
        assertThat(settle(WireItemSamples.parsed("killed first", 1, Status.USABLE, "Harbour fees rise")))
                .isEqualTo(Outcome.FLAGGED);

        assertThat(counting("killed late").isKill()).isTrue();
        assertThat(counting("killed first").isKill()).isTrue();
    }

    private static Map<String, ParsedItem> traffic(String guid) {
        Map<String, ParsedItem> sent = new HashMap<>();
        sent.put("new", WireItemSamples.parsed(guid, 1_700_000_001L, Status.USABLE, "New"));
        sent.put("update", WireItemSamples.parsed(guid, 1_700_000_002L, Status.USABLE, "Update"));
        sent.put("correction", WireItemSamples.parsed(guid, 1_700_000_003L, Status.USABLE, "Correction"));
        sent.put("kill", WireItemSamples.parsed(guid, 1_700_000_004L, Status.CANCELED, "Kill"));
        sent.put("repeat", sent.get("update"));
        return sent;
    }

    private static Outcome settle(ParsedItem item) {
        Settling settling = room.part(Settling.class);
        Incoming incoming = new Incoming(receipt, "nord", "by hand", "", List.of(settling.prepare(item)), null);
        String word = room.part(TransactionTemplate.class)
                .execute(status -> settling.settle(List.of(incoming)))
                .getFirst()
                .items()
                .getFirst()
                .outcome();
        return Outcome.valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }

    private static WireItem counting(String guid) {
        return room.part(WireItems.class).counting(new Key("agence-nord.example", guid));
    }

    private static List<Long> keptVersions(String guid) {
        return JdbcClient.create(room.database().dataSource())
                .sql("select version from wire_item_version where guid = ? order by version")
                .param(guid)
                .query(Long.class)
                .list();
    }

    private static List<Long> logged(String guid) {
        List<Long> versions = new ArrayList<>();
        long after = 0;
        while (true) {
            List<WireLogEntry> entries =
                    room.part(WireLog.class).after(after, 500).entries();
            if (entries.isEmpty()) {
                return versions;
            }
            entries.stream()
                    .filter(entry -> entry.item().guid().equals(guid))
                    .forEach(entry -> versions.add(entry.item().version()));
            after = entries.getLast().position();
        }
    }

    private static List<List<String>> permutations(List<String> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            List<String> rest = new ArrayList<>(of);
            String first = rest.remove(i);
            for (List<String> tail : permutations(rest)) {
                List<String> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
