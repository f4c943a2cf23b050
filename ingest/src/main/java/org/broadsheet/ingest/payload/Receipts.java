package org.broadsheet.ingest.payload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.ingest.payload.Receipt.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The receipts book, and with it the state of every payload. There is no "in work": a payload is received until the
/// transaction that finishes it commits, so nothing can stick half-way after a crash.
@Repository
public class Receipts {

    private static final TypeReference<List<SettledItem>> ITEMS = new TypeReference<>() {};

    private static final String RECEIPT =
            "select id, feed, name, hash, size, received_at, state, reason, format, replays from receipt ";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RawBytes raw;
    private final Clock clock;

    Receipts(JdbcClient jdbc, JsonMapper json, RawBytes raw, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.raw = raw;
        this.clock = clock;
    }

    /// Makes arrivals durable, all or none. The same name with the same bytes that is still in the feed's folder
    /// gets the receipt it already has.
    ///
    /// @return the receipts' ids, in the order of the arrivals
    @Transactional
    public List<Long> receive(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return List.of();
        }
        raw.keep(arrivals);
        Map<Key, Long> ids = new HashMap<>();
        String[] feeds = column(arrivals, Arrival::feed);
        String[] names = column(arrivals, Arrival::name);
        String[] hashes = column(arrivals, Arrival::hash);
        Long[] sizes =
                arrivals.stream().map(arrival -> (long) arrival.bytes().length).toArray(Long[]::new);
        jdbc.sql("""
            insert into receipt (feed, name, hash, size, received_at, state)
            select feed, name, hash, size, ?, 'received'
            from unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
                with ordinality as given (feed, name, hash, size, rank)
            order by rank
            on conflict (feed, name, hash) where filed_at is null do nothing
            returning id, feed, name, hash
            """).params(now(), feeds, names, hashes, sizes).query(row -> {
            ids.put(key(row), row.getLong("id"));
        });
        if (arrivals.stream().anyMatch(arrival -> !ids.containsKey(key(arrival)))) {
            jdbc.sql("""
                select r.id, r.feed, r.name, r.hash
                from unnest(?::text[], ?::text[], ?::text[]) as given (feed, name, hash)
                join receipt r using (feed, name, hash)
                where r.filed_at is null
                """).params(feeds, names, hashes).query(row -> {
                ids.putIfAbsent(key(row), row.getLong("id"));
            });
        }
        List<Long> inOrder = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            Long id = ids.get(key(arrival));
            if (id == null) {
                throw new IllegalStateException("A receipt was put away while it was looked for; receive it again");
            }
            inOrder.add(id);
        }
        return inOrder;
    }

    /// Makes files durable that came inside another payload, within the running transaction. Read again, the payload
    /// brings nothing new.
    ///
    /// @param parent the receipt of the payload they came in
    /// @return how many were new
    @Transactional(propagation = Propagation.MANDATORY)
    public int enclose(long parent, List<Arrival> files) {
        if (files.isEmpty()) {
            return 0;
        }
        raw.keep(files);
        return jdbc.sql("""
            insert into receipt (feed, name, hash, size, received_at, state, parent, filed_at)
            select feed, name, hash, size, ?, 'received', ?, ?
            from unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
                with ordinality as given (feed, name, hash, size, rank)
            order by rank
            on conflict (parent, name, hash) where parent is not null do nothing
            """)
                .params(
                        now(),
                        parent,
                        now(),
                        column(files, Arrival::feed),
                        column(files, Arrival::name),
                        column(files, Arrival::hash),
                        files.stream().map(file -> (long) file.bytes().length).toArray(Long[]::new))
                .update();
    }

    /// Enters an arrival that is refused before it is read; its bytes stay with whoever delivered it.
    ///
    /// @return the receipt's id
    @Transactional
    public long refuse(String feed, String name, String hash, long size, String reason) {
        Timestamp now = now();
        return jdbc.sql("""
            insert into receipt (feed, name, hash, size, received_at, state, reason, finished_at)
            values (:feed, :name, :hash, :size, :now, 'quarantined', :reason, :now)
            on conflict (feed, name, hash) where filed_at is null do nothing
            returning id
            """)
                .param("feed", feed)
                .param("name", name)
                .param("hash", hash)
                .param("size", size)
                .param("now", now)
                .param("reason", reason)
                .query(Long.class)
                .optional()
                .orElseGet(() -> jdbc.sql("""
                    select id from receipt
                    where feed = :feed and name = :name and hash = :hash and filed_at is null
                    """)
                        .param("feed", feed)
                        .param("name", name)
                        .param("hash", hash)
                        .query(Long.class)
                        .single());
    }

    /// Takes back what settled payloads were said to wait for.
    public void waitIsOver(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("update receipt set reason = null where id = any(?::bigint[]) and state = 'settled'")
                    .param(ids.toArray(new Long[0]))
                    .update();
        }
    }

    /// Finished payloads whose files still lie where they were dropped.
    public List<Receipt> toFile(int atMost) {
        return jdbc.sql(RECEIPT + "where filed_at is null and state <> 'received' order by id limit ?")
                .param(atMost)
                .query(Receipts::read)
                .list();
    }

    /// Writes down that the files of payloads have left the watched folder.
    public void filed(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("update receipt set filed_at = ? where id = any(?::bigint[]) and filed_at is null")
                    .params(now(), ids.toArray(new Long[0]))
                    .update();
        }
    }

    /// One receipt; empty where there is none.
    public Optional<Receipt> one(long id) {
        return jdbc.sql(RECEIPT + "where id = ?")
                .param(id)
                .query(Receipts::read)
                .optional();
    }

    /// Receipts for a file name, newest first.
    public List<Receipt> find(@Nullable String feed, @Nullable String name, int atMost) {
        return jdbc.sql(RECEIPT + """
            where (cast(:feed as text) is null or feed = :feed) and (cast(:name as text) is null or name = :name)
            order by id desc limit :atMost
            """)
                .param("feed", feed, Types.VARCHAR)
                .param("name", name, Types.VARCHAR)
                .param("atMost", atMost)
                .query(Receipts::read)
                .list();
    }

    /// What is in quarantine, newest first.
    ///
    /// @param feed of one feed only; `null` for all
    /// @param before older than this receipt; `null` for the newest
    public List<Receipt> inQuarantine(@Nullable String feed, @Nullable Long before, int atMost) {
        return jdbc.sql(RECEIPT + """
            where state = 'quarantined' and (cast(:feed as text) is null or feed = :feed)
              and (cast(:before as bigint) is null or id < :before)
            order by id desc limit :atMost
            """)
                .param("feed", feed, Types.VARCHAR)
                .param("before", before, Types.BIGINT)
                .param("atMost", atMost)
                .query(Receipts::read)
                .list();
    }

    /// How many are in quarantine.
    ///
    /// @param feed of one feed only; `null` for all
    public long inQuarantine(@Nullable String feed) {
        return jdbc.sql("""
            select count(*) from receipt
            where state = 'quarantined' and (cast(:feed as text) is null or feed = :feed)
            """)
                .param("feed", feed, Types.VARCHAR)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /// Takes payloads out of quarantine, to be read again; those whose bytes are not here stay.
    ///
    /// @return which of them wait to be read now
    @Transactional
    public List<Long> takeOut(Collection<Long> ids) {
        return jdbc.sql("""
            update receipt r set state = 'received', reason = null, replays = replays + 1, attempts = 0
            where id = any(?::bigint[]) and state = 'quarantined'
              and exists (select from raw_bytes b where b.hash = r.hash)
            returning id
            """)
                .param(ids.toArray(new Long[0]))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /// Lets a payload in quarantine go: nobody will read it. Its bytes stay as long as any do.
    ///
    /// @return false where it is not in quarantine
    public boolean drop(long id) {
        return jdbc.sql("update receipt set state = 'dropped' where id = ? and state = 'quarantined'")
                        .param(id)
                        .update()
                == 1;
    }

    /// How many of some payloads are in a state.
    public long count(Collection<Long> ids, State state) {
        return jdbc.sql("select count(*) from receipt where id = any(?::bigint[]) and state = ?")
                .params(ids.toArray(new Long[0]), state.column())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /// What the items of payloads changed, by receipt.
    public Map<Long, List<SettledItem>> items(Collection<Long> ids) {
        Map<Long, List<SettledItem>> items = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, items from receipt where id = any(?::bigint[]) and items is not null")
                    .param(ids.toArray(new Long[0]))
                    .query(row -> {
                        items.put(row.getLong("id"), json.readValue(row.getString("items"), ITEMS));
                    });
        }
        return items;
    }

    /// The bytes of a payload as sent; empty where they were refused or have been cleared out.
    public Optional<byte[]> bytes(String hash) {
        return raw.of(hash);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static String[] column(List<Arrival> arrivals, java.util.function.Function<Arrival, String> column) {
        return arrivals.stream().map(column).toArray(String[]::new);
    }

    private static Key key(Arrival arrival) {
        return new Key(arrival.feed(), arrival.name(), arrival.hash());
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getString("feed"), row.getString("name"), row.getString("hash"));
    }

    static Receipt read(ResultSet row, int number) throws SQLException {
        Instant receivedAt = row.getObject("received_at", OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
        return new Receipt(
                row.getLong("id"),
                row.getString("feed"),
                row.getString("name"),
                row.getString("hash"),
                row.getLong("size"),
                receivedAt,
                State.of(row.getString("state")),
                row.getString("reason"),
                row.getString("format"),
                row.getInt("replays"));
    }

    /// What a receipt is found by while its file lies in the folder.
    private record Key(String feed, String name, String hash) {}
}
