package org.broadsheet.cms.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.cms.Newsroom;
import org.broadsheet.cms.NewsroomTest;
import org.broadsheet.cms.wire.FakeWire;
import org.broadsheet.cms.wire.WireCopy;
import org.broadsheet.core.picture.PictureHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NewsroomTest
class CopyDeskTest {

    @Autowired
    Newsroom.People people;

    @Autowired
    FakeWire wire;

    @Autowired
    CopyDesk desk;

    @Autowired
    Stories stories;

    @BeforeEach
    void printNewspaper() {
        people.printNewspaper();
    }

    @Test
    void aTakenStoryHasTheWordsThePicturesAndTheSection() {
        PictureHash hash = wire.holds(WireCopy.jpeg());
        WireCopy picture = WireCopy.picture(hash);
        WireCopy copy = WireCopy.harbourFees().linking(picture);
        wire.sends(copy.item());
        wire.sends(picture.item());

        Outcome<CopyDesk.Taken> taken = desk.take(copy.provider, copy.guid, people.reporter());

        StoryView story = stories.view(done(taken).id(), people.reporter()).orElseThrow();
        assertThat(story.state()).isEqualTo("draft");
        assertThat(story.content().section()).isEqualTo("world");
        assertThat(story.content().headline()).isEqualTo(copy.headline);
        assertThat(story.content().pictures()).extracting(use -> use.hash()).containsExactly(hash);
        assertThat(story.checks()).noneMatch(check -> check.level() == Check.Level.BLOCKS);
    }

    static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).result();
    }
}
