package org.broadsheet.cms.masthead;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The masthead as it stands now.
@Repository
public class Mastheads {

    private final JdbcClient database;

    Mastheads(JdbcClient database) {
        this.database = database;
    }

    /// The newspaper with its sections in order; [Masthead#UNNAMED] until somebody has named it.
    public Masthead current() {
        return database.sql("""
                        SELECT m.name, m.tagline, m.time_zone, m.language,
                               s.slug, s.name AS section_name, s.media_topics
                        FROM masthead m LEFT JOIN section s ON true
                        ORDER BY s.rank, s.slug
                        """).query(Mastheads::read);
    }

    private static Masthead read(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Masthead.UNNAMED;
        }
        String name = rows.getString("name");
        String tagline = rows.getString("tagline");
        ZoneId timeZone = ZoneId.of(rows.getString("time_zone"));
        String language = rows.getString("language");
        List<Section> sections = new ArrayList<>();
        do {
            String slug = rows.getString("slug");
            if (slug != null) {
                sections.add(new Section(slug, rows.getString("section_name"), topics(rows.getArray("media_topics"))));
            }
        } while (rows.next());
        return new Masthead(name, tagline, timeZone, language, sections);
    }

    private static List<String> topics(@Nullable Array topics) throws SQLException {
        return topics == null ? List.of() : List.of((String[]) topics.getArray());
    }
}
