package org.broadsheet.cms.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.broadsheet.cms.house.Bells;
import org.broadsheet.core.log.LogBook;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.Routing;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireLogEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Enters what the wire log says into the basket. Entries and our place in the log are one transaction: each takes
/// effect once, whatever breaks.
@Component
class WireBook implements LogBook<WireLogEntry> {

    static final String LOG = "wire";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final PictureIntake pictures;
    private final Bells bells;

    WireBook(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            JsonMapper json,
            PictureIntake pictures,
            Bells bells) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
        this.pictures = pictures;
        this.bells = bells;
    }

    @Override
    public long position() {
        return jdbc.sql("SELECT position FROM log_reader WHERE log = :log")
                .param("log", LOG)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /// Pictures first: an entry is applied only when its picture is in our store.
    @Override
    public void apply(List<WireLogEntry> entries) {
        try {
            for (WireLogEntry entry : entries) {
                if (entry.item().picture() != null) {
                    pictures.bring(entry.item(), entry.item().picture());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        transaction.executeWithoutResult(_ -> enter(entries));
    }

    private void enter(List<WireLogEntry> entries) {
        jdbc.sql("INSERT INTO log_reader (log, position) VALUES (:log, 0) ON CONFLICT DO NOTHING")
                .param("log", LOG)
                .update();
        // Two instances that follow the same log take turns here, and the second finds the work done.
        long place = jdbc.sql("SELECT position FROM log_reader WHERE log = :log FOR UPDATE")
                .param("log", LOG)
                .query(Long.class)
                .single();
        List<WireLogEntry> fresh =
                entries.stream().filter(entry -> entry.position() > place).toList();
        if (fresh.isEmpty()) {
            return;
        }
        for (WireLogEntry entry : fresh) {
            enter(entry);
        }
        jdbc.sql("UPDATE log_reader SET position = :position, moved_at = now() WHERE log = :log")
                .param("position", fresh.getLast().position())
                .param("log", LOG)
                .update();
        bells.ring(WireBasket.BELL);
    }

    /// The newest version in place of the one before. What was dropped stays dropped, unless a story was made from it:
    /// then the desk has to see that there is something newer.
    private void enter(WireLogEntry entry) {
        WireItem item = entry.item();
        Routing routing = entry.routing();
        int changed = jdbc.sql("""
            INSERT INTO wire_item (provider, guid, version, position, kind, status, received_at,
                embargoed_until, urgency, headline, slugline, item, topics, picture_hash, desk, section,
                tags, rules, auto_publish, auto_due_at, expires_at, twins_due_at)
            VALUES (:provider, :guid, :version, :position, :kind, :status, :received_at,
                :embargoed_until, :urgency, :headline, :slugline, :item::jsonb, :topics, :picture_hash, :desk,
                :section, :tags, :rules, :auto_publish, CASE WHEN :auto_publish THEN now() END, :expires_at,
                CASE WHEN :kind = 'text' THEN now() + interval '1 second' END)
            ON CONFLICT (provider, guid) DO UPDATE
            SET version = excluded.version, position = excluded.position, kind = excluded.kind,
                status = excluded.status, received_at = excluded.received_at,
                embargoed_until = excluded.embargoed_until, urgency = excluded.urgency,
                headline = excluded.headline, slugline = excluded.slugline, item = excluded.item,
                topics = excluded.topics, picture_hash = excluded.picture_hash,
                desk = excluded.desk, section = excluded.section, tags = excluded.tags,
                rules = excluded.rules, auto_publish = excluded.auto_publish, auto_tries = 0,
                auto_note = CASE WHEN excluded.auto_publish THEN wire_item.auto_note ELSE '' END,
                auto_due_at = CASE WHEN excluded.auto_publish OR EXISTS (
                    SELECT FROM story s JOIN staff p ON p.id = s.created_by AND p.wire_rule
                    WHERE s.wire_provider = excluded.provider AND s.wire_guid = excluded.guid)
                    THEN now() END,
                expires_at = excluded.expires_at,
                expired_at = CASE WHEN excluded.version > wire_item.version
                    THEN NULL ELSE wire_item.expired_at END,
                kept = wire_item.kept AND excluded.version = wire_item.version,
                twin_group = CASE WHEN excluded.version = wire_item.version THEN wire_item.twin_group END,
                twins_due_at = excluded.twins_due_at, twins_tries = 0,
                dropped_at = CASE WHEN excluded.version > wire_item.version AND EXISTS (
                    SELECT FROM story s
                    WHERE s.wire_provider = excluded.provider AND s.wire_guid = excluded.guid)
                    THEN NULL ELSE wire_item.dropped_at END
            WHERE wire_item.position < excluded.position
            """)
                .param("provider", item.provider())
                .param("guid", item.guid())
                .param("version", item.version())
                .param("position", entry.position())
                .param("kind", word(item.kind()))
                .param("status", word(item.status()))
                .param("received_at", timestamp(item.receivedAt()))
                .param("embargoed_until", timestamp(item.embargoedUntil()))
                .param("urgency", item.urgency())
                .param("headline", item.headline())
                .param("slugline", item.slugline())
                .param("item", json.writeValueAsString(item))
                .param(
                        "topics",
                        Topics.comparable(item.subjects().stream()
                                        .map(Subject::code)
                                        .toList())
                                .toArray(String[]::new))
                .param("picture_hash", hash(item))
                .param("desk", routing.desk())
                .param("section", routing.section())
                .param("tags", routing.tags().toArray(String[]::new))
                .param("rules", routing.rules().toArray(String[]::new))
                .param("auto_publish", routing.autoPublish())
                .param("expires_at", timestamp(item.expiresAt()))
                .update();
        if (changed == 0) {
            return;
        }
        jdbc.sql("DELETE FROM wire_link WHERE provider = :provider AND guid = :guid")
                .param("provider", item.provider())
                .param("guid", item.guid())
                .update();
        for (WireItem.WireLink link : item.links()) {
            jdbc.sql("""
                INSERT INTO wire_link (provider, guid, linked_guid, rel, rank)
                VALUES (:provider, :guid, :linked, :rel, :rank)
                ON CONFLICT DO NOTHING
                """)
                    .param("provider", item.provider())
                    .param("guid", item.guid())
                    .param("linked", link.guid())
                    .param("rel", link.rel())
                    .param("rank", link.rank())
                    .update();
        }
        tellTheNightDesk(item);
    }

    /// Has the night desk look again at what an item is about: a kill or a correction of another item, a picture.
    private void tellTheNightDesk(WireItem item) {
        if (item.kind() == WireItem.Kind.TEXT && item.links().isEmpty()) {
            return;
        }
        jdbc.sql("""
            UPDATE wire_item t SET auto_due_at = now(), auto_tries = 0
            WHERE t.provider = :provider AND (t.guid IN (
                    SELECT l.linked_guid FROM wire_link l WHERE l.provider = :provider AND l.guid = :guid)
                OR t.guid IN (
                    SELECT p.guid FROM wire_item_picture p
                    WHERE p.provider = :provider AND p.picture = :guid))
            AND (t.auto_publish OR EXISTS (
                SELECT FROM story s JOIN staff p ON p.id = s.created_by AND p.wire_rule
                WHERE s.wire_provider = t.provider AND s.wire_guid = t.guid))
            """)
                .param("provider", item.provider())
                .param("guid", item.guid())
                .update();
    }

    private static @Nullable String hash(WireItem item) {
        return item.picture() == null || item.picture().hash() == null
                ? null
                : item.picture().hash().value();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
