package org.broadsheet.ingest.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.ingest.feed.FeedVisits.Lent;
import org.broadsheet.ingest.fetch.Spool;
import org.broadsheet.ingest.payload.Arrival;
import org.broadsheet.ingest.payload.PayloadsReceived;
import org.springframework.context.ApplicationEventPublisher;

/// A visit that counts: what it is handed is durable when it says so.
final class RealVisit implements Visit {

    private static final int BATCH = 50;
    private static final long BATCH_BYTES = 16L * 1024 * 1024;

    private final Lent lent;
    private final FeedSettings settings;
    private final FeedVisits visits;
    private final Spool spool;
    private final ApplicationEventPublisher events;
    private Map<String, String> position;
    private String said = "";
    private int received;

    RealVisit(Lent lent, FeedSettings settings, FeedVisits visits, Spool spool, ApplicationEventPublisher events) {
        this.lent = lent;
        this.settings = settings;
        this.visits = visits;
        this.spool = spool;
        this.events = events;
        this.position = lent.position();
    }

    @Override
    public FeedSettings settings() {
        return settings;
    }

    @Override
    public Map<String, String> position() {
        return position;
    }

    @Override
    public Set<String> unknown(Collection<String> keys) {
        return visits.unknown(lent.feed(), keys);
    }

    @Override
    public int deliver(List<Piece> pieces, Map<String, String> reached) throws FetchFailed {
        Set<String> unknown = unknown(pieces.stream().map(Piece::key).toList());
        List<Piece> fresh =
                pieces.stream().filter(piece -> unknown.contains(piece.key())).toList();
        int taken = 0;
        List<Piece> batch = new ArrayList<>();
        long bytes = 0;
        for (Piece piece : fresh) {
            batch.add(piece);
            bytes += piece.content().size();
            if (batch.size() == BATCH || bytes >= BATCH_BYTES) {
                taken += receive(batch, bytes, position);
                batch.clear();
                bytes = 0;
            }
        }
        taken += receive(batch, bytes, reached);
        position = Map.copyOf(reached);
        received += taken;
        return taken;
    }

    private int receive(List<Piece> batch, long bytes, Map<String, String> reached) throws FetchFailed {
        try {
            int taken = spool.<Integer, FetchFailed>lift(bytes, () -> {
                List<Arrival> arrivals = new ArrayList<>();
                for (Piece piece : batch) {
                    String name =
                            PayloadName.of(piece.name(), piece.content().hash().substring(0, 16));
                    arrivals.add(new Arrival(
                            lent.feed(),
                            name,
                            piece.content().hash(),
                            piece.content().bytes()));
                }
                return visits.receive(
                        lent, arrivals, batch.stream().map(Piece::key).toList(), reached);
            });
            if (taken > 0) {
                events.publishEvent(new PayloadsReceived());
            }
            return taken;
        } catch (IOException e) {
            throw new FetchFailed("What was fetched cannot be handed over: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchFailed("The visit was broken off", e);
        }
    }

    @Override
    public boolean leavesTraces() {
        return true;
    }

    @Override
    public boolean wantsMore() {
        return !Thread.currentThread().isInterrupted();
    }

    @Override
    public void say(String sentence) {
        said = sentence;
    }

    /// What the history says of it.
    String sentence() {
        String brought =
                switch (received) {
                    case 0 -> "Nothing new";
                    case 1 -> "1 payload received";
                    default -> received + " payloads received";
                };
        return said.isEmpty() ? brought : brought + ". " + said;
    }
}
