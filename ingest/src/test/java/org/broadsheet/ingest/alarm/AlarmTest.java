package org.broadsheet.ingest.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.ingest.WireRoom.waitFor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
class AlarmTest {

    @TempDir
    static Path root;

    static WireRoom room;
    static Ordering desk;

    @BeforeAll
    static void openTheWireRoom() {
        room = new WireRoom(root)
                .with("broadsheet.ingest.alarm.look-every", "1h")
                .open();
        desk = new Ordering(room);
    }

    @AfterAll
    static void closeTheWireRoom() {
        desk.close();
        room.close();
    }

    private static void open(String feed) {
        desk.open(feed, "push", Map.of(), Map.of());
    }

    /// Receipts of a feed at each of the moments a query gives.
    private static void received(String feed, String state, String moments) {
        room.part(JdbcClient.class)
                .sql("""
                        insert into receipt (feed, name, hash, size, received_at, state, filed_at)
                        select :feed, 'past-' || row_number() over (), lpad('', 64, 'a'), 1, at, :state, at
                        from (%s) as moments (at) where at < now()
                        """.formatted(moments))
                .param("feed", feed)
                .param("state", state)
                .update();
    }

    private static List<JsonNode> look() {
        room.part(JdbcClient.class).sql("delete from feed_habit").update();
        room.part(AlarmShift.class).look();
        List<JsonNode> alarms = new ArrayList<>();
        desk.ask("GET", "/api/alarms", null).body().forEach(alarms::add);
        return alarms;
    }

    private static List<String> ringing(String kind) {
        return look().stream()
                .filter(alarm -> alarm.get("kind").asString().equals(kind))
                .map(alarm -> alarm.get("feed").asString())
                .toList();
    }

    @Test
    void aFeedThatIsQuietForLongerThanItsHabitRaisesAnAlarmUntilSomethingComes() {
        open("steady");
        received(
                "steady",
                "settled",
                "select generate_series(now() - interval '20 days', now() - interval '3 hours', interval '20 minutes')");
        open("fresh");
        received(
                "fresh",
                "settled",
                "select generate_series(now() - interval '20 days', now() - interval '10 minutes', interval '20 minutes')");
        open("newcomer");
        received(
                "newcomer",
                "settled",
                "select generate_series(now() - interval '9 days', now() - interval '5 days', interval '1 day')");

        assertThat(ringing("quiet")).contains("steady").doesNotContain("fresh", "newcomer");
        JsonNode feed = desk.feed("steady");
        assertThat(feed.get("alarm").asString()).matches("Nothing has come for 3 hours; usually it is 20 minutes *");
        assertThat(feed.get("usualGap").asString()).isEqualTo("PT20M");
        assertThat(desk.feed("newcomer").get("usualGap").isNull()).isTrue();

        received("steady", "settled", "select now() - interval '1 second'");
        assertThat(ringing("quiet")).doesNotContain("steady");
        assertThat(desk.feed("steady").get("alarm").isNull()).isTrue();
    }

    @Test
    void aFeedThatSleepsAtThisTimeOfTheWeekDoesSoWithoutAnAlarm() {
        String daily = """
                select day + minute * interval '10 minutes'
                from generate_series(now() - interval '27 days', now(), interval '1 day') as day,
                generate_series(-14 * 6, -%d * 6) as minute
                """;
        open("sleeper");
        received("sleeper", "settled", daily.formatted(6));
        open("awake");
        received(
                "awake",
                "settled",
                daily.formatted(0) + " where day + minute * interval '10 minutes' < now() - interval '6 hours'");

        assertThat(ringing("quiet")).contains("awake").doesNotContain("sleeper");
    }

    @Test
    void oneOutageDoesNotBecomeTheHabit() {
        open("outage");
        received(
                "outage",
                "settled",
                "select at from generate_series(now() - interval '27 days', now() - interval '4 hours', interval '15 minutes') as at"
                        + " where at not between now() - interval '7 days 20 hours' and now() - interval '6 days 20 hours'");

        assertThat(ringing("quiet")).contains("outage");
    }

    @Test
    void aPausedOrRetiredFeedRaisesNone() {
        open("resting");
        received(
                "resting",
                "settled",
                "select generate_series(now() - interval '20 days', now() - interval '9 hours', interval '20 minutes')");
        assertThat(ringing("quiet")).contains("resting");

        desk.ask("POST", "/api/feeds/resting/pause", null);
        assertThat(ringing("quiet")).doesNotContain("resting");
    }

    @Test
    void aFeedThatKeepsFailingRaisesAnAlarm() {
        desk.open("failing", "poll", Map.of("address", "http://127.0.0.1:1/feed"), Map.of());
        waitFor(
                () -> desk.feed("failing"),
                found -> assertThat(found.get("lastError").isNull()).isFalse());
        assertThat(ringing("failing")).doesNotContain("failing");

        room.part(JdbcClient.class)
                .sql("update feed_state set failures = 3 where feed = 'failing'")
                .update();

        assertThat(look()).anySatisfy(alarm -> {
            assertThat(alarm.get("feed").asString()).isEqualTo("failing");
            assertThat(alarm.get("sentence").asString())
                    .startsWith("3 visits have failed")
                    .contains("public Internet");
            assertThat(alarm.get("since").asString()).isNotBlank();
        });
    }

    @Test
    void aQuarantineThatGrowsBeyondItsHabitRaisesAnAlarm() {
        open("sick");
        received(
                "sick",
                "quarantined",
                "select generate_series(now() - interval '2 hours', now() - interval '1 hour', interval '10 minutes')");
        open("always-so");
        received(
                "always-so",
                "quarantined",
                "select generate_series(now() - interval '14 days', now(), interval '20 minutes')");
        open("once");
        received("once", "quarantined", "select now() - interval '1 hour'");

        assertThat(ringing("quarantine")).contains("sick").doesNotContain("always-so", "once");
    }
}
