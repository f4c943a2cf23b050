package org.broadsheet.cms.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.broadsheet.cms.Newsroom;
import org.broadsheet.cms.NewsroomTest;
import org.broadsheet.cms.publication.PublicationLog;
import org.broadsheet.cms.wire.FakeWire;
import org.broadsheet.cms.wire.WireCopy;
import org.broadsheet.core.desk.Refusal;
import org.broadsheet.core.publication.PublicationEvent;
import org.broadsheet.core.publication.PublicationLogEntry;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.StoryContent;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// What every test at the copy desk needs: a newspaper, a wire, and short ways to say what is done.
@NewsroomTest
abstract class AtTheCopyDesk {

    @Autowired
    Newsroom.People people;

    @Autowired
    FakeWire wire;

    @Autowired
    CopyDesk desk;

    @Autowired
    Stories stories;

    @Autowired
    PublicationLog log;

    @BeforeEach
    void printNewspaper() {
        people.printNewspaper();
    }

    static WireCopy headed(String headline) {
        WireCopy copy = WireCopy.harbourFees();
        copy.headline = headline;
        return copy;
    }

    UUID takenFrom(WireCopy copy, WireCopy... pictures) {
        for (WireCopy picture : pictures) {
            wire.sends(picture.item());
        }
        wire.sends(copy.item());
        return taken(copy);
    }

    UUID taken(WireCopy copy) {
        return done(desk.take(copy.provider, copy.guid, people.reporter())).id();
    }

    StoryView view(UUID id) {
        return stories.view(id, people.editor()).orElseThrow();
    }

    List<PublicationEvent> events(UUID story) {
        try {
            return log.after(0, PublicationLog.LONGEST_PAGE, Duration.ZERO).entries().stream()
                    .map(PublicationLogEntry::event)
                    .filter(event -> event.storyId().equals(story))
                    .toList();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static StoryContent withHeadline(StoryContent content, String headline) {
        return with(content, headline, content.section(), content.body());
    }

    static StoryContent with(StoryContent content, String headline, String section, Body body) {
        return new StoryContent(
                headline,
                content.kicker(),
                content.standfirst(),
                content.slugline(),
                section,
                content.bylines(),
                content.dateline(),
                body,
                content.signOff(),
                content.pictures(),
                content.subjects(),
                content.urgency(),
                content.slug());
    }

    static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).result();
    }

    static List<Refusal> refusals(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusals();
    }

    static List<String> codes(Outcome<?> outcome) {
        return refusals(outcome).stream().map(Refusal::code).toList();
    }

    static <T> List<T> allAtOnce(int hands, Callable<T> work) throws Exception {
        return allAtOnce(hands, number -> {
            try {
                return work.call();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    static <T> List<T> allAtOnce(int hands, IntFunction<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(hands);
        try (ExecutorService pool = Executors.newFixedThreadPool(hands)) {
            List<Future<T>> results = IntStream.range(0, hands)
                    .mapToObj(number -> pool.submit(() -> {
                        start.await();
                        return work.apply(number);
                    }))
                    .toList();
            List<T> all = new ArrayList<>();
            for (Future<T> result : results) {
                all.add(result.get());
            }
            return all;
        }
    }
}
