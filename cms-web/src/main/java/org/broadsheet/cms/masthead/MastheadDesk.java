package org.broadsheet.cms.masthead;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Where the masthead is changed, whole: what is sent is what stands, and sending it again changes nothing.
@Component
class MastheadDesk {

    private final JdbcClient database;

    MastheadDesk(JdbcClient database) {
        this.database = database;
    }

    /// Puts the masthead in place.
    ///
    /// @return why nothing was changed; empty when all of it stands
    @Transactional
    public List<MastheadFault> put(Masthead masthead, List<MastheadReading.PromoLine> promos) {
        // The one row is taken first, so that two who change the masthead at once do so one after the other.
        database.sql("""
                        INSERT INTO masthead (name, tagline, time_zone, language) VALUES (?, ?, ?, ?)
                        ON CONFLICT (only_one) DO UPDATE
                        SET name = excluded.name, tagline = excluded.tagline,
                            time_zone = excluded.time_zone, language = excluded.language
                        """)
                .params(masthead.name(), masthead.tagline(), masthead.timeZone().getId(), masthead.language())
                .update();
        String[] slugs = masthead.sections().stream().map(Section::slug).toArray(String[]::new);
        List<MastheadFault> faults = stillNeeded(slugs);
        if (!faults.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return faults;
        }
        database.sql("DELETE FROM promo").update();
        database.sql("DELETE FROM section WHERE slug <> ALL (?)").param(slugs).update();
        for (int rank = 0; rank < masthead.sections().size(); rank++) {
            Section section = masthead.sections().get(rank);
            database.sql("""
                            INSERT INTO section (slug, name, rank, media_topics) VALUES (?, ?, ?, ?)
                            ON CONFLICT (slug) DO UPDATE
                            SET name = excluded.name, rank = excluded.rank, media_topics = excluded.media_topics
                            """)
                    .params(
                            section.slug(),
                            section.name(),
                            rank,
                            section.mediaTopics().toArray(String[]::new))
                    .update();
        }
        for (MastheadReading.PromoLine promo : promos) {
            database.sql("""
                            INSERT INTO promo (id, section, words, href, starts_at, ends_at)
                            VALUES (:id, :section, :words, :href, :startsAt, :endsAt)
                            """)
                    .param("id", promo.id())
                    .param("section", promo.section())
                    .param("words", promo.words())
                    .param("href", promo.href())
                    .param("startsAt", timestamp(promo.startsAt()))
                    .param("endsAt", timestamp(promo.endsAt()))
                    .update();
        }
        return List.of();
    }

    private List<MastheadFault> stillNeeded(String[] slugs) {
        List<MastheadFault> faults = new ArrayList<>();
        database.sql("""
                        SELECT s.slug,
                               (SELECT count(*) FROM story t
                                WHERE t.section = s.slug AND t.state NOT IN ('killed', 'spiked')) AS stories,
                               (SELECT count(*) FROM staff p WHERE p.section = s.slug) AS staff
                        FROM section s WHERE s.slug <> ALL (?)
                        """).param(slugs).query(row -> {
            long stories = row.getLong("stories");
            long staff = row.getLong("staff");
            if (stories > 0 || staff > 0) {
                faults.add(new MastheadFault(
                        "sections",
                        "The section “%s” cannot be left out: it still has %d stories and %d members of staff."
                                .formatted(row.getString("slug"), stories, staff)));
            }
        });
        return faults;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
