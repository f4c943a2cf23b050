package org.broadsheet.cms.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.broadsheet.cms.wire.WireCopy;
import org.broadsheet.core.desk.Refusal;
import org.broadsheet.core.picture.Caption;
import org.broadsheet.core.picture.Credit;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureUse;
import org.broadsheet.core.publication.PublicationEvent;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.StoryContent;
import org.broadsheet.core.wire.WireItem;
import org.junit.jupiter.api.Test;

class PublishingTest extends AtTheCopyDesk {

    @Test
    void aReporterCannotPublish() {
        UUID id = takenFrom(WireCopy.harbourFees());

        assertThat(refusals(desk.publish(id, 1, null, people.reporter())))
                .containsExactly(new Refusal.NotAllowed("publish a story"));
        assertThat(refusals(desk.publish(id, 1, null, people.subEditor()))).hasSize(1);
        assertThat(people.count("published_story", "id = ?", id)).isZero();
        assertThat(stories.view(id, people.reporter()).orElseThrow().mayPublish())
                .isFalse();
        assertThat(stories.view(id, people.editor()).orElseThrow().mayPublish()).isTrue();
    }

    @Test
    void anEmbargoedStoryCannotBePublished() {
        WireCopy copy = WireCopy.harbourFees();
        copy.embargoedUntil = Instant.now().plus(Duration.ofHours(1));
        UUID id = takenFrom(copy);

        List<Refusal> refusals = refusals(desk.publish(id, 1, null, people.editor()));

        assertThat(refusals)
                .singleElement()
                .isInstanceOfSatisfying(
                        Refusal.EmbargoStillRuns.class,
                        embargo -> assertThat(embargo.sentence())
                                .startsWith("Embargoed by the source until ")
                                .contains("(CE"));
        assertThat(people.count("published_story", "id = ?", id)).isZero();
    }

    @Test
    void anEmbargoThatCameWithANewerVersionHoldsToo() {
        WireCopy copy = WireCopy.harbourFees();
        UUID id = takenFrom(copy);
        copy.version = 2;
        copy.embargoedUntil = Instant.now().plus(Duration.ofHours(1));
        wire.sends(copy.item());

        assertThat(codes(desk.publish(id, 1, null, people.editor()))).containsExactly("embargo-still-runs");
    }

    @Test
    void anEmbargoThatIsOverHoldsNothing() {
        WireCopy copy = WireCopy.harbourFees();
        copy.embargoedUntil = Instant.now().minusSeconds(1);
        UUID id = takenFrom(copy);

        assertThat(desk.publish(id, 1, null, people.editor())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void anEmbargoOnAPictureHoldsTheStory() {
        WireCopy picture = WireCopy.picture(wire.holds(WireCopy.jpeg()));
        picture.embargoedUntil = Instant.now().plus(Duration.ofHours(1));
        UUID id = takenFrom(WireCopy.harbourFees().linking(picture), picture);

        assertThat(view(id).content().pictures()).hasSize(1);
        assertThat(codes(desk.publish(id, 1, null, people.editor()))).containsExactly("embargo-still-runs");
    }

    @Test
    void aPictureWithoutCreditCannotBePublished() {
        WireCopy picture = WireCopy.picture(wire.holds(WireCopy.jpeg())).uncredited();
        UUID id = takenFrom(WireCopy.harbourFees().linking(picture), picture);

        Refusal refusal = refusals(desk.publish(id, 1, null, people.editor())).getFirst();

        assertThat(refusal.sentence()).isEqualTo("Picture 1 has no credit.");
        assertThat(refusal.field()).isEqualTo("pictures[0].credit");
    }

    @Test
    void aPictureInsideAListNeedsItsCreditToo() {
        PictureHash hash = wire.holds(WireCopy.jpeg());
        UUID id = takenFrom(WireCopy.harbourFees());
        StoryContent content = view(id).content();
        PictureUse hidden = new PictureUse(hash, Caption.EMPTY, Credit.NONE, "", 1, 1);
        Body body = new Body(List.of(
                Block.Paragraph.of("Words"),
                new Block.BulletList(List.of(new Block.ListItem(List.of(new Block.PictureBlock(hidden)))))));
        done(desk.save(id, 1, with(content, content.headline(), content.section(), body), people.editor()));

        assertThat(codes(desk.publish(id, 2, null, people.editor())))
                .containsExactly("credit-missing", "picture-not-here");
    }

    @Test
    void aPictureTheAgencyTookBackCannotBePublished() {
        WireCopy picture = WireCopy.picture(wire.holds(WireCopy.jpeg()));
        UUID id = takenFrom(WireCopy.harbourFees().linking(picture), picture);
        picture.version = 2;
        picture.status = WireItem.Status.CANCELED;
        wire.sends(picture.item());

        assertThat(codes(desk.publish(id, 1, null, people.editor()))).containsExactly("picture-withdrawn");
    }

    @Test
    void aPictureWhoseFileHasNotComeInCannotBePublished() {
        UUID id = takenFrom(WireCopy.harbourFees());
        StoryContent content = view(id).content();
        PictureUse missing = new PictureUse(
                PictureHash.of(new byte[] {1}),
                Caption.EMPTY,
                new Credit("Norland Press", List.of(), false, false, null, false),
                "",
                1,
                1);
        Body body = new Body(List.of(Block.Paragraph.of("Words"), new Block.PictureBlock(missing)));
        done(desk.save(id, 1, with(content, content.headline(), content.section(), body), people.editor()));

        assertThat(codes(desk.publish(id, 2, null, people.editor()))).containsExactly("picture-not-here");
    }

    @Test
    void aStoryWithoutHeadlineSectionOrTextSaysAllThatIsMissing() {
        UUID id = takenFrom(WireCopy.harbourFees());
        StoryContent content = view(id).content();
        done(desk.save(id, 1, with(content, " ", "", Body.EMPTY), people.editor()));

        assertThat(codes(desk.publish(id, 2, null, people.editor())))
                .containsExactly("headline-missing", "section-missing", "body-missing");

        done(desk.save(id, 2, with(content, "A headline", "gardening", content.body()), people.editor()));
        assertThat(codes(desk.publish(id, 3, null, people.editor()))).containsExactly("section-unknown");
    }

    @Test
    void aStoryWhoseCopyTheAgencyTookBackCannotBePublished() {
        WireCopy copy = WireCopy.harbourFees();
        UUID id = takenFrom(copy);
        copy.version = 2;
        copy.status = WireItem.Status.CANCELED;
        wire.sends(copy.item());

        assertThat(codes(desk.publish(id, 1, null, people.editor()))).containsExactly("killed-by-the-wire");
        assertThat(view(id).wire().killed()).isTrue();
    }

    @Test
    void aPublishedStoryIsInThePublicTablesTheLogAndTheAudit() {
        PictureHash hash = wire.holds(WireCopy.jpeg());
        WireCopy picture = WireCopy.picture(hash);
        WireCopy copy = WireCopy.harbourFees().linking(picture);
        copy.headline = "Ferry line " + UUID.randomUUID().toString().substring(0, 8);
        UUID id = takenFrom(copy, picture);

        CopyDesk.Out out = done(desk.publish(id, 1, null, people.editor()));

        assertThat(out.publicAddress()).startsWith("/world/ferry-line-");
        assertThat(people.count("published_story", "id = ? AND section = 'world'", id))
                .isEqualTo(1);
        assertThat(people.count("published_picture", "story = ? AND hash = ?", id, hash.value()))
                .isEqualTo(1);
        assertThat(events(id))
                .singleElement()
                .isInstanceOfSatisfying(PublicationEvent.StoryPublished.class, published -> {
                    assertThat(published.story().revision()).isEqualTo(2);
                    assertThat(published.story().wireGuid()).isEqualTo(copy.guid);
                    assertThat(published.story().firstPublishedAt())
                            .isEqualTo(published.story().updatedAt());
                });
        assertThat(people.auditOf(id, "published")).contains("ferry-line-");
        assertThat(view(id).publicAddress()).isEqualTo(out.publicAddress());
    }

    @Test
    void anUpdateKeepsTheAddressAndTheFirstDate() {
        UUID id = takenFrom(WireCopy.harbourFees());
        CopyDesk.Out first = done(desk.publish(id, 1, null, people.editor()));
        StoryView before = view(id);
        done(desk.save(id, 2, withHeadline(before.content(), "Another headline altogether"), people.editor()));
        assertThat(stories.list("published", null, 200).stories())
                .filteredOn(line -> line.id().equals(id))
                .allMatch(StoryList.Line::unpublishedChanges);

        CopyDesk.Out second = done(desk.publish(id, 3, null, people.editor()));

        assertThat(second.publicAddress()).isEqualTo(first.publicAddress());
        StoryView after = view(id);
        assertThat(after.firstPublishedAt()).isEqualTo(before.firstPublishedAt());
        assertThat(after.updatedAt()).isAfter(before.updatedAt());
        assertThat(events(id)).hasSize(2);
        assertThat(people.count("published_story", "id = ? AND headline = 'Another headline altogether'", id))
                .isEqualTo(1);
    }

    @Test
    void earlierCopyCarriesItsOwnDateAndNoneFromTheFuture() {
        UUID id = takenFrom(WireCopy.harbourFees());
        Instant then = Instant.parse("2026-11-22T09:00:00Z");

        assertThat(codes(desk.publish(id, 1, Instant.now().plusSeconds(3600), people.editor())))
                .containsExactly("date-in-the-future");
        done(desk.publish(id, 1, then, people.editor()));

        assertThat(view(id).firstPublishedAt()).isEqualTo(then);
        assertThat(people.auditOf(id, "published")).contains("2026-11-22T09:00:00Z");
        assertThat(codes(desk.publish(id, 2, then, people.editor()))).containsExactly("date-is-fixed");
    }

    @Test
    void aSlugIsNeverReused() {
        String headline = "Storm closes road " + UUID.randomUUID().toString().substring(0, 8);
        UUID first = takenFrom(headed(headline));
        UUID second = takenFrom(headed(headline));
        UUID third = takenFrom(headed(headline));

        String one = done(desk.publish(first, 1, null, people.editor())).publicAddress();
        String two = done(desk.publish(second, 1, null, people.editor())).publicAddress();
        done(desk.kill(first, "It was the other road", people.editor()));
        String three = done(desk.publish(third, 1, null, people.editor())).publicAddress();

        assertThat(two).isEqualTo(one + "-2");
        assertThat(three).isEqualTo(one + "-3");
        assertThat(people.count("slug", "story = ?", first)).isEqualTo(1);
    }

    @Test
    void aKilledStoryLeavesThePublicTablesAtOnce() {
        WireCopy picture = WireCopy.picture(wire.holds(WireCopy.jpeg()));
        UUID id = takenFrom(WireCopy.harbourFees().linking(picture), picture);
        done(desk.publish(id, 1, null, people.editor()));

        assertThat(refusals(desk.kill(id, "  ", people.editor()))).containsExactly(new Refusal.ReasonMissing());
        done(desk.kill(id, "The ministers never met", people.editor()));

        assertThat(people.count("published_story", "id = ?", id)).isZero();
        assertThat(people.count("published_picture", "story = ?", id)).isZero();
        assertThat(events(id).getLast()).isInstanceOf(PublicationEvent.StoryKilled.class);
        assertThat(people.auditOf(id, "killed"))
                .contains("The ministers never met")
                .contains("tookMillis");
        StoryView story = view(id);
        assertThat(story.state()).isEqualTo("killed");
        assertThat(story.publicAddress()).isNull();
        assertThat(codes(desk.publish(id, story.version(), null, people.editor())))
                .containsExactly("state-forbids");
        assertThat(codes(desk.save(id, story.version(), story.content(), people.editor())))
                .containsExactly("state-forbids");
        assertThat(codes(desk.kill(id, "again", people.editor()))).containsExactly("state-forbids");
    }
}
