package org.broadsheet.cms.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.broadsheet.cms.Newsroom;
import org.broadsheet.cms.NewsroomTest;
import org.broadsheet.cms.Visitor;
import org.broadsheet.core.log.LogPage;
import org.broadsheet.core.publication.PublicationEvent;
import org.broadsheet.core.publication.PublicationLogEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NewsroomTest
class PublicationLogTest {

    @Autowired
    Newsroom.People people;

    @Autowired
    PublicationLog log;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    PlatformTransactionManager transactions;

    /// Without the lock a later position becomes visible before an earlier one (or is given twice), and this fails.
    @Test
    void noPositionIsSkippedUnderConcurrentWriters() throws Exception {
        int writers = 6;
        int each = 40;
        long begin = end();
        Set<UUID> written = Collections.synchronizedSet(new HashSet<>());
        List<PublicationLogEntry> read = new ArrayList<>();

        try (ExecutorService pool = Executors.newFixedThreadPool(writers + 1)) {
            Future<?> reader = pool.submit(() -> {
                long place = begin;
                while (read.size() < writers * each) {
                    LogPage<PublicationLogEntry> page = log.after(place, 7, Duration.ofSeconds(20));
                    assertThat(page.entries()).isNotEmpty();
                    read.addAll(page.entries());
                    place = page.entries().getLast().position();
                }
                return null;
            });
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                all.add(pool.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        UUID story = UUID.randomUUID();
                        boolean keep = ThreadLocalRandom.current().nextInt(5) > 0 || i == each - 1;
                        inTransaction(story, keep);
                        if (!keep) {
                            story = UUID.randomUUID();
                            inTransaction(story, true);
                        }
                        written.add(story);
                    }
                    return null;
                }));
            }
            for (Future<?> writer : all) {
                writer.get(120, TimeUnit.SECONDS);
            }
            reader.get(60, TimeUnit.SECONDS);
        }

        assertThat(read)
                .extracting(PublicationLogEntry::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(begin + 1, begin + writers * each)
                        .boxed()
                        .toList());
        assertThat(read).extracting(entry -> entry.event().storyId()).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void whoWaitsIsWokenAtOnce() throws Exception {
        long begin = end();
        CompletableFuture<Visitor.Answer> waiting =
                CompletableFuture.supplyAsync(() -> people.internal().get("/api/log?after=" + begin + "&wait=30"));
        Thread.sleep(300);
        assertThat(waiting).isNotDone();

        long committed = System.nanoTime();
        UUID story = UUID.randomUUID();
        inTransaction(story, true);
        Visitor.Answer answer = waiting.get(20, TimeUnit.SECONDS);

        assertThat(Duration.ofNanos(System.nanoTime() - committed)).isLessThan(Duration.ofSeconds(2));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/entries/0/event/storyId").asString()).isEqualTo(story.toString());
        assertThat(answer.json().at("/entries/0/event/type").asString()).isEqualTo("story-killed");
        assertThat(answer.json().at("/end").asLong()).isEqualTo(begin + 1);
    }

    @Test
    void whatAnotherInstanceAppendsWakesWhoWaitsHere() throws Exception {
        long begin = end();
        CompletableFuture<Visitor.Answer> waiting =
                CompletableFuture.supplyAsync(() -> people.internal().get("/api/log?after=" + begin + "&wait=30"));
        Thread.sleep(300);

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO publication_log (position, id, appended_at, event) VALUES (" + (begin + 1)
                    + ", '" + UUID.randomUUID() + "', now(), '{\"type\": \"story-killed\", \"storyId\": \""
                    + UUID.randomUUID() + "\", \"killedAt\": \"2026-11-24T10:00:00Z\"}')");
            statement.execute("NOTIFY publication_log");
            connection.commit();
        }

        assertThat(waiting.get(10, TimeUnit.SECONDS).json().at("/entries").size())
                .isEqualTo(1);
    }

    @Test
    void aWaitThatBringsNothingEndsInTime() throws Exception {
        long begin = end();
        long started = System.nanoTime();

        LogPage<PublicationLogEntry> page = log.after(begin, 10, Duration.ofMillis(700));

        assertThat(page.entries()).isEmpty();
        assertThat(page.end()).isEqualTo(begin);
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isBetween(Duration.ofMillis(650), Duration.ofSeconds(10));
    }

    private void inTransaction(UUID story, boolean keep) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            log.append(new PublicationEvent.StoryKilled(story, Instant.parse("2026-11-24T10:00:00Z")));
            if (ThreadLocalRandom.current().nextBoolean()) {
                Thread.yield();
            }
            if (!keep) {
                status.setRollbackOnly();
            }
        });
    }

    private long end() throws InterruptedException {
        return log.after(Long.MAX_VALUE, 1, Duration.ZERO).end();
    }
}
