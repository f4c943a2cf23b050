package org.broadsheet.cms.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.cms.masthead.Mastheads;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lists the basket. Items that hold the same story are one row, the first of them in front, as long as nobody has
/// taken one; when somebody has, the others are no longer untaken.
@Component
class BasketList {

    /// What is asked for, of an item under an alias: a desk, and a section by rule or else by its media topics.
    private static final String ASKED = """
            (CAST(:desk AS text) IS NULL OR %1$s.desk = :desk)
            AND (CAST(:section AS text) IS NULL
                OR CASE WHEN EXISTS (SELECT FROM section x WHERE x.slug = %1$s.section) THEN %1$s.section = :section
                    ELSE %1$s.topics && CAST(:topics AS text[]) END)
            """;

    /// Rows of the basket: text, and pictures that belong to no text. A package only binds. A picture file that came
    /// before the agency's item of it is folded into that one, unless somebody has made a story of it.
    private static final String ROWS = """
            FROM wire_item w
            LEFT JOIN story s ON s.wire_provider = w.provider AND s.wire_guid = w.guid
            WHERE (w.kind = 'text' OR w.kind = 'picture' AND NOT EXISTS (
                SELECT FROM wire_item_picture p WHERE p.provider = w.provider AND p.picture = w.guid)
                AND (s.id IS NOT NULL OR NOT EXISTS (
                    SELECT FROM wire_link l JOIN wire_item o ON o.guid = l.linked_guid
                    WHERE l.provider = w.provider AND l.guid = w.guid AND l.rel = 'same'
                    AND o.picture_hash = w.picture_hash)))
            AND\s""" + ASKED.formatted("w");

    private static final String TWIN_IS_TAKEN = """
            (w.twin_group IS NOT NULL AND s.id IS NULL AND EXISTS (
                SELECT FROM wire_item o JOIN story t ON t.wire_provider = o.provider AND t.wire_guid = o.guid
                WHERE o.twin_group = w.twin_group))
            """;

    /// By a newer version, or by an item of its own.
    private static final String IS_TAKEN_BACK = """
            (%1$s.status <> 'usable' OR EXISTS (SELECT FROM wire_link k
                WHERE k.linked_guid = %1$s.guid AND k.provider = %1$s.provider AND k.rel = 'kills'))
            """;

    private static final String STANDS_BEHIND_ITS_TWIN =
            """
            (w.twin_group IS NOT NULL AND s.id IS NULL AND NOT\s""" + IS_TAKEN_BACK.formatted("w") + """
             AND EXISTS (
                SELECT FROM wire_item o
                WHERE o.twin_group = w.twin_group AND NOT\s""" + IS_TAKEN_BACK.formatted("o") + """
                AND o.dropped_at IS NULL AND o.expired_at IS NULL
                AND (o.entered_at, o.provider, o.guid) < (w.entered_at, w.provider, w.guid)
                AND\s""" + ASKED.formatted("o") + "))";

    private static final String UNTAKEN = "(w.dropped_at IS NULL AND w.expired_at IS NULL"
            + " AND (s.id IS NULL OR w.version > s.wire_version)"
            + " AND NOT " + TWIN_IS_TAKEN + " AND NOT " + STANDS_BEHIND_ITS_TWIN + ")";
    private static final String TAKEN = "(s.id IS NOT NULL)";
    private static final String DROPPED = "(w.dropped_at IS NOT NULL AND s.id IS NULL)";
    private static final String EXPIRED =
            "(w.expired_at IS NOT NULL AND w.dropped_at IS NULL AND s.id IS NULL AND NOT " + TWIN_IS_TAKEN + ")";

    private final JdbcClient jdbc;
    private final Mastheads mastheads;
    private final BasketRows rows;

    BasketList(JdbcClient jdbc, Mastheads mastheads, BasketRows rows) {
        this.jdbc = jdbc;
        this.mastheads = mastheads;
        this.rows = rows;
    }

    /// A page of the basket.
    ///
    /// @param section the slug of a section the rules name, or whose media topics the items have; `null` for all
    /// @param desk the desk the rules name; `null` for all
    /// @param limit from 1 to [WireBasket#LONGEST_PAGE]
    /// @param before only items of an earlier position; `null` from the newest on
    @Transactional(readOnly = true)
    public BasketPage page(
            Show show, @Nullable String section, @Nullable String desk, int limit, @Nullable Long before) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("desk", desk);
        asked.put("section", section);
        asked.put("topics", topics(section));
        String part =
                switch (show) {
                    case UNTAKEN -> UNTAKEN;
                    case TAKEN -> TAKEN;
                    case DROPPED -> DROPPED;
                    case EXPIRED -> EXPIRED;
                    case ALL -> "true";
                };
        List<BasketPage.Item> items = jdbc.sql("SELECT " + BasketRows.COLUMNS + """
                        , (SELECT count(*) FROM wire_item_picture p
                           WHERE p.provider = w.provider AND p.guid = w.guid) AS pictures
                        """ + ROWS + " AND " + part + """
                         AND w.position < :before ORDER BY w.position DESC LIMIT :limit
                        """)
                .params(asked)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", Math.clamp(limit, 1, WireBasket.LONGEST_PAGE))
                .query((row, _) -> rows.line(row))
                .list();
        BasketPage.Counts counts = jdbc.sql("SELECT count(*) FILTER (WHERE " + UNTAKEN + "), count(*) FILTER (WHERE "
                        + TAKEN + "), count(*) FILTER (WHERE " + DROPPED + "), count(*) FILTER (WHERE " + EXPIRED
                        + ") " + ROWS)
                .params(asked)
                .query((row, _) ->
                        new BasketPage.Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
        return new BasketPage(items, counts, desks(), end());
    }

    /// The last position of the wire log that is in the basket; 0 while nothing has come in.
    long end() {
        return jdbc.sql("SELECT coalesce(max(position), 0) FROM wire_item")
                .query(Long.class)
                .single();
    }

    private List<String> desks() {
        return jdbc.sql("""
                        SELECT DISTINCT w.desk FROM wire_item w
                        LEFT JOIN story s ON s.wire_provider = w.provider AND s.wire_guid = w.guid
                        WHERE w.desk <> '' AND w.dropped_at IS NULL AND w.expired_at IS NULL
                        AND (s.id IS NULL OR w.version > s.wire_version)
                        ORDER BY w.desk
                        """).query((row, _) -> row.getString("desk")).list();
    }

    private String[] topics(@Nullable String section) {
        return section == null
                ? new String[0]
                : mastheads
                        .current()
                        .section(section)
                        .map(known -> Topics.comparable(known.mediaTopics()).toArray(String[]::new))
                        .orElseGet(() -> new String[0]);
    }
}
