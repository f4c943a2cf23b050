package org.broadsheet.ingest.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.ingest.payload.RawBytes;
import org.broadsheet.ingest.payload.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Where payloads are read, several at once, outside every transaction. One that never comes to an end is put aside,
/// and those behind it are read.
@Component
class ReadingRoom implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingRoom.class);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /// When so many items have been read, no further payload is begun: a batch of feeds of a thousand entries each is
    /// settled a few feeds at a time.
    private static final int MOST_ITEMS = 1_000;

    private final PayloadReader reader;
    private final RawBytes raw;
    private final Duration longest;
    private ExecutorService hands = hands();

    @org.springframework.beans.factory.annotation.Autowired
    ReadingRoom(PayloadReader reader, RawBytes raw) {
        this(reader, raw, LONGEST);
    }

    ReadingRoom(PayloadReader reader, RawBytes raw, Duration longest) {
        this.reader = reader;
        this.raw = raw;
        this.longest = longest;
    }

    private static ExecutorService hands() {
        return Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().name("reader-", 0).daemon().factory());
    }

    /// Reads payloads.
    ///
    /// @return those that were read, in their order; one is missing where its turn did not come in time or enough
    /// was read before it, and stays received
    List<ReadPayload> read(List<Receipt> receipts) {
        Map<String, byte[]> bytes =
                raw.of(receipts.stream().map(Receipt::hash).distinct().toList());
        AtomicInteger items = new AtomicInteger();
        List<Turn> turns = receipts.stream()
                .map(receipt -> new Turn(receipt, bytes, items, new AtomicBoolean()))
                .toList();
        List<ReadPayload> read = new ArrayList<>();
        try {
            List<Future<Optional<ReadPayload>>> answers =
                    hands.invokeAll(turns, longest.toMillis(), TimeUnit.MILLISECONDS);
            boolean stuck = false;
            for (int i = 0; i < answers.size(); i++) {
                Future<Optional<ReadPayload>> answer = answers.get(i);
                if (!answer.isCancelled()) {
                    answer.get().ifPresent(read::add);
                } else if (turns.get(i).begun().get()) {
                    stuck = true;
                    read.add(ReadPayload.unread(
                            turns.get(i).receipt(),
                            null,
                            "Reading it did not come to an end within " + longest.toSeconds() + " seconds"));
                }
            }
            if (stuck) {
                LOG.error("A payload is read without end; it is put aside, and others read on in its place");
                hands.shutdownNow();
                hands = hands();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The reader of payloads failed", e.getCause());
        }
        return read;
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }

    /// One payload's turn.
    private final class Turn implements Callable<Optional<ReadPayload>> {

        private final Receipt receipt;
        private final Map<String, byte[]> bytes;
        private final AtomicInteger items;
        private final AtomicBoolean begun;

        Turn(Receipt receipt, Map<String, byte[]> bytes, AtomicInteger items, AtomicBoolean begun) {
            this.receipt = receipt;
            this.bytes = bytes;
            this.items = items;
            this.begun = begun;
        }

        Receipt receipt() {
            return receipt;
        }

        AtomicBoolean begun() {
            return begun;
        }

        @Override
        public Optional<ReadPayload> call() {
            if (items.get() >= MOST_ITEMS) {
                return Optional.empty();
            }
            begun.set(true);
            ReadPayload read = reader.read(receipt, bytes.get(receipt.hash()));
            items.addAndGet(read.items().size());
            return Optional.of(read);
        }
    }
}
