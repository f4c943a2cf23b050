package org.broadsheet.ingest.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.ingest.WireItemSamples;
import org.broadsheet.ingest.WireRoom;
import org.broadsheet.ingest.format.Reading.Lineage;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.wirelog.WireLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/// New, update, correction, kill and repeats in every order they can come in, each by itself and all in one batch.
class OrderOfArrivalTest {

    private static final String PROVIDER = "agence-nord.example";

    @TempDir
    static Path root;

    static WireRoom room;

    @BeforeAll
    static void openTheWireRoom() {
        room = new WireRoom(root)
                .with("broadsheet.ingest.folder.look-every", "1h")
                .open();
    }

    @AfterAll
    static void closeTheWireRoom() {
        room.close();
    }

    @Test
    void statedVersionsEndAlikeInEveryOrder() {
        List<String> sent = List.of("new", "update", "correction", "kill", "repeat");
        for (boolean together : new boolean[] {false, true}) {
            for (List<String> order : permutations(sent)) {
                String guid = "stated:" + together + order;

                arrive(together, order.stream().map(what -> stated(guid, what)).toList());

                assertCounts(guid, 1_700_000_004L, Status.CANCELED, "kill");
            }
        }
    }

    @Test
    void theLeadsOfAStoryEndKilledInEveryOrderWhicheverLeadTheKillBelongsTo() {
        List<String> sent = List.of("dispatch", "1st lead", "2nd lead", "kill", "repeat");
        for (boolean together : new boolean[] {false, true}) {
            for (List<String> order : permutations(sent)) {
                String key = "HARBOUR-FEES/" + together + order;

                arrive(together, order.stream().map(what -> lead(key, what)).toList());

                assertCounts(key, 3, Status.CANCELED, "2nd lead");
            }
        }
    }

    @Test
    void theLeadsOfAStoryEndWithTheHighestInEveryOrder() {
        for (List<String> order : permutations(List.of("dispatch", "1st lead", "2nd lead", "repeat"))) {
            String key = "FERRY-STRIKE/" + order;

            arrive(false, order.stream().map(what -> lead(key, what)).toList());

            assertCounts(key, 3, Status.USABLE, "2nd lead");
            assertThat(room.part(WireItems.class).versions(new Key(PROVIDER, key)))
                    .extracting(KeptVersion::version)
                    .containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void aKillByAnotherItemTakesEveryVersionBackWhicheverComesFirst() {
        List<String> sent = List.of("new", "update", "killer", "repeat");
        for (boolean together : new boolean[] {false, true}) {
            for (List<String> order : permutations(sent)) {
                String guid = "killed:" + together + order;

                arrive(
                        together,
                        order.stream()
                                .map(what -> what.equals("killer")
                                        ? speaking("killer of " + guid, WireLink.KILLS, guid)
                                        : stated(guid, what))
                                .toList());

                WireItem item = assertCounts(guid, 1_700_000_002L, Status.CANCELED, "update");
                assertThat(item.remarks())
                        .as(guid)
                        .containsExactly("The agency's item killer of " + guid + " takes this one back");
            }
        }
    }

    @Test
    void aCorrectionByAnotherItemIsRemarkedOnTheOneItIsAbout() {
        arrive(false, List.of(stated("put right", "new"), speaking("the correction", WireLink.CORRECTS, "put right")));
        arrive(false, List.of(speaking("early update", WireLink.UPDATES, "late"), stated("late", "new")));

        assertThat(counting("put right").remarks())
                .containsExactly("The agency's item the correction corrects this one");
        assertThat(counting("late").remarks()).containsExactly("The agency's item early update updates this one");
        assertThat(counting("late").status()).isEqualTo(Status.USABLE);
    }

    @Test
    void aKillReachesNoItemOfAnotherProvider() {
        ParsedItem killer = speaking("foreign killer", WireLink.KILLS, "ours");
        arrive(
                false,
                List.of(
                        stated("ours", "new"),
                        with(
                                killer,
                                killer.item().toBuilder()
                                        .provider("other.example")
                                        .build())));

        assertThat(counting("ours").status()).isEqualTo(Status.USABLE);
    }

    @Test
    void whatStatesNoVersionGetsTheNextAndARepeatNone() {
        String guid = "unstated";
        arrive(false, List.of(unstated(guid, "first"), unstated(guid, "second"), unstated(guid, "first")));
        arrive(true, List.of(unstated(guid, "second"), unstated(guid, "third"), unstated(guid, "third")));

        assertCounts(guid, 3, Status.USABLE, "third");
        assertThat(logged(guid)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void anItemHeldBackIsReleasedByItsNextVersionInEitherOrder() {
        ParsedItem held = WireItemSamples.parsed("held", 1, Status.WITHHELD, "Held");
        ParsedItem released = WireItemSamples.parsed("held", 2, Status.USABLE, "Released");
        arrive(false, List.of(released, held));
        arrive(
                false,
                List.of(
                        WireItemSamples.parsed("held 2", 1, Status.USABLE, "Out"),
                        WireItemSamples.parsed("held 2", 2, Status.WITHHELD, "Held again")));

        assertCounts("held", 2, Status.USABLE, "Released");
        assertCounts("held 2", 2, Status.WITHHELD, "Held again");
    }

    @Test
    void theSameGuidOnTwoFeedsIsOneItemOnlyWhereTheContentNamesItsProvider() {
        ParsedItem named = WireItemSamples.parsed("collision", 1, Status.USABLE, "Named");
        ParsedItem onNord = feedOnly("nord", "nameless", "On nord");
        ParsedItem onSud = feedOnly("sud", "nameless", "On sud");

        List<String> outcomes = arrive(
                false,
                List.of(named, with(named, named.item().toBuilder().feed("sud").build()), onNord, onSud));

        assertThat(outcomes).containsExactly("new", "repeat", "new", "new");
        assertThat(room.part(WireItems.class)
                        .counting(new Key("nord", "nameless"))
                        .headline())
                .isEqualTo("On nord");
        assertThat(room.part(WireItems.class)
                        .counting(new Key("sud", "nameless"))
                        .headline())
                .isEqualTo("On sud");
    }

    private static ParsedItem stated(String guid, String what) {
        return switch (what) {
            case "new" -> WireItemSamples.parsed(guid, 1_700_000_001L, Status.USABLE, "new");
            case "update", "repeat" -> WireItemSamples.parsed(guid, 1_700_000_002L, Status.USABLE, "update");
            case "correction" -> WireItemSamples.parsed(guid, 1_700_000_003L, Status.USABLE, "correction");
            default -> WireItemSamples.parsed(guid, 1_700_000_004L, Status.CANCELED, "kill");
        };
    }

    /// A dispatch of a format that knows its stories by slug; each has a guid of its own as it was parsed.
    private static ParsedItem lead(String key, String what) {
        int lead =
                switch (what) {
                    case "dispatch", "kill" -> 0;
                    case "1st lead", "repeat" -> 1;
                    default -> 2;
                };
        String headline = what.equals("repeat") ? "1st lead" : what;
        ParsedItem sent = WireItemSamples.parsed(
                "n" + headline, 7, what.equals("kill") ? Status.CANCELED : Status.USABLE, headline);
        return new ParsedItem(sent.item(), sent.contentHash(), null, true, new Lineage(key, lead));
    }

    private static ParsedItem unstated(String guid, String headline) {
        ParsedItem sent = WireItemSamples.parsed(guid, 1, Status.USABLE, headline);
        return new ParsedItem(sent.item(), sent.contentHash(), null, false, null);
    }

    private static ParsedItem speaking(String guid, String rel, String about) {
        ParsedItem sent = WireItemSamples.parsed(guid, 1, Status.USABLE, "About another one");
        return with(
                sent,
                sent.item().toBuilder()
                        .links(List.of(new WireLink(about, rel, 0)))
                        .build());
    }

    private static ParsedItem feedOnly(String feed, String guid, String headline) {
        ParsedItem sent = WireItemSamples.parsed(guid, 1, Status.USABLE, headline);
        return with(sent, sent.item().toBuilder().feed(feed).provider(feed).build());
    }

    private static ParsedItem with(ParsedItem sent, WireItem item) {
        return new ParsedItem(item, sent.contentHash(), sent.fileSize(), sent.versionStated(), sent.lineage());
    }

    /// @return what each changed
    private static List<String> arrive(boolean together, List<ParsedItem> sent) {
        Settling settling = room.part(Settling.class);
        List<Incoming> incoming = new ArrayList<>();
        for (ParsedItem item : sent) {
            incoming.add(new Incoming(1, item.item().feed(), "by hand", "", List.of(settling.prepare(item)), null));
        }
        TransactionTemplate transaction = room.part(TransactionTemplate.class);
        List<Settled> settled = new ArrayList<>();
        if (together) {
            transaction.executeWithoutResult(status -> settled.addAll(settling.settle(incoming)));
        } else {
            for (Incoming one : incoming) {
                transaction.executeWithoutResult(status -> settled.addAll(settling.settle(List.of(one))));
            }
        }
        return settled.stream().map(one -> one.items().getFirst().outcome()).toList();
    }

    private static WireItem assertCounts(String guid, long version, Status status, String headline) {
        WireItem counts = counting(guid);
        assertThat(counts.version()).as(guid).isEqualTo(version);
        assertThat(counts.status()).as(guid).isEqualTo(status);
        assertThat(counts.headline()).as(guid).isEqualTo(headline);
        assertThat(logged(guid))
                .as("versions in the log never go back: " + guid)
                .isSorted();
        return counts;
    }

    private static WireItem counting(String guid) {
        return room.part(WireItems.class).counting(new Key(PROVIDER, guid));
    }

    /// The versions of an item in the order of the log.
    private static List<Long> logged(String guid) {
        WireLog log = room.part(WireLog.class);
        long after = seen.isEmpty() ? 0 : position;
        while (true) {
            var entries = log.after(after, 500).entries();
            if (entries.isEmpty()) {
                break;
            }
            entries.forEach(entry -> seen.computeIfAbsent(entry.item().guid(), key -> new ArrayList<>())
                    .add(entry.item().version()));
            after = entries.getLast().position();
        }
        position = after;
        return seen.getOrDefault(guid, List.of());
    }

    private static final Map<String, List<Long>> seen = new TreeMap<>();
    private static long position;

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
