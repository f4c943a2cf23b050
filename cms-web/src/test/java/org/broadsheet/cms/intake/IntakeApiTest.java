package org.broadsheet.cms.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.broadsheet.cms.Newsroom;
import org.broadsheet.cms.NewsroomTest;
import org.broadsheet.cms.Visitor;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.core.desk.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NewsroomTest
class IntakeApiTest {

    private static final String FEEDS = "/desk/api/intake/feeds";
    private static final String QUARANTINE = "/desk/api/intake/quarantine";
    private static final String RULES = "/desk/api/intake/rules";
    private static final String NORTHWIND = """
        {"title": "Northwind, world service", "transport": "poll", "version": 0, "pollEvery": "PT1M",
         "settings": {"address": "https://feeds.northwind.example/world"}, "secrets": {"token": "sesame-of-the-tests"}}
        """;

    @Autowired
    Newsroom.People people;

    @Autowired
    FakeIngest ingest;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aWireRoom() {
        people.printNewspaper();
        ingest.startAfresh();
        jdbc.sql("DELETE FROM audit WHERE story IS NULL").update();
    }

    @AfterEach
    void inGoodHealth() {
        ingest.startAfresh();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /desk/api/intake/feeds/northwind",
        "POST, /desk/api/intake/feeds/northwind/pause",
        "POST, /desk/api/intake/feeds/northwind/resume",
        "POST, /desk/api/intake/feeds/northwind/test",
        "POST, /desk/api/intake/feeds/northwind/secret",
        "DELETE, /desk/api/intake/feeds/northwind",
        "POST, /desk/api/intake/rules",
        "PUT, /desk/api/intake/rules/r1",
        "DELETE, /desk/api/intake/rules/r1",
        "POST, /desk/api/intake/rules/order"
    })
    void onlyAdministratorsRunFeedsAndSetRules(String method, String path) {
        String words = path.contains("/feeds/") ? NORTHWIND : "{\"ids\": [\"r1\"], \"name\": \"Shipping\"}";

        Visitor.Answer answer = send(people.signedIn(people.editor()), method, path, words);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.json().path("detail").asString()).startsWith("You are not allowed to ");
        assertThat(ingest.asked()).isEmpty();
        assertThat(audit()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/replay", "/p1/replay", "/p1/drop"})
    void aReporterClearsNoQuarantine(String path) {
        Visitor.Answer answer =
                people.signedIn(people.reporter()).post(QUARANTINE + path, "{\"feed\": null, \"reason\": \"Old\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(ingest.asked()).isEmpty();
        assertThat(audit()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {FEEDS, QUARANTINE, RULES, "/desk/api/intake/standing", "/desk/api/intake/transports"})
    void everyoneSignedInReadsAndNobodyElse(String path) {
        assertThat(people.signedIn(people.reporter()).get(path).status()).isEqualTo(200);
        assertThat(people.visitor().get(path).status()).isEqualTo(401);
        assertThat(people.internal().get(path).status()).isEqualTo(404);
    }

    @Test
    void aFeedIsAddedAndTheAuditNamesNoSecret() {
        Visitor admin = admin();

        Visitor.Answer added = admin.put(FEEDS + "/northwind", NORTHWIND);

        assertThat(added.status()).as(added.toString()).isEqualTo(200);
        assertThat(ingest.feed("northwind").path("title").asString()).isEqualTo("Northwind, world service");
        assertThat(ingest.asked().getFirst())
                .startsWith("PUT /api/feeds/northwind ")
                .contains("sesame-of-the-tests");
        assertThat(audit())
                .singleElement()
                .asString()
                .startsWith("feed-added")
                .contains("\"token\"")
                .doesNotContain("sesame");
        assertThat(admin.get(FEEDS + "/northwind").body()).doesNotContain("sesame");
    }

    @Test
    void aFaultStandsAtItsFieldAndLeavesNoLine() {
        Visitor.Answer answer = admin().put(FEEDS + "/northwind", NORTHWIND.replace("https", "gopher"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("faults").get(0).path("field").asString()).isEqualTo("settings.address");
        assertThat(audit()).isEmpty();
    }

    @Test
    void aFeedWithoutATitleIsRefusedBeforeItTravels() {
        Visitor.Answer answer = admin().put(FEEDS + "/northwind", NORTHWIND.replace("Northwind, world service", " "));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("faults").get(0).path("field").asString()).isEqualTo("title");
        assertThat(ingest.asked()).isEmpty();
    }

    @Test
    void whoLookedAtAnOlderVersionIsTold() {
        Visitor admin = admin();
        admin.put(FEEDS + "/northwind", NORTHWIND);

        Visitor.Answer late = admin.put(FEEDS + "/northwind", NORTHWIND);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("detail").asString()).contains("Somebody else");
    }

    @Test
    void pausingTryingAndRetiringLeaveALineEach() {
        Visitor admin = admin();
        admin.put(FEEDS + "/northwind", NORTHWIND);

        assertThat(admin.post(FEEDS + "/northwind/pause", "{}")
                        .json()
                        .path("paused")
                        .asBoolean())
                .isTrue();
        assertThat(admin.post(FEEDS + "/northwind/resume", "{}")
                        .json()
                        .path("paused")
                        .asBoolean())
                .isFalse();
        assertThat(admin.post(FEEDS + "/northwind/test", "{}").json().path("items"))
                .hasSize(2);
        assertThat(admin.post(FEEDS + "/northwind/secret", "{}")
                        .json()
                        .path("secret")
                        .asString())
                .isEqualTo(FakeIngestWords.SECRET);
        assertThat(send(admin, "DELETE", FEEDS + "/northwind", "").status()).isEqualTo(200);
        assertThat(audit().stream().map(line -> line.substring(0, line.indexOf(' '))))
                .containsExactly(
                        "feed-added", "feed-paused", "feed-resumed", "feed-tried", "feed-secret-made", "feed-retired");
        assertThat(audit()).noneMatch(line -> line.contains(FakeIngestWords.SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"north%20wind", "d%C3%A9p%C3%AAches", "a+b"})
    void aFeedKeepsItsNameOnTheWay(String name) {
        admin().get(FEEDS + "/" + name);

        assertThat(ingest.asked())
                .singleElement()
                .asString()
                .satisfiesAnyOf(
                        path -> assertThat(path).isEqualTo("GET /api/feeds/" + name),
                        path -> assertThat(path).isEqualTo("GET /api/feeds/" + name.replace("+", "%2B")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", "a%5Cb", "%20%0A"})
    void aNameThatIsNoStepOfAnAddressTravelsNowhere(String name) {
        assertThat(admin().get(FEEDS + "/" + name).status()).isEqualTo(400);
        assertThat(ingest.asked()).isEmpty();
    }

    @Test
    void quarantineIsLookedIntoReplayedAndDropped() {
        ingest.holds(
                payload("p1", "northwind", "unknown format: no reader knows it"),
                "<b>x</b>".getBytes(StandardCharsets.UTF_8));
        ingest.holds(payload("p2", "northwind", "cut off in the middle"), new byte[] {0, 1, 2});
        ingest.holds(payload("p3", "eastmark", "cut off in the middle"), new byte[] {3});
        Visitor editor = people.signedIn(people.editor());

        assertThat(editor.get(QUARANTINE + "?feed=northwind")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(editor.get(QUARANTINE + "/p2").json().path("text").asString())
                .isEqualTo("text of p2");
        assertThat(editor.post(QUARANTINE + "/p2/replay", "{}")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("quarantined");
        assertThat(editor.post(QUARANTINE + "/replay", "{\"feed\": \"northwind\"}")
                        .json()
                        .path("running")
                        .asBoolean())
                .isTrue();
        assertThat(editor.get(QUARANTINE + "/replay").json().path("settled").asInt())
                .isOne();
        assertThat(editor.get(QUARANTINE + "/replay").json().path("still").asInt())
                .isOne();
        assertThat(editor.post(QUARANTINE + "/p3/drop", "{\"reason\": \" \"}").status())
                .isEqualTo(400);
        assertThat(editor.post(QUARANTINE + "/p3/drop", "{\"reason\": \"Sent twice\"}")
                        .status())
                .isEqualTo(200);
        assertThat(editor.get(QUARANTINE).json().path("total").asInt()).isOne();
        assertThat(audit()).hasSize(3).last().asString().contains("quarantine-dropped", "Sent twice", "p3");
    }

    @Test
    void rawBytesAreAFileToKeepAndNeverAPage() {
        ingest.holds(
                payload("p1", "northwind", "unreadable"), "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));

        Visitor.Answer raw =
                people.signedIn(people.reporter()).get("/desk/api/intake/payloads/p1/raw?name=a%2Fb%22.html");

        assertThat(raw.status()).isEqualTo(200);
        assertThat(raw.body()).isEqualTo("<script>alert(1)</script>");
        assertThat(raw.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(raw.header("Content-Disposition")).startsWith("attachment;").doesNotContain("/");
        assertThat(raw.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(people.signedIn(people.reporter())
                        .get("/desk/api/intake/payloads/p9/raw")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void rulesAreAddedChangedOrderedRehearsedAndRemoved() {
        Visitor admin = admin();
        String first = admin.post(RULES, "{\"name\": \"Shipping\", \"version\": 0, \"when\": {}, \"then\": {}}")
                .json()
                .path("id")
                .asString();
        String second = admin.post(RULES, "{\"name\": \"Sport\", \"version\": 0, \"when\": {}, \"then\": {}}")
                .json()
                .path("id")
                .asString();

        assertThat(admin.put(RULES + "/" + first, "{\"name\": \"Ships\", \"version\": 0}")
                        .status())
                .isEqualTo(409);
        assertThat(admin.put(RULES + "/" + first, "{\"name\": \"\", \"version\": 1}")
                        .json()
                        .path("faults"))
                .hasSize(1);
        assertThat(admin.put(RULES + "/" + first, "{\"name\": \"Ships\", \"version\": 1}")
                        .status())
                .isEqualTo(200);
        assertThat(admin.post(RULES + "/order", "{\"ids\": [\"%s\", \"%s\"]}".formatted(second, first))
                        .status())
                .isEqualTo(200);
        assertThat(ingest.order()).containsExactly(second, first);
        assertThat(send(admin, "DELETE", RULES + "/" + second, "").status()).isEqualTo(200);
        assertThat(audit()).hasSize(5);

        ingest.hasHad(
                "{\"provider\": \"Northwind\", \"guid\": \"g1\", \"headline\": \"Freight rates double\", \"feed\":"
                        + " \"northwind\"}");
        Visitor.Answer rehearsal = people.signedIn(people.editor())
                .post(
                        RULES + "/rehearsal",
                        "{\"rule\": {\"when\": {\"feeds\": [\"northwind\"]}, \"then\": {\"section\": \"world\"}}}");
        assertThat(rehearsal
                        .json()
                        .path("matched")
                        .get(0)
                        .path("would")
                        .path("section")
                        .asString())
                .isEqualTo("world");
        assertThat(audit()).hasSize(5);
        assertThat(admin.post(RULES, "[]").status()).isEqualTo(400);
    }

    @Test
    void alarmsComeAndGoByThemselves() {
        Visitor reporter = people.signedIn(people.reporter());
        assertThat(reporter.get("/desk/api/intake/standing").json().path("alarms"))
                .isEmpty();

        ingest.rings("{\"kind\": \"quiet\", \"feed\": \"northwind\", \"since\": \"2026-11-25T08:00:00Z\", \"sentence\":"
                + " \"Northwind has been quiet for 47 minutes.\"}");
        assertThat(reporter.get("/desk/api/intake/standing")
                        .json()
                        .path("alarms")
                        .get(0)
                        .path("sentence")
                        .asString())
                .isEqualTo("Northwind has been quiet for 47 minutes.");

        ingest.startAfresh();
        assertThat(reporter.get("/desk/api/intake/standing").json().path("alarms"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500, 503, 401})
    void aWireRoomThatIsAwayIsSaidInOneSentence(int trouble) {
        Visitor admin = admin();
        ingest.isInTrouble(trouble);

        Visitor.Answer answer = admin.get(FEEDS);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().path("detail").asString())
                .startsWith("The wire room ")
                .doesNotContain("purpose", "token of");
        assertThat(admin.get("/desk/api/intake/standing")
                        .json()
                        .path("away")
                        .get(0)
                        .asString())
                .isEqualTo("intake");
        assertThat(admin.get("/desk/api/wire").status()).isEqualTo(200);
        assertThat(admin.get("/desk/wire").status()).isEqualTo(200);
    }

    @Test
    void aChangeWhoseAnswerNeverComesIsEnteredAsOpen() {
        Visitor admin = admin();
        ingest.takes(5_000);

        long before = System.nanoTime();
        Visitor.Answer answer = admin.put(FEEDS + "/northwind", NORTHWIND);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
        assertThat(answer.status()).isEqualTo(504);
        assertThat(audit()).singleElement().asString().contains("feed-added", "no answer came");
    }

    private List<String> audit() {
        return jdbc.sql("SELECT action || ' ' || details::text FROM audit WHERE story IS NULL ORDER BY id")
                .query(String.class)
                .list();
    }

    private Visitor admin() {
        StaffMember ruth = people.member("ruth.castellan", "Ruth Castellan", Role.ADMIN);
        return people.signedIn(ruth);
    }

    private static String payload(String id, String feed, String reason) {
        return """
            {"id": "%s", "feed": "%s", "name": "%s.xml", "size": 812, "receivedAt": "2026-11-25T08:00:00Z",
             "format": null, "reason": "%s", "replays": 0, "text": "text of %s", "items": []}
            """.formatted(id, feed, id, reason, id);
    }

    private static Visitor.Answer send(Visitor visitor, String method, String path, String words) {
        return switch (method) {
            case "PUT" -> visitor.put(path, words);
            case "POST" -> visitor.post(path, words);
            default -> visitor.delete(path);
        };
    }
}
