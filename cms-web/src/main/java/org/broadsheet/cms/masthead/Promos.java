package org.broadsheet.cms.masthead;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The promos that run now, by the clock of the database.
@Repository
public class Promos {

    /// The most promos printed on one page.
    private static final int MOST = 2;

    private final JdbcClient database;

    Promos(JdbcClient database) {
        this.database = database;
    }

    /// What is printed on a section's pages: its own promos first, then those of every page.
    ///
    /// @param section the section's slug; empty for pages of no section
    public List<Promo> running(String section) {
        return database.sql("""
                        SELECT words, href FROM promo
                        WHERE (section IS NULL OR section = ?)
                          AND (starts_at IS NULL OR starts_at <= now())
                          AND (ends_at IS NULL OR ends_at > now())
                        ORDER BY section NULLS LAST, starts_at DESC NULLS LAST, id
                        LIMIT ?
                        """)
                .params(section, MOST)
                .query((row, _) -> new Promo(row.getString("words"), row.getString("href")))
                .list();
    }
}
