package org.broadsheet.ingest.routing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.broadsheet.core.wire.WireItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Where the routing rules are kept. Changes take turns, and each makes a new edition of the book.
@Repository
class RuleBook {

    /// The most rules of a newsroom.
    static final int MOST = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    RuleBook(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// Which edition of the rules counts now.
    long edition() {
        return jdbc.sql("select edition from routing_book").query(Long.class).single();
    }

    /// Every rule as it is written down, in order.
    List<Written> all() {
        return jdbc.sql("""
                select id, name, active, rank, version, conditions, decision from routing_rule order by rank, id
                """).query(this::written).list();
    }

    /// The newest items that count, the newest first.
    List<WireItem> newestItems(int most) {
        return jdbc.sql("""
                select l.item from wire_item w join wire_log l using (position) order by w.position desc limit ?
                """)
                .param(most)
                .query((row, number) -> json.readValue(row.getString(1), WireItem.class))
                .list();
    }

    /// Keeps a new rule, behind all others, or a change of one.
    ///
    /// @param version the version the change was made on; 0 for a new rule
    @Transactional
    public Change keep(Rule rule, long version) {
        lock();
        Optional<Written> before = find(rule.id());
        long now = before.map(Written::version).orElse(0L);
        if (now != version) {
            return new Change.Stale(now);
        }
        if (before.isEmpty() && count() >= MOST) {
            return new Change.Full();
        }
        jdbc.sql("""
                insert into routing_rule (id, name, active, rank, version, conditions, decision, changed_at)
                values (:id, :name, :active, (select coalesce(max(rank), 0) + 1 from routing_rule), 1,
                    cast(:conditions as jsonb), cast(:decision as jsonb), :now)
                on conflict (id) do update
                set name = excluded.name, active = excluded.active, version = routing_rule.version + 1,
                    conditions = excluded.conditions, decision = excluded.decision, changed_at = excluded.changed_at
                """)
                .param("id", rule.id())
                .param("name", rule.name())
                .param("active", rule.active())
                .param("conditions", json.writeValueAsString(rule.when()))
                .param("decision", json.writeValueAsString(rule.then()))
                .param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .update();
        changed();
        return new Change.Done(find(rule.id()).orElseThrow());
    }

    /// Forgets a rule; what it decided stands in the log. Doing so twice changes nothing.
    ///
    /// @param version the version that was looked at; 0: whichever it is
    @Transactional
    public Change forget(String id, long version) {
        lock();
        Optional<Written> before = find(id);
        if (before.isEmpty()) {
            return new Change.Unknown();
        }
        if (version != 0 && before.get().version() != version) {
            return new Change.Stale(before.get().version());
        }
        jdbc.sql("delete from routing_rule where id = ?").param(id).update();
        changed();
        return new Change.Done(before.get());
    }

    /// Puts the rules in another order.
    ///
    /// @param ids every rule once
    /// @return whether they were exactly the rules there are; if not, nothing has changed
    @Transactional
    public boolean order(List<String> ids) {
        lock();
        List<String> known = jdbc.sql("select id from routing_rule")
                .query((row, number) -> row.getString(1))
                .list();
        if (ids.size() != known.size() || !new HashSet<>(ids).equals(new HashSet<>(known))) {
            return false;
        }
        for (int i = 0; i < ids.size(); i++) {
            jdbc.sql("update routing_rule set rank = ? where id = ?")
                    .params(i + 1, ids.get(i))
                    .update();
        }
        changed();
        return true;
    }

    private void lock() {
        jdbc.sql("select edition from routing_book for update")
                .query(Long.class)
                .single();
    }

    private void changed() {
        jdbc.sql("update routing_book set edition = edition + 1").update();
    }

    private int count() {
        return jdbc.sql("select count(*) from routing_rule")
                .query(Integer.class)
                .single();
    }

    private Optional<Written> find(String id) {
        return jdbc.sql("""
                select id, name, active, rank, version, conditions, decision from routing_rule where id = ?
                """).param(id).query(this::written).optional();
    }

    private Written written(ResultSet row, int number) throws SQLException {
        return new Written(
                row.getString("id"),
                row.getString("name"),
                row.getBoolean("active"),
                row.getInt("rank"),
                row.getLong("version"),
                row.getString("conditions"),
                row.getString("decision"));
    }

    /// A rule as it is written down; reading its conditions may fail.
    record Written(String id, String name, boolean active, int rank, long version, String conditions, String decision) {

        /// @throws RuntimeException if it cannot be read
        Rule read(JsonMapper json) {
            return new Rule(
                    id,
                    name,
                    active,
                    rank,
                    version,
                    json.readValue(conditions, Rule.When.class),
                    json.readValue(decision, Rule.Then.class));
        }
    }

    /// What came of a change.
    sealed interface Change {

        /// It is kept.
        record Done(Written rule) implements Change {}

        /// Somebody else changed the rule in between; nothing has changed.
        ///
        /// @param version the version it has now; 0 if there is none
        record Stale(long version) implements Change {}

        /// There is no such rule.
        record Unknown() implements Change {}

        /// There are as many rules as there can be.
        record Full() implements Change {}
    }
}
