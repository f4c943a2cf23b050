package org.broadsheet.ops.command.house;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Files on their way in: dropped, and waited for until it is known what became of each.
///
/// A name may have been dropped before: only a receipt that is newer than the newest of then counts.
public final class Dropping {

    private static final Duration ENDS_WITHIN = Duration.ofMinutes(3);

    private final ServiceLine services;
    private final int port;
    private final DropFolder folder;
    private final Map<String, Instant> newestBefore = new LinkedHashMap<>();

    public Dropping(ServiceLine services, int port, DropFolder folder) {
        this.services = services;
        this.port = port;
        this.folder = folder;
    }

    /// Drops one file. One of the same name that still lies there is waited for first.
    public void drop(String name, byte[] content) {
        long deadline = System.nanoTime() + ENDS_WITHIN.toNanos();
        while (folder.holds(name)) {
            if (System.nanoTime() > deadline) {
                throw new Trouble("A file " + name + " lies in the feed's folder and is not taken in."
                        + " See: ops/broadsheet logs ingest");
            }
            Pause.forMillis(100);
        }
        newestBefore.put(name, newest(name).map(Receipt::receivedAt).orElse(Instant.MIN));
        folder.drop(name, content);
    }

    /// Waits until nothing more happens to any of them.
    ///
    /// @return what became of each, in the order they were dropped in
    public List<Ended> waitForAll() {
        long deadline = System.nanoTime() + ENDS_WITHIN.toNanos();
        var ended = new ArrayList<Ended>();
        for (String name : newestBefore.keySet()) {
            Optional<Receipt> receipt = ending(name);
            while (receipt.isEmpty()) {
                if (System.nanoTime() > deadline) {
                    throw new Trouble(name + " was dropped, but it is not known after " + ENDS_WITHIN.toMinutes()
                            + " minutes what became of it. See: ops/broadsheet logs ingest");
                }
                Pause.forMillis(100);
                receipt = ending(name);
            }
            ended.add(new Ended(name, receipt.get()));
        }
        return ended;
    }

    private Optional<Receipt> ending(String name) {
        Instant before = newestBefore.getOrDefault(name, Instant.MIN);
        return newest(name)
                .filter(receipt -> receipt.receivedAt().isAfter(before))
                .filter(Receipt::isFinal);
    }

    private Optional<Receipt> newest(String name) {
        try {
            return services.receipts(port, folder.feed(), name).stream().max(Comparator.comparing(Receipt::receivedAt));
        } catch (ServiceLine.ServiceSilent e) {
            throw new Trouble("The intake does not answer: " + e.getMessage() + ". See: ops/broadsheet status", e);
        }
    }

    /// What became of one file.
    public record Ended(String name, Receipt receipt) {}
}
