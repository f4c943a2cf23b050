package org.broadsheet.ingest.alarm;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The alarms that ring now, and the habits they are judged by.
@Repository
public class Alarms {

    private final JdbcClient jdbc;

    Alarms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those that ring, the longest first.
    public List<Alarm> ringing() {
        return jdbc.sql("select kind, feed, since, sentence from alarm order by since, feed, kind")
                .query((row, number) -> new Alarm(
                        row.getString("kind"),
                        row.getString("feed"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getString("sentence")))
                .list();
    }

    /// How each feed is doing, judged by its own habit; feeds of which nothing is known are left out.
    public Map<String, Standing> byFeed() {
        Map<String, Standing> standing = new HashMap<>();
        jdbc.sql("""
                select h.feed, extract(epoch from h.usual_gap) * 1000 as gap, cast(null as text) as sentence
                from feed_habit h
                union all
                select a.feed, null, string_agg(a.sentence, '. ' order by a.since, a.kind) from alarm a group by a.feed
                """).query(row -> {
            long millis = row.getLong("gap");
            Duration gap = row.wasNull() ? null : Duration.ofSeconds(millis / 1000);
            String sentence = row.getString("sentence");
            standing.merge(row.getString("feed"), new Standing(gap, sentence), Standing::and);
        });
        return standing;
    }

    /// How a feed is doing.
    ///
    /// @param usualGap how long it is usually quiet; `null` while nobody can tell
    /// @param sentence what is wrong; `null` where nothing is
    public record Standing(
            @Nullable Duration usualGap, @Nullable String sentence) {

        /// Of a feed of which nothing is known.
        public static final Standing UNKNOWN = new Standing(null, null);

        private Standing and(Standing other) {
            return new Standing(
                    usualGap == null ? other.usualGap : usualGap, sentence == null ? other.sentence : sentence);
        }
    }
}
