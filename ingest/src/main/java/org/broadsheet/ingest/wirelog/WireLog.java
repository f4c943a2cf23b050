package org.broadsheet.ingest.wirelog;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.broadsheet.core.log.LogPage;
import org.broadsheet.core.wire.Routing;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireLogEntry;
import org.broadsheet.ingest.routing.Router;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// The wire log: every settled item in order. Positions have no gap, and none becomes visible before an earlier one.
@Repository
public class WireLog {

    /// Any number nobody else locks in this database: "wire" in ASCII.
    private static final long LOCK = 0x77697265L;

    private static final long LARGEST_PAGE = 8L * 1024 * 1024;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final WireLogBell bell;
    private final Router router;

    WireLog(JdbcClient jdbc, JsonMapper json, Clock clock, WireLogBell bell, Router router) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.bell = bell;
        this.router = router;
    }

    /// Keeps every other writer out until the running transaction ends. [#append(WireItem)] does it too; whoever
    /// decides by what is settled already calls it before looking.
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {
            // answers one empty row, when the lock is ours
        });
        TransactionSynchronizationManager.bindResource(this, LOCK);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(WireLog.this);
            }
        });
    }

    /// Appends an item within the running transaction, with what the routing rules decide about it now.
    ///
    /// @return its position
    @Transactional(propagation = Propagation.MANDATORY)
    public long append(WireItem item) {
        return append(List.of(new Line(item, json.writeValueAsString(item))));
    }

    /// Appends items in their order within the running transaction, as [#append(WireItem)] does one.
    ///
    /// @param lines at least one
    /// @return the position of the first; the others follow it without a gap
    @Transactional(propagation = Propagation.MANDATORY)
    public long append(List<Line> lines) {
        lock();
        long end = end();
        int count = lines.size();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String[] ids = new String[count];
        String[] items = new String[count];
        @Nullable String[] routings = new @Nullable String[count];
        for (int i = 0; i < count; i++) {
            Routing routing = router.route(lines.get(i).item());
            ids[i] = TimedId.at(now).toString();
            items[i] = lines.get(i).json();
            routings[i] = routing.equals(Routing.NONE) ? null : json.writeValueAsString(routing);
        }
        jdbc.sql("""
            insert into wire_log (position, id, at, size, item, routing)
            select ? + rank, id::uuid, ?, octet_length(item), item::json, routing::jsonb
            from unnest(?::text[], ?::text[], ?::text[]) with ordinality as line (id, item, routing, rank)
            """).params(end, Timestamp.from(now), ids, items, routings).update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.reached(end + count);
            }
        });
        return end + 1;
    }

    /// The entries after a position, in order.
    ///
    /// @param limit how many at most; fewer come where they are long together (8 MB)
    public LogPage<WireLogEntry> after(long position, int limit) {
        List<WireLogEntry> entries = jdbc.sql("""
            select position, id, at, item, routing
            from (select *, sum(size) over (order by position) - size as before
                  from (select * from wire_log where position > :after order by position limit :limit) as next) as page
            where before < :largest
            order by position
            """)
                .param("after", position)
                .param("limit", limit)
                .param("largest", LARGEST_PAGE)
                .query((row, number) -> new WireLogEntry(
                        row.getLong("position"),
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        json.readValue(row.getString("item"), WireItem.class),
                        routing(row.getString("routing"))))
                .list();
        return new LogPage<>(
                entries,
                Math.max(end(), entries.isEmpty() ? 0 : entries.getLast().position()));
    }

    private Routing routing(@Nullable String kept) {
        return kept == null ? Routing.NONE : json.readValue(kept, Routing.class);
    }

    /// The same, waiting for an entry where there is none yet.
    public LogPage<WireLogEntry> after(long position, int limit, Duration wait) {
        Instant until = clock.instant().plus(wait);
        while (true) {
            long heard = bell.reached();
            LogPage<WireLogEntry> page = after(position, limit);
            if (!page.entries().isEmpty()) {
                return page;
            }
            Duration left = Duration.between(clock.instant(), until);
            if (!bell.awaitMore(heard, left)) {
                return page;
            }
        }
    }

    /// The last position; 0 for an empty log.
    public long end() {
        return jdbc.sql("select coalesce(max(position), 0) from wire_log")
                .query(Long.class)
                .single();
    }

    /// An item as it is to stand in the log.
    ///
    /// @param json the item as JSON: it is written while nobody waits for the lock yet
    public record Line(WireItem item, String json) {}
}
