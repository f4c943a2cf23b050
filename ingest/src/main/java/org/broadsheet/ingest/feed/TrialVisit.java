package org.broadsheet.ingest.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/// A visit that keeps what it is handed only to show it.
final class TrialVisit implements Visit {

    static final int SHOWN = 20;

    private static final int ENOUGH = 5;
    private static final long ENOUGH_BYTES = DataSize.ofMegabytes(16).toBytes();
    private static final int LONGEST_TRAIL = 60;

    private final FeedSettings settings;
    private final List<Shown> pieces = new ArrayList<>();
    private final List<String> trail = new ArrayList<>();
    private long bytes;

    TrialVisit(FeedSettings settings) {
        this.settings = settings;
    }

    @Override
    public FeedSettings settings() {
        return settings;
    }

    @Override
    public Map<String, String> position() {
        return Map.of();
    }

    @Override
    public Set<String> unknown(Collection<String> keys) {
        return Set.copyOf(keys);
    }

    @Override
    public synchronized int deliver(List<Piece> brought, Map<String, String> position) throws FetchFailed {
        int taken = 0;
        try {
            for (Piece piece : brought) {
                if (wantsMore() && piece.content().size() <= ENOUGH_BYTES) {
                    pieces.add(new Shown(
                            PayloadName.of(piece.name(), "payload"),
                            piece.content().hash(),
                            piece.content().bytes()));
                    bytes += piece.content().size();
                    taken++;
                } else if (piece.content().size() > ENOUGH_BYTES) {
                    say("\"%s\" has %,d bytes: too many to show here"
                            .formatted(piece.name(), piece.content().size()));
                }
            }
        } catch (IOException e) {
            throw new FetchFailed("What was fetched cannot be read again", e);
        }
        return taken;
    }

    @Override
    public boolean leavesTraces() {
        return false;
    }

    @Override
    public synchronized boolean wantsMore() {
        return pieces.size() < ENOUGH && bytes < ENOUGH_BYTES;
    }

    @Override
    public synchronized void say(String sentence) {
        if (trail.size() < LONGEST_TRAIL) {
            trail.add(sentence);
        }
    }

    synchronized List<Shown> pieces() {
        return List.copyOf(pieces);
    }

    synchronized List<String> trail() {
        return List.copyOf(trail);
    }

    /// A payload to be shown.
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Shown(String name, String hash, byte[] bytes) {}
}
