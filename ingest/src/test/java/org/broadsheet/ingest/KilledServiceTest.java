package org.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Kills the real service, a process of its own, in the middle of its work (`kill -9`).
class KilledServiceTest {

    private static final int ROUNDS = 3;
    private static final int FILES = 40;

    @TempDir
    Path root;

    @TempDir
    Path logs;

    @Test
    void killedAgainAndAgainEveryFileIsSettledOrQuarantinedExactlyOnce() throws Exception {
        Random chance = new Random(20261110);
        String story = WireRoom.sample("pyongyang-pact.xml");
        WireRoom room = new WireRoom(root);
        JdbcClient database = JdbcClient.create(room.database().dataSource());
        List<String> good = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Process service = room.openOutside(logs.resolve("round-" + round + ".log"));
            try {
                long before = done(database);
                for (int i = 0; i < FILES; i++) {
                    String name = "story-" + round + "-" + i + ".xml";
                    if (i % 10 == 9) {
                        bad.add(name);
                        room.drop("nord", name, "<newsItem guid='" + name + "'><broken></newsItem>");
                    } else {
                        good.add(name);
                        room.drop("nord", name, story.replace("2026:pact-text", "2026:" + name));
                    }
                }
                WireRoom.waitFor(() -> done(database), done -> {
                    assertThat(service.isAlive()).isTrue();
                    assertThat(done).isGreaterThan(before);
                });
                Thread.sleep(chance.nextInt(150));
            } finally {
                service.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        }

        try (WireRoom again = room.open()) {
            for (String name : good) {
                assertThat(again.finished("nord", name).get("state").asString())
                        .as(name)
                        .isEqualTo("settled");
                assertThat(again.receipts("nord", name)).as(name).hasSize(1);
            }
            for (String name : bad) {
                assertThat(again.finished("nord", name).get("state").asString())
                        .as(name)
                        .isEqualTo("quarantined");
                assertThat(again.receipts("nord", name)).as(name).hasSize(1);
            }
            assertThat(again.get("/api/log").get("end").asInt()).isEqualTo(good.size());
            assertThat(again.log().stream()
                            .map(entry -> entry.at("/item/guid").asString())
                            .distinct())
                    .hasSize(good.size());
            WireRoom.waitFor(
                    () -> database.sql("select count(*) from receipt where filed_at is null")
                            .query(Long.class)
                            .single(),
                    open -> assertThat(open).isZero());
            for (String name : good) {
                assertThat(again.feed("nord").resolve("done").resolve(name)).exists();
                assertThat(again.feed("nord").resolve(name)).doesNotExist();
            }
        }
    }

    private static long done(JdbcClient database) {
        boolean there = database.sql("select to_regclass('receipt') is not null")
                .query(Boolean.class)
                .single();
        return there
                ? database.sql("select count(*) from receipt").query(Long.class).single()
                : 0;
    }
}
