package org.broadsheet.cms.wire;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.broadsheet.cms.audit.AuditBook;
import org.broadsheet.cms.house.Bells;
import org.broadsheet.cms.masthead.Mastheads;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.core.desk.Refusal;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.story.HeadlineTag;
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

    static final String BELL = "wire_basket";

    /// Rows of the basket: text, and pictures that belong to no text. A package only binds.
    private static final String ROWS = """
            FROM wire_item w
            LEFT JOIN story s ON s.wire_provider = w.provider AND s.wire_guid = w.guid
            WHERE (w.kind = 'text' OR w.kind = 'picture' AND NOT EXISTS (
                SELECT FROM wire_item_picture p WHERE p.provider = w.provider AND p.picture = w.guid))
            AND (NOT :by_section OR w.topics && CAST(:topics AS text[]))
            """;

    private static final String UNTAKEN = "(w.dropped_at IS NULL AND (s.id IS NULL OR w.version > s.wire_version))";
    private static final String TAKEN = "(s.id IS NOT NULL)";
    private static final String DROPPED = "(w.dropped_at IS NOT NULL AND s.id IS NULL)";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Mastheads mastheads;
    private final PictureStore store;
    private final AuditBook audit;
    private final Bells bells;

    WireBasket(
            JdbcClient jdbc, JsonMapper json, Mastheads mastheads, PictureStore store, AuditBook audit, Bells bells) {
        this.jdbc = jdbc;
        this.json = json;
        this.mastheads = mastheads;
        this.store = store;
        this.audit = audit;
        this.bells = bells;
    }

    /// A page of the basket.
    ///
    /// @param section the slug of a section whose media topics the items have; `null` for all
    /// @param limit from 1 to [#LONGEST_PAGE]
    /// @param before only items of an earlier position; `null` from the newest on
    @Transactional(readOnly = true)
    public BasketPage list(Show show, @Nullable String section, int limit, @Nullable Long before) {
        String[] topics = section == null
                ? new String[0]
                : mastheads
                        .current()
                        .section(section)
                        .map(known -> Topics.comparable(known.mediaTopics()).toArray(String[]::new))
                        .orElseGet(() -> new String[0]);
        String part =
                switch (show) {
                    case UNTAKEN -> UNTAKEN;
                    case TAKEN -> TAKEN;
                    case DROPPED -> DROPPED;
                    case ALL -> "true";
                };
        List<BasketPage.Item> items = jdbc.sql("""
                        SELECT w.position, w.dropped_at, w.item, s.id AS story, s.state, s.wire_version,
                            (SELECT count(*) FROM wire_item_picture p
                             WHERE p.provider = w.provider AND p.guid = w.guid) AS pictures
                        """ + ROWS + " AND " + part + """
                         AND w.position < :before ORDER BY w.position DESC LIMIT :limit
                        """)
                .param("by_section", section != null)
                .param("topics", topics)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", Math.clamp(limit, 1, LONGEST_PAGE))
                .query((row, _) -> line(row))
                .list();
        BasketPage.Counts counts = jdbc.sql("SELECT count(*) FILTER (WHERE " + UNTAKEN + "), count(*) FILTER (WHERE "
                        + TAKEN + "), count(*) FILTER (WHERE " + DROPPED + ") " + ROWS)
                .param("by_section", section != null)
                .param("topics", topics)
                .query((row, _) -> new BasketPage.Counts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
        return new BasketPage(items, counts, end());
    }

    /// The last position of the wire log that is in the basket; 0 while nothing has come in.
    public long end() {
        return jdbc.sql("SELECT coalesce(max(position), 0) FROM wire_item")
                .query(Long.class)
                .single();
    }

    /// One item in its newest version, with its pictures in the wire's own order.
    public Optional<BasketItem> item(String provider, String guid) {
        return jdbc.sql("""
                        SELECT w.position, w.dropped_at, w.item, s.id AS story, s.state, s.wire_version
                        FROM wire_item w
                        LEFT JOIN story s ON s.wire_provider = w.provider AND s.wire_guid = w.guid
                        WHERE w.provider = :provider AND w.guid = :guid
                        """)
                .param("provider", provider)
                .param("guid", guid)
                .query((row, _) -> {
                    WireItem item = json.readValue(row.getString("item"), WireItem.class);
                    return new BasketItem(
                            item,
                            row.getLong("position"),
                            relation(row, item),
                            story(row),
                            row.getTimestamp("dropped_at") != null,
                            item.status() == WireItem.Status.USABLE && item.kind() != WireItem.Kind.PACKAGE,
                            pictures(item));
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

    /// Takes a dropped item back into the basket. Doing so twice changes nothing.
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
        if (item.dropped() == drop) {
            return new Sorting.Done();
        }
        jdbc.sql("""
                        UPDATE wire_item
                        SET dropped_at = CASE WHEN :drop THEN now() END, dropped_by = CASE WHEN :drop THEN :by::uuid END
                        WHERE provider = :provider AND guid = :guid
                        """)
                .param("drop", drop)
                .param("by", member.id())
                .param("provider", provider)
                .param("guid", guid)
                .update();
        audit.enter(
                member.id(),
                drop ? "dropped" : "lifted from dropped",
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
                word(item.status()),
                picture,
                hash != null && store.holds(hash));
    }

    private BasketPage.Item line(ResultSet row) throws SQLException {
        WireItem item = json.readValue(row.getString("item"), WireItem.class);
        return new BasketPage.Item(
                item.provider(),
                item.guid(),
                item.version(),
                row.getLong("position"),
                word(item.kind()),
                word(item.status()),
                item.receivedAt(),
                item.urgency(),
                item.headline(),
                item.headlineTags().stream().map(HeadlineTag::printed).toList(),
                item.slugline(),
                item.creditLine().isBlank() ? item.provider() : item.creditLine(),
                item.embargoedUntil(),
                item.kind() == WireItem.Kind.PICTURE ? 1 : row.getInt("pictures"),
                relation(row, item),
                story(row),
                row.getTimestamp("dropped_at") != null);
    }

    private static BasketPage.@Nullable StoryRef story(ResultSet row) throws SQLException {
        UUID id = row.getObject("story", UUID.class);
        return id == null ? null : new BasketPage.StoryRef(id, row.getString("state"));
    }

    private static BasketPage.@Nullable Relation relation(ResultSet row, WireItem item) throws SQLException {
        String state = row.getString("state");
        if (state == null || row.getLong("wire_version") >= item.version()) {
            return null;
        }
        return item.status() != WireItem.Status.USABLE && state.equals("published")
                ? BasketPage.Relation.PUBLISHED_HERE
                : BasketPage.Relation.UPDATES_YOUR_STORY;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
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
