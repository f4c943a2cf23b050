package org.broadsheet.cms.story;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.cms.publication.PublicationLog;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureUse;
import org.broadsheet.core.publication.PublicationEvent;
import org.broadsheet.core.publication.PublishedStory;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Killed;
import org.broadsheet.core.story.Published;
import org.broadsheet.core.story.StoryContent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What readers may see: put up and taken down in the transaction of the desk, with its line in the publication log.
@Component
class PublicShelf {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PublicationLog log;

    PublicShelf(JdbcClient jdbc, JsonMapper json, PublicationLog log) {
        this.jdbc = jdbc;
        this.json = json;
        this.log = log;
    }

    /// Puts a story before readers in its newest words.
    ///
    /// @return its position in the publication log
    long putUp(Published story, Filed.@Nullable Source wire) {
        PublishedStory page = page(story, wire);
        jdbc.sql("""
                        INSERT INTO published_story
                            (id, slug, section, headline, urgency, family, first_published_at, updated_at, story)
                        VALUES (:id, :slug, :section, :headline, :urgency, :family, :first, :updated, :story::jsonb)
                        ON CONFLICT (id) DO UPDATE
                        SET slug = excluded.slug, section = excluded.section, headline = excluded.headline,
                            urgency = excluded.urgency, family = excluded.family, updated_at = excluded.updated_at,
                            story = excluded.story
                        """)
                .param("id", story.id())
                .param("slug", page.slug().value())
                .param("section", page.section())
                .param("headline", page.headline())
                .param("urgency", page.urgency())
                .param("family", wire == null ? story.id().toString() : wire.provider() + " " + wire.guid())
                .param("first", Timestamp.from(page.firstPublishedAt()))
                .param("updated", Timestamp.from(page.updatedAt()))
                .param("story", json.writeValueAsString(page))
                .update();
        jdbc.sql("DELETE FROM published_picture WHERE story = :id")
                .param("id", story.id())
                .update();
        List<String> hashes = PicturesOf.printed(story.content()).stream()
                .map(use -> use.hash().value())
                .distinct()
                .toList();
        for (String hash : hashes) {
            jdbc.sql("INSERT INTO published_picture (story, hash) VALUES (:id, :hash)")
                    .param("id", story.id())
                    .param("hash", hash)
                    .update();
        }
        return log.append(new PublicationEvent.StoryPublished(story.id(), page));
    }

    /// Takes a story from readers for good.
    ///
    /// @return its position in the publication log
    long takeDown(Killed story) {
        jdbc.sql("DELETE FROM published_story WHERE id = :id")
                .param("id", story.id())
                .update();
        return log.append(new PublicationEvent.StoryKilled(story.id(), story.killedAt()));
    }

    private PublishedStory page(Published story, Filed.@Nullable Source wire) {
        StoryContent content = story.content();
        Map<PictureHash, int[]> sizes = sizes(content);
        return new PublishedStory(
                story.id(),
                story.publishedVersion(),
                story.slug(),
                content.section(),
                content.headline(),
                content.kicker(),
                content.standfirst(),
                content.slugline(),
                content.bylines(),
                content.dateline(),
                new Body(content.body().blocks().stream()
                        .map(block -> block instanceof Block.PictureBlock in
                                ? new Block.PictureBlock(measured(in.picture(), sizes))
                                : block)
                        .toList()),
                content.signOff(),
                content.leadPicture().map(use -> measured(use, sizes)).orElse(null),
                content.subjects(),
                content.urgency(),
                story.firstPublishedAt(),
                story.updatedAt(),
                wire == null ? null : wire.guid());
    }

    /// A page reserves the room a picture needs; what the original measures counts, not what the draft says.
    private static PictureUse measured(PictureUse use, Map<PictureHash, int[]> sizes) {
        int[] size = sizes.get(use.hash());
        return size == null
                ? use
                : new PictureUse(use.hash(), use.caption(), use.credit(), use.alt(), size[0], size[1]);
    }

    private Map<PictureHash, int[]> sizes(StoryContent content) {
        String[] hashes = PicturesOf.printed(content).stream()
                .map(use -> use.hash().value())
                .distinct()
                .toArray(String[]::new);
        Map<PictureHash, int[]> sizes = new HashMap<>();
        jdbc.sql("SELECT hash, width, height FROM picture WHERE hash = ANY (:hashes)")
                .param("hashes", hashes)
                .query(row -> {
                    sizes.put(
                            new PictureHash(row.getString("hash")),
                            new int[] {row.getInt("width"), row.getInt("height")});
                });
        return sizes;
    }
}
