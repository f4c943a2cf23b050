package org.broadsheet.cms.site;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.cms.masthead.Masthead;
import org.broadsheet.cms.masthead.Mastheads;
import org.broadsheet.cms.masthead.Promos;
import org.broadsheet.cms.masthead.Section;
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
    private final InstantSource clock;

    FrontPages(Mastheads mastheads, Promos promos, StoryLines stories, Frames frames, InstantSource clock) {
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
            List<Headline> headlines = headlines(block, masthead, dates);
            blocks.add(new FrontPage.SectionBlock(
                    masthead.section(slug).map(Section::name).orElse(slug),
                    "/" + slug,
                    headlines.getFirst(),
                    headlines.subList(1, headlines.size())));
        });
        return new FrontPage(
                frames.front(masthead),
                places.lead() == null ? null : Headline.of(places.lead(), masthead, dates),
                headlines(places.seconds(), masthead, dates),
                headlines(places.latest(), masthead, dates),
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
            List<Headline> shown = headlines(top, masthead, dates);
            return new SectionFront(
                    frames.section(masthead, slug, section.name()),
                    section.name(),
                    shown.isEmpty() ? null : shown.getFirst(),
                    shown.isEmpty() ? List.of() : shown.subList(1, shown.size()),
                    headlines(free, masthead, dates),
                    headlines(stories.elsewhere(slug, ELSEWHERE), masthead, dates),
                    promos.running(slug));
        });
    }

    private static List<Headline> headlines(List<StoryLine> stories, Masthead masthead, NewsDates dates) {
        return stories.stream()
                .map(story -> Headline.of(story, masthead, dates))
                .toList();
    }
}
