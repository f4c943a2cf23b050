package org.broadsheet.cms.story;

import java.sql.Timestamp;
import java.util.List;
import org.broadsheet.cms.picturerights.PictureRights;
import org.broadsheet.cms.publication.PublicationLog;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.publication.PublicationEvent;
import org.broadsheet.core.publication.PublishedStory;
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
    private final PictureRights rights;
    private final ShownPictures shown;

    PublicShelf(JdbcClient jdbc, JsonMapper json, PublicationLog log, PictureRights rights, ShownPictures shown) {
        this.jdbc = jdbc;
        this.json = json;
        this.log = log;
        this.rights = rights;
        this.shown = shown;
    }

    /// Puts a story before readers in its newest words.
    ///
    /// @return its position in the publication log
    long putUp(Published story, Filed.@Nullable Source wire) {
        List<PictureHash> carried = PicturesOf.carried(story.content());
        Print print = Print.of(story.content(), rights.barred(carried), shown.sizes(carried));
        PublishedStory page = page(story, print, wire);
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
        shown.note(story.id(), carried, print.pictures());
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

    private static PublishedStory page(Published story, Print print, Filed.@Nullable Source wire) {
        StoryContent content = story.content();
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
                print.body(),
                content.signOff(),
                print.lead(),
                content.subjects(),
                content.urgency(),
                story.firstPublishedAt(),
                story.updatedAt(),
                wire == null ? null : wire.guid());
    }
}
