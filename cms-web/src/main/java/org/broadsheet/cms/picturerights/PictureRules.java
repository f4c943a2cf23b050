package org.broadsheet.cms.picturerights;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.broadsheet.cms.audit.AuditBook;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.core.desk.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The rules of the picture desk: how much each check weighs, what usage terms mean, which sources need a word to the
/// reader.
@Component
public class PictureRules {

    private final JdbcClient database;
    private final JsonMapper json;
    private final AuditBook audit;
    private final RulesForm ofTheHouse = RulesReading.ofTheHouse();
    private final AtomicReference<HouseRules> read = new AtomicReference<>(RulesReading.read(ofTheHouse));

    PictureRules(JdbcClient database, JsonMapper json, AuditBook audit) {
        this.database = database;
        this.json = json;
        this.audit = audit;
    }

    /// The rules as they now stand.
    public HouseRules current() {
        int version = database.sql("SELECT coalesce((SELECT version FROM picture_rules), 0)")
                .query(Integer.class)
                .single();
        HouseRules known = read.get();
        if (known.version() == version) {
            return known;
        }
        HouseRules fresh = RulesReading.read(written().form());
        read.set(fresh);
        return fresh;
    }

    /// The rules that come with the house.
    RulesForm ofTheHouse() {
        return ofTheHouse;
    }

    /// The rules as they are written down, with who changed them last.
    Written written() {
        return database.sql("""
            SELECT r.version, r.rules, r.changed_at, p.name FROM picture_rules r
            JOIN staff p ON p.id = r.changed_by
            """)
                .query((row, _) -> new Written(
                        json.readValue(row.getString("rules"), RulesForm.class).at(row.getInt("version")),
                        row.getTimestamp("changed_at").toInstant(),
                        row.getString("name")))
                .optional()
                .orElseGet(() -> new Written(ofTheHouse, null, null));
    }

    /// Puts rules in force.
    ///
    /// @throws RulesReading.RulesFaulty if they are none
    @Transactional
    public Putting put(RulesForm form, StaffMember member) {
        if (!member.may(Privilege.SET_PICTURE_RULES)) {
            return new Putting.Refused(new Refusal.NotAllowed(Privilege.SET_PICTURE_RULES.words()));
        }
        HouseRules before = current();
        HouseRules rules = RulesReading.read(form);
        // One after the other, the first change too, before which there is no row to hold.
        database.sql("SELECT pg_advisory_xact_lock(hashtext('picture_rules'))").query(row -> {});
        int changed = database.sql("""
            INSERT INTO picture_rules (version, rules, changed_at, changed_by)
            SELECT 1, :rules::jsonb, now(), :by WHERE :version = 0
            ON CONFLICT (only_one) DO NOTHING
            """)
                .param("rules", json.writeValueAsString(form))
                .param("by", member.id())
                .param("version", form.version())
                .update();
        if (changed == 0) {
            changed = database.sql("""
                UPDATE picture_rules
                SET version = version + 1, rules = :rules::jsonb, changed_at = now(), changed_by = :by
                WHERE version = :version
                """)
                    .param("rules", json.writeValueAsString(form))
                    .param("by", member.id())
                    .param("version", form.version())
                    .update();
        }
        if (changed == 0) {
            return new Putting.Stale(written());
        }
        // Whatever was decided by the rules before is decided anew.
        database.sql("UPDATE picture_look SET next_at = now()").update();
        Written now = written();
        audit.enter(
                member.id(),
                "picture-rules-set",
                null,
                Map.of("version", now.form().version(), "before", before.version(), "rules", form));
        return new Putting.Done(now, rules);
    }

    /// Rules as they are written down.
    ///
    /// @param at when they were changed last; `null` as they come with the house
    record Written(
            RulesForm form, @Nullable Instant at, @Nullable String by) {}

    /// How it goes when rules are put in force.
    sealed interface Putting {

        /// They are.
        record Done(Written now, HouseRules rules) implements Putting {}

        /// Somebody else changed them in between.
        record Stale(Written now) implements Putting {}

        /// Who asks may not.
        record Refused(Refusal refusal) implements Putting {}
    }
}
