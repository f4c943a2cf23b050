package org.broadsheet.cms.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.cms.masthead.Masthead;
import org.broadsheet.cms.masthead.Mastheads;
import org.broadsheet.cms.masthead.Promos;
import org.broadsheet.cms.masthead.Section;
import org.broadsheet.cms.picture.CropName;
import org.broadsheet.cms.reading.Readings;
import org.broadsheet.cms.related.RelatedDesk;
import org.broadsheet.cms.related.RelatedStory;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureUse;
import org.broadsheet.core.publication.PublishedStory;
import org.broadsheet.core.story.Block;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Prints story pages: what stands under an address, with the next stories to read.
@Component
class StoryPages {

    private static final int NEXT = 10;
    private static final int ALSO_READ = 8;
    private static final int RELATED = 6;
    private static final int LEAD_IMAGE_FOR_LINKS = 1080;
    private static final int LONGEST_DESCRIPTION = 200;
    private static final String LEAD_SIZES = "(min-width: 75rem) 72rem, 100vw";

    private final Mastheads mastheads;
    private final Promos promos;
    private final PublicStories publicStories;
    private final StoryLines lines;
    private final Readings readings;
    private final RelatedDesk relatedDesk;
    private final Frames frames;
    private final StructuredData structuredData;
    private final SiteSettings settings;
    private final PictureNotes notes;
    private final MessageSource messages;

    StoryPages(
            Mastheads mastheads,
            Promos promos,
            PublicStories publicStories,
            StoryLines lines,
            Readings readings,
            RelatedDesk relatedDesk,
            Frames frames,
            StructuredData structuredData,
            SiteSettings settings,
            PictureNotes notes,
            MessageSource messages) {
        this.notes = notes;
        this.mastheads = mastheads;
        this.promos = promos;
        this.publicStories = publicStories;
        this.lines = lines;
        this.readings = readings;
        this.relatedDesk = relatedDesk;
        this.frames = frames;
        this.structuredData = structuredData;
        this.settings = settings;
        this.messages = messages;
    }

    /// What an address leads to.
    sealed interface Answer {

        /// The story's page.
        record Page(UUID story, StoryPage page) implements Answer {}

        /// The story has another address now.
        record Moved(String address) implements Answer {}

        /// The story was withdrawn for good.
        record Killed() implements Answer {}

        /// There is nothing, as far as readers may know.
        record Unknown() implements Answer {}
    }

    /// What stands under `/{section}/{slug}`; capitals in either are forgiven.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Answer at(String section, String slug) {
        return switch (publicStories.find(slug.toLowerCase(Locale.ROOT))) {
            case PublicStories.Finding.Public found -> {
                String address = address(found.story());
                yield address.equals("/" + section + "/" + slug)
                        ? new Answer.Page(found.story().id(), page(found.story(), found.pictures()))
                        : new Answer.Moved(address);
            }
            case PublicStories.Finding.Killed _ -> new Answer.Killed();
            case PublicStories.Finding.Unknown _ -> new Answer.Unknown();
        };
    }

    private StoryPage page(PublishedStory story, Map<PictureHash, PublicPicture> known) {
        Masthead masthead = mastheads.current();
        Map<PictureHash, Figure.Shown> pictures = known.values().stream()
                .collect(Collectors.toMap(PublicPicture::hash, picture -> notes.shown(picture, masthead)));
        NewsDates dates = frames.dates(masthead);
        Locale locale = Locale.forLanguageTag(masthead.language());
        String section = masthead.section(story.section()).map(Section::name).orElse(story.section());
        String description = description(story);
        @Nullable
        PictureUse lead =
                story.picture() != null && pictures.containsKey(story.picture().hash()) ? story.picture() : null;
        StoryPage.@Nullable LeadImage leadImage = lead == null ? null : leadImage(known.get(lead.hash()), lead.alt());
        boolean isUpdated = story.updatedAt().isAfter(story.firstPublishedAt());

        List<StoryLine> nextIn = lines.nextIn(story.section(), story.id(), NEXT);
        Suggestions suggestions = suggestions(story, nextIn);

        return new StoryPage(
                frames.story(masthead, story.section(), story.headline(), description, address(story)),
                section,
                "/" + story.section(),
                story.kicker(),
                story.headline(),
                story.standfirst(),
                names(story.bylines(), locale),
                dates.day(story.firstPublishedAt()),
                dates.hour(story.firstPublishedAt()),
                isUpdated ? dates.update(story.updatedAt(), story.firstPublishedAt()) : null,
                lead == null ? null : figure(lead, pictures),
                leadImage,
                BodyPrinter.print(
                        story.body(),
                        story.dateline(),
                        pictures,
                        lead == null,
                        messages.getMessage("site.story.table", null, locale)),
                story.signOff().print(),
                promos.running(story.section()),
                headlines(nextIn, masthead, dates),
                headlines(suggestions.alsoRead(), masthead, dates),
                headlines(suggestions.related(), masthead, dates),
                structuredData.newsArticle(new StructuredData.Article(
                        story.headline(),
                        description,
                        dates.day(story.firstPublishedAt()).machine(),
                        dates.day(story.updatedAt()).machine(),
                        section,
                        masthead.language(),
                        settings.absolute(address(story)),
                        lead == null ? List.of() : images(known.get(lead.hash())),
                        story.bylines(),
                        story.dateline().agency() == null
                                ? ""
                                : story.dateline().agency(),
                        masthead.name())));
    }

    /// What a reader may read after this story, beside the next in its section.
    private record Suggestions(List<StoryLine> alsoRead, List<StoryLine> related) {}

    private Suggestions suggestions(PublishedStory story, List<StoryLine> nextIn) {
        List<UUID> mostRead = readings.mostRead();
        List<UUID> known =
                relatedDesk.lastKnown(story.id()).stream().map(RelatedStory::id).toList();
        Set<UUID> wanted = new LinkedHashSet<>(known);
        wanted.addAll(mostRead);
        wanted.add(story.id());
        Map<UUID, StoryLine> found =
                lines.publicOnes(wanted).stream().collect(Collectors.toMap(StoryLine::id, Function.identity()));
        // One of a family, this story's own left out. A row that is gone since is gone from the lists too.
        Set<String> families = new HashSet<>();
        if (found.get(story.id()) != null) {
            families.add(found.get(story.id()).family());
        }
        List<StoryLine> related = chosen(known, found, new HashSet<>(families), RELATED);

        List<StoryLine> alsoRead = new ArrayList<>(chosen(mostRead, found, families, ALSO_READ));
        if (alsoRead.size() < ALSO_READ) {
            fillUp(alsoRead, families, nextIn, related);
        }
        return new Suggestions(alsoRead, related);
    }

    private void fillUp(
            List<StoryLine> alsoRead, Set<String> families, List<StoryLine> nextIn, List<StoryLine> related) {
        Set<UUID> elsewhere = new HashSet<>();
        nextIn.forEach(line -> elsewhere.add(line.id()));
        related.forEach(line -> elsewhere.add(line.id()));
        for (StoryLine line : lines.newest(ALSO_READ * 5)) {
            if (alsoRead.size() < ALSO_READ && !elsewhere.contains(line.id()) && families.add(line.family())) {
                alsoRead.add(line);
            }
        }
    }

    private static List<StoryLine> chosen(
            Collection<UUID> order, Map<UUID, StoryLine> found, Set<String> families, int most) {
        List<StoryLine> chosen = new ArrayList<>();
        for (UUID id : order) {
            StoryLine line = found.get(id);
            if (chosen.size() < most && line != null && families.add(line.family())) {
                chosen.add(line);
            }
        }
        return chosen;
    }

    /// What is shown with a link to the page: the wide crop, whatever shape the picture has.
    private StoryPage.@Nullable LeadImage leadImage(@Nullable PublicPicture picture, String alt) {
        if (picture == null) {
            return null;
        }
        PublicPicture.Piece wide = picture.crop(CropName.WIDE);
        int width = Math.min(LEAD_IMAGE_FOR_LINKS, wide.size().width());
        return new StoryPage.LeadImage(
                settings.absolute(wide.address(LEAD_IMAGE_FOR_LINKS)),
                width,
                Math.max(
                        1,
                        Math.round((float) wide.size().height()
                                * width
                                / wide.size().width())),
                alt);
    }

    /// Search engines pick the shape they have room for.
    private List<String> images(@Nullable PublicPicture picture) {
        return picture == null
                ? List.of()
                : Stream.of(CropName.WIDE, CropName.STANDARD, CropName.SQUARE)
                        .map(crop -> settings.absolute(picture.crop(crop).address(LEAD_IMAGE_FOR_LINKS)))
                        .toList();
    }

    private static SafeHtml figure(PictureUse lead, Map<PictureHash, Figure.Shown> pictures) {
        HtmlWriter html = new HtmlWriter();
        Figure.print(html, lead, LEAD_SIZES, pictures, true, true);
        return html.done();
    }

    private String names(List<String> names, Locale locale) {
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> names.getFirst();
            default ->
                messages.getMessage(
                        "site.story.names",
                        new Object[] {String.join(", ", names.subList(0, names.size() - 1)), names.getLast()},
                        locale);
        };
    }

    private static String description(PublishedStory story) {
        String words = !story.standfirst().isEmpty()
                ? story.standfirst()
                : story.body().blocks().stream()
                        .filter(Block.Paragraph.class::isInstance)
                        .map(Block::plainText)
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse("");
        return Summary.of(words, LONGEST_DESCRIPTION);
    }

    private List<Headline> headlines(List<StoryLine> stories, Masthead masthead, NewsDates dates) {
        return stories.stream()
                .map(line -> Headline.of(line, masthead, dates, CropName.SQUARE, notes))
                .toList();
    }

    private static String address(PublishedStory story) {
        return "/" + story.section() + "/" + story.slug();
    }
}
