package org.broadsheet.ingest.feed;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.broadsheet.ingest.payload.Arrival;
import org.broadsheet.ingest.payload.Receipts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Who visits which feed, and what a visit leaves behind. A feed is lent to one worker at a time, over all instances of
/// the service; what a worker writes counts only while the feed is lent to it.
@Repository
class FeedVisits {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
    private static final int AT_ONCE = 2_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Receipts receipts;

    FeedVisits(JdbcClient jdbc, JsonMapper json, Receipts receipts) {
        this.jdbc = jdbc;
        this.json = json;
        this.receipts = receipts;
    }

    /// Lends out the feed that is due longest; the database's clock decides. Empty where none is due.
    Optional<Lent> lend(Collection<String> transports, Duration forSoLong) {
        UUID lease = UUID.randomUUID();
        return jdbc.sql("""
                with next as (
                    select s.feed from feed_state s join feed f on f.name = s.feed
                    where s.due_at <= now() and (s.leased_until is null or s.leased_until < now())
                    and not f.paused and f.retired_at is null and f.transport in (:transports)
                    order by s.due_at limit 1 for update of s skip locked)
                update feed_state s
                set lease = :lease, leased_until = now() + make_interval(secs => :seconds), last_tried_at = now()
                from next where s.feed = next.feed
                returning s.feed, s.position, s.failures
                """)
                .param("transports", transports)
                .param("lease", lease)
                .param("seconds", forSoLong.toSeconds())
                .query((row, number) -> new Lent(
                        row.getString("feed"),
                        lease,
                        json.readValue(row.getString("position"), WORDS),
                        row.getInt("failures")))
                .optional();
    }

    /// How long until a feed may be due; at most what is said.
    Duration untilNext(Collection<String> transports, Duration atMost) {
        long millis = jdbc.sql("""
                select coalesce(extract(epoch from
                    min(greatest(s.due_at, coalesce(s.leased_until, s.due_at))) - now()) * 1000, :most)
                from feed_state s join feed f on f.name = s.feed
                where not f.paused and f.retired_at is null and f.transport in (:transports)
                """)
                .param("transports", transports)
                .param("most", atMost.toMillis())
                .query(Long.class)
                .single();
        return Duration.ofMillis(Math.clamp(millis, 0, atMost.toMillis()));
    }

    /// Keeps a feed for longer.
    ///
    /// @return whether it is still lent to this worker, and wanted: a paused or retired one is not
    boolean keep(Lent lent, Duration forSoLong) {
        return jdbc.sql("""
                update feed_state s set leased_until = now() + make_interval(secs => :seconds)
                from feed f
                where s.feed = :feed and s.lease = :lease and f.name = s.feed
                and not f.paused and f.retired_at is null
                """)
                        .param("feed", lent.feed())
                        .param("lease", lent.lease())
                        .param("seconds", forSoLong.toSeconds())
                        .update()
                > 0;
    }

    /// Those of the keys that were not delivered before. The others are remembered for longer, because they are still
    /// there.
    Set<String> unknown(String feed, Collection<String> keys) {
        Set<String> unknown = new LinkedHashSet<>(keys);
        List<String> all = List.copyOf(unknown);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            Set<String> known = new HashSet<>();
            jdbc.sql("select key from feed_seen where feed = :feed and key in (:keys)")
                    .param("feed", feed)
                    .param("keys", some)
                    .query(row -> {
                        known.add(row.getString(1));
                    });
            if (!known.isEmpty()) {
                jdbc.sql("""
                        update feed_seen set last_seen_at = now()
                        where feed = :feed and key in (:keys) and last_seen_at < now() - interval '1 day'
                        """).param("feed", feed).param("keys", known).update();
                unknown.removeAll(known);
            }
        }
        return unknown;
    }

    /// Makes arrivals durable, with what they are known by and where the visit is, all or none.
    ///
    /// @param keys of the arrivals, in their order
    /// @return how many were new
    /// @throws FetchFailed if the feed is no longer lent to this worker
    @Transactional(rollbackFor = FetchFailed.class)
    int receive(Lent lent, List<Arrival> arrivals, List<String> keys, Map<String, String> position) throws FetchFailed {
        int mine = jdbc.sql("""
                update feed_state set position = cast(:position as jsonb)
                where feed = :feed and lease = :lease and leased_until > now()
                """)
                .param("feed", lent.feed())
                .param("lease", lent.lease())
                .param("position", json.writeValueAsString(position))
                .update();
        if (mine == 0) {
            throw new FetchFailed("Another worker has taken the feed over");
        }
        int fresh = 0;
        for (int i = 0; i < arrivals.size(); i++) {
            boolean isNew = jdbc.sql("insert into feed_seen (feed, key) values (:feed, :key) on conflict do nothing")
                            .param("feed", lent.feed())
                            .param("key", keys.get(i))
                            .update()
                    > 0;
            if (isNew) {
                receipts.receive(List.of(arrivals.get(i)));
                fresh++;
            }
        }
        return fresh;
    }

    /// Gives a feed back after a visit that went well.
    void done(Lent lent, double jitter) {
        jdbc.sql("""
                update feed_state s
                set lease = null, leased_until = null, failures = 0, last_error = null,
                    due_at = now() + f.poll_every * :jitter
                from feed f where f.name = s.feed and s.feed = :feed and s.lease = :lease
                """)
                .param("feed", lent.feed())
                .param("lease", lent.lease())
                .param("jitter", jitter)
                .update();
    }

    /// Gives a feed back after a visit that failed.
    ///
    /// @param wait how long it is left alone; never shorter than between two visits
    void failed(Lent lent, String sentence, Duration wait) {
        jdbc.sql("""
                update feed_state s
                set lease = null, leased_until = null, failures = s.failures + 1,
                    last_error = :sentence, last_error_at = now(),
                    due_at = now() + greatest(f.poll_every, make_interval(secs => :seconds))
                from feed f where f.name = s.feed and s.feed = :feed and s.lease = :lease
                """)
                .param("feed", lent.feed())
                .param("lease", lent.lease())
                .param("sentence", sentence)
                .param("seconds", wait.toMillis() / 1000.0)
                .update();
    }

    /// Gives a feed back whose visit was broken off from here; it is due.
    void brokenOff(Lent lent) {
        jdbc.sql("""
                update feed_state set lease = null, leased_until = null, due_at = now()
                where feed = :feed and lease = :lease
                """).param("feed", lent.feed()).param("lease", lent.lease()).update();
    }

    /// Forgets what no feed has shown for 60 days.
    void forgetOld() {
        jdbc.sql("delete from feed_seen where last_seen_at < now() - interval '60 days'")
                .update();
    }

    /// A feed that is lent to a worker.
    ///
    /// @param lease what the worker shows
    /// @param position where the last visit ended
    /// @param failures how many visits failed since the last that went well
    record Lent(String feed, UUID lease, Map<String, String> position, int failures) {}
}
