package org.broadsheet.ingest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.Routing;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireLogEntry;
import org.broadsheet.ingest.WireItemSamples;
import org.broadsheet.ingest.WireRoom;
import org.broadsheet.ingest.wirelog.WireLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RoutingTest {

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

    @AfterEach
    void clearTheBook() {
        jdbc().sql("delete from routing_rule").update();
        jdbc().sql("update routing_book set edition = edition + 1").update();
    }

    @Test
    void theDecisionStandsInTheLog() {
        put("money", rule("Money", "{\"words\":[\"harbour fees\"]}", """
                {"desk":"City","section":"business","tags":["port"],"autoPublish":true}"""));

        long position = append(WireItemSamples.text("logged", 1));

        WireLogEntry entry =
                room.part(WireLog.class).after(position - 1, 1).entries().getFirst();
        assertThat(entry.routing()).isEqualTo(new Routing("City", "business", List.of("port"), true, List.of("Money")));
        JsonNode served = room.get("/api/log?after=" + (position - 1) + "&limit=1")
                .get("entries")
                .get(0)
                .get("routing");
        assertThat(served.get("desk").asString()).isEqualTo("City");
    }

    @Test
    void whatWasDecidedOnceStaysAsItWas() {
        put("money", rule("Money", "{}", "{\"desk\":\"City\"}"));
        long position = append(WireItemSamples.text("before the change", 1));

        put("money", rule("Money", "{}", "{\"desk\":\"Night\"}", 1));

        assertThat(routing(position).desk()).isEqualTo("City");
        assertThat(routing(append(WireItemSamples.text("after the change", 1))).desk())
                .isEqualTo("Night");
    }

    @Test
    void earlierRulesDecideFirstTagsAddUpAndAStopIsTheEnd() {
        put("a", rule("A", "{}", "{\"tags\":[\"one\"],\"section\":\"world\"}"));
        put("b", rule("B", "{}", "{\"desk\":\"Foreign\",\"section\":\"business\",\"tags\":[\"two\"],\"stop\":true}"));
        put("c", rule("C", "{}", "{\"desk\":\"City\",\"tags\":[\"three\"],\"autoPublish\":true}"));

        assertThat(routing(append(WireItemSamples.text("in order", 1))))
                .isEqualTo(new Routing("Foreign", "world", List.of("one", "two"), false, List.of("A", "B")));

        post("/api/rules/order", "{\"ids\":[\"c\",\"b\",\"a\"]}", 200);

        assertThat(routing(append(WireItemSamples.text("in another order", 1))))
                .isEqualTo(new Routing("City", "business", List.of("three", "two"), true, List.of("C", "B")));
    }

    @Test
    void aRuleThatIsOffDecidesNothing() {
        put("off", "{\"name\":\"Off\",\"active\":false,\"version\":0,\"when\":{},\"then\":{\"desk\":\"City\"}}");

        assertThat(routing(append(WireItemSamples.text("off", 1)))).isEqualTo(Routing.NONE);
    }

    @Test
    void aRuleThatCannotBeReadIsRemarkedAndPassedOver() {
        put("good", rule("Good", "{}", "{\"desk\":\"City\"}"));
        put("broken", rule("Broken", "{}", "{\"desk\":\"Night\"}"));
        jdbc().sql("""
                update routing_rule set rank = 0, conditions =
                    '{"hours":{"from":"25 o''clock","to":"06:00","zone":"Nowhere/Land"}}' where id = 'broken'
                """).update();
        jdbc().sql("update routing_book set edition = edition + 1").update();

        assertThat(routing(append(WireItemSamples.text("good and broken", 1))))
                .isEqualTo(new Routing("City", "", List.of(), false, List.of("Good")));

        assertThat(room.get("/api/status").get("remarks").toString()).contains("The routing rule “Broken” cannot be");
        assertThat(room.get("/api/rules")).hasSize(2);
    }

    @Test
    void anotherInstanceHearsOfAChangeWithTheNextBatch() {
        put("shared", rule("Shared", "{}", "{\"desk\":\"City\"}"));
        assertThat(routing(append(WireItemSamples.text("shared", 1))).desk()).isEqualTo("City");

        // As another instance writes it: past everything this one has in memory.
        jdbc().sql("update routing_rule set decision = '{\"desk\":\"Night\"}'").update();
        jdbc().sql("update routing_book set edition = edition + 1").update();

        assertThat(routing(append(WireItemSamples.text("shared", 2))).desk()).isEqualTo("Night");
    }

    @Test
    void everythingWrongIsNamedByItsField() {
        String answer = put("wrong", """
                {"name":"","version":0,
                 "when":{"urgencyAtMost":12,"words":["fees","--"],"kinds":["film"],
                         "hours":{"from":"25:00","to":"6","zone":"Mars/Base","days":["someday"]}},
                 "then":{}}""", 422);

        JsonNode problem = JsonMapper.shared().readTree(answer);
        assertThat(problem.get("faults").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "name",
                        "then",
                        "when.urgencyAtMost",
                        "when.words[1]",
                        "when.kinds[0]",
                        "when.hours.from",
                        "when.hours.to",
                        "when.hours.zone",
                        "when.hours.days[0]");
        assertThat(room.get("/api/rules")).isEmpty();
    }

    @Test
    void whoWritesOnAnOldVersionIsToldSo() {
        put("money", rule("Money", "{}", "{\"desk\":\"City\"}"));
        put("money", rule("Money", "{}", "{\"desk\":\"Night\"}", 1));

        assertThat(put("money", rule("Money", "{}", "{\"desk\":\"Sport\"}", 1), 409))
                .contains("Somebody else")
                .contains("\"version\":2");
        put("money", rule("Money", "{}", "{\"desk\":\"Sport\"}"), 409);
        put("gone", rule("Gone", "{}", "{\"desk\":\"Sport\"}", 3), 409);
        assertThat(room.get("/api/rules").get(0).at("/then/desk").asString()).isEqualTo("Night");
        post("/api/rules/order", "{\"ids\":[\"money\",\"another\"]}", 409);
        assertThat(status("DELETE", "/api/rules/money?version=1", null)).isEqualTo(409);
        assertThat(status("DELETE", "/api/rules/money?version=2", null)).isEqualTo(200);
        assertThat(status("DELETE", "/api/rules/money", null)).isEqualTo(404);
        assertThat(status("PUT", "/api/rules/not%20an%20id", rule("N", "{}", "{\"desk\":\"C\"}")))
                .isEqualTo(422);
        assertThat(status("PUT", "/api/rules/text", "not json")).isEqualTo(400);
    }

    @Test
    void aRehearsalSaysWhatARuleWouldHaveDoneAndDoesNothing() {
        for (int i = 0; i < 210; i++) {
            settled("rehearsed-" + i, 5, i % 3 == 0 ? "Harbour fees rise" : "Ferry timetable changes");
        }
        settled("urgent", 1, "Harbour closed");

        JsonNode played = JsonMapper.shared().readTree(post("/api/rules/rehearsal", """
                {"rule":{"when":{"words":["harbour"],"urgencyAtMost":3,"subjects":["medtop:04000000"]},
                         "then":{"desk":"City","tags":["port"]}}}""", 200));

        assertThat(played.get("looked").asInt()).isEqualTo(200);
        assertThat(played.get("matched")).hasSize(1);
        JsonNode matched = played.get("matched").get(0);
        assertThat(matched.get("guid").asString()).isEqualTo("urgent");
        assertThat(matched.get("why").asString())
                .isEqualTo(
                        "its urgency is 1; it is about economic policy (04000000); " + "“harbour” is in the headline");
        assertThat(matched.at("/would/desk").asString()).isEqualTo("City");
        assertThat(played.get("near")).hasSize(20);
        assertThat(played.at("/near/0/whyNot").asString()).isEqualTo("its urgency is 5, not 3 or less");
        assertThat(played.get("took").asLong()).isLessThan(5_000);
        assertThat(room.get("/api/rules")).isEmpty();
        assertThat(post("/api/rules/rehearsal", "{\"rule\":{\"when\":{\"kinds\":[\"film\"]}}}", 422))
                .contains("when.kinds[0]");
        post("/api/rules/rehearsal", "{}", 422);
    }

    private static void settled(String guid, int urgency, String headline) {
        WireItem item = WireItemSamples.text(guid, 1).toBuilder()
                .headline(headline)
                .urgency(urgency)
                .subjects(List.of(Subject.topic("medtop:20000350", "economic policy")))
                .build();
        long position = append(item);
        jdbc().sql("""
                        insert into wire_item (provider, guid, version, content_hash, kind, status, feed, position,
                            settled_at)
                        values (:provider, :guid, 1, '', 'TEXT', 'USABLE', 'nord', :position, now())
                        """)
                .param("provider", item.provider())
                .param("guid", guid)
                .param("position", position)
                .update();
    }

    private static long append(WireItem item) {
        Long position = room.part(TransactionTemplate.class)
                .execute(status -> room.part(WireLog.class).append(item));
        return position == null ? 0 : position;
    }

    private static Routing routing(long position) {
        Routing routing = room.part(WireLog.class)
                .after(position - 1, 1)
                .entries()
                .getFirst()
                .routing();
        return routing == null ? Routing.NONE : routing;
    }

    private static String rule(String name, String when, String then) {
        return rule(name, when, then, 0);
    }

    private static String rule(String name, String when, String then, int version) {
        return "{\"name\":\"%s\",\"version\":%d,\"when\":%s,\"then\":%s}".formatted(name, version, when, then);
    }

    private static String put(String id, String rule) {
        return put(id, rule, 200);
    }

    private static String put(String id, String rule, int status) {
        return ask("PUT", "/api/rules/" + id, rule, status);
    }

    private static String post(String path, String body, int status) {
        return ask("POST", path, body, status);
    }

    private static int status(String method, String path, String body) {
        return Integer.parseInt(exchange(method, path, body).get("status"));
    }

    private static String ask(String method, String path, String body, int status) {
        Map<String, String> answer = exchange(method, path, body);
        assertThat(answer.get("status")).as(answer.get("body")).isEqualTo(String.valueOf(status));
        return answer.get("body");
    }

    private static Map<String, String> exchange(String method, String path, String body) {
        var request = room.http()
                .method(org.springframework.http.HttpMethod.valueOf(method))
                .uri(java.net.URI.create("http://127.0.0.1:" + room.port() + path))
                .contentType(MediaType.APPLICATION_JSON);
        if (body != null) {
            request.body(body);
        }
        return request.exchange((sent, response) -> Map.of(
                "status",
                String.valueOf(response.getStatusCode().value()),
                "body",
                new String(response.getBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static JdbcClient jdbc() {
        return room.part(JdbcClient.class);
    }
}
