package org.broadsheet.cms.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.broadsheet.core.log.LogPage;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.wire.Routing;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireLogEntry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Primary;

/// A wire that a test holds in its hand: what it sends comes in as from the real one.
@Primary
public class FakeWire implements WireLine {

    private final List<WireLogEntry> entries = new ArrayList<>();
    private final Map<PictureHash, byte[]> pictures = new HashMap<>();
    private boolean silent;

    @Autowired
    private ObjectProvider<WireBook> book;

    /// Sends an item and waits until it is in the basket.
    public long sends(WireItem item) {
        long position = append(item);
        awaitApplied(position);
        return position;
    }

    /// The same, with what the routing rules of the wire room decided.
    public long sends(WireItem item, Routing routing) {
        long position = append(item, routing);
        awaitApplied(position);
        return position;
    }

    public long append(WireItem item) {
        return append(item, Routing.NONE);
    }

    public synchronized long append(WireItem item, Routing routing) {
        long position = entries.isEmpty() ? 1 : entries.getLast().position() + 1;
        entries.add(new WireLogEntry(position, UUID.randomUUID(), Instant.now(), item, routing));
        notifyAll();
        return position;
    }

    /// Has a picture's file ready to be fetched.
    public synchronized PictureHash holds(byte[] original) {
        PictureHash hash = PictureHash.of(original);
        pictures.put(hash, original);
        return hash;
    }

    /// Has other bytes under a picture's hash than the hash says.
    public synchronized void holdsWrongly(PictureHash hash, byte[] bytes) {
        pictures.put(hash, bytes);
    }

    public synchronized void isSilent(boolean now) {
        silent = now;
        notifyAll();
    }

    public void awaitApplied(long position) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (book.getObject().position() < position && System.nanoTime() < until) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        assertThat(book.getObject().position()).isGreaterThanOrEqualTo(position);
    }

    @Override
    public synchronized LogPage<WireLogEntry> after(long position, Duration wait) throws Exception {
        long until = System.nanoTime() + wait.toNanos();
        while (true) {
            if (silent) {
                throw new IOException("The wire is silent");
            }
            List<WireLogEntry> fresh = entries.stream()
                    .filter(entry -> entry.position() > position)
                    .toList();
            long left = (until - System.nanoTime()) / 1_000_000;
            if (!fresh.isEmpty() || left <= 0) {
                return new LogPage<>(
                        fresh, entries.isEmpty() ? 0 : entries.getLast().position());
            }
            wait(left);
        }
    }

    @Override
    public synchronized Optional<byte[]> picture(PictureHash hash) throws IOException {
        if (silent) {
            throw new IOException("The wire is silent");
        }
        return Optional.ofNullable(pictures.get(hash));
    }
}
