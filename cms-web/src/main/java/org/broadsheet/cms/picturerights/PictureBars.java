package org.broadsheet.cms.picturerights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.broadsheet.cms.audit.AuditBook;
import org.broadsheet.cms.picturerights.PublicPages.Page;
import org.broadsheet.core.picture.PictureHash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What stands between a picture and every page: put there and taken away within the transaction of whoever decides,
/// the pages with it.
@Component
class PictureBars {

    /// Why a picture is barred when somebody took it down.
    static final String TAKEN_DOWN = "taken-down";

    /// Why a picture is barred when its right has ended or has not begun.
    static final String ENDED = "ended";

    private final JdbcClient database;
    private final PublicPages pages;
    private final AuditBook audit;

    PictureBars(JdbcClient database, PublicPages pages, AuditBook audit) {
        this.database = database;
        this.pages = pages;
        this.audit = audit;
    }

    boolean has(PictureHash hash, String why) {
        return database.sql("SELECT count(*) FROM picture_bar WHERE hash = ? AND why = ?")
                        .params(hash.value(), why)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// Bars a picture; where it is barred for the same reason already, the words are put right.
    void put(PictureHash hash, String why, String sentence, @Nullable UUID by) {
        database.sql("""
            INSERT INTO picture_bar (hash, why, sentence, barred_by) VALUES (:hash, :why, :sentence, :by)
            ON CONFLICT (hash, why) DO UPDATE SET sentence = excluded.sentence
            """)
                .param("hash", hash.value())
                .param("why", why)
                .param("sentence", sentence)
                .param("by", by)
                .update();
    }

    void lift(PictureHash hash, String why) {
        database.sql("DELETE FROM picture_bar WHERE hash = ? AND why = ?")
                .params(hash.value(), why)
                .update();
    }

    /// Makes the pages right: each that changes has a line in the audit of its story.
    ///
    /// @param action such as `picture-off` or `picture-back`
    /// @param by who decided it; `null` for the house by itself
    List<Page> settle(PictureHash hash, String action, String why, @Nullable UUID by) {
        List<Page> changed = pages.printAnew(hash);
        Map<UUID, Map<String, Object>> details = new LinkedHashMap<>();
        for (Page page : changed) {
            details.put(
                    page.story(),
                    Map.of(
                            "picture", hash.value(),
                            "version", page.version(),
                            "position", page.position(),
                            "shows", page.shows().code(),
                            "why", why));
        }
        audit.enter(by, action, details);
        return changed;
    }
}
