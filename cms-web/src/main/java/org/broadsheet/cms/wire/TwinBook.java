package org.broadsheet.cms.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.broadsheet.core.wire.WireItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Which items hold the same story. Who holds the same story as one of them belongs to all; a group is named after the
/// smallest of its keys, so that it is the same whatever the order in which its members were found.
@Component
class TwinBook {

    private static final String PAIRS_OF = """
            ((t.provider = :provider AND t.guid = :guid) OR (t.other_provider = :provider AND t.other_guid = :guid))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final WireBasket basket;

    TwinBook(JdbcClient jdbc, JsonMapper json, WireBasket basket) {
        this.jdbc = jdbc;
        this.json = json;
        this.basket = basket;
    }

    /// Items whose twins are to be asked for now, the longest due first.
    List<WireItem> due(int most) {
        return jdbc.sql("""
                        SELECT item FROM wire_item WHERE twins_due_at <= now() ORDER BY twins_due_at LIMIT :most
                        """)
                .param("most", most)
                .query((row, _) -> json.readValue(row.getString("item"), WireItem.class))
                .list();
    }

    /// An item has no words to compare.
    @Transactional
    public void leave(WireItem item) {
        jdbc.sql("UPDATE wire_item SET twins_due_at = NULL WHERE provider = :provider AND guid = :guid")
                .param("provider", item.provider())
                .param("guid", item.guid())
                .update();
    }

    /// Enters what was found for an item in this version. It is asked for twice more, after half a minute and after
    /// five minutes: what came at the same moment may not have been known the first time.
    @Transactional
    public void enter(WireItem item, List<TwinSearch.Found> found) {
        // Rather give up at once and come again than make an editor wait who holds one of the items.
        jdbc.sql("SELECT set_config('lock_timeout', '300ms', true), pg_advisory_xact_lock(hashtext('wire_twin'))")
                .query((_, _) -> true)
                .single();
        basket.keepStill();
        int standing = jdbc.sql("""
                        UPDATE wire_item
                        SET twins_tries = twins_tries + 1, twins_due_at = now() + CASE twins_tries
                            WHEN 0 THEN interval '30 seconds' WHEN 1 THEN interval '5 minutes' END
                        WHERE provider = :provider AND guid = :guid AND version = :version
                        """)
                .param("provider", item.provider())
                .param("guid", item.guid())
                .param("version", item.version())
                .update();
        if (standing == 0) {
            return;
        }
        Key key = new Key(item.provider(), item.guid());
        Set<Key> touched = new HashSet<>(pairsOf(key));
        jdbc.sql("DELETE FROM wire_twin t WHERE " + PAIRS_OF)
                .param("provider", key.provider())
                .param("guid", key.guid())
                .update();
        for (TwinSearch.Found twin : found) {
            Key other = new Key(twin.provider(), twin.guid());
            if (!other.equals(key)) {
                pair(key, other, twin.score());
            }
        }
        touched.addAll(pairsOf(key));
        touched.add(key);
        if (regroup(touched)) {
            basket.changed();
        }
    }

    /// Only with an item that is here; one that comes later finds this one. Copy under embargo is never folded
    /// under copy that is not: an editor has to see what holds it.
    private void pair(Key one, Key other, double score) {
        jdbc.sql("""
                        INSERT INTO wire_twin (provider, guid, other_provider, other_guid, score)
                        SELECT a.provider, a.guid, b.provider, b.guid, :score
                        FROM wire_item a JOIN wire_item b ON (a.provider, a.guid) < (b.provider, b.guid)
                        WHERE a.kind = 'text' AND b.kind = 'text'
                        AND greatest(a.embargoed_until, now()) = greatest(b.embargoed_until, now())
                        AND (a.provider = :provider AND a.guid = :guid
                            AND b.provider = :other_provider AND b.guid = :other_guid
                            OR b.provider = :provider AND b.guid = :guid
                            AND a.provider = :other_provider AND a.guid = :other_guid)
                        ON CONFLICT DO NOTHING
                        """)
                .param("provider", one.provider())
                .param("guid", one.guid())
                .param("other_provider", other.provider())
                .param("other_guid", other.guid())
                .param("score", score)
                .update();
    }

    private List<Key> pairsOf(Key key) {
        return jdbc.sql("""
                        SELECT CASE WHEN t.provider = :provider AND t.guid = :guid
                                THEN t.other_provider ELSE t.provider END,
                            CASE WHEN t.provider = :provider AND t.guid = :guid
                                THEN t.other_guid ELSE t.guid END
                        FROM wire_twin t WHERE
                        """ + PAIRS_OF)
                .param("provider", key.provider())
                .param("guid", key.guid())
                .query((row, _) -> new Key(row.getString(1), row.getString(2)))
                .list();
    }

    private boolean regroup(Set<Key> touched) {
        boolean changed = false;
        Set<Key> left = new HashSet<>(touched);
        while (!left.isEmpty()) {
            List<Key> group = group(left.iterator().next());
            group.forEach(left::remove);
            UUID name = group.size() == 1
                    ? null
                    : group.stream()
                            .map(key -> key.provider() + "\n" + key.guid())
                            .min(String::compareTo)
                            .map(smallest -> UUID.nameUUIDFromBytes(smallest.getBytes(StandardCharsets.UTF_8)))
                            .orElse(null);
            for (Key key : group) {
                changed |= jdbc.sql("""
                                UPDATE wire_item SET twin_group = :name::uuid
                                WHERE provider = :provider AND guid = :guid AND twin_group IS DISTINCT FROM :name::uuid
                                """)
                                .param("name", name)
                                .param("provider", key.provider())
                                .param("guid", key.guid())
                                .update()
                        > 0;
            }
        }
        return changed;
    }

    /// An item with all that hold the same story, directly or through others.
    private List<Key> group(Key begin) {
        Set<Key> group = new HashSet<>();
        List<Key> next = new ArrayList<>(List.of(begin));
        while (!next.isEmpty()) {
            Key key = next.removeLast();
            if (group.add(key)) {
                next.addAll(pairsOf(key));
            }
        }
        return List.copyOf(group);
    }

    /// What an item is known by.
    private record Key(String provider, String guid) {}
}
