package org.broadsheet.ingest.unclaimed;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.ingest.format.InsidePicture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Which picture files wait in vain for an item, and what became of them.
@Repository
class LonePictureFiles {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    LonePictureFiles(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// Files that have waited long enough and were not looked at yet, the oldest first. Nobody else gets them until the
    /// transaction ends.
    List<Waiting> waitingFor(Duration longEnough, int atMost) {
        return jdbc.sql("""
            select r.id, r.feed, r.name, r.hash, r.received_at, r.size, o.embedded
            from receipt r join picture_file f on f.receipt_id = r.id join picture_original o on o.hash = r.hash
            where r.state = 'settled' and r.reason = 'waiting for its item' and r.finished_at < ?
              and not exists (select from lone_picture l where (l.feed, l.name, l.hash) = (r.feed, r.name, r.hash))
            order by r.finished_at, r.id
            limit ?
            for update of r skip locked
            """)
                .params(Timestamp.from(clock.instant().minus(longEnough)), atMost)
                .query((row, number) -> new Waiting(
                        row.getLong("id"),
                        row.getString("feed"),
                        row.getString("name"),
                        new PictureHash(row.getString("hash")),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getLong("size"),
                        json.readValue(row.getString("embedded"), InsidePicture.class)))
                .list();
    }

    /// Remembers what became of a file.
    ///
    /// @param guid what its item is called; `null` where it has become none
    void remember(Waiting file, @Nullable String guid) {
        jdbc.sql("""
            insert into lone_picture (feed, name, hash, guid, since) values (:feed, :name, :hash, :guid, :now)
            on conflict (feed, name, hash) do nothing
            """)
                .param("feed", file.feed())
                .param("name", file.name())
                .param("hash", file.hash().value())
                .param("guid", guid, Types.VARCHAR)
                .param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .update();
    }

    /// Lone pictures whose file an item has named since, with that item.
    List<Named> namedSince(int atMost) {
        return jdbc.sql("""
            select l.feed, l.name, l.hash, l.guid, o.guid as by_guid, r.id, r.received_at, r.size, p.embedded
            from lone_picture l
            join wire_item o on o.feed = l.feed and o.file_name = l.name and o.picture_hash = l.hash
                            and o.guid <> l.guid
            join picture_original p on p.hash = l.hash
            join lateral (select id, received_at, size from receipt r
                          where r.feed = l.feed and r.name = l.name and r.hash = l.hash
                          order by id limit 1) r on true
            where l.guid is not null and l.joined is null
            limit ?
            for update of l skip locked
            """)
                .param(atMost)
                .query((row, number) -> new Named(
                        new Waiting(
                                row.getLong("id"),
                                row.getString("feed"),
                                row.getString("name"),
                                new PictureHash(row.getString("hash")),
                                row.getObject("received_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getLong("size"),
                                json.readValue(row.getString("embedded"), InsidePicture.class)),
                        row.getString("by_guid")))
                .list();
    }

    /// Remembers which item has named a lone picture.
    void joined(Named named) {
        jdbc.sql("update lone_picture set joined = ? where feed = ? and name = ? and hash = ?")
                .params(
                        named.by(),
                        named.file().feed(),
                        named.file().name(),
                        named.file().hash().value())
                .update();
    }

    /// A picture file that no item names.
    ///
    /// @param receipt it came in with
    /// @param feed it came in on
    /// @param name what the sender calls it
    /// @param hash of its bytes
    /// @param receivedAt when its bytes were durable
    /// @param size in bytes
    /// @param inside what it says of itself
    record Waiting(
            long receipt,
            String feed,
            String name,
            PictureHash hash,
            Instant receivedAt,
            long size,
            InsidePicture inside) {}

    /// A lone picture that an item has named after all.
    ///
    /// @param by the item's guid
    record Named(Waiting file, String by) {}
}
