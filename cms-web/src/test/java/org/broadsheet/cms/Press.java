package org.broadsheet.cms;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.broadsheet.cms.picture.Keeping;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureUse;
import org.broadsheet.core.publication.PublishedStory;
import org.broadsheet.core.story.Block;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Puts invented stories where readers see them, as the desk does when an editor publishes.
public class Press {

    private static final UUID EDITOR = UUID.fromString("00000000-0000-0000-0000-00000000ed17");

    private final JdbcClient database;
    private final JsonMapper json;
    private final PictureStore pictures;

    public Press(JdbcClient database, JsonMapper json, PictureStore pictures) {
        this.database = database;
        this.json = json;
        this.pictures = pictures;
    }

    /// Takes every story away, and founds The Harbour Times.
    public void startAfresh() {
        database.sql("""
                        TRUNCATE masthead, section, promo, staff, picture, story, revision, published_story, slug,
                                 published_picture, publication_log, audit, related, reading CASCADE
                        """).update();
        database.sql("""
                        INSERT INTO masthead (name, tagline, time_zone, language)
                        VALUES ('The Harbour Times', 'News of the four strait states', 'Asia/Singapore', 'en')
                        """).update();
        int rank = 0;
        for (String name : new String[] {"World", "Nation", "Business", "Technology", "Sport", "Culture"}) {
            database.sql("INSERT INTO section (slug, name, rank) VALUES (?, ?, ?)")
                    .params(name.toLowerCase(java.util.Locale.ROOT), name, rank++)
                    .update();
        }
        database.sql("""
                        INSERT INTO staff (id, login, name, password_hash, roles)
                        VALUES (?, 'editor', 'Osei Danquah', '-', '{EDITOR}')
                        """).param(EDITOR).update();
    }

    /// Publishes a story, or a new version of it.
    public PublishedStory publish(PublishedStory story) {
        return publish(story, story.wireGuid() == null ? story.id().toString() : story.wireGuid());
    }

    /// Publishes a story as one of a family.
    public PublishedStory publish(PublishedStory story, String family) {
        String words = json.writeValueAsString(story);
        database.sql("""
                        INSERT INTO story (id, state, version, content, headline, section, created_at, created_by,
                                           saved_at, saved_by, first_published_at)
                        VALUES (?, 'published', 1, '{}', ?, ?, now(), ?, now(), ?, ?)
                        ON CONFLICT (id) DO UPDATE SET state = 'published'
                        """)
                .params(story.id(), story.headline(), story.section(), EDITOR, EDITOR, at(story.firstPublishedAt()))
                .update();
        database.sql("INSERT INTO slug (slug, story) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(story.slug().value(), story.id())
                .update();
        database.sql("DELETE FROM published_story WHERE id = ?")
                .param(story.id())
                .update();
        database.sql("""
                        INSERT INTO published_story (id, slug, section, headline, urgency, family, first_published_at,
                                                     updated_at, story)
                        VALUES (:id, :slug, :section, :headline, :urgency, :family, :first, :updated, :story::jsonb)
                        """)
                .param("id", story.id())
                .param("slug", story.slug().value())
                .param("section", story.section())
                .param("headline", story.headline())
                .param("urgency", story.urgency())
                .param("family", family)
                .param("first", at(story.firstPublishedAt()))
                .param("updated", at(story.updatedAt()))
                .param("story", words)
                .update();
        if (story.picture() != null) {
            show(story.id(), story.picture());
        }
        for (Block block : story.body().blocks()) {
            if (block instanceof Block.PictureBlock within) {
                show(story.id(), within.picture());
            }
        }
        long position = database.sql("SELECT coalesce(max(position), 0) + 1 FROM publication_log")
                .query(Long.class)
                .single();
        database.sql("""
                        INSERT INTO publication_log (position, id, appended_at, event)
                        VALUES (?, ?, now(), jsonb_build_object('type', 'story-published', 'storyId', ?::text))
                        """).params(position, UUID.randomUUID(), story.id()).update();
        return story;
    }

    /// Withdraws a story.
    public void kill(UUID story) {
        database.sql("DELETE FROM published_story WHERE id = ?").param(story).update();
        database.sql("UPDATE story SET state = 'killed', killed_at = now() WHERE id = ?")
                .param(story)
                .update();
    }

    /// Keeps a picture.
    public PictureHash keep(byte[] original) {
        if (pictures.keep(original, "image/jpeg") instanceof Keeping.Kept kept) {
            return kept.picture().hash();
        }
        throw new AssertionError("The picture was refused");
    }

    private void show(UUID story, PictureUse picture) {
        database.sql("INSERT INTO published_picture (story, hash) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(story, picture.hash().value())
                .update();
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }
}
