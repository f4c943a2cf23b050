package org.broadsheet.ingest.payload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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
import org.broadsheet.ingest.payload.Receipt.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The receipts book, and with it the state of every payload. There is no "in work": a payload is received until the
/// transaction that finishes it commits, so nothing can stick half-way after a crash.
@Repository
public class Receipts {

    private static final String RECEIPT = "select id, feed, name, hash, size, received_at, state, reason from receipt ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Receipts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Makes arrivals durable, all or none. The same name with the same bytes that is still in the feed's folder
    /// gets the receipt it already has.
    ///
    /// @return the receipts' ids, in the order of the arrivals
    @Transactional
    public List<Long> receive(List<Arrival> arrivals) {
        List<Long> ids = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            jdbc.sql("insert into raw_bytes (hash, size, bytes) values (?, ?, ?) on conflict (hash) do nothing")
                    .params(arrival.hash(), (long) arrival.bytes().length, arrival.bytes())
                    .update();
            ids.add(enter(
                    arrival.feed(), arrival.name(), arrival.hash(), arrival.bytes().length, State.RECEIVED, null));
        }
        return ids;
    }

    /// Enters an arrival that is refused before it is read; its bytes stay with whoever delivered it.
    ///
    /// @return the receipt's id
    @Transactional
    public long refuse(String feed, String name, String hash, long size, String reason) {
        return enter(feed, name, hash, size, State.QUARANTINED, reason);
    }

    private long enter(String feed, String name, String hash, long size, State state, @Nullable String reason) {
        Timestamp now = now();
        return jdbc.sql("""
                insert into receipt (feed, name, hash, size, received_at, state, reason, finished_at)
                values (:feed, :name, :hash, :size, :now, :state, :reason, :finished)
                on conflict (feed, name, hash) where filed_at is null do nothing
                returning id
                """)
                .param("feed", feed)
                .param("name", name)
                .param("hash", hash)
                .param("size", size)
                .param("now", now)
                .param("state", state.column())
                .param("reason", reason, java.sql.Types.VARCHAR)
                .param("finished", state == State.RECEIVED ? null : now, java.sql.Types.TIMESTAMP)
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

    /// The next payloads to read, oldest first, held for the running transaction; another instance of the service skips
    /// them.
    ///
    /// @param atMost how many
    /// @param bytes how many bytes they may have together; the first is taken whatever its size
    public List<Receipt> claim(int atMost, long bytes) {
        List<Receipt> next = jdbc.sql(RECEIPT + "where state = 'received' order by id limit ? for update skip locked")
                .param(atMost)
                .query(Receipts::read)
                .list();
        long sum = 0;
        int count = 0;
        for (Receipt receipt : next) {
            sum += receipt.size();
            if (count > 0 && sum > bytes) {
                break;
            }
            count++;
        }
        return next.subList(0, count);
    }

    /// The bytes of a payload as sent.
    public byte[] bytes(String hash) {
        return jdbc.sql("select bytes from raw_bytes where hash = ?")
                .param(hash)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /// Writes down that a payload was read and what its items changed.
    ///
    /// @param format what it was read as
    /// @param note what it waits for; `null` where it waits for nothing
    public void settled(long id, String format, @Nullable String note, List<SettledItem> items) {
        finish(id, State.SETTLED, format, note);
        enterItems(id, items);
    }

    /// Writes down that a payload, or a part of it, could not be read.
    ///
    /// @param items those of its items that could be read and were settled
    public void quarantined(long id, @Nullable String format, String reason, List<SettledItem> items) {
        finish(id, State.QUARANTINED, format, reason);
        enterItems(id, items);
    }

    private void finish(long id, State state, @Nullable String format, @Nullable String reason) {
        jdbc.sql(
                        "update receipt set state = :state, format = :format, reason = :reason, finished_at = :now where id = :id")
                .param("state", state.column())
                .param("format", format, java.sql.Types.VARCHAR)
                .param("reason", reason, java.sql.Types.VARCHAR)
                .param("now", now())
                .param("id", id)
                .update();
    }

    private void enterItems(long id, List<SettledItem> items) {
        for (int rank = 0; rank < items.size(); rank++) {
            SettledItem item = items.get(rank);
            jdbc.sql("""
                    insert into receipt_item (receipt_id, rank, provider, guid, version, kind, headline, outcome)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            id,
                            rank,
                            item.provider(),
                            item.guid(),
                            item.version(),
                            item.kind(),
                            item.headline(),
                            item.outcome())
                    .update();
        }
    }

    /// Takes back what a settled payload was said to wait for.
    public void waitIsOver(long id) {
        jdbc.sql("update receipt set reason = null where id = ? and state = 'settled'")
                .param(id)
                .update();
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
            jdbc.sql("update receipt set filed_at = :now where id in (:ids) and filed_at is null")
                    .param("now", now())
                    .param("ids", ids)
                    .update();
        }
    }

    /// Receipts for a file name, newest first.
    public List<Receipt> find(@Nullable String feed, @Nullable String name, int atMost) {
        return jdbc.sql(RECEIPT + """
                where (cast(:feed as text) is null or feed = :feed) and (cast(:name as text) is null or name = :name)
                order by id desc limit :atMost
                """)
                .param("feed", feed, java.sql.Types.VARCHAR)
                .param("name", name, java.sql.Types.VARCHAR)
                .param("atMost", atMost)
                .query(Receipts::read)
                .list();
    }

    /// What is in quarantine, newest first.
    public List<Receipt> inQuarantine(int atMost) {
        return jdbc.sql(RECEIPT + "where state = 'quarantined' order by id desc limit ?")
                .param(atMost)
                .query(Receipts::read)
                .list();
    }

    /// What the items of payloads changed, by receipt.
    public Map<Long, List<SettledItem>> items(Collection<Long> ids) {
        Map<Long, List<SettledItem>> items = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select * from receipt_item where receipt_id in (:ids) order by receipt_id, rank")
                    .param("ids", ids)
                    .query(row -> {
                        items.computeIfAbsent(row.getLong("receipt_id"), id -> new ArrayList<>())
                                .add(new SettledItem(
                                        row.getString("provider"),
                                        row.getString("guid"),
                                        row.getLong("version"),
                                        row.getString("kind"),
                                        row.getString("headline"),
                                        row.getString("outcome")));
                    });
        }
        return items;
    }

    /// How many payloads wait to be read.
    public long waiting() {
        return jdbc.sql("select count(*) from receipt where state = 'received'")
                .query(Long.class)
                .single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static Receipt read(ResultSet row, int number) throws SQLException {
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
                row.getString("reason"));
    }
}
