package org.broadsheet.ingest.payload;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.broadsheet.ingest.payload.Receipt.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What the wire desk still has to read, and what it is reading now.
///
/// There is no "in work" on a receipt: a payload is received until the transaction that finishes it commits. The note
/// of what is being read serves one question only, asked at the next start: during which payload did the service end?
@Repository
public class WorkList {

    private static final String RECEIPT =
            "select id, feed, name, hash, size, received_at, state, reason, format, replays from ";

    /// Among so many of the oldest, every feed has its turn.
    private static final int AMONG = 5_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    WorkList(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// The next payloads to read: of each feed its oldest, then of each its second, and so on, so that a feed
    /// that sends thousands at once keeps no other waiting.
    ///
    /// @param but receipts that are in work already
    /// @param atMost how many
    /// @param bytes how many bytes they may have together; the first is taken whatever its size
    public List<Receipt> next(Collection<Long> but, int atMost, long bytes) {
        List<Receipt> waiting = jdbc.sql(RECEIPT + """
            (select *, row_number() over (partition by feed order by id) as turn from (
                select * from receipt where state = 'received' and attempts = 0 and id <> all(?::bigint[])
                order by id limit ?) oldest) waiting
            order by turn, id limit ?
            """)
                .params(ids(but), AMONG, atMost)
                .query(Receipts::read)
                .list();
        long sum = 0;
        int count = 0;
        for (Receipt next : waiting) {
            sum += next.size();
            if (count > 0 && sum > bytes) {
                break;
            }
            count++;
        }
        return waiting.subList(0, count);
    }

    /// The next payload during whose reading the service ended before: to be read alone, when the others are read.
    public Optional<Receipt> nextSuspect() {
        return jdbc.sql(RECEIPT + "receipt where state = 'received' and attempts > 0 order by attempts, id limit 1")
                .query(Receipts::read)
                .optional();
    }

    /// Notes that payloads are being read from now on.
    ///
    /// A crash of the database may lose the note, one of the service does not: only the latter asks for it.
    ///
    /// @return the note's id
    @Transactional
    public UUID begin(List<Receipt> batch) {
        jdbc.sql("set local synchronous_commit = off").update();
        UUID note = UUID.randomUUID();
        jdbc.sql("insert into reading_now (id, receipts, since) values (?, ?::bigint[], ?)")
                .params(note, ids(batch.stream().map(Receipt::id).toList()), now())
                .update();
        return note;
    }

    /// Takes the note back: they are read.
    @Transactional
    public void end(UUID note) {
        jdbc.sql("set local synchronous_commit = off").update();
        jdbc.sql("delete from reading_now where id = ?").param(note).update();
    }

    /// Takes all notes back, where nothing is being read.
    public void endAll() {
        jdbc.sql("delete from reading_now").update();
    }

    /// Which of these payloads are still to be finished, held for the running transaction; another instance of the
    /// service passes them over.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> claim(Collection<Long> receipts) {
        return jdbc.sql("""
            select id from receipt where id = any(?::bigint[]) and state = 'received' order by id
            for update skip locked
            """)
                .param(ids(receipts))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /// Writes down what became of payloads.
    @Transactional(propagation = Propagation.MANDATORY)
    public void finish(List<Finished> finished) {
        if (finished.isEmpty()) {
            return;
        }
        int count = finished.size();
        Long[] ids = new Long[count];
        String[] states = new String[count];
        @Nullable String[] formats = new @Nullable String[count];
        @Nullable String[] reasons = new @Nullable String[count];
        @Nullable String[] items = new @Nullable String[count];
        for (int i = 0; i < count; i++) {
            Finished one = finished.get(i);
            ids[i] = one.receipt();
            states[i] = one.state().column();
            formats[i] = one.format();
            reasons[i] = one.reason();
            items[i] = one.items().isEmpty() ? null : json.writeValueAsString(one.items());
        }
        jdbc.sql("""
            update receipt r
            set state = done.state, format = done.format, reason = done.reason,
                items = coalesce(done.items::json, r.items), finished_at = ?
            from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                as done (id, state, format, reason, items)
            where r.id = done.id
            """).params(now(), ids, states, formats, reasons, items).update();
    }

    /// Begins anew after a run that ended in the middle of its work: counts it against the payloads it was reading.
    ///
    /// @param most at which count a payload is put aside instead of being read again
    /// @return how many were put aside
    @Transactional
    public int takeUp(int most) {
        jdbc.sql("""
            update receipt set attempts = attempts + 1
            where state = 'received' and id in (select unnest(receipts) from reading_now)
            """).update();
        jdbc.sql("delete from reading_now").update();
        return jdbc.sql("""
            update receipt
            set state = 'quarantined', finished_at = ?,
                reason = 'The service ended ' || attempts || ' times while it was reading this; it is not read again '
                    || 'by itself'
            where state = 'received' and attempts >= ?
            """).params(now(), most).update();
    }

    /// How many payloads wait to be read.
    public long waiting() {
        return jdbc.sql("select count(*) from receipt where state = ?")
                .param(State.RECEIVED.column())
                .query(Long.class)
                .single();
    }

    private static Long[] ids(Collection<Long> ids) {
        return ids.toArray(new Long[0]);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
