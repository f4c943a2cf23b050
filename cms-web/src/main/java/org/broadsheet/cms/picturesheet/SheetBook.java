package org.broadsheet.cms.picturesheet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.cms.picturefile.Slip;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureSheet;
import org.broadsheet.core.spelling.Letters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Where every version of every sheet is written down, and the card by which its picture is found.
@Repository
class SheetBook {

    /// A search index takes no more of a sheet than this; captions end long before.
    private static final int LONGEST_WORDS = 60_000;

    private static final TypeReference<List<SheetChange>> CHANGES = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    SheetBook(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Makes whoever writes a picture's sheet come one after the other, up to the end of the transaction.
    ///
    /// @return whether the picture is held
    boolean hold(PictureHash picture) {
        return database.sql("SELECT 1 FROM picture WHERE hash = ? FOR UPDATE")
                .param(picture.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Optional<SheetVersion> newest(PictureHash picture) {
        return database.sql("""
            SELECT * FROM picture_sheet WHERE picture = ? ORDER BY number DESC LIMIT 1
            """).param(picture.value()).query(this::version).optional();
    }

    Optional<SheetVersion> first(PictureHash picture) {
        return database.sql("SELECT * FROM picture_sheet WHERE picture = ? AND number = 1")
                .param(picture.value())
                .query(this::version)
                .optional();
    }

    Map<PictureHash, PictureSheet> newest(Collection<PictureHash> pictures) {
        Map<PictureHash, PictureSheet> sheets = new HashMap<>();
        database.sql("""
            SELECT picture_sheet.picture, picture_sheet.sheet
            FROM picture_card
            JOIN picture_sheet USING (picture, number)
            WHERE picture_card.picture = ANY (?)
            """)
                .param(pictures.stream().map(PictureHash::value).toArray(String[]::new))
                .query((row, _) -> sheets.put(
                        new PictureHash(row.getString("picture")),
                        json.readValue(row.getString("sheet"), PictureSheet.class)))
                .list();
        return sheets;
    }

    /// Every version, the newest first.
    List<SheetVersion> all(PictureHash picture) {
        return database.sql("SELECT * FROM picture_sheet WHERE picture = ? ORDER BY number DESC")
                .param(picture.value())
                .query(this::version)
                .list();
    }

    /// Pictures that nobody has read yet, the newest first.
    List<PictureHash> unread(int most) {
        return database.sql("""
            SELECT hash FROM picture
            WHERE NOT EXISTS (SELECT FROM picture_card WHERE picture_card.picture = picture.hash)
            ORDER BY kept_at DESC LIMIT ?
            """)
                .param(most)
                .query((row, _) -> new PictureHash(row.getString("hash")))
                .list();
    }

    /// Writes a version down. A number that is there already stays as it is.
    ///
    /// @return whether it was written
    boolean write(
            PictureHash picture,
            int number,
            SheetVersion.What what,
            PictureSheet sheet,
            List<SheetChange> changes,
            String source,
            @Nullable UUID staff) {
        int written = database.sql("""
            INSERT INTO picture_sheet (picture, number, what, sheet, changes, source, made_by, made_at)
            SELECT hash, :number, :what, :sheet::jsonb, :changes::jsonb, :source, :staff, clock_timestamp()
            FROM picture WHERE hash = :picture
            ON CONFLICT DO NOTHING
            """)
                .param("picture", picture.value())
                .param("number", number)
                .param("what", what.name().toLowerCase(Locale.ROOT))
                .param("sheet", json.writeValueAsString(sheet))
                .param("changes", json.writeValueAsString(changes))
                .param("source", source)
                .param("staff", staff)
                .update();
        if (written == 0) {
            return false;
        }
        file(picture, number, sheet);
        if (number > 1) {
            database.sql("UPDATE picture SET desk_words = ?::jsonb WHERE hash = ?")
                    .params(json.writeValueAsString(slip(sheet)), picture.value())
                    .update();
        }
        return true;
    }

    private void file(PictureHash picture, int number, PictureSheet sheet) {
        database.sql("""
            INSERT INTO picture_card (picture, number, kept_at, taken, place, persons, credit, words)
            SELECT hash, :number, kept_at, :taken, :place, :persons, :credit,
                   to_tsvector('simple', :words) || to_tsvector('english', :words)
            FROM picture WHERE hash = :picture
            ON CONFLICT (picture) DO UPDATE
            SET number = excluded.number, taken = excluded.taken, place = excluded.place, persons = excluded.persons,
                credit = excluded.credit, words = excluded.words, rights = NULL
            """)
                .param("picture", picture.value())
                .param("number", number)
                .param("taken", sheet.taken(), java.sql.Types.DATE)
                .param("place", plain(place(sheet.place())))
                .param("persons", plain(sheet.persons().stream()))
                .param(
                        "credit",
                        plain(Stream.concat(Stream.of(sheet.credit(), sheet.source()), sheet.bylines().stream())))
                .param("words", plain(words(sheet)))
                .update();
    }

    private static Stream<String> place(PictureSheet.Place place) {
        return Stream.of(place.sublocation(), place.city(), place.state(), place.country(), place.countryCode());
    }

    private static Stream<String> words(PictureSheet sheet) {
        return Stream.of(
                        Stream.of(
                                sheet.headline(),
                                sheet.caption(),
                                sheet.credit(),
                                sheet.source(),
                                sheet.copyright(),
                                sheet.usageTerms(),
                                sheet.instructions(),
                                sheet.title(),
                                sheet.jobId(),
                                sheet.category(),
                                sheet.alt(),
                                sheet.longAlt()),
                        sheet.bylines().stream(),
                        sheet.persons().stream(),
                        sheet.keywords().stream(),
                        place(sheet.place()),
                        sheet.remarks().stream())
                .flatMap(words -> words);
    }

    private static String plain(Stream<String> words) {
        String all = words.filter(word -> !word.isEmpty()).collect(Collectors.joining(" | "));
        return Letters.plain(all.length() > LONGEST_WORDS ? all.substring(0, LONGEST_WORDS) : all);
    }

    private static Slip slip(PictureSheet sheet) {
        return new Slip(
                sheet.caption(),
                sheet.credit(),
                sheet.copyright(),
                sheet.licence().webStatement(),
                sheet.digitalSourceType());
    }

    private SheetVersion version(ResultSet row, int number) throws SQLException {
        return new SheetVersion(
                row.getInt("number"),
                SheetVersion.What.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
                json.readValue(row.getString("sheet"), PictureSheet.class),
                json.readValue(row.getString("changes"), CHANGES),
                row.getString("source"),
                row.getObject("made_by", UUID.class),
                row.getTimestamp("made_at").toInstant());
    }
}
