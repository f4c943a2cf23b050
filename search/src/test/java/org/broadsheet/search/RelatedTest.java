package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.broadsheet.core.publication.PublishedStory;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.search.LabelledStories.Labelled;
import org.broadsheet.search.LabelledStories.Quality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which stories belong together, measured on stories that an editor has sorted.
class RelatedTest {

    private Library library;

    @BeforeEach
    void openTheLibrary() {
        library = Library.open();
    }

    @AfterEach
    void closeTheLibrary() {
        library.close();
    }

    @Test
    void relatedStoriesShareSubjectsOrWords() {
        List<Labelled> stories = publish(LabelledStories.withSubjects());

        Quality related = Quality.of(stories, id -> Library.ids(library.related(id)));

        assertThat(related.reciprocalRank()).isGreaterThan(0.9);
        assertThat(related.precision()).isGreaterThan(0.8);
    }

    @Test
    void wordsAloneAreEnoughAndTheMeasureTellsARankingFromABrokenOne() {
        List<Labelled> stories = publish(LabelledStories.wordsAlone());
        List<UUID> ids =
                new ArrayList<>(stories.stream().map(s -> s.story().id()).toList());
        Random dice = new Random(20261124);

        Quality random = Quality.of(stories, id -> {
            List<UUID> others = new ArrayList<>(ids);
            others.remove(id);
            Collections.shuffle(others, dice);
            return others.subList(0, 10);
        });
        Quality asElasticsearchComes = Quality.of(stories, this::moreLikeThisAsItComes);
        Quality ours = Quality.of(stories, id -> Library.ids(library.related(id)));

        assertThat(ours.reciprocalRank()).isGreaterThan(0.8);
        assertThat(ours.precision()).isGreaterThan(0.4);
        assertThat(random.reciprocalRank()).isLessThan(0.5);
        assertThat(ours.reciprocalRank()).isGreaterThan(random.reciprocalRank() + 0.4);
        assertThat(ours.reciprocalRank()).isGreaterThan(asElasticsearchComes.reciprocalRank() + 0.1);
    }

    @Test
    void familiesAreCollapsed() {
        PublishedStory asked = library.publish(Copy.harbourFees());
        library.publish(Copy.made(Copy.headed(Copy.harbourFees(), "Pilots strike in Vastholm"), "tag:agency,2026:1"));
        library.publish(Copy.made(Copy.headed(Copy.harbourFees(), "Pilots go on strike"), "tag:agency,2026:1"));
        library.publish(Copy.made(Copy.headed(Copy.harbourFees(), "Port fees rise"), "tag:agency,2026:2"));
        library.caughtUp();

        assertThat(Library.ids(library.related(asked.id()))).hasSize(2);
    }

    @Test
    void aStoryIsNotRelatedToItselfOrItsFamily() {
        PublishedStory one = library.publish(Copy.made(Copy.harbourFees(), "tag:agency,2026:1"));
        library.publish(Copy.made(Copy.headed(Copy.harbourFees(), "Pilots strike"), "tag:agency,2026:1"));
        UUID other = library.publish(Copy.headed(Copy.harbourFees(), "Port fees rise"))
                .id();
        library.caughtUp();

        assertThat(Library.ids(library.related(one.id()))).containsExactly(other);
    }

    @Test
    void everyAnswerSaysWhatTheStoriesShare() {
        Subject shipping = Subject.topic("medtop:20000221", "shipping");
        Subject here = new Subject("", Subject.Kind.PLACE, "Vastholm");
        Subject master = new Subject("", Subject.Kind.PERSON, "Osei Danquah");
        PublishedStory asked = library.publish(Copy.about(Copy.harbourFees(), shipping, here, master));
        PublishedStory close = library.publish(Copy.about(
                Copy.story(
                        "Tugs idle as pilots stay ashore",
                        "The pilots' strike over fees went into a second day.",
                        "Tugs lay idle."),
                shipping,
                new Subject("", Subject.Kind.PLACE, "VASTHOLM"),
                Subject.topic("medtop:20000533", "labour dispute")));
        library.publish(Copy.story("Opera opens", "A soprano sang.", "The audience stood."));
        library.caughtUp();

        Library.Answer answer = library.related(asked.id());

        assertThat(Library.ids(answer)).containsExactly(close.id());
        List<String> reasons = new ArrayList<>();
        answer.body().at("/stories/0/reasons").forEach(reason -> reasons.add(reason.asString()));
        assertThat(reasons).hasSize(3).startsWith("subject: shipping", "place: Vastholm");
        assertThat(reasons.getLast())
                .startsWith("words: ")
                .contains("pilots")
                .contains("fees")
                .doesNotContain("ships");
    }

    private List<Labelled> publish(List<Labelled> stories) {
        stories.forEach(labelled -> library.publish(labelled.story()));
        library.caughtUp();
        return stories;
    }

    /// With the defaults that a short news story does not fit.
    private List<UUID> moreLikeThisAsItComes(UUID id) {
        List<UUID> ids = new ArrayList<>();
        library.elasticsearch("POST", "/stories/_search", """
                        {"query": {"more_like_this": {
                            "fields": ["headline", "lead", "body"],
                            "like": [{"_index": "stories", "_id": "%s"}]}}}""".formatted(id))
                .body()
                .at("/hits/hits")
                .forEach(hit -> ids.add(UUID.fromString(hit.get("_id").asString())));
        return ids;
    }
}
