package org.broadsheet.ingest.settle;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.ingest.settle.Batch.CountedItem;
import org.broadsheet.ingest.settle.Batch.NewVerdict;
import org.broadsheet.ingest.settle.Batch.VersionToKeep;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Every version of every item, and which of them counts. The items themselves stand in the wire log.
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

    /// What is known of items, by key; each key has a state afterwards.
    ///
    /// @param asked the versions and hashes that are asked about; of the kept versions only these are found
    Map<Key, ItemState> states(List<Asked> asked) {
        Map<Key, ItemState> states = new LinkedHashMap<>();
        asked.forEach(one -> states.computeIfAbsent(one.key(), ItemState::new));
        String[] providers = column(states.keySet(), Key::provider);
        String[] guids = column(states.keySet(), Key::guid);
        boolean[] any = {false};
        jdbc.sql("""
            select provider, guid, version, content_hash, status, position
            from unnest(?::text[], ?::text[]) as asked (provider, guid) join wire_item using (provider, guid)
            """).params(providers, guids).query(row -> {
            any[0] = true;
            state(states, row.getString(1), row.getString(2))
                    .stands(new Standing(
                            row.getLong(3),
                            row.getString(4),
                            row.getString(5).equals(Status.CANCELED.name()),
                            row.getLong(6)));
        });
        jdbc.sql("""
            select provider, guid, rel, by_guid
            from unnest(?::text[], ?::text[]) as asked (provider, guid) join wire_verdict using (provider, guid)
            order by since, by_guid
            """).params(providers, guids).query(row -> {
            state(states, row.getString(1), row.getString(2)).hears(new Verdict(row.getString(3), row.getString(4)));
        });
        if (any[0]) {
            findKept(asked, states);
        }
        return states;
    }

    private void findKept(List<Asked> asked, Map<Key, ItemState> states) {
        jdbc.sql("""
            select v.provider, v.guid, v.version, v.content_hash
            from unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) as asked (provider, guid, version, hash)
            join wire_item_version v
              on v.provider = asked.provider and v.guid = asked.guid
             and (v.version = asked.version or v.content_hash = asked.hash)
            """)
                .params(
                        column(asked, one -> one.key().provider()),
                        column(asked, one -> one.key().guid()),
                        asked.stream().map(Asked::version).toArray(Long[]::new),
                        column(asked, Asked::contentHash))
                .query(row -> {
                    state(states, row.getString(1), row.getString(2)).keeps(row.getLong(3), row.getString(4));
                });
    }

    private static ItemState state(Map<Key, ItemState> states, String provider, String guid) {
        return states.computeIfAbsent(new Key(provider, guid), ItemState::new);
    }

    /// Writes down what a batch changes.
    ///
    /// @param first the position of the batch's first line in the log
    void write(Batch batch, long first) {
        keep(batch.versions(), first);
        count(batch.counted(), first);
        amend(batch.amended(), first);
        hear(batch.verdicts());
    }

    /// Keeps versions; a kill of the same version replaces what was kept.
    private void keep(List<VersionToKeep> versions, long first) {
        if (versions.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into wire_item_version
                (provider, guid, version, content_hash, item, position, receipt_id, settled_at)
            select provider, guid, version, hash, item::json, position, receipt, ?
            from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
                as given (provider, guid, version, hash, item, position, receipt)
            on conflict (provider, guid, version) do update
            set content_hash = excluded.content_hash, item = excluded.item, position = excluded.position,
                receipt_id = excluded.receipt_id, settled_at = excluded.settled_at
            """)
                .params(
                        now(),
                        column(versions, version -> version.key().provider()),
                        column(versions, version -> version.key().guid()),
                        versions.stream().map(VersionToKeep::version).toArray(Long[]::new),
                        column(versions, VersionToKeep::contentHash),
                        column(versions, version -> version.line() == null ? version.json() : null),
                        versions.stream()
                                .map(version -> version.line() == null ? null : Long.valueOf(first + version.line()))
                                .toArray(Long[]::new),
                        versions.stream().map(VersionToKeep::receipt).toArray(Long[]::new))
                .update();
    }

    /// Makes kept versions the ones that count.
    private void count(List<CountedItem> items, long first) {
        if (items.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into wire_item (provider, guid, version, content_hash, kind, status, feed, file_name, file_size,
                picture_hash, position, settled_at)
            select provider, guid, version, hash, kind, status, feed, file_name, file_size, picture, position, ?
            from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::bigint[], ?::text[], ?::bigint[])
                as given (provider, guid, version, hash, kind, status, feed, file_name, file_size, picture, position)
            on conflict (provider, guid) do update
            set version = excluded.version, content_hash = excluded.content_hash, kind = excluded.kind,
                status = excluded.status, feed = excluded.feed, file_name = excluded.file_name,
                file_size = excluded.file_size, picture_hash = excluded.picture_hash,
                position = excluded.position, settled_at = excluded.settled_at
            """)
                .params(
                        now(),
                        column(items, item -> item.key().provider()),
                        column(items, item -> item.key().guid()),
                        items.stream().map(item -> item.item().version()).toArray(Long[]::new),
                        column(items, CountedItem::contentHash),
                        column(items, item -> item.item().kind().name()),
                        column(items, item -> item.item().status().name()),
                        column(items, item -> item.item().feed()),
                        column(items, item -> fileName(item.item())),
                        items.stream().map(CountedItem::fileSize).toArray(Long[]::new),
                        column(items, item -> hash(item.item())),
                        positions(items, first))
                .update();
    }

    /// Puts items that count anew, their versions being the same.
    private void amend(List<CountedItem> items, long first) {
        if (items.isEmpty()) {
            return;
        }
        jdbc.sql("""
            update wire_item w
            set status = given.status, picture_hash = given.picture, position = given.position
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                as given (provider, guid, status, picture, position)
            where w.provider = given.provider and w.guid = given.guid
            """)
                .params(
                        column(items, item -> item.key().provider()),
                        column(items, item -> item.key().guid()),
                        column(items, item -> item.item().status().name()),
                        column(items, item -> hash(item.item())),
                        positions(items, first))
                .update();
    }

    private void hear(List<NewVerdict> verdicts) {
        if (verdicts.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into wire_verdict (provider, guid, rel, by_guid, since)
            select provider, guid, rel, by_guid, ?
            from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as given (provider, guid, rel, by_guid)
            on conflict do nothing
            """)
                .params(
                        now(),
                        column(verdicts, one -> one.about().provider()),
                        column(verdicts, one -> one.about().guid()),
                        column(verdicts, one -> one.verdict().rel()),
                        column(verdicts, one -> one.verdict().by()))
                .update();
    }

    /// The kept versions of an item, the oldest first.
    List<KeptVersion> versions(Key key) {
        return jdbc.sql("""
            select version, content_hash, receipt_id from wire_item_version
            where provider = ? and guid = ? order by version
            """)
                .params(key.provider(), key.guid())
                .query((row, number) -> new KeptVersion(row.getLong(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /// A kept version as it was parsed.
    WireItem version(Key key, long version) {
        return jdbc.sql("""
            select coalesce(v.item, l.item)
            from wire_item_version v left join wire_log l using (position)
            where provider = ? and guid = ? and version = ?
            """)
                .params(key.provider(), key.guid(), version)
                .query((row, number) -> json.readValue(row.getString(1), WireItem.class))
                .single();
    }

    /// The item that counts, as it stands in the log.
    WireItem counting(Key key) {
        return jdbc.sql("""
            select l.item from wire_item join wire_log l using (position) where provider = ? and guid = ?
            """)
                .params(key.provider(), key.guid())
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
            select coalesce(v.item, l.item)
            from named n join wire_item_version v using (provider, guid, version)
            left join wire_log l on l.position = v.position
            where n.picture_hash is null
               or (n.age = 1 and n.settled_at > :since and is_sent_again(n.picture_hash, :hash))
            order by n.position
            """)
                .param("feed", feed)
                .param("name", fileName)
                .param("size", size)
                .param("hash", hash.value())
                .param("since", Timestamp.from(clock.instant().minus(notLongAgo)))
                .query((row, number) -> json.readValue(row.getString(1), WireItem.class))
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

    private static Long[] positions(List<CountedItem> items, long first) {
        return items.stream().map(item -> first + item.line()).toArray(Long[]::new);
    }

    private static <T> String[] column(Collection<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static String fileName(WireItem item) {
        return item.picture() == null ? "" : item.picture().fileName();
    }

    private static @Nullable String hash(WireItem item) {
        PictureHash hash = item.picture() == null ? null : item.picture().hash();
        return hash == null ? null : hash.value();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /// A version that comes in.
    record Asked(Key key, long version, String contentHash) {}
}
