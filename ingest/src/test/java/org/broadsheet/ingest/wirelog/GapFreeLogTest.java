package org.broadsheet.ingest.wirelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.broadsheet.core.log.LogPage;
import org.broadsheet.core.wire.WireLogEntry;
import org.broadsheet.ingest.WireItemSamples;
import org.broadsheet.ingest.WireRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

class GapFreeLogTest {

    private static final int WRITERS = 5;
    private static final int TRANSACTIONS = 40;

    @TempDir
    Path root;

    @Test
    @Timeout(120)
    void aReaderSeesEveryPositionInOrderWhileManyWriteAtOnce() throws Exception {
        try (WireRoom room = new WireRoom(root)
                        .with("spring.datasource.hikari.maximum-pool-size", 10)
                        .open();
                ExecutorService desk = Executors.newCachedThreadPool()) {
            WireLog log = room.part(WireLog.class);
            TransactionTemplate transaction = room.part(TransactionTemplate.class);
            AtomicBoolean writing = new AtomicBoolean(true);
            Future<List<Long>> reader = desk.submit(() -> {
                List<Long> seen = new ArrayList<>();
                while (true) {
                    boolean last = !writing.get();
                    long after = seen.isEmpty() ? 0 : seen.getLast();
                    LogPage<WireLogEntry> page = log.after(after, 50, Duration.ofMillis(50));
                    page.entries().forEach(entry -> seen.add(entry.position()));
                    if (last && page.entries().isEmpty()) {
                        return seen;
                    }
                }
            });

            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.add(desk.submit(() -> {
                    for (int i = 0; i < TRANSACTIONS; i++) {
                        boolean fails = i % 7 == 6;
                        String guid = "story-" + number + "-" + i;
                        transaction.executeWithoutResult(status -> {
                            log.append(WireItemSamples.text(guid, 1));
                            pause();
                            log.append(WireItemSamples.text(guid, 2));
                            if (fails) {
                                status.setRollbackOnly();
                            }
                        });
                    }
                }));
            }
            try {
                for (Future<?> writer : writers) {
                    writer.get();
                }
            } finally {
                writing.set(false);
            }

            int kept = WRITERS * 2 * (TRANSACTIONS - TRANSACTIONS / 7);
            assertThat(reader.get())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, kept).boxed().toList());
        }
    }

    /// A writer that takes its time between its entry and its commit: the trap of a plain sequence.
    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
