package org.broadsheet.cms.picture;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.broadsheet.cms.darkroom.Area;
import org.broadsheet.cms.darkroom.Attention;
import org.broadsheet.cms.darkroom.Darkroom;
import org.broadsheet.cms.darkroom.Look;
import org.broadsheet.cms.darkroom.Undrawable;
import org.broadsheet.core.picture.PictureHash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// How pictures are cut: a focal point that every crop keeps, and crops that somebody drew, which go before it. Nothing
/// is written over: each change is a line more, and the newest counts.
@Repository
public class Crops {

    private final JdbcClient database;
    private final PictureStore store;
    private final Darkroom darkroom;

    Crops(JdbcClient database, PictureStore store, Darkroom darkroom) {
        this.database = database;
        this.store = store;
        this.darkroom = darkroom;
    }

    /// A focal point as it was set.
    ///
    /// @param number counts up from 1
    /// @param proposed whether it is the point that [Attention] proposes
    /// @param madeBy who set it, or went back to the proposal; `null` where nobody has set any
    public record Focus(
            int number,
            FocalPoint point,
            boolean proposed,
            @Nullable UUID madeBy,
            Instant madeAt) {}

    /// A crop as it was drawn.
    ///
    /// @param number counts up from 1
    /// @param area `null` where the crop was taken back, and the focal point decides again
    public record Drawn(int number, CropName name, @Nullable Area area, UUID madeBy, Instant madeAt) {}

    /// The focal points of a picture, the newest first.
    public List<Focus> foci(PictureHash picture) {
        return database.sql("""
            SELECT number, x, y, proposed, made_by, made_at FROM picture_focus WHERE picture = ?
            ORDER BY number DESC
            """)
                .param(picture.value())
                .query((row, _) -> new Focus(
                        row.getInt("number"),
                        new FocalPoint(row.getDouble("x"), row.getDouble("y")),
                        row.getBoolean("proposed"),
                        row.getObject("made_by", UUID.class),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }

    /// The crops of a picture drawn under one name, the newest first.
    public List<Drawn> history(PictureHash picture, CropName name) {
        return database.sql("""
            SELECT number, x, y, width, height, made_by, made_at FROM picture_crop
            WHERE picture = ? AND name = ? ORDER BY number DESC
            """)
                .params(picture.value(), name.word())
                .query((row, _) -> new Drawn(
                        row.getInt("number"),
                        name,
                        row.getObject("width") == null
                                ? null
                                : new Area(row.getInt("x"), row.getInt("y"), row.getInt("width"), row.getInt("height")),
                        row.getObject("made_by", UUID.class),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }

    /// Sets the focal point.
    ///
    /// @throws PictureMissing if the picture is not held
    @Transactional
    public void focus(PictureHash picture, FocalPoint point, UUID staff) {
        hold(picture);
        add(picture, point, false, staff);
    }

    /// Goes back to the focal point that [Attention] proposes.
    ///
    /// @throws PictureMissing if the picture is not held or cannot be read
    public void focusAsProposed(PictureHash picture, UUID staff) {
        FocalPoint point = foci(picture).stream()
                .filter(Focus::proposed)
                .findFirst()
                .map(Focus::point)
                .orElseGet(() -> look(picture));
        add(picture, point, true, staff);
    }

    /// How often the cut of a picture was changed. Until the running transaction ends nobody else changes it.
    ///
    /// @throws PictureMissing if the picture is not held
    @Transactional
    public int changes(PictureHash picture) {
        hold(picture);
        return database.sql("""
            SELECT (SELECT count(*) FROM picture_focus WHERE picture = :picture)
                 + (SELECT count(*) FROM picture_crop WHERE picture = :picture)
            """)
                .param("picture", picture.value())
                .query(Integer.class)
                .single();
    }

    /// Draws a crop.
    ///
    /// @param area `null` takes the drawn one back
    /// @throws IllegalArgumentException if the area does not lie in the picture or has not the crop's shape
    /// @throws PictureMissing if the picture is not held
    @Transactional
    public void draw(PictureHash picture, CropName name, @Nullable Area area, UUID staff) {
        HeldPicture held = hold(picture);
        if (area != null && (!area.liesIn(held.width(), held.height()) || !name.fits(area.width(), area.height()))) {
            throw new IllegalArgumentException("Not a " + name.word() + " crop of this picture: " + area);
        }
        database.sql("""
            INSERT INTO picture_crop (picture, name, number, x, y, width, height, made_by)
            SELECT :picture, :name, coalesce(max(number), 0) + 1, :x, :y, :width, :height, :staff
            FROM picture_crop WHERE picture = :picture AND name = :name
            """)
                .param("picture", picture.value())
                .param("name", name.word())
                .param("x", area == null ? null : area.left(), java.sql.Types.INTEGER)
                .param("y", area == null ? null : area.top(), java.sql.Types.INTEGER)
                .param("width", area == null ? null : area.width(), java.sql.Types.INTEGER)
                .param("height", area == null ? null : area.height(), java.sql.Types.INTEGER)
                .param("staff", staff)
                .update();
    }

    /// What a crop shows now: the drawn one, else the one around the focal point, which is proposed where nobody set
    /// one. Empty for a free crop that nobody drew.
    ///
    /// @throws PictureMissing if the picture is not held or cannot be read
    public Optional<Area> area(PictureHash picture, CropName name) {
        List<Drawn> drawn = history(picture, name);
        Area latest = drawn.isEmpty() ? null : drawn.getFirst().area();
        if (latest != null || !name.isShaped()) {
            return Optional.ofNullable(latest);
        }
        HeldPicture held = store.facts(picture);
        List<Focus> foci = foci(picture);
        FocalPoint point = foci.isEmpty() ? propose(picture) : foci.getFirst().point();
        return Optional.of(point.area(name, held.width(), held.height()));
    }

    private FocalPoint propose(PictureHash picture) {
        FocalPoint point = look(picture);
        database.sql("""
            INSERT INTO picture_focus (picture, number, x, y, proposed) VALUES (?, 1, ?, ?, true)
            ON CONFLICT DO NOTHING
            """).params(picture.value(), point.x(), point.y()).update();
        return foci(picture).stream().findFirst().map(Focus::point).orElse(point);
    }

    private FocalPoint look(PictureHash picture) {
        if (!(darkroom.look(store.original(picture)) instanceof Look.Fit fit)) {
            throw new PictureMissing(picture, "cannot be read");
        }
        try {
            Attention.Point seen = darkroom.attention(fit.original());
            return new FocalPoint(seen.x(), seen.y());
        } catch (Undrawable e) {
            throw new PictureMissing(picture, "cannot be drawn", e);
        }
    }

    /// Two people who draw at once come one after the other.
    private HeldPicture hold(PictureHash picture) {
        boolean isHeld = !database.sql("SELECT 1 FROM picture WHERE hash = ? FOR UPDATE")
                .param(picture.value())
                .query((row, _) -> row.getInt(1))
                .list()
                .isEmpty();
        if (!isHeld) {
            throw new PictureMissing(picture, "is not held");
        }
        return store.facts(picture);
    }

    private void add(PictureHash picture, FocalPoint point, boolean proposed, UUID staff) {
        database.sql("""
            INSERT INTO picture_focus (picture, number, x, y, proposed, made_by)
            SELECT :picture, coalesce(max(number), 0) + 1, :x, :y, :proposed, :staff
            FROM picture_focus WHERE picture = :picture
            """)
                .param("picture", picture.value())
                .param("x", point.x())
                .param("y", point.y())
                .param("proposed", proposed)
                .param("staff", staff)
                .update();
    }
}
