package org.broadsheet.ingest.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How each feed is doing, in figures.
@Repository
class FeedFigures {

    private static final String FIGURES = """
            select f.name,
                   (select count(*) from receipt r where r.feed = f.name) as total,
                   (select count(*) from receipt r where r.feed = f.name
                    and r.received_at >= date_trunc('day', now() at time zone 'UTC') at time zone 'UTC') as today,
                   (select count(*) from receipt r where r.feed = f.name and r.state = 'quarantined') as quarantined,
                   (select max(r.received_at) from receipt r where r.feed = f.name) as last_received_at,
                   s.last_tried_at, s.last_error, s.last_error_at
            from feed f join feed_state s on s.feed = f.name
            where f.retired_at is null and (cast(:name as text) is null or f.name = :name)
            """;

    private final JdbcClient jdbc;

    FeedFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// By feed; of one feed where a name is given.
    Map<String, Figures> of(@Nullable String name) {
        Map<String, Figures> figures = new HashMap<>();
        jdbc.sql(FIGURES).param("name", name, java.sql.Types.VARCHAR).query(row -> {
            figures.put(
                    row.getString("name"),
                    new Figures(
                            new Counts(row.getLong("today"), row.getLong("total"), row.getLong("quarantined")),
                            moment(row, "last_received_at"),
                            moment(row, "last_tried_at"),
                            row.getString("last_error"),
                            moment(row, "last_error_at")));
        });
        return figures;
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /// How many payloads a feed brought.
    ///
    /// @param today since midnight, UTC
    /// @param total ever
    /// @param quarantined of these, in quarantine now
    record Counts(long today, long total, long quarantined) {}

    /// How a feed is doing.
    record Figures(
            Counts counts,
            @Nullable Instant lastReceivedAt,
            @Nullable Instant lastTriedAt,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt) {

        static final Figures NONE = new Figures(new Counts(0, 0, 0), null, null, null, null);
    }
}
