package org.broadsheet.ingest.payload;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// Clears out what is over its time, in small steps, so that nobody waits for it.
@Repository
class ClearingOut {

    private static final int STEP = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Keep keep;
    private final Clock clock;

    ClearingOut(JdbcClient jdbc, TransactionTemplate transaction, Keep keep, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.keep = keep;
        this.clock = clock;
    }

    /// One step of each kind.
    ///
    /// @return how many rows went; 0 where nothing is over its time
    int step() {
        return dropQuarantined() + clearBytes() + clearReceipts();
    }

    private int dropQuarantined() {
        return jdbc.sql("""
                update receipt set state = 'dropped'
                where id in (select id from receipt
                             where state = 'quarantined' and received_at < ? order by id limit ?)
                """).params(before(keep.quarantine()), STEP).update();
    }

    /// The rows are taken in hand first and looked at again then: whoever receives the same bytes meanwhile
    /// either waits for this and writes them anew, or is seen.
    private int clearBytes() {
        Integer cleared = transaction.execute(status -> {
            List<String> hashes = jdbc.sql("""
                    select b.hash from raw_bytes b
                    where b.hash in (select hash from receipt where received_at < ? and bytes_cleared_at is null
                                     and state in ('settled', 'dropped') order by id limit ?)
                    for update skip locked
                    """)
                    .params(before(keep.raw()), STEP)
                    .query((row, number) -> row.getString(1))
                    .list();
            String[] candidates = hashes.toArray(new String[0]);
            jdbc.sql("""
                    delete from raw_bytes b
                    where b.hash = any(?::text[])
                      and not exists (select from picture_original o where o.hash = b.hash)
                      and not exists (select from receipt r where r.hash = b.hash
                                      and (r.received_at >= ? or r.state in ('received', 'quarantined')))
                    """).params(candidates, before(keep.raw())).update();
            return jdbc.sql("""
                    update receipt set bytes_cleared_at = ?
                    where id in (select id from receipt where received_at < ? and bytes_cleared_at is null
                                 and state in ('settled', 'dropped') order by id limit ?)
                    """)
                    .params(Timestamp.from(clock.instant()), before(keep.raw()), STEP)
                    .update();
        });
        return cleared == null ? 0 : cleared;
    }

    private int clearReceipts() {
        return jdbc.sql("""
                delete from receipt
                where id in (select id from receipt r
                             where received_at < ? and state in ('settled', 'dropped') and filed_at is not null
                               and bytes_cleared_at is not null
                               and not exists (select from picture_file f where f.receipt_id = r.id)
                             order by id limit ?)
                """).params(before(keep.receipts()), STEP).update();
    }

    private Timestamp before(Duration kept) {
        return Timestamp.from(clock.instant().minus(kept));
    }
}
