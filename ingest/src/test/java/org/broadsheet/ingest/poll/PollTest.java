package org.broadsheet.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.ingest.WireRoom.waitFor;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.ingest.Jpegs;
import org.broadsheet.ingest.WireRoom;
import org.broadsheet.ingest.feed.Ordering;
import org.broadsheet.ingest.fetch.Sender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class PollTest {

    @TempDir
    static Path root;

    static WireRoom room;
    static Ordering desk;

    Sender sender;

    @BeforeAll
    static void openTheWireRoom() {
        room = new WireRoom(root)
                .with("broadsheet.ingest.fetch.first-byte", "2s")
                .with("broadsheet.ingest.fetch.largest", "2MB")
                .open();
        desk = new Ordering(room);
    }

    @AfterAll
    static void closeTheWireRoom() {
        desk.close();
        room.close();
    }

    @BeforeEach
    void openTheSender() {
        sender = new Sender();
    }

    @AfterEach
    void closeTheSender() {
        sender.close();
    }

    private static String story(String guid) {
        return WireRoom.sample("pyongyang-pact.xml").replaceAll("guid=\"[^\"]*\"", "guid=\"" + guid + "\"");
    }

    private void open(String feed, String path, Map<String, Object> more, Map<String, String> secrets) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("address", sender.address(path));
        settings.put("allowPrivate", true);
        desk.open(feed, "poll", settings, secrets);
    }

    private static JsonNode received(String feed, int total) {
        return waitFor(
                () -> desk.feed(feed),
                found -> assertThat(found.get("counts").get("total").asInt())
                        .as(found::toString)
                        .isEqualTo(total));
    }

    private static JsonNode failed(String feed, String words) {
        return waitFor(
                () -> desk.feed(feed),
                found -> assertThat(found.get("lastError").asString("")).contains(words));
    }

    /// Makes a feed due now.
    private static void due(String feed) {
        room.part(JdbcClient.class)
                .sql("update feed_state set due_at = now() where feed = ?")
                .param(feed)
                .update();
    }

    private void visited(String feed, String path, int times) {
        due(feed);
        waitFor(() -> sender.asked(path), asked -> assertThat(asked).hasSizeGreaterThanOrEqualTo(times));
    }

    @Test
    void aDocumentIsTakenOnceAndAskedForOnlyIfItWasChanged() {
        AtomicInteger version = new AtomicInteger(1);
        sender.at("/feed.xml", call -> {
            String tag = "\"v" + version.get() + "\"";
            if (tag.equals(call.getRequestHeaders().getFirst("If-None-Match"))) {
                Sender.send(call, 304, new byte[0], "ETag", tag);
            } else {
                Sender.send(
                        call,
                        200,
                        story("poll-" + version.get()).getBytes(StandardCharsets.UTF_8),
                        "ETag",
                        tag,
                        "Last-Modified",
                        "Tue, 24 Nov 2026 10:00:00 GMT");
            }
        });
        open("changing", "/feed.xml", Map.of(), Map.of());
        received("changing", 1);
        visited("changing", "/feed.xml", 2);
        assertThat(sender.asked("/feed.xml").get(1).headers().getFirst("If-None-Match"))
                .isEqualTo("\"v1\"");
        assertThat(sender.asked("/feed.xml").get(1).headers().getFirst("If-Modified-Since"))
                .isEqualTo("Tue, 24 Nov 2026 10:00:00 GMT");

        version.set(2);
        due("changing");
        received("changing", 2);
    }

    @Test
    void anUnchangedDocumentIsNotReceivedAgainWhereTheSenderKnowsNoTags() {
        sender.at("/plain.xml", story("poll-plain"));
        open("plain", "/plain.xml", Map.of(), Map.of());
        received("plain", 1);
        visited("plain", "/plain.xml", 2);
        visited("plain", "/plain.xml", 3);
        assertThat(received("plain", 1).get("counts").get("total").asInt()).isEqualTo(1);
    }

    @Test
    void pagesAreFollowedByLinkPointerAndNumber() {
        sender.at("/a1", story("link-1"), "Link", "<" + sender.address("/a2") + ">; rel=\"next\", </x>; rel=prev");
        sender.at("/a2", story("link-2"), "Link", "</a3>; title=\"a, b\"; rel=next");
        sender.at("/a3", story("link-3"));
        open("linked", "/a1", Map.of("paging", "link"), Map.of());
        received("linked", 3);

        sender.at("/b", call -> {
            String query = String.valueOf(call.getRequestURI().getQuery());
            int page = query.contains("c=") ? Integer.parseInt(query.replaceAll(".*c=(\\d+).*", "$1")) : 0;
            Sender.send(
                    call,
                    200,
                    ("{\"page\":" + page + ",\"next\":{\"cursor\":" + Math.min(page + 1, 2) + "}}")
                            .getBytes(StandardCharsets.UTF_8));
        });
        open(
                "pointed",
                "/b?fixed=1",
                Map.of("paging", "pointer", "nextAt", "/next/cursor", "pageName", "c", "keepCursor", true),
                Map.of());
        received("pointed", 3);
        assertThat(sender.asked("/b").getFirst().query()).isEqualTo("fixed=1");
        visited("pointed", "/b", 4);
        assertThat(sender.asked("/b").get(3).query())
                .as("goes on from the cursor")
                .isEqualTo("fixed=1&c=2");

        sender.at("/c", call -> {
            String query = call.getRequestURI().getQuery();
            Sender.send(
                    call,
                    query.endsWith("=3") ? 204 : 200,
                    query.endsWith("=3")
                            ? new byte[0]
                            : story("number-" + query).getBytes(StandardCharsets.UTF_8));
        });
        open("numbered", "/c", Map.of("paging", "number", "pageName", "p"), Map.of());
        received("numbered", 2);
    }

    @Test
    void theItemsOfAListAreFetchedOneByOneWithTheirPictures() {
        byte[] jpeg = Jpegs.drawn(120, 80, 100).bytes();
        sender.at(
                "/list.json",
                "{\"items\":[{\"href\":\"one.json\",\"v\":1},{\"href\":\"/two.json\",\"v\":1},{\"href\":\"/gone.json\"}]}");
        sender.at("/one.json", "{\"r\":{\"full\":{\"href\":\"/pic/pact.jpg\"}}}");
        sender.at("/two.json", "{\"two\":1}");
        sender.at("/pic/pact.jpg", jpeg, "Content-Type", "image/jpeg");
        open(
                "listed",
                "/list.json",
                Map.of("items", "json", "itemsAt", "/items/*/href", "picturesAt", "/r/*/href"),
                Map.of());
        received("listed", 3);
        assertThat(room.finished("listed", "pact.jpg").get("state").asString()).isEqualTo("settled");

        sender.at("/list.json", "{\"items\":[{\"href\":\"one.json\",\"v\":1},{\"href\":\"/two.json\",\"v\":2}]}");
        sender.at("/two.json", "{\"two\":2}");
        due("listed");
        received("listed", 4);
        assertThat(sender.asked("/one.json")).hasSize(1);
        assertThat(sender.asked("/pic/pact.jpg")).hasSize(1);
    }

    @Test
    void theLinksOfAnRssListAreFollowed() {
        sender.at(
                "/rss",
                "<rss><channel><link>http://127.0.0.1/home</link><item><title>A</title><link>" + sender.address("/s1")
                        + "</link></item><item><link>/s2</link></item></channel></rss>");
        sender.at("/s1", story("rss-1"));
        sender.at("/s2", story("rss-2"));
        open("rss", "/rss", Map.of("items", "links", "itemsAt", "item/link"), Map.of());

        received("rss", 2);
        assertThat(sender.asked("/home")).isEmpty();
    }

    @Test
    void aFailingItemIsFetchedAgainAndTheOthersAreNot() {
        AtomicInteger calls = new AtomicInteger();
        sender.at("/list2", "[\"/i1\",\"/i2\",\"/i3\"]", "ETag", "\"same\"");
        sender.at("/i1", "{\"i\":1}");
        sender.at(
                "/i2",
                call -> Sender.send(
                        call, calls.incrementAndGet() == 1 ? 503 : 200, "{\"i\":2}".getBytes(StandardCharsets.UTF_8)));
        sender.at("/i3", "{\"i\":3}");
        open("limping", "/list2", Map.of("items", "json", "itemsAt", "/*"), Map.of());
        failed("limping", "503");
        received("limping", 2);
        due("limping");
        received("limping", 3);
        assertThat(sender.asked("/i1")).hasSize(1);
        waitFor(
                () -> desk.feed("limping"),
                feed -> assertThat(feed.get("lastError").isNull()).isTrue());
    }

    @Test
    void eachWayToSignInShowsWhatItShould() {
        sender.at("/in", "{\"in\":1}");
        open("by-header", "/in", Map.of("auth", "header", "authName", "X-Api-Key"), Map.of("credential", "k1"));
        open("by-bearer", "/in", Map.of("auth", "bearer"), Map.of("credential", "k2"));
        open("by-basic", "/in", Map.of("auth", "basic", "user", "wire"), Map.of("credential", "k3"));
        open("by-query", "/in", Map.of("auth", "query", "authName", "apikey"), Map.of("credential", "k 4"));
        for (String feed : List.of("by-header", "by-bearer", "by-basic", "by-query")) {
            received(feed, 1);
        }
        assertThat(sender.asked("/in"))
                .anyMatch(asked -> "k1".equals(asked.headers().getFirst("X-Api-Key")))
                .anyMatch(asked -> "Bearer k2".equals(asked.headers().getFirst("Authorization")))
                .anyMatch(asked -> ("Basic "
                                + Base64.getEncoder().encodeToString("wire:k3".getBytes(StandardCharsets.UTF_8)))
                        .equals(asked.headers().getFirst("Authorization")))
                .anyMatch(asked -> asked.query().equals("apikey=k+4"));
    }

    @Test
    void aTokenIsKeptAndAskedForAnewWhenItNoLongerCounts() {
        AtomicInteger tokens = new AtomicInteger();
        sender.at(
                "/token",
                call -> Sender.send(
                        call,
                        200,
                        ("{\"access_token\":\"t" + tokens.incrementAndGet() + "\",\"expires_in\":3600}")
                                .getBytes(StandardCharsets.UTF_8)));
        AtomicInteger good = new AtomicInteger(1);
        sender.at("/api", call -> {
            boolean in =
                    ("Bearer t" + good.get()).equals(call.getRequestHeaders().getFirst("Authorization"));
            Sender.send(call, in ? 200 : 401, ("{\"n\":" + good.get() + "}").getBytes(StandardCharsets.UTF_8));
        });
        open(
                "tokens",
                "/api",
                Map.of("auth", "oauth2", "user", "us", "tokenAddress", sender.address("/token"), "scope", "wire"),
                Map.of("credential", "secret"));
        received("tokens", 1);
        visited("tokens", "/api", 2);
        assertThat(tokens.get()).isEqualTo(1);
        assertThat(sender.asked("/token").getFirst().body()).contains("grant_type=client_credentials", "scope=wire");

        good.set(2);
        due("tokens");
        received("tokens", 2);
        assertThat(tokens.get()).isEqualTo(2);
    }

    @Test
    void aSenderInTroubleIsLeftAloneForAsLongAsItAsks() {
        sender.at("/busy", call -> Sender.send(call, 429, new byte[0], "Retry-After", "1800"));
        open("busy", "/busy", Map.of(), Map.of());
        failed("busy", "less often");
        sender.at("/down", call -> Sender.send(call, 500, new byte[0]));
        open("down", "/down", Map.of(), Map.of());
        failed("down", "trouble itself");

        assertThat(wait("busy")).isBetween(Duration.ofSeconds(1700), Duration.ofSeconds(1800));
        Duration first = wait("down");
        assertThat(first).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(13));
        visited("down", "/down", 2);
        waitFor(() -> wait("down"), second -> assertThat(second).isGreaterThan(Duration.ofSeconds(14)));
    }

    private static Duration wait(String feed) {
        return Duration.ofSeconds(room.part(JdbcClient.class)
                .sql("select extract(epoch from due_at - now())::bigint from feed_state where feed = ?")
                .param(feed)
                .query(Long.class)
                .single());
    }

    @Test
    void hostileSendersAreRefusedAndTheGoodFeedBesideThemIsUndisturbed() throws Exception {
        sender.at("/endless", call -> {
            call.sendResponseHeaders(200, 0);
            byte[] block = new byte[64 * 1024];
            for (long sent = 0; sent < 10L << 30; sent += block.length) {
                call.getResponseBody().write(block);
            }
        });
        sender.at("/hanging", PollTest::hang);
        sender.at("/inside", call -> Sender.send(call, 302, new byte[0], "Location", "http://[::1]:1/"));
        sender.at("/garbage", "{\"next\":");
        for (int i = 0; i < 8; i++) {
            open("hanging-" + i, "/hanging", Map.of(), Map.of());
        }
        open("endless", "/endless", Map.of(), Map.of());
        open("inside", "/inside", Map.of(), Map.of());
        open("garbage", "/garbage", Map.of("items", "json", "itemsAt", "/*"), Map.of());
        desk.open("by-name", "poll", Map.of("address", "http://localhost:" + sender.port() + "/good"), Map.of());
        sender.at("/good", story("good-beside"));
        Instant begun = Instant.now();
        open("good", "/good", Map.of(), Map.of());

        received("good", 1);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
        failed("endless", "more than the 2,097,152 bytes");
        failed("inside", "line broke");
        failed("garbage", "no JSON");
        failed("by-name", "not on the public Internet");
        failed("hanging-0", "did not");
        assertThat(desk.feed("endless").get("counts").get("total").asInt()).isZero();
    }

    private static void hang(HttpExchange call) {
        try {
            Thread.sleep(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aTrialShowsWhatIsThereAndKeepsNothing() {
        sender.at("/trial", story("trial-1"));
        desk.open("trial", "poll", Map.of("address", sender.address("/trial"), "allowPrivate", true), Map.of());
        desk.ask("POST", "/api/feeds/trial/pause", null);
        waitFor( // a visit that had begun before the pause goes on to its end
                () -> room.part(JdbcClient.class)
                        .sql("select lease is null from feed_state where feed = 'trial'")
                        .query(Boolean.class)
                        .single(),
                free -> assertThat(free).isTrue());
        int before = desk.feed("trial").get("counts").get("total").asInt();

        JsonNode result = desk.test("trial");

        assertThat(result.get("ok").asBoolean()).as(result::toString).isTrue();
        assertThat(result.get("items").get(0).get("guid").asString()).isEqualTo("trial-1");
        assertThat(result.get("items").get(0).get("headline").asString()).contains("defence pact");
        assertThat(result.get("trail").toString()).contains("answers 200");
        assertThat(desk.feed("trial").get("counts").get("total").asInt()).isEqualTo(before);
    }

    @Test
    void credentialsAreNotKeptForAnotherAddress() {
        sender.at("/in", "{\"in\":2}");
        open("moving", "/in", Map.of("auth", "bearer"), Map.of("credential", "ours"));
        Map<String, Object> order = new HashMap<>(Map.of(
                "transport",
                "poll",
                "version",
                1,
                "settings",
                Map.of("address", "https://elsewhere.example/in", "auth", "bearer")));

        Ordering.Answer refused = desk.ask("PUT", "/api/feeds/moving", order);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("faults").get(0).get("field").asString()).isEqualTo("credential");
        order.put("secrets", Map.of("credential", "theirs"));
        assertThat(desk.ask("PUT", "/api/feeds/moving", order).status()).isEqualTo(200);
    }

    @Test
    void settingsThatCannotWorkAreNamed() {
        Ordering.Answer answer = desk.ask(
                "PUT",
                "/api/feeds/impossible",
                Map.of(
                        "transport",
                        "poll",
                        "version",
                        0,
                        "settings",
                        Map.of(
                                "address", "file:///etc/passwd",
                                "auth", "oauth2",
                                "paging", "pointer",
                                "items", "json",
                                "itemsAt", "item/link",
                                "mostPages", "0")));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("faults").findValuesAsString("field"))
                .contains("address", "user", "credential", "tokenAddress", "nextAt", "itemsAt", "mostPages");
    }
}
