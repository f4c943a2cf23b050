package org.broadsheet.cms.wire;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.broadsheet.core.story.HeadlineTag;
import org.broadsheet.core.wire.WireItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads rows of the basket, alike for the list and for one item.
@Component
class BasketRows {

    /// What is read of a row: the item `w` and the story `s` made from it.
    static final String COLUMNS = """
            w.position, w.dropped_at, w.expired_at, w.desk, w.section, w.tags, w.rules, w.auto_publish, w.auto_note, w.item,
            s.id AS story, s.state, s.wire_version,
            CASE WHEN w.twin_group IS NOT NULL THEN (
                SELECT jsonb_agg(jsonb_build_object('provider', o.provider, 'guid', o.guid, 'feed', o.item ->> 'feed',
                    'source', coalesce(nullif(o.item ->> 'creditLine', ''), o.provider), 'headline', o.headline,
                    'receivedAt', o.item -> 'receivedAt', 'dropped', o.dropped_at IS NOT NULL, 'story', t.id,
                    'state', t.state) ORDER BY o.entered_at, o.provider, o.guid)
                FROM wire_item o LEFT JOIN story t ON t.wire_provider = o.provider AND t.wire_guid = o.guid
                WHERE o.twin_group = w.twin_group AND (o.provider, o.guid) <> (w.provider, w.guid)) END AS twins,
            (SELECT jsonb_agg(jsonb_build_object('rel', l.rel, 'guid', l.linked_guid, 'headline',
                    coalesce(o.headline, ''), 'story', t.id, 'state', t.state) ORDER BY l.rank)
                FROM wire_link l
                LEFT JOIN wire_item o ON o.provider = l.provider AND o.guid = l.linked_guid
                LEFT JOIN story t ON t.wire_provider = o.provider AND t.wire_guid = o.guid
                WHERE l.provider = w.provider AND l.guid = w.guid
                AND l.rel IN ('kills', 'corrects', 'updates')) AS about,
            (SELECT jsonb_agg(jsonb_build_object('rel', l.rel, 'guid', l.guid, 'headline', o.headline)
                    ORDER BY o.position)
                FROM wire_link l
                JOIN wire_item o ON o.provider = l.provider AND o.guid = l.guid
                WHERE l.linked_guid = w.guid AND l.provider = w.provider
                AND l.rel IN ('kills', 'corrects', 'updates')) AS told_by
            """;

    private final JsonMapper json;

    BasketRows(JsonMapper json) {
        this.json = json;
    }

    WireItem item(ResultSet row) throws SQLException {
        return json.readValue(row.getString("item"), WireItem.class);
    }

    BasketPage.Item line(ResultSet row) throws SQLException {
        WireItem item = item(row);
        List<BasketPage.Told> about = about(row);
        return new BasketPage.Item(
                item.provider(),
                item.guid(),
                item.version(),
                row.getLong("position"),
                word(item.kind()),
                word(item.status()),
                word(item.purpose()).replace('_', '-'),
                item.receivedAt(),
                item.urgency(),
                item.headline(),
                item.headlineTags().stream().map(HeadlineTag::printed).toList(),
                item.slugline(),
                item.creditLine().isBlank() ? item.provider() : item.creditLine(),
                item.embargoedUntil(),
                item.kind() == WireItem.Kind.PICTURE ? 1 : row.getInt("pictures"),
                relation(row, item, about),
                story(row, about),
                row.getTimestamp("dropped_at") != null,
                row.getTimestamp("expired_at") != null,
                routed(row),
                row.getString("auto_note"),
                twins(row),
                about,
                toldBy(row));
    }

    /// The story made from an item, else the one that it kills or corrects.
    BasketPage.@Nullable StoryRef story(ResultSet row, List<BasketPage.Told> about) throws SQLException {
        UUID id = row.getObject("story", UUID.class);
        if (id != null) {
            return new BasketPage.StoryRef(id, row.getString("state"));
        }
        for (BasketPage.Told told : about) {
            if (told.story() != null && told.state() != null) {
                return new BasketPage.StoryRef(told.story(), told.state());
            }
        }
        return null;
    }

    BasketPage.@Nullable Relation relation(ResultSet row, WireItem item, List<BasketPage.Told> about)
            throws SQLException {
        String state = row.getString("state");
        if (state == null) {
            for (BasketPage.Told told : about) {
                if (told.state() != null) {
                    return told.rel().equals(WireItem.WireLink.KILLS)
                            ? (told.state().equals("published") ? BasketPage.Relation.PUBLISHED_HERE : null)
                            : BasketPage.Relation.UPDATES_YOUR_STORY;
                }
            }
            return null;
        }
        if (row.getLong("wire_version") >= item.version()) {
            return null;
        }
        return item.status() != WireItem.Status.USABLE && state.equals("published")
                ? BasketPage.Relation.PUBLISHED_HERE
                : BasketPage.Relation.UPDATES_YOUR_STORY;
    }

    BasketPage.Routed routed(ResultSet row) throws SQLException {
        return new BasketPage.Routed(
                row.getString("desk"),
                row.getString("section"),
                texts(row, "tags"),
                row.getBoolean("auto_publish"),
                texts(row, "rules"));
    }

    List<BasketPage.Twin> twins(ResultSet row) throws SQLException {
        String found = row.getString("twins");
        return found == null ? List.of() : Arrays.asList(json.readValue(found, BasketPage.Twin[].class));
    }

    List<BasketPage.Told> about(ResultSet row) throws SQLException {
        return told(row.getString("about"));
    }

    List<BasketPage.Told> toldBy(ResultSet row) throws SQLException {
        return told(row.getString("told_by"));
    }

    private List<BasketPage.Told> told(@Nullable String found) {
        return found == null ? List.of() : Arrays.asList(json.readValue(found, BasketPage.Told[].class));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
