package org.broadsheet.cms.wire;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.cms.audit.AuditBook;
import org.broadsheet.cms.house.Bells;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.core.desk.Refusal;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WirePicture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What has come in over the wire, newest first, with what the desk did with it.
@Component
public class WireBasket {

    /// The most items of one page.
    public static final int LONGEST_PAGE = 200;

    /// Rings whenever the basket looks different.
    public static final String BELL = "wire_basket";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final BasketList list;
    private final BasketRows rows;
    private final PictureStore store;
    private final AuditBook audit;
    private final Bells bells;

    WireBasket(
            JdbcClient jdbc,
            JsonMapper json,
            BasketList list,
            BasketRows rows,
            PictureStore store,
            AuditBook audit,
            Bells bells) {
        this.jdbc = jdbc;
        this.json = json;
        this.list = list;
        this.rows = rows;
        this.store = store;
        this.audit = audit;
        this.bells = bells;
    }

    /// A page of the basket.
    ///
    /// @param section the slug of a section the rules name, or whose media topics the items have; `null` for all
    /// @param desk the desk the rules name; `null` for all
    /// @param limit from 1 to [#LONGEST_PAGE]
    /// @param before only items of an earlier position; `null` from the newest on
    public BasketPage list(
            Show show, @Nullable String section, @Nullable String desk, int limit, @Nullable Long before) {
        return list.page(show, section, desk, limit, before);
    }

    /// The last position of the wire log that is in the basket; 0 while nothing has come in.
    public long end() {
        return list.end();
    }

    /// One item in its newest version, with its pictures in the wire's own order.
    public Optional<BasketItem> item(String provider, String guid) {
        return jdbc.sql("""
                        SELECT""" + " " + BasketRows.COLUMNS + """
                        FROM wire_item w
                        LEFT JOIN story s ON s.wire_provider = w.provider AND s.wire_guid = w.guid
                        WHERE w.provider = :provider AND w.guid = :guid
                        """)
                .param("provider", provider)
                .param("guid", guid)
                .query((row, _) -> {
                    WireItem item = rows.item(row);
                    List<BasketPage.Told> about = rows.about(row);
                    List<BasketPage.Told> toldBy = rows.toldBy(row);
                    return new BasketItem(
                            item,
                            row.getLong("position"),
                            rows.relation(row, item, about),
                            rows.story(row, List.of()),
                            row.getTimestamp("dropped_at") != null,
                            row.getTimestamp("expired_at") != null,
                            BasketItem.mayBeTaken(item, toldBy),
                            pictures(item),
                            rows.routed(row),
                            row.getString("auto_note"),
                            rows.twins(row),
                            about,
                            toldBy);
                })
                .optional();
    }

    /// The same, kept from changing until the transaction is over: for whoever makes a story of it.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<BasketItem> hold(String provider, String guid) {
        // Two statements: what the second sees is fixed when it begins, and by then the row is ours.
        return jdbc.sql("SELECT guid FROM wire_item WHERE provider = :provider AND guid = :guid FOR UPDATE")
                .param("provider", provider)
                .param("guid", guid)
                .query(String.class)
                .optional()
                .flatMap(found -> item(provider, found));
    }

    /// Lets nothing new into the basket until the transaction is over: what the wire says of a story holds until the
    /// story is out.
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepStill() {
        jdbc.sql("SELECT position FROM log_reader WHERE log = :log FOR SHARE")
                .param("log", WireBook.LOG)
                .query(Long.class)
                .optional();
    }

    /// What the wire now says of originals that a story uses. An original may have come in with several items.
    public List<PictureStanding> standing(Collection<PictureHash> hashes) {
        return jdbc.sql("""
                        SELECT picture_hash, status, embargoed_until FROM wire_item
                        WHERE kind = 'picture' AND picture_hash = ANY (:hashes)
                        """)
                .param(
                        "hashes",
                        hashes.stream().map(PictureHash::value).distinct().toArray(String[]::new))
                .query((row, _) -> new PictureStanding(
                        new PictureHash(row.getString("picture_hash")),
                        !row.getString("status").equals("usable"),
                        instant(row.getTimestamp("embargoed_until"))))
                .list();
    }

    /// Puts an item aside that nobody needs. Doing so twice changes nothing.
    @Transactional
    public Sorting drop(String provider, String guid, StaffMember member) {
        return sort(provider, guid, member, true);
    }

    /// Takes a dropped or expired item back into the basket. Doing so twice changes nothing.
    @Transactional
    public Sorting lift(String provider, String guid, StaffMember member) {
        return sort(provider, guid, member, false);
    }

    /// Tells all open desks, when the running transaction is committed, that the basket looks different.
    public void changed() {
        bells.ring(BELL);
    }

    private Sorting sort(String provider, String guid, StaffMember member, boolean drop) {
        if (!member.may(Privilege.SORT_THE_WIRE)) {
            return new Sorting.Refused(new Refusal.NotAllowed(Privilege.SORT_THE_WIRE.words()));
        }
        Optional<BasketItem> held = hold(provider, guid);
        if (held.isEmpty()) {
            return new Sorting.Unknown();
        }
        BasketItem item = held.get();
        if (drop && item.story() != null && item.relation() == null) {
            return new Sorting.Refused(new Refusal.AlreadyTaken());
        }
        if (drop ? item.dropped() : !item.dropped() && !item.expired()) {
            return new Sorting.Done();
        }
        // The same story from elsewhere goes with it: to the desk it is one row.
        jdbc.sql("""
                        UPDATE wire_item w
                        SET dropped_at = CASE WHEN :drop THEN now() END, dropped_by = CASE WHEN :drop THEN :by::uuid END,
                            expired_at = CASE WHEN :drop THEN w.expired_at END, kept = w.kept OR NOT :drop
                        WHERE w.provider = :provider AND w.guid = :guid
                        OR w.twin_group = (SELECT twin_group FROM wire_item
                                WHERE provider = :provider AND guid = :guid)
                            AND w.status = 'usable' AND (w.dropped_at IS NULL) = :drop
                            AND NOT EXISTS (SELECT FROM story s
                                WHERE s.wire_provider = w.provider AND s.wire_guid = w.guid)
                        """)
                .param("drop", drop)
                .param("by", member.id())
                .param("provider", provider)
                .param("guid", guid)
                .update();
        audit.enter(
                member.id(),
                drop ? "dropped" : item.dropped() ? "lifted from dropped" : "lifted from expired",
                null,
                Map.of(
                        "provider",
                        provider,
                        "guid",
                        guid,
                        "version",
                        item.item().version()));
        changed();
        return new Sorting.Done();
    }

    private List<BasketItem.Picture> pictures(WireItem item) {
        return switch (item.kind()) {
            case PACKAGE -> List.of();
            case PICTURE -> {
                WirePicture picture = item.picture();
                yield picture == null ? List.of() : List.of(picture(item, picture));
            }
            case TEXT ->
                jdbc
                        .sql("""
                                SELECT w.item FROM wire_item_picture p
                                JOIN wire_item w ON w.provider = p.provider AND w.guid = p.picture
                                WHERE p.provider = :provider AND p.guid = :guid
                                ORDER BY p.rank, p.picture
                                """)
                        .param("provider", item.provider())
                        .param("guid", item.guid())
                        .query((row, _) -> json.readValue(row.getString("item"), WireItem.class))
                        .list()
                        .stream()
                        .<BasketItem.Picture>mapMulti((linked, sink) -> {
                            if (linked.picture() != null) {
                                sink.accept(picture(linked, linked.picture()));
                            }
                        })
                        .toList();
        };
    }

    private BasketItem.Picture picture(WireItem item, WirePicture picture) {
        PictureHash hash = picture.hash();
        return new BasketItem.Picture(
                item.guid(),
                item.version(),
                item.headline(),
                BasketRows.word(item.status()),
                picture,
                hash != null && store.holds(hash));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /// What the wire now says of an original.
    ///
    /// @param withdrawn whether the agency took it back or withholds it
    /// @param embargoedUntil not before this; `null` where the wire says nothing
    public record PictureStanding(
            PictureHash hash, boolean withdrawn, @Nullable Instant embargoedUntil) {}
}
