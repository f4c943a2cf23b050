package org.broadsheet.cms.publication;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.broadsheet.cms.house.Bells;
import org.broadsheet.core.log.LogPage;
import org.broadsheet.core.publication.PublicationEvent;
import org.broadsheet.core.publication.PublicationLogEntry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// What went out and what was killed, in order. A position is given under a lock that is held until the transaction is
/// over: whoever reads a position can be sure that every earlier one was there to be read.
@Component
public class PublicationLog {

    /// The most entries of one answer.
    public static final int LONGEST_PAGE = 500;

    private static final String BELL = "publication_log";

    /// The advisory lock's number; any number that no other lock of this database has.
    private static final long LOCK = 0x7075626c69736865L;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Bells bells;
    private final ApplicationEventPublisher events;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long rings;
    private boolean closed;

    PublicationLog(JdbcClient jdbc, JsonMapper json, Bells bells, ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.json = json;
        this.bells = bells;
        bells.onRing(BELL, this::wake);
    }

    /// Appends an event in the transaction of the change itself. To be the last thing of that transaction: others who
    /// append wait until it is over. Whoever in this instance listens for the event hears it too.
    ///
    /// @return its position
    @Transactional(propagation = Propagation.MANDATORY)
    public long append(PublicationEvent event) {
        return append(List.of(event));
    }

    /// The same for several events, which follow each other without a gap.
    ///
    /// @return the position of the first
    @Transactional(propagation = Propagation.MANDATORY)
    public long append(List<PublicationEvent> events) {
        // Two statements: what the second sees is fixed when it begins, and by then the lock is ours.
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((_, _) -> true)
                .single();
        ObjectWriter writer = json.writerFor(PublicationEvent.class);
        long first = jdbc.sql("""
            WITH line AS (
                INSERT INTO publication_log (position, id, appended_at, event)
                SELECT last.position + fresh.number, fresh.id, clock_timestamp(), fresh.event::jsonb
                FROM (SELECT coalesce(max(position), 0) AS position FROM publication_log) last,
                    unnest(:ids::uuid[], :events::text[]) WITH ORDINALITY AS fresh (id, event, number)
                RETURNING position)
            SELECT coalesce(min(position), 0) FROM line
            """)
                .param("ids", events.stream().map(_ -> UUID.randomUUID()).toArray(UUID[]::new))
                .param("events", events.stream().map(writer::writeValueAsString).toArray(String[]::new))
                .query(Long.class)
                .single();
        bells.ring(BELL);
        for (PublicationEvent event : events) {
            this.events.publishEvent(event);
        }
        return first;
    }

    /// The entries after a position, at once where there are any, else as soon as one comes or the wait is over.
    ///
    /// @param limit the most entries wanted, from 1 to [#LONGEST_PAGE]
    /// @throws InterruptedException if the thread is stopped while it waits
    public LogPage<PublicationLogEntry> after(long position, int limit, Duration wait) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            long seen = rings();
            LogPage<PublicationLogEntry> page = read(position, limit);
            if (!page.entries().isEmpty() || !ringsAgain(seen, deadline)) {
                return page;
            }
        }
    }

    @EventListener
    void close(ContextClosedEvent event) {
        lock.lock();
        try {
            closed = true;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private LogPage<PublicationLogEntry> read(long position, int limit) {
        List<PublicationLogEntry> entries = jdbc.sql("""
            SELECT position, id, appended_at, event FROM publication_log
            WHERE position > :position ORDER BY position LIMIT :limit
            """)
                .param("position", position)
                .param("limit", limit)
                .query((row, _) -> new PublicationLogEntry(
                        row.getLong("position"),
                        row.getObject("id", UUID.class),
                        row.getTimestamp("appended_at").toInstant(),
                        json.readValue(row.getString("event"), PublicationEvent.class)))
                .list();
        long end = jdbc.sql("SELECT coalesce(max(position), 0) FROM publication_log")
                .query(Long.class)
                .single();
        return new LogPage<>(entries, end);
    }

    private void wake() {
        lock.lock();
        try {
            rings++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long rings() {
        lock.lock();
        try {
            return rings;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the next ring; false where the time was over first or the service closes.
    private boolean ringsAgain(long seen, long deadline) throws InterruptedException {
        lock.lock();
        try {
            while (rings == seen && !closed) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                long unused = rung.awaitNanos(Math.min(left, TimeUnit.SECONDS.toNanos(60)));
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }
}
