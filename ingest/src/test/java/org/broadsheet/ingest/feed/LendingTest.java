package org.broadsheet.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadsheet.ingest.WireRoom.waitFor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.ingest.WireRoom;
import org.broadsheet.ingest.feed.FeedVisits.Lent;
import org.broadsheet.ingest.fetch.Sender;
import org.broadsheet.ingest.payload.Arrival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(240)
class LendingTest {

    /// Known to no worker, so that the test alone lends these feeds out.
    private static final String TRANSPORT = "test";

    @TempDir
    Path root;

    private static Arrival arrival(String feed, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Arrival(feed, text + ".txt", PictureHash.of(bytes).value(), bytes);
    }

    private static void enter(JdbcClient jdbc, String feed) {
        jdbc.sql("insert into feed (name, title, transport) values (?, 'A feed', ?)")
                .params(feed, TRANSPORT)
                .update();
        jdbc.sql("insert into feed_state (feed) values (?)").param(feed).update();
    }

    @Test
    void aFeedIsLentToOneWorkerAndWhoeverLostItWritesNothing() throws Exception {
        try (WireRoom room = new WireRoom(root).open()) {
            JdbcClient jdbc = room.part(JdbcClient.class);
            FeedVisits visits = room.part(FeedVisits.class);
            enter(jdbc, "one");
            enter(jdbc, "two");
            List<Callable<Optional<Lent>>> workers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                workers.add(() -> visits.lend(List.of(TRANSPORT), Duration.ofSeconds(60)));
            }
            List<Lent> lent = new ArrayList<>();
            try (ExecutorService all = Executors.newFixedThreadPool(8)) {
                for (Future<Optional<Lent>> one : all.invokeAll(workers)) {
                    one.get().ifPresent(lent::add);
                }
            }
            assertThat(lent).extracting(Lent::feed).containsExactlyInAnyOrder("one", "two");

            Lent first = lent.getFirst();
            String feed = first.feed();
            assertThat(visits.receive(first, List.of(arrival(feed, "a")), List.of("a"), Map.of("at", "1")))
                    .isEqualTo(1);
            jdbc.sql("update feed_state set leased_until = now() - interval '1 second' where feed = ?")
                    .param(feed)
                    .update();
            Lent second =
                    visits.lend(List.of(TRANSPORT), Duration.ofSeconds(60)).orElseThrow();
            assertThat(second.feed()).isEqualTo(feed);
            assertThat(second.position()).containsEntry("at", "1");

            assertThatThrownBy(
                            () -> visits.receive(first, List.of(arrival(feed, "b")), List.of("b"), Map.of("at", "2")))
                    .isInstanceOf(FetchFailed.class);
            assertThat(visits.unknown(feed, List.of("a", "b"))).containsExactly("b");
            assertThat(visits.receive(
                            second,
                            List.of(arrival(feed, "a"), arrival(feed, "b")),
                            List.of("a", "b"),
                            Map.of("at", "2")))
                    .as("what is known is left out")
                    .isEqualTo(1);
            assertThat(jdbc.sql("select name from receipt where feed = ? order by id")
                            .param(feed)
                            .query(String.class)
                            .list())
                    .containsExactly("a.txt", "b.txt");
        }
    }

    @Test
    void aServiceThatIsKilledInTheMiddleOfItsVisitsLosesAndDoublesNothing() throws Exception {
        int items = 300;
        try (Sender sender = new Sender()) {
            StringBuilder list = new StringBuilder("[");
            for (int i = 0; i < items; i++) {
                list.append(i == 0 ? "" : ",").append("\"/item/").append(i).append('"');
                sender.at("/item/" + i, "{\"item\":" + i + "}");
            }
            sender.at("/list", list.append(']').toString(), "ETag", "\"list\"");
            WireRoom room = new WireRoom(root)
                    .with("broadsheet.ingest.feed.lease", "6s")
                    .open();
            JdbcClient jdbc;
            try (Ordering desk = new Ordering(room)) {
                Map<String, Object> settings = new HashMap<>(Map.of(
                        "address",
                        sender.address("/nowhere-yet"),
                        "allowPrivate",
                        true,
                        "items",
                        "json",
                        "itemsAt",
                        "/*",
                        "mostItems",
                        1000));
                desk.open("killed", "poll", settings, Map.of());
                settings.put("address", sender.address("/list"));
                desk.ask("POST", "/api/feeds/killed/pause", null);
                desk.ask(
                        "PUT",
                        "/api/feeds/killed",
                        Map.of("transport", "poll", "version", 1, "settings", settings, "pollEvery", "5s"));
                desk.ask("POST", "/api/feeds/killed/resume", null);
                waitFor(() -> sender.asked().size(), asked -> assertThat(asked).isGreaterThan(10));
            }
            room.close();
            for (int kill = 0; kill < 2; kill++) {
                int before = sender.asked().size();
                Process service = room.openOutside(root.resolve("service-" + kill + ".log"));
                int soon = kill;
                waitFor(() -> sender.asked().size(), asked -> assertThat(asked).isGreaterThan(before + 15 + 20 * soon));
                service.destroyForcibly().waitFor();
            }
            room.open();
            try (Ordering desk = new Ordering(room)) {
                waitFor(() -> desk.feed("killed"), feed -> {
                    assertThat(feed.get("counts").get("total").asInt()).isEqualTo(items);
                    assertThat(feed.get("lastError").isNull()).isTrue();
                });
                jdbc = room.part(JdbcClient.class);
                assertThat(jdbc.sql("select count(distinct hash) from receipt where feed = 'killed'")
                                .query(Long.class)
                                .single())
                        .isEqualTo(items);
            }
            room.close();
        }
    }
}
