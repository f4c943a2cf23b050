package org.broadsheet.cms.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.broadsheet.cms.picturerights.PictureRights;
import org.broadsheet.cms.picturerights.PublicPages;
import org.broadsheet.cms.publication.PublicationLog;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.publication.PublicationEvent;
import org.broadsheet.core.publication.PublishedStory;
import org.broadsheet.core.story.StoryContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Prints public stories anew when pictures come or go. Their words are those that are public, whatever has been
/// written since, so nobody's work is touched and no version is counted.
@Component
class PageChanges implements PublicPages {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PictureRights rights;
    private final ShownPictures shown;
    private final PublicationLog log;

    PageChanges(JdbcClient jdbc, JsonMapper json, PictureRights rights, ShownPictures shown, PublicationLog log) {
        this.jdbc = jdbc;
        this.json = json;
        this.rights = rights;
        this.shown = shown;
        this.log = log;
    }

    @Override
    public List<Page> carrying(PictureHash hash) {
        UUID[] stories = stories(hash);
        return publicWords(stories).stream()
                .map(words -> page(hash, words, words.page(), 0))
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Page> printAnew(PictureHash hash) {
        UUID[] stories = stories(hash);
        // All of them before the first line of the log, in one order: whoever kills a story takes the log last too.
        jdbc.sql("SELECT id FROM story WHERE id = ANY (:stories) ORDER BY id FOR UPDATE")
                .param("stories", stories)
                .query(row -> {});
        List<Page> changed = new ArrayList<>();
        for (int from = 0; from < stories.length; from += AT_ONCE) {
            UUID[] some = Arrays.copyOfRange(stories, from, Math.min(stories.length, from + AT_ONCE));
            changed.addAll(printAnew(hash, publicWords(some)));
        }
        return changed;
    }

    private List<Page> printAnew(PictureHash hash, List<PublicWords> stories) {
        List<PictureHash> pictures = stories.stream()
                .flatMap(words -> PicturesOf.carried(words.content()).stream())
                .distinct()
                .toList();
        Set<PictureHash> barred = rights.barred(pictures);
        Map<PictureHash, int[]> sizes = shown.sizes(pictures);
        Map<UUID, PublishedStory> pages = new HashMap<>();
        Map<UUID, List<PictureHash>> printed = new HashMap<>();
        List<PublicWords> changed = new ArrayList<>();
        for (PublicWords words : stories) {
            Print print = Print.of(words.content(), barred, sizes);
            PublishedStory page = with(words.page(), print);
            if (!page.equals(words.page())) {
                pages.put(page.id(), page);
                changed.add(words);
                printed.put(page.id(), print.pictures());
            }
        }
        shown.noteAll(printed);
        jdbc.sql("""
            UPDATE published_story SET story = fresh.story::jsonb
            FROM unnest(:ids::uuid[], :stories::text[]) AS fresh (id, story)
            WHERE published_story.id = fresh.id
            """)
                .param("ids", changed.stream().map(words -> words.page().id()).toArray(UUID[]::new))
                .param(
                        "stories",
                        changed.stream()
                                .map(words -> json.writeValueAsString(
                                        pages.get(words.page().id())))
                                .toArray(String[]::new))
                .update();
        if (changed.isEmpty()) {
            return List.of();
        }
        List<PublicationEvent> events = new ArrayList<>();
        for (PublicWords words : changed) {
            PublishedStory page = Objects.requireNonNull(pages.get(words.page().id()));
            events.add(new PublicationEvent.StoryPublished(page.id(), page));
        }
        long position = log.append(events);
        List<Page> told = new ArrayList<>();
        for (PublicWords words : changed) {
            PublishedStory page = Objects.requireNonNull(pages.get(words.page().id()));
            told.add(page(hash, words, page, position));
            position++;
        }
        return told;
    }

    private UUID[] stories(PictureHash hash) {
        return jdbc.sql("""
            SELECT published_story.id FROM picture_on_story
            JOIN published_story ON published_story.id = picture_on_story.story
            WHERE picture_on_story.hash = :hash AND picture_on_story.carried
            ORDER BY published_story.id
            """)
                .param("hash", hash.value())
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }

    private List<PublicWords> publicWords(UUID[] stories) {
        return jdbc.sql("""
            SELECT published_story.story, revision.content FROM published_story
            JOIN story ON story.id = published_story.id
            JOIN revision ON revision.story = story.id AND revision.number = story.published_revision
            WHERE published_story.id = ANY (:stories)
            ORDER BY published_story.first_published_at DESC, published_story.id
            """).param("stories", stories).query(this::words).list();
    }

    private PublicWords words(ResultSet row, int number) throws SQLException {
        return new PublicWords(
                json.readValue(row.getString("story"), PublishedStory.class),
                json.readValue(row.getString("content"), StoryContent.class));
    }

    private static Page page(PictureHash hash, PublicWords words, PublishedStory page, long position) {
        boolean here = page.picture() != null && page.picture().hash().equals(hash)
                || PicturesOf.inText(page.body()).stream()
                        .anyMatch(placed -> placed.use().hash().equals(hash));
        return new Page(
                page.id(),
                page.headline(),
                "/" + page.section() + "/" + page.slug().value(),
                here ? Shows.THIS : page.picture() == null ? Shows.NONE : Shows.FALLBACK,
                PicturesOf.all(words.content()).stream()
                        .filter(placed -> placed.use().hash().equals(hash))
                        .findFirst()
                        .map(placed -> placed.use().caption().print())
                        .orElse(""),
                page.revision(),
                position);
    }

    private static PublishedStory with(PublishedStory page, Print print) {
        return new PublishedStory(
                page.id(),
                page.revision(),
                page.slug(),
                page.section(),
                page.headline(),
                page.kicker(),
                page.standfirst(),
                page.slugline(),
                page.bylines(),
                page.dateline(),
                print.body(),
                page.signOff(),
                print.lead(),
                page.subjects(),
                page.urgency(),
                page.firstPublishedAt(),
                page.updatedAt(),
                page.wireGuid());
    }

    /// A public story: the page as it is, and the words it was made from.
    private record PublicWords(PublishedStory page, StoryContent content) {}
}
