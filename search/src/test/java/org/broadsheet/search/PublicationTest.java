package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.broadsheet.core.log.ServiceToken;
import org.broadsheet.core.publication.PublicationLogEntry;
import org.broadsheet.core.publication.PublishedStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the desk publishes can be found, what it kills cannot, whatever happens in between.
class PublicationTest {

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
    void aPublishedStoryIsFoundWithinASecond() {
        library.publish(Copy.story("A first story, so that everything is warm", "Words."));
        library.caughtUp();

        UUID story = library.publish(Copy.harbourFees()).id();

        Library.await(() -> library.found("harbour fees").equals(List.of(story)), Duration.ofSeconds(1));
    }

    @Test
    void anUpdateReplacesTheEarlierWords() {
        PublishedStory first = library.publish(Copy.headed(Copy.harbourFees(), "Harbour tariff soars"));
        library.publish(Copy.headed(first, "Vastholm lowers harbour dues again"));
        library.caughtUp();

        assertThat(library.found("tariff")).isEmpty();
        assertThat(library.found("lowers")).containsExactly(first.id());
        assertThat(library.find("harbour").body().get("total").asInt()).isEqualTo(1);
    }

    @Test
    void aKilledStoryIsNeverFound() {
        PublishedStory killed = library.publish(Copy.harbourFees());
        PublishedStory alike = library.publish(Copy.headed(Copy.harbourFees(), "Harbour fees in Vastholm rise"));
        library.caughtUp();
        assertThat(library.found("pilots")).containsExactlyInAnyOrder(killed.id(), alike.id());
        assertThat(Library.ids(library.related(alike.id()))).containsExactly(killed.id());

        library.kill(killed.id());
        library.caughtUp();

        assertThat(library.found("pilots")).containsExactly(alike.id());
        assertThat(Library.ids(library.related(alike.id()))).isEmpty();
        assertThat(library.related(killed.id()).status()).isEqualTo(410);
        assertThat(library.ask("/api/stories/" + killed.id())
                        .body()
                        .get("state")
                        .asString())
                .isEqualTo("killed");
    }

    @Test
    void nothingOfAKilledStoryIsKeptButThatItWasKilled() {
        PublishedStory story = library.publish(Copy.harbourFees());
        library.kill(story.id());
        library.caughtUp();

        Library.Answer kept = library.elasticsearch("GET", "/stories/_doc/" + story.id(), null);

        assertThat(kept.body().get("_source").propertyNames())
                .containsExactlyInAnyOrder("state", "position", "killedAt");
    }

    @Test
    void anOldWriteNeverBringsAKilledStoryBack() {
        PublishedStory story = library.publish(Copy.harbourFees());
        library.kill(story.id());
        library.caughtUp();
        library.stop();

        library.elasticsearch("DELETE", "/readers", null);
        try (LogServer<PublicationLogEntry> behind = new LogServer<>(new ServiceToken(Library.TOKEN))) {
            behind.append(position -> Copy.published(position, story));
            library.start(behind);
            Library.await(() ->
                    library.ask("/api/status").body().at("/readers/0/position").asLong() == 1);

            assertThat(library.found("harbour")).isEmpty();
            assertThat(library.ask("/api/stories/" + story.id())
                            .body()
                            .get("state")
                            .asString())
                    .isEqualTo("killed");
            library.stop();
        }
    }

    @Test
    void replayingTheWholeLogChangesNothing() {
        PublishedStory kept = library.publish(Copy.harbourFees());
        library.publish(Copy.headed(kept, "Vastholm lowers harbour dues again"));
        PublishedStory killed = library.publish(Copy.story("A story that was wrong", "Nothing of this was true."));
        library.kill(killed.id());
        library.caughtUp();
        String before = everything();
        library.stop();

        library.elasticsearch("DELETE", "/readers", null);
        library.start();
        library.caughtUp();

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aCrashBetweenApplyingAndStoringThePositionLosesNothing() {
        library.publish(Copy.story("A story from before", "Words."));
        library.caughtUp();
        library.switchboard.hangUpOn(question -> question.startsWith("PUT /readers/_doc/publication"));
        UUID applied = library.publish(Copy.harbourFees()).id();
        Library.await(() -> library.found("harbour fees").equals(List.of(applied)));
        assertThat(place()).isEqualTo(1);
        library.stop();

        library.switchboard.putAllThrough();
        UUID later =
                library.publish(Copy.story("An opera opens", "A soprano sang.")).id();
        library.start();
        library.caughtUp();

        assertThat(library.found("harbour fees")).containsExactly(applied);
        assertThat(library.found("soprano")).containsExactly(later);
        assertThat(place()).isEqualTo(3);
    }

    @Test
    void rebuildFromPositionZero() {
        UUID first = library.publish(Copy.harbourFees()).id();
        library.caughtUp();
        library.stop();
        library.elasticsearch("DELETE", "/stories-v1", null);

        library.start();
        library.caughtUp();

        assertThat(library.found("harbour fees")).containsExactly(first);
    }

    @Test
    void anIndexLostWhileTheServiceRunsIsFilledAgain() {
        UUID first = library.publish(Copy.harbourFees()).id();
        library.caughtUp();
        library.elasticsearch("DELETE", "/stories-v1", null);

        UUID second = library.publish(Copy.story("The pilots go back to work", "Ships move again."))
                .id();

        Library.await(() -> library.find("pilots").status() == 200
                && library.found("pilots").size() == 2);
        assertThat(library.found("pilots")).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void aLogThatIsShorterThanWhatWasReadIsReported() {
        library.publish(Copy.harbourFees());
        library.publish(Copy.story("The pilots go back to work", "Ships move again."));
        library.caughtUp();
        library.stop();

        try (LogServer<PublicationLogEntry> other = new LogServer<>(new ServiceToken(Library.TOKEN))) {
            library.start(other);
            Library.await(() -> library.ask("/api/status")
                    .body()
                    .at("/readers/0/trouble")
                    .asString("")
                    .contains("it is another log"));
            library.stop();
        }
    }

    private long place() {
        return library.elasticsearch("GET", "/readers/_doc/publication", null)
                .body()
                .at("/_source/position")
                .asLong();
    }

    /// All documents with the number of the write that made each.
    private String everything() {
        return library.elasticsearch("POST", "/stories/_search", """
                        {"sort": ["position"], "version": true, "seq_no_primary_term": true}""")
                .body()
                .at("/hits/hits")
                .toString();
    }
}
