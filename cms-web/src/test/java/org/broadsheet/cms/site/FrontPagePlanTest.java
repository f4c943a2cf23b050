package org.broadsheet.cms.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.SourceType;
import org.junit.jupiter.api.Test;

class FrontPagePlanTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final List<String> SECTIONS = List.of("world", "sport", "culture");

    @Test
    void whateverTheDayBringsNoStoryAndNoFamilyHasTwoPlaces() {
        Random random = new Random(7);
        for (int day = 0; day < 200; day++) {
            List<StoryLine> stories = new ArrayList<>();
            for (int i = random.nextInt(60); i > 0; i--) {
                stories.add(story(
                        SECTIONS.get(random.nextInt(3)),
                        1 + random.nextInt(9),
                        random.nextInt(4000),
                        random.nextBoolean(),
                        "family " + random.nextInt(40)));
            }
            stories.addAll(stories.subList(0, stories.size() / 2));

            FrontPagePlan.Places places = FrontPagePlan.of(stories, SECTIONS, NOON);

            List<StoryLine> shown = Stream.of(
                            Stream.ofNullable(places.lead()),
                            places.seconds().stream(),
                            places.latest().stream(),
                            places.blocks().values().stream().flatMap(List::stream))
                    .flatMap(part -> part)
                    .toList();
            assertThat(shown).extracting(StoryLine::id).doesNotHaveDuplicates();
            assertThat(shown).extracting(StoryLine::family).doesNotHaveDuplicates();
            assertThat(places.lead() == null).isEqualTo(stories.isEmpty());
        }
    }

    @Test
    void urgencyFadesWithTheHours() {
        StoryLine urgentYesterday = story("world", 2, 24 * 60, true, "a");
        StoryLine routineNow = story("world", 5, 10, true, "b");
        StoryLine urgentNow = story("world", 2, 30, true, "c");

        assertThat(FrontPagePlan.of(List.of(urgentYesterday, routineNow), SECTIONS, NOON)
                        .lead())
                .isEqualTo(routineNow);
        assertThat(FrontPagePlan.of(List.of(urgentNow, routineNow), SECTIONS, NOON)
                        .lead())
                .isEqualTo(urgentNow);
    }

    @Test
    void aStoryWithoutAPictureLeadsOnlyWhereNoneHasOne() {
        StoryLine bare = story("world", 1, 5, false, "a");

        assertThat(FrontPagePlan.of(List.of(bare, story("world", 7, 600, true, "b")), SECTIONS, NOON)
                        .lead())
                .isNotEqualTo(bare);
        assertThat(FrontPagePlan.of(List.of(bare), SECTIONS, NOON).lead()).isEqualTo(bare);
    }

    @Test
    void oneSectionCannotTakeAllTheSecondPlaces() {
        List<StoryLine> stories = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            stories.add(story("world", 1, i, true, "world " + i));
        }
        stories.add(story("sport", 9, 900, true, "sport"));
        stories.add(story("culture", 9, 900, true, "culture"));

        assertThat(FrontPagePlan.of(stories, SECTIONS, NOON).seconds())
                .extracting(StoryLine::section)
                .containsExactlyInAnyOrder("world", "world", "sport", "culture");
    }

    private static StoryLine story(String section, int urgency, long minutesAgo, boolean picture, String family) {
        Instant at = NOON.minus(Duration.ofMinutes(minutesAgo));
        return new StoryLine(
                UUID.randomUUID(),
                "slug",
                section,
                "Headline",
                "",
                "",
                family,
                urgency,
                at,
                at,
                picture
                        ? new StoryLine.LeadPicture(
                                new PublicPicture(
                                        PictureHash.of(new byte[] {1}),
                                        1200,
                                        800,
                                        Map.of(),
                                        new SourceType(""),
                                        null,
                                        List.of()),
                                "")
                        : null);
    }
}
