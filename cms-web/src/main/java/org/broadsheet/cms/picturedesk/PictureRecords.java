package org.broadsheet.cms.picturedesk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.broadsheet.cms.picturedesk.PictureView.Happening;
import org.broadsheet.cms.picturesheet.SheetChange;
import org.broadsheet.cms.picturesheet.SheetVersion;
import org.broadsheet.core.picture.PictureHash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Where a picture stands, and what happened to it.
@Repository
class PictureRecords {

    private static final int MOST = 200;
    private static final String KEPT = "kept";
    private static final String BROUGHT_IN = "picture-brought-in";

    private final JdbcClient database;
    private final PictureWords words;

    PictureRecords(JdbcClient database, PictureWords words) {
        this.database = database;
        this.words = words;
    }

    /// The stories that show a picture, public ones first, then those that were saved last.
    List<PictureView.Use> uses(PictureHash picture) {
        return database.sql("""
            SELECT story.id, coalesce(published_story.headline, story.headline) AS headline, story.state,
                   shown.story IS NOT NULL AS public,
                   CASE WHEN shown.story IS NOT NULL
                       THEN '/' || published_story.section || '/' || published_story.slug ELSE '' END AS address,
                   story.first_published_at
            FROM story
            LEFT JOIN published_picture shown ON shown.story = story.id AND shown.hash = :hash
            LEFT JOIN published_story ON published_story.id = story.id
            WHERE story.id IN (
                    SELECT story_picture.story FROM story_picture WHERE story_picture.hash = :hash
                    UNION SELECT published_picture.story FROM published_picture WHERE published_picture.hash = :hash)
              AND (story.state IN ('draft', 'submitted', 'published') OR shown.story IS NOT NULL)
            ORDER BY shown.story IS NULL, story.saved_at DESC, story.id
            LIMIT :most
            """)
                .param("hash", picture.value())
                .param("most", MOST)
                .query((row, _) -> new PictureView.Use(
                        row.getObject("id", UUID.class),
                        row.getString("headline"),
                        row.getString("state"),
                        row.getBoolean("public"),
                        row.getString("address"),
                        instant(row.getTimestamp("first_published_at"))))
                .list();
    }

    /// What happened to a picture, the newest first.
    ///
    /// @param versions of its sheet
    List<Happening> history(PictureHash picture, List<SheetVersion> versions) {
        List<Happening> history = new ArrayList<>();
        List<Happening> noted = noted(picture);
        if (noted.stream().noneMatch(happening -> happening.what().equals(KEPT))) {
            history.add(keeping(picture));
        }
        history.addAll(noted);
        versions.forEach(version -> writing(version, history));
        history.addAll(crops(picture));
        history.addAll(publications(picture));
        return history.stream()
                .sorted(Comparator.comparing(Happening::at).reversed())
                .limit(MOST)
                .toList();
    }

    private Happening keeping(PictureHash picture) {
        return database.sql("""
            SELECT picture.kept_at,
                   (SELECT wire_item.provider FROM wire_item
                    WHERE wire_item.picture_hash = picture.hash ORDER BY wire_item.received_at LIMIT 1) AS provider
            FROM picture WHERE picture.hash = ?
            """)
                .param(picture.value())
                .query((row, _) -> {
                    String provider = row.getString("provider");
                    return new Happening(
                            row.getTimestamp("kept_at").toInstant(),
                            provider == null ? "" : provider,
                            KEPT,
                            provider == null ? words.happening("kept") : words.happening("kept.wire", provider));
                })
                .single();
    }

    private void writing(SheetVersion version, List<Happening> history) {
        List<String> fields = version.changes().stream().map(SheetChange::field).toList();
        switch (version.what()) {
            case READ -> {
                // It was read because it came in.
            }
            case WIRE -> {
                if (!fields.isEmpty()) {
                    history.add(new Happening(
                            version.madeAt(),
                            version.source(),
                            "wire",
                            words.happening("wire", version.source(), words.fields(fields))));
                }
            }
            case CHANGED -> {
                String name = name(version.madeBy());
                history.add(new Happening(
                        version.madeAt(), name, "changed", words.happening("changed", name, words.fields(fields))));
            }
        }
    }

    private List<Happening> crops(PictureHash picture) {
        return database.sql("""
            SELECT made_at, staff.name, NULL AS crop, true AS drawn
            FROM picture_focus JOIN staff ON staff.id = made_by WHERE picture = :hash
            UNION ALL
            SELECT made_at, staff.name, picture_crop.name, width IS NOT NULL
            FROM picture_crop JOIN staff ON staff.id = made_by WHERE picture = :hash
            ORDER BY made_at DESC LIMIT :most
            """)
                .param("hash", picture.value())
                .param("most", MOST)
                .query((row, _) -> {
                    String name = row.getString("name");
                    String crop = row.getString("crop");
                    String sentence = crop == null
                            ? words.happening("focus", name)
                            : words.happening(row.getBoolean("drawn") ? "crop" : "crop.back", name, crop);
                    return new Happening(
                            row.getTimestamp("made_at").toInstant(),
                            name,
                            crop == null ? "focused" : "cropped",
                            sentence);
                })
                .list();
    }

    private List<Happening> publications(PictureHash picture) {
        return uses(picture).stream()
                .<Happening>mapMulti((use, sink) -> {
                    Instant out = use.firstPublishedAt();
                    if (out != null && use.isPublic()) {
                        sink.accept(new Happening(out, "", "published", words.happening("published", use.headline())));
                    }
                })
                .toList();
    }

    /// What the audit has of the picture, but for what its own tables say better: who brought it in, took it
    /// down, let it be shown again. What somebody took down is one entry, not one for each page.
    private List<Happening> noted(PictureHash picture) {
        return database.sql("""
            SELECT audit.at, coalesce(staff.name, '') AS name, audit.action,
                   coalesce(audit.details ->> 'reason', audit.details ->> 'why', '') AS reason
            FROM audit LEFT JOIN staff ON staff.id = audit.staff
            WHERE audit.details ->> 'picture' = ?
              AND audit.action NOT IN ('picture-changed', 'focal-point-set', 'crop-drawn', 'crop-taken-back')
              AND (audit.staff IS NULL OR audit.action NOT IN ('picture-off', 'picture-back'))
            ORDER BY audit.id DESC LIMIT ?
            """)
                .params(picture.value(), MOST)
                .query((row, _) -> {
                    String name = row.getString("name");
                    String action = row.getString("action");
                    return new Happening(
                            row.getTimestamp("at").toInstant(),
                            name,
                            action.equals(BROUGHT_IN) ? KEPT : action,
                            words.noted(action, name.isEmpty() ? words.house() : name, row.getString("reason")));
                })
                .list();
    }

    private String name(@Nullable UUID staff) {
        return staff == null
                ? words.house()
                : database.sql("SELECT name FROM staff WHERE id = ?")
                        .param(staff)
                        .query(String.class)
                        .optional()
                        .orElseGet(words::house);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
