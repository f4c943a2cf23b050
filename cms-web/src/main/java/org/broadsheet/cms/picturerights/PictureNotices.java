package org.broadsheet.cms.picturerights;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.broadsheet.cms.picturerights.PublicPages.Page;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.core.picture.PictureHash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What the picture desk is told of rights that end and of pages that have changed; each notice stays until somebody
/// of the desk has seen it.
@Component
class PictureNotices {

    private static final int MOST = 100;
    private static final int PAGES_TOLD = 20;

    private final JdbcClient database;
    private final JsonMapper json;

    PictureNotices(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// A right ends soon. Said once for each end, and anew where the end has moved.
    void ending(PictureHash hash, Instant endsAt, String sentence, List<Page> pages) {
        add(hash, "ending", endsAt, sentence, pages);
    }

    /// Pages have changed because a picture must not be shown any more; that its right would end is old news now.
    void ended(PictureHash hash, @Nullable Instant endsAt, String sentence, List<Page> pages) {
        database.sql("UPDATE picture_notice SET seen_at = now() WHERE hash = ? AND kind <> 'ended' AND seen_at IS NULL")
                .param(hash.value())
                .update();
        add(hash, "ended", endsAt, sentence, pages);
    }

    /// Pages have it back.
    void back(PictureHash hash, String sentence, List<Page> pages) {
        database.sql("UPDATE picture_notice SET seen_at = now() WHERE hash = ? AND seen_at IS NULL")
                .param(hash.value())
                .update();
        add(hash, "back", null, sentence, pages);
    }

    /// What nobody has seen, what ends first and what has changed last on top.
    List<Notice> unseen() {
        return database.sql("""
            SELECT id, hash, kind, sentence, ends_at, pages, made_at FROM picture_notice
            WHERE seen_at IS NULL
            ORDER BY kind = 'ending' DESC, CASE WHEN kind = 'ending' THEN ends_at END, id DESC
            LIMIT :most
            """)
                .param("most", MOST)
                .query((row, _) -> new Notice(
                        row.getLong("id"),
                        row.getString("hash"),
                        row.getString("kind"),
                        row.getString("sentence"),
                        row.getTimestamp("ends_at") == null
                                ? null
                                : row.getTimestamp("ends_at").toInstant(),
                        row.getTimestamp("made_at").toInstant(),
                        List.of(json.readValue(row.getString("pages"), Where[].class))))
                .list();
    }

    /// Puts a notice away; doing so twice changes nothing.
    ///
    /// @return whether there is such a notice
    @Transactional
    public boolean seen(long id, StaffMember member) {
        database.sql("UPDATE picture_notice SET seen_at = now(), seen_by = :by WHERE id = :id AND seen_at IS NULL")
                .param("id", id)
                .param("by", member.id())
                .update();
        return database.sql("SELECT count(*) FROM picture_notice WHERE id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void add(PictureHash hash, String kind, @Nullable Instant endsAt, String sentence, List<Page> pages) {
        List<Where> where = pages.stream()
                .limit(PAGES_TOLD)
                .map(page -> new Where(
                        page.story().toString(),
                        page.headline(),
                        page.address(),
                        page.shows().code()))
                .toList();
        database.sql("""
            INSERT INTO picture_notice (hash, kind, sentence, ends_at, pages)
            VALUES (:hash, :kind, :sentence, :ends, :pages::jsonb)
            ON CONFLICT DO NOTHING
            """)
                .param("hash", hash.value())
                .param("kind", kind)
                .param("sentence", sentence)
                .param("ends", endsAt == null ? null : Timestamp.from(endsAt))
                .param("pages", json.writeValueAsString(where))
                .update();
    }

    /// What the picture desk is told.
    ///
    /// @param kind `ending`, `ended` or `back`
    /// @param pages the first of those that are meant
    record Notice(
            long id,
            String hash,
            String kind,
            String sentence,
            @Nullable Instant endsAt,
            Instant madeAt,
            List<Where> pages) {}

    /// A page.
    ///
    /// @param shows what stands there now: `this`, `fallback` or `none`
    record Where(String story, String headline, String address, String shows) {}
}
