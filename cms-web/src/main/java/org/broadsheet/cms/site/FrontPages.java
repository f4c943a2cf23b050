package org.broadsheet.cms.site;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.cms.masthead.Masthead;
import org.broadsheet.cms.masthead.Mastheads;
import org.broadsheet.cms.masthead.Promos;
import org.broadsheet.cms.masthead.Section;
import org.broadsheet.cms.picture.CropName;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Prints the front page and the section fronts.
@Component
class FrontPages {

    private static final int CANDIDATES = 60;
    private static final int CANDIDATES_OF_A_SECTION = 14;
    private static final int ON_A_SECTION_FRONT = 40;
    private static final int ELSEWHERE = 10;
    private static final int SECONDS_OF_A_SECTION = 2;

    private final Mastheads mastheads;
    private final Promos promos;
    private final StoryLines stories;
    private final Frames frames;
    private final PictureNotes notes;
    private final InstantSource clock;

    FrontPages(
            Mastheads mastheads,
            Promos promos,
            StoryLines stories,
            Frames frames,
            PictureNotes notes,
            InstantSource clock) {
        this.notes = notes;
        this.mastheads = mastheads;
        this.promos = promos;
        this.stories = stories;
        this.frames = frames;
        this.clock = clock;
    }

    /// The front page as it is now.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public FrontPage front() {
        Masthead masthead = mastheads.current();
        NewsDates dates = frames.dates(masthead);
        List<StoryLine> candidates = new ArrayList<>(stories.newest(CANDIDATES));
        candidates.addAll(stories.newestOfEachSection(CANDIDATES_OF_A_SECTION));
        FrontPagePlan.Places places = FrontPagePlan.of(
                candidates, masthead.sections().stream().map(Section::slug).toList(), clock.instant());
        List<FrontPage.SectionBlock> blocks = new ArrayList<>();
        places.blocks().forEach((slug, block) -> {
            List<Headline> headlines = headlines(block, masthead, dates, CropName.WIDE);
            blocks.add(new FrontPage.SectionBlock(
                    masthead.section(slug).map(Section::name).orElse(slug),
                    "/" + slug,
                    headlines.getFirst(),
                    headlines.subList(1, headlines.size())));
        });
        return new FrontPage(
                frames.front(masthead),
                places.lead() == null ? null : Headline.of(places.lead(), masthead, dates, CropName.WIDE, notes),
                headlines(places.seconds(), masthead, dates, CropName.STANDARD),
                headlines(places.latest(), masthead, dates, CropName.SQUARE),
                blocks,
                promos.running(""));
    }

    /// A section front as it is now; empty where the newspaper has no such section.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<SectionFront> section(String slug) {
        Masthead masthead = mastheads.current();
        NewsDates dates = frames.dates(masthead);
        return masthead.section(slug).map(section -> {
            List<StoryLine> free = new ArrayList<>(stories.ofSection(slug, ON_A_SECTION_FRONT));
            List<StoryLine> top = new ArrayList<>();
            // What is on top has a picture, where there are pictures.
            free.stream()
                    .filter(story -> story.picture() != null)
                    .limit(1L + SECONDS_OF_A_SECTION)
                    .forEach(top::add);
            if (top.isEmpty() && !free.isEmpty()) {
                top.add(free.getFirst());
            }
            free.removeAll(top);
            return new SectionFront(
                    frames.section(masthead, slug, section.name()),
                    section.name(),
                    top.isEmpty() ? null : Headline.of(top.getFirst(), masthead, dates, CropName.WIDE, notes),
                    headlines(top.stream().skip(1).toList(), masthead, dates, CropName.STANDARD),
                    headlines(free, masthead, dates, CropName.STANDARD),
                    headlines(stories.elsewhere(slug, ELSEWHERE), masthead, dates, CropName.SQUARE),
                    promos.running(slug));
        });
    }

    private List<Headline> headlines(List<StoryLine> headed, Masthead masthead, NewsDates dates, CropName crop) {
        return headed.stream()
                .map(story -> Headline.of(story, masthead, dates, crop, notes))
                .toList();
    }
}
