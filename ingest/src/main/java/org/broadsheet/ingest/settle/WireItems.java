package org.broadsheet.ingest.settle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Every version of every item, and which of them counts.
@Repository
class WireItems {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    WireItems(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<Standing> standing(String provider, String guid) {
        return jdbc.sql("select version, content_hash, status from wire_item where provider = ? and guid = ?")
                .params(provider, guid)
                .query((row, number) -> new Standing(
                        row.getLong(1), row.getString(2), row.getString(3).equals(Status.CANCELED.name())))
                .optional();
    }

    /// Under which hash a version was kept; `null` where it never came in.
    @Nullable
    String keptAs(String provider, String guid, long version) {
        return jdbc.sql("select content_hash from wire_item_version where provider = ? and guid = ? and version = ?")
                .params(provider, guid, version)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /// Keeps a version; a kill of the same version replaces what was kept.
    void keep(ParsedItem parsed, long receipt) {
        WireItem item = parsed.item();
        jdbc.sql("""
                insert into wire_item_version (provider, guid, version, content_hash, item, receipt_id, settled_at)
                values (?, ?, ?, ?, cast(? as jsonb), ?, ?)
                on conflict (provider, guid, version) do update
                set content_hash = excluded.content_hash, item = excluded.item,
                    receipt_id = excluded.receipt_id, settled_at = excluded.settled_at
                """)
                .params(
                        item.provider(),
                        item.guid(),
                        item.version(),
                        parsed.contentHash(),
                        json.writeValueAsString(item),
                        receipt,
                        now())
                .update();
    }

    /// Makes a kept version the one that counts.
    ///
    /// @param item as it stands in the log
    void count(WireItem item, String contentHash, @Nullable Long fileSize, long position) {
        jdbc.sql("""
                insert into wire_item (provider, guid, version, content_hash, kind, status, feed, file_name, file_size,
                    picture_hash, item, position, settled_at)
                values (:provider, :guid, :version, :contentHash, :kind, :status, :feed, :fileName, :fileSize,
                    :pictureHash, cast(:item as jsonb), :position, :now)
                on conflict (provider, guid) do update
                set version = excluded.version, content_hash = excluded.content_hash, kind = excluded.kind,
                    status = excluded.status, feed = excluded.feed, file_name = excluded.file_name,
                    file_size = excluded.file_size, picture_hash = excluded.picture_hash, item = excluded.item,
                    position = excluded.position, settled_at = excluded.settled_at
                """)
                .param("provider", item.provider())
                .param("guid", item.guid())
                .param("version", item.version())
                .param("contentHash", contentHash)
                .param("kind", item.kind().name())
                .param("status", item.status().name())
                .param("feed", item.feed())
                .param("fileName", item.picture() == null ? "" : item.picture().fileName())
                .param("fileSize", fileSize, Types.BIGINT)
                .param("pictureHash", hash(item), Types.VARCHAR)
                .param("item", json.writeValueAsString(item))
                .param("position", position)
                .param("now", now())
                .update();
    }

    /// Puts the item that counts anew, the version being the same.
    void amend(WireItem item, long position) {
        jdbc.sql("""
                update wire_item set item = cast(:item as jsonb), picture_hash = :pictureHash, position = :position
                where provider = :provider and guid = :guid
                """)
                .param("item", json.writeValueAsString(item))
                .param("pictureHash", hash(item), Types.VARCHAR)
                .param("position", position)
                .param("provider", item.provider())
                .param("guid", item.guid())
                .update();
    }

    /// The item that counts, as it stands in the log.
    WireItem counting(String provider, String guid) {
        return jdbc.sql("select item from wire_item where provider = ? and guid = ?")
                .params(provider, guid)
                .query((row, number) -> json.readValue(row.getString(1), WireItem.class))
                .single();
    }

    /// Picture items that a file of this name completes: those without their file, and the newest one that has another
    /// file and came in not long ago, because agencies send a picture again under its name.
    ///
    /// @param size of the file; an item that states another size means another file
    List<WireItem> wanting(String feed, String fileName, PictureHash hash, long size, Duration notLongAgo) {
        return jdbc.sql("""
                with named as (
                    select w.*, row_number() over (order by settled_at desc, position desc) as age
                    from wire_item w
                    where feed = :feed and file_name = :name and kind = 'PICTURE'
                      and (file_size is null or file_size = :size)
                )
                select v.item
                from named n join wire_item_version v using (provider, guid, version)
                where n.picture_hash is null
                   or (n.age = 1 and n.picture_hash <> :hash and n.settled_at > :since)
                order by n.position
                """)
                .param("feed", feed)
                .param("name", fileName)
                .param("size", size)
                .param("hash", hash.value())
                .param("since", Timestamp.from(clock.instant().minus(notLongAgo)))
                .query(this::item)
                .list();
    }

    /// Whether an item that counts shows this file.
    boolean isShown(String feed, String fileName, PictureHash hash) {
        return jdbc.sql("""
                select exists (select from wire_item where feed = ? and file_name = ? and picture_hash = ?)
                """)
                .params(feed, fileName, hash.value())
                .query(Boolean.class)
                .single();
    }

    private WireItem item(ResultSet row, int number) throws SQLException {
        return json.readValue(row.getString(1), WireItem.class);
    }

    private static @Nullable String hash(WireItem item) {
        PictureHash hash = item.picture() == null ? null : item.picture().hash();
        return hash == null ? null : hash.value();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
