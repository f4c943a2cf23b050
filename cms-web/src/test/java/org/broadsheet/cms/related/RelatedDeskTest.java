package org.broadsheet.cms.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.broadsheet.cms.Press;
import org.broadsheet.cms.SiteTest;
import org.broadsheet.cms.Stories;
import org.broadsheet.core.publication.PublishedStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SiteTest
class RelatedDeskTest {

    private static final RelatedSettings QUICK = new RelatedSettings(
            URI.create("http://127.0.0.1:1"),
            4,
            Duration.ofMinutes(5),
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofHours(1),
            Duration.ofMillis(10),
            5);

    @Autowired
    Press press;

    @Autowired
    RelatedLists lists;

    @Autowired
    JdbcClient database;

    private final ScriptedSearch search = new ScriptedSearch();
    private RelatedDesk desk;
    private PublishedStory story;
    private List<RelatedStory> four;

    @BeforeEach
    void aStory() {
        press.startAfresh();
        desk = new RelatedDesk(QUICK, lists, search);
        story = press.publish(Stories.headed("Grain ship freed").print());
        four = List.of(near(), near(), near(), near());
    }

    @AfterEach
    void goHome() {
        desk.stop();
    }

    @Test
    void aPublishedStoryGetsItsListAsSoonAsSearchKnowsIt() {
        search.answers.add(Optional.empty());
        search.answers.add(Optional.empty());
        search.answers.add(Optional.of(four));

        desk.look();

        eventually(() -> desk.lastKnown(story.id()).equals(four));
        assertThat(search.asked).hasValue(3);
    }

    @Test
    void theLogIsReadOnFromWhereItWasLeft() {
        search.answers.add(Optional.of(four));
        desk.look();
        eventually(() -> search.asked.get() == 1);

        desk.look();
        press.publish(Stories.headed("River case").print());
        search.answers.add(Optional.of(four));
        desk.look();

        eventually(() -> search.asked.get() == 2);
    }

    @Test
    void anOldListIsAskedForAgainWhenItsStoryIsOpened() {
        lists.store(story.id(), four);
        assertThat(desk.lastKnown(story.id())).isEqualTo(four);
        database.sql("UPDATE related SET fetched_at = now() - interval '6 minutes'")
                .update();
        List<RelatedStory> fresh = List.of(near(), near());
        search.answers.add(Optional.of(fresh));

        assertThat(desk.lastKnown(story.id())).isEqualTo(four);

        eventually(() -> stored().equals(fresh));
        assertThat(search.asked).hasValue(1);
    }

    @Test
    void whileSearchIsDownTheLastKnownListStaysAndNobodyWaits() throws InterruptedException {
        lists.store(story.id(), four);
        database.sql("UPDATE related SET fetched_at = now() - interval '6 minutes'")
                .update();
        search.hangs = new CountDownLatch(1);

        long before = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            assertThat(desk.lastKnown(story.id())).isEqualTo(four);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        eventually(() -> search.asked.get() == 1);
        search.hangs.countDown();
        // Every attempt fails; there are five, not one for each reader.
        eventually(() -> search.asked.get() == 5);
        Thread.sleep(200);
        assertThat(search.asked).hasValue(5);
        assertThat(stored()).isEqualTo(four);
    }

    @Test
    void aShortListIsStoredAndAskedForAgain() {
        List<RelatedStory> one = List.of(near());
        search.answers.add(Optional.of(one));
        search.answers.add(Optional.of(four));

        desk.refresh(story.id());

        eventually(() -> desk.lastKnown(story.id()).equals(four));
    }

    private List<RelatedStory> stored() {
        return lists.find(story.id(), Duration.ofHours(1)).stories();
    }

    private static RelatedStory near() {
        return new RelatedStory(UUID.randomUUID(), 2.5, List.of("subject: shipping"));
    }

    private static void eventually(BooleanSupplier truth) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!truth.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /// A search that says what it was told to say, then nothing more.
    private static final class ScriptedSearch implements SearchAnswers {

        final Deque<Optional<List<RelatedStory>>> answers = new ArrayDeque<>();
        final AtomicInteger asked = new AtomicInteger();
        volatile CountDownLatch hangs = new CountDownLatch(0);

        @Override
        public synchronized Optional<List<RelatedStory>> related(UUID story, int length) throws IOException {
            asked.incrementAndGet();
            try {
                hangs.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            if (answers.isEmpty()) {
                throw new IOException("Search is down");
            }
            return answers.poll();
        }
    }
}
