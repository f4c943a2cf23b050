package org.broadsheet.cms.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Decides which story stands where on the front page, by urgency and freshness. A story has one place, and of a family
/// only the newest has one.
final class FrontPagePlan {

    static final int SECONDS = 4;
    static final int LATEST = 9;
    static final int IN_BLOCK = 5;

    private static final int MOST_SECONDS_OF_A_SECTION = 2;
    private static final int WIDE_ENOUGH_FOR_THE_LEAD = 640;

    /// After this time a story counts half as much as it did.
    private static final Duration HALF_LIFE = Duration.ofHours(10);

    private final List<StoryLine> free;
    private final Instant now;

    private FrontPagePlan(Collection<StoryLine> stories, Instant now) {
        this.now = now;
        this.free = new ArrayList<>(newestOfEachFamily(stories));
    }

    /// The places.
    ///
    /// @param blocks by the section's slug, in the order of the sections; sections without a story are left out
    record Places(
            @Nullable StoryLine lead,
            List<StoryLine> seconds,
            List<StoryLine> latest,
            Map<String, List<StoryLine>> blocks) {}

    /// Gives each story its place.
    ///
    /// @param stories in any order, some perhaps twice
    /// @param sections in the order they stand on the page
    static Places of(Collection<StoryLine> stories, List<String> sections, Instant now) {
        FrontPagePlan plan = new FrontPagePlan(stories, now);
        @Nullable StoryLine lead = plan.lead();
        List<StoryLine> seconds = plan.seconds();
        List<StoryLine> latest = plan.take(LATEST, byNewest(), _ -> true);
        Map<String, List<StoryLine>> blocks = new LinkedHashMap<>();
        for (String section : sections) {
            List<StoryLine> block = plan.block(section);
            if (!block.isEmpty()) {
                blocks.put(section, block);
            }
        }
        return new Places(lead, seconds, latest, blocks);
    }

    /// How much a story asks for a reader's eye now: the most urgent nine times the least urgent, and less by the hour.
    static double weight(StoryLine story, Instant now) {
        double halves = (double) Math.max(
                        0, Duration.between(story.firstPublishedAt(), now).toMillis())
                / HALF_LIFE.toMillis();
        return (10 - Math.clamp(story.urgency(), 1, 9)) * Math.pow(0.5, halves);
    }

    private @Nullable StoryLine lead() {
        List<StoryLine> withPicture = take(1, byWeight(), FrontPagePlan::hasWidePicture);
        List<StoryLine> lead = withPicture.isEmpty() ? take(1, byWeight(), _ -> true) : withPicture;
        return lead.isEmpty() ? null : lead.getFirst();
    }

    private List<StoryLine> seconds() {
        List<StoryLine> seconds = new ArrayList<>();
        Map<String, Integer> ofSection = new HashMap<>();
        for (int i = 0; i < SECONDS; i++) {
            Predicate<StoryLine> varied = story ->
                    story.picture() != null && ofSection.getOrDefault(story.section(), 0) < MOST_SECONDS_OF_A_SECTION;
            List<StoryLine> next = take(1, byWeight(), varied);
            next.forEach(story -> ofSection.merge(story.section(), 1, Integer::sum));
            seconds.addAll(next);
        }
        return seconds;
    }

    private List<StoryLine> block(String section) {
        List<StoryLine> block = new ArrayList<>(
                take(1, byNewest(), story -> story.section().equals(section) && story.picture() != null));
        block.addAll(take(
                IN_BLOCK - block.size(), byNewest(), story -> story.section().equals(section)));
        return block;
    }

    private List<StoryLine> take(int most, Comparator<StoryLine> order, Predicate<StoryLine> wanted) {
        List<StoryLine> taken =
                free.stream().filter(wanted).sorted(order).limit(most).toList();
        free.removeAll(taken);
        return taken;
    }

    private Comparator<StoryLine> byWeight() {
        return Comparator.<StoryLine>comparingDouble(story -> weight(story, now))
                .reversed()
                .thenComparing(byNewest());
    }

    private static Comparator<StoryLine> byNewest() {
        return Comparator.comparing(StoryLine::firstPublishedAt).reversed().thenComparing(StoryLine::id);
    }

    private static boolean hasWidePicture(StoryLine story) {
        return Optional.ofNullable(story.picture())
                .filter(picture -> picture.picture().width() >= WIDE_ENOUGH_FOR_THE_LEAD)
                .isPresent();
    }

    private static List<StoryLine> newestOfEachFamily(Collection<StoryLine> stories) {
        Set<UUID> seen = new HashSet<>();
        Set<String> families = new HashSet<>();
        return stories.stream()
                .sorted(byNewest())
                .filter(story -> seen.add(story.id()) && families.add(story.family()))
                .toList();
    }
}
