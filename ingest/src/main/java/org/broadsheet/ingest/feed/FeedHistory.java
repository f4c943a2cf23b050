package org.broadsheet.ingest.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What happened to the feeds, newest first. The same thing again and again is one line with the number of times.
@Repository
class FeedHistory {

    private static final int KEPT = 400;

    private final JdbcClient jdbc;

    FeedHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Writes down what happened to a feed.
    ///
    /// @param what `tried`, `failed`, `paused`, `resumed` or `changed`
    void enter(String feed, String what, String sentence) {
        boolean again = jdbc.sql("""
                update feed_history set at = now(), times = times + 1
                where id = (select id from feed_history where feed = :feed order by id desc limit 1)
                and what = :what and sentence = :sentence and what in ('tried', 'failed')
                """)
                        .param("feed", feed)
                        .param("what", what)
                        .param("sentence", sentence)
                        .update()
                > 0;
        if (again) {
            return;
        }
        jdbc.sql("insert into feed_history (feed, what, sentence) values (:feed, :what, :sentence)")
                .param("feed", feed)
                .param("what", what)
                .param("sentence", sentence)
                .update();
        jdbc.sql("""
                delete from feed_history
                where feed = :feed
                and id <= (select id from feed_history where feed = :feed order by id desc offset :kept limit 1)
                """).param("feed", feed).param("kept", KEPT).update();
    }

    /// What happened to a feed and what it received, newest first; what came within a minute is one line.
    List<Line> of(String feed, int atMost) {
        return jdbc.sql("""
                (select at, what, case when times = 1 then sentence
                        else sentence || ' (' || times || ' times since '
                             || to_char(since at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC)' end as sentence
                 from feed_history where feed = :feed order by id desc limit :most)
                union all
                (select max(received_at) as at, 'received' as what,
                        case when count(*) = 1 then '1 payload received: ' || max(name)
                        else count(*) || ' payloads received, the last: ' || (array_agg(name order by id desc))[1] end
                 from (select * from receipt where feed = :feed order by received_at desc limit 2000) as latest
                 group by date_trunc('minute', received_at) order by at desc limit :most)
                order by at desc limit :most
                """)
                .param("feed", feed)
                .param("most", atMost)
                .query(FeedHistory::read)
                .list();
    }

    private static Line read(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("what"),
                row.getString("sentence"));
    }

    /// One thing that happened.
    ///
    /// @param at when, the last time
    /// @param what `tried`, `received`, `failed`, `paused`, `resumed` or `changed`
    /// @param sentence for the desk
    record Line(Instant at, String what, String sentence) {}
}
