package org.broadsheet.ingest.push;

import java.util.List;
import java.util.Optional;
import org.broadsheet.ingest.feed.Housekeeping;
import org.broadsheet.ingest.payload.Arrival;
import org.broadsheet.ingest.payload.Receipts;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What each push was answered: the same push again gets the same receipt.
@Repository
class PushAnswers {

    private final JdbcClient jdbc;
    private final Receipts receipts;

    PushAnswers(JdbcClient jdbc, Receipts receipts) {
        this.jdbc = jdbc;
        this.receipts = receipts;
    }

    /// Makes a push durable, once for each key.
    ///
    /// @return empty where the key was used for other bytes before
    @Transactional
    Optional<Answer> take(Arrival arrival, String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 7901))")
                .param("key", arrival.feed() + " " + key)
                .query(row -> {});
        Optional<Answer> before = jdbc.sql("select hash, receipt_id from push_answer where feed = :feed and key = :key")
                .param("feed", arrival.feed())
                .param("key", key)
                .query((row, number) -> new Answer(row.getLong("receipt_id"), row.getString("hash"), true))
                .optional();
        if (before.isPresent()) {
            return before.filter(answer -> answer.hash().equals(arrival.hash()));
        }
        long id = receipts.receive(List.of(arrival)).getFirst();
        jdbc.sql("insert into push_answer (feed, key, hash, receipt_id) values (:feed, :key, :hash, :id)")
                .param("feed", arrival.feed())
                .param("key", key)
                .param("hash", arrival.hash())
                .param("id", id)
                .update();
        return Optional.of(new Answer(id, arrival.hash(), false));
    }

    /// Forgets what was answered more than 30 days ago.
    @EventListener
    void forgetOld(Housekeeping housekeeping) {
        jdbc.sql("delete from push_answer where at < now() - interval '30 days'")
                .update();
    }

    /// What a push was answered.
    ///
    /// @param receipt its number
    /// @param hash SHA-256 of the bytes
    /// @param repeated whether it was here before
    record Answer(long receipt, String hash, boolean repeated) {}
}
