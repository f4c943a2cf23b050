package org.broadsheet.cms.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.broadsheet.cms.wire.BasketItem;
import org.broadsheet.cms.wire.Show;
import org.broadsheet.cms.wire.WireBasket;
import org.broadsheet.cms.wire.WireCopy;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.publication.PublicationEvent;
import org.broadsheet.core.story.StoryContent;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.Routing;
import org.broadsheet.core.wire.WireItem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is published without an editor, and what is not.
class NightDeskTest extends AtTheCopyDesk {

    private static final Routing BY_ITSELF =
            new Routing("Night", "business", List.of("port"), true, List.of("Port notices"));

    @Autowired
    WireBasket basket;

    @Autowired
    NightDesk night;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatARuleSaysIsPublishedByItselfOnceUnderTheRulesName() {
        WireCopy copy = headed("Pilot fees for the strait published");

        wire.sends(copy.item(), BY_ITSELF);
        StoryView story = awaitStory(copy, "published");

        assertThat(story.content().section()).isEqualTo("business");
        assertThat(story.content().subjects()).contains(new Subject("", Subject.Kind.OTHER, "port"));
        assertThat(story.savedBy()).isEqualTo("wire rule Port notices");
        assertThat(story.publicAddress()).isEqualTo("/business/pilot-fees-for-the-strait-published");
        assertThat(jdbc.sql("SELECT p.name || ' ' || a.action FROM audit a JOIN staff p ON p.id = a.staff "
                                + "WHERE a.story = ? ORDER BY a.id")
                        .param(story.id())
                        .query(String.class)
                        .list())
                .containsExactly("wire rule Port notices taken", "wire rule Port notices published");
        assertThat(events(story.id())).hasSize(1);
        while (night.step()) {
            // nothing more may come of it
        }
        assertThat(events(story.id())).hasSize(1);
        assertThat(people.count("staff", "wire_rule AND (active OR roles <> '{}')"))
                .isZero();
    }

    @Test
    void withoutSuchARuleNothingIsPublished() {
        WireCopy copy = headed("Nobody asked for this");

        wire.sends(copy.item(), new Routing("City", "business", List.of(), false, List.of("City")));
        wire.sends(WireCopy.harbourFees().item(), BY_ITSELF);
        awaitIdle();

        assertThat(item(copy).story()).isNull();
        assertThat(item(copy).routed().desk()).isEqualTo("City");
    }

    @Test
    void anEmbargoEndsByTheDatabasesClockAndThenItIsOut() {
        WireCopy copy = headed("Under embargo for three seconds");
        copy.embargoedUntil = Instant.now().plusSeconds(3);

        wire.sends(copy.item(), BY_ITSELF);
        BasketItem waiting = await(() -> item(copy), item -> !item.note().isEmpty());

        assertThat(waiting.note()).contains("mbargo");
        assertThat(waiting.story()).isNull();
        StoryView story = awaitStory(copy, "published");
        assertThat(story.firstPublishedAt()).isAfterOrEqualTo(copy.embargoedUntil);
        assertThat(item(copy).note()).isEmpty();
    }

    @Test
    void aPictureWithoutCreditHoldsItUpUntilTheWireGivesOne() {
        PictureHash hash = wire.holds(WireCopy.jpeg());
        WireCopy picture = WireCopy.picture(hash).uncredited();
        WireCopy copy = headed("With a picture of nobody").linking(picture);
        wire.sends(picture.item());

        wire.sends(copy.item(), BY_ITSELF);
        BasketItem waiting = await(() -> item(copy), item -> !item.note().isEmpty());

        assertThat(waiting.note()).contains("credit");
        assertThat(waiting.story()).isNull();

        picture.picture = WireCopy.picture(hash).picture;
        picture.version = 2;
        wire.sends(picture.item());

        StoryView story = awaitStory(copy, "published");
        assertThat(story.content().pictures()).hasSize(1);
    }

    @Test
    void whatIsWithheldKilledAdvisedOrOfAnUnknownSectionStaysInTheBasketWithTheReason() {
        WireCopy withheld = headed("Withheld");
        withheld.status = WireItem.Status.WITHHELD;
        WireCopy killed = headed("Killed before it was seen");
        killed.status = WireItem.Status.CANCELED;
        WireCopy advisory = headed("Our plans for the afternoon");
        WireCopy expired = headed("Over already");
        WireCopy lost = headed("For a section we do not have");
        WireCopy alone = WireCopy.picture(wire.holds(WireCopy.jpeg()));
        WireCopy old = headed("News of the day before yesterday");

        wire.sends(withheld.item(), BY_ITSELF);
        wire.sends(killed.item(), BY_ITSELF);
        wire.sends(
                advisory.item().toBuilder().purpose(WireItem.Purpose.ADVISORY).build(), BY_ITSELF);
        wire.sends(
                expired.item().toBuilder()
                        .expiresAt(Instant.now().minusSeconds(1))
                        .build(),
                BY_ITSELF);
        wire.sends(lost.item(), new Routing("Night", "gardening", List.of(), true, List.of("Gardening")));
        wire.sends(alone.item(), BY_ITSELF);

        wire.sends(
                old.item().toBuilder()
                        .receivedAt(Instant.now().minus(Duration.ofHours(25)))
                        .build(),
                BY_ITSELF);

        assertThat(reason(old)).contains("more than a day old");
        assertThat(reason(withheld)).contains("withholds");
        assertThat(reason(killed)).contains("killed");
        assertThat(reason(advisory)).contains("never printed");
        assertThat(reason(expired)).contains("expire");
        assertThat(reason(lost)).contains("gardening");
        assertThat(reason(alone)).contains("picture alone");
        for (WireCopy copy : List.of(withheld, killed, advisory, expired, lost, alone, old)) {
            assertThat(item(copy).story()).as(copy.headline).isNull();
        }
    }

    @Test
    void aNewerVersionAndACorrectionFollowAndAKillIsOffWithinTwoSeconds() {
        WireCopy copy = headed("First telling of the fees");
        wire.sends(copy.item(), BY_ITSELF);
        UUID id = awaitStory(copy, "published").id();

        copy.version = 2;
        copy.headline = "Second telling of the fees";
        wire.sends(copy.item(), Routing.NONE);
        await(() -> view(id), story -> story.content().headline().equals(copy.headline));
        StoryView updated = view(id);

        assertThat(updated.publicAddress()).isEqualTo("/business/first-telling-of-the-fees");
        assertThat(updated.wire().newerVersion()).isFalse();
        assertThat(events(id).getLast())
                .isInstanceOfSatisfying(
                        PublicationEvent.StoryPublished.class,
                        out -> assertThat(out.story().headline()).isEqualTo(copy.headline));
        assertThat(untaken()).doesNotContain(copy.guid);

        copy.version = 3;
        copy.status = WireItem.Status.CANCELED;
        long began = System.nanoTime();
        wire.sends(copy.item(), Routing.NONE);
        await(() -> view(id), story -> story.state().equals("killed"));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(events(id).getLast()).isInstanceOf(PublicationEvent.StoryKilled.class);
        assertThat(people.auditOf(id, "killed")).contains("The agency has killed it");
        assertThat(untaken()).doesNotContain(copy.guid);
    }

    @Test
    void aKillSentAsAnItemOfItsOwnTakesItOffOrKeepsItFromGoingOutWhicheverComesFirst() {
        WireCopy out = headed("Out before its kill");
        wire.sends(out.item(), BY_ITSELF);
        UUID id = awaitStory(out, "published").id();
        WireCopy later = headed("Killed before it came");

        wire.sends(kill(out));
        wire.sends(kill(later));
        wire.sends(later.item(), BY_ITSELF);

        await(() -> view(id), story -> story.state().equals("killed"));
        assertThat(reason(later)).contains("killed");
        assertThat(item(later).story()).isNull();
        assertThat(item(later).toldBy())
                .singleElement()
                .satisfies(told -> assertThat(told.rel()).isEqualTo("kills"));
        assertThat(codes(desk.take(later.provider, later.guid, people.reporter())))
                .containsExactly("killed-by-the-wire");
    }

    @Test
    void whatSomebodyHasEditedWaitsForTheEditorWithANote() {
        WireCopy copy = headed("Edited by hand");
        wire.sends(copy.item(), BY_ITSELF);
        StoryView story = awaitStory(copy, "published");
        StoryContent mine = withHeadline(story.content(), "Edited by hand, and better");
        done(desk.save(story.id(), story.version(), mine, people.editor()));

        copy.version = 2;
        copy.headline = "The agency's newer words";
        wire.sends(copy.item(), BY_ITSELF);

        assertThat(reason(copy)).contains("waits for an editor");
        assertThat(view(story.id()).content().headline()).isEqualTo("Edited by hand, and better");
        assertThat(view(story.id()).checks())
                .anySatisfy(check -> assertThat(check.code()).isEqualTo("wire-rule-waits"));
        assertThat(untaken()).contains(copy.guid);

        copy.version = 3;
        copy.status = WireItem.Status.CANCELED;
        wire.sends(copy.item(), BY_ITSELF);
        await(() -> item(copy), item -> item.note().contains("an editor has to"));
        assertThat(view(story.id()).state()).isEqualTo("published");
    }

    @Test
    void anUpdateThatMayNotGoOutLeavesWhatReadersSee() {
        WireCopy copy = headed("As readers see it");
        wire.sends(copy.item(), BY_ITSELF);
        UUID id = awaitStory(copy, "published").id();

        copy.version = 2;
        copy.headline = "Not before tomorrow";
        copy.embargoedUntil = Instant.now().plusSeconds(86_400);
        wire.sends(copy.item(), BY_ITSELF);

        assertThat(reason(copy)).contains("The newer version is not published");
        assertThat(view(id).content().headline()).isEqualTo("As readers see it");
        assertThat(events(id)).hasSize(1);
    }

    @Test
    void manyHandsPublishEachOnce() throws Exception {
        List<WireCopy> copies = List.of(headed("Many 1"), headed("Many 2"), headed("Many 3"), headed("Many 4"));
        for (WireCopy copy : copies) {
            wire.append(copy.item(), BY_ITSELF);
        }
        long last = wire.append(WireCopy.harbourFees().item(), Routing.NONE);
        wire.awaitApplied(last);

        allAtOnce(4, () -> {
            while (night.step()) {
                // the next one
            }
            return true;
        });

        for (WireCopy copy : copies) {
            assertThat(events(awaitStory(copy, "published").id())).hasSize(1);
            assertThat(people.count("story", "wire_guid = ?", copy.guid)).isOne();
        }
    }

    @Test
    void oneThatFailsIsToldAndDoesNotHoldUpTheOthers() {
        WireCopy broken = headed("Breaks the desk");
        jdbc.sql("ALTER TABLE story ADD CONSTRAINT for_one_test CHECK (headline <> 'Breaks the desk')")
                .update();
        try {
            wire.sends(broken.item(), BY_ITSELF);
            WireCopy good = headed("Behind it in the queue");
            wire.sends(good.item(), BY_ITSELF);

            awaitStory(good, "published");
            assertThat(reason(broken)).contains("tried again");
        } finally {
            jdbc.sql("ALTER TABLE story DROP CONSTRAINT for_one_test").update();
        }
        awaitStory(broken, "published");
    }

    @Test
    void whatBreaksInTheCommitItselfLeavesNothingAndIsPublishedOnceLater() {
        WireCopy copy = headed("Breaks as it is committed");
        jdbc.sql("""
                        CREATE FUNCTION break_the_commit() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN RAISE EXCEPTION 'the power is cut'; END $$
                        """).update();
        jdbc.sql("""
                        CREATE CONSTRAINT TRIGGER break_the_commit AFTER INSERT ON publication_log
                        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
                        WHEN (NEW.event::text LIKE '%Breaks as it is committed%') EXECUTE FUNCTION break_the_commit()
                        """).update();
        try {
            wire.sends(copy.item(), BY_ITSELF);

            assertThat(reason(copy)).contains("tried again");
            assertThat(people.count("story", "wire_guid = ?", copy.guid)).isZero();
            assertThat(people.count("published_story", "headline = ?", copy.headline))
                    .isZero();
            assertThat(people.count("audit", "details ->> 'guid' = ?", copy.guid))
                    .isZero();
        } finally {
            jdbc.sql("DROP TRIGGER break_the_commit ON publication_log").update();
            jdbc.sql("DROP FUNCTION break_the_commit").update();
        }
        assertThat(events(awaitStory(copy, "published").id())).hasSize(1);
        assertThat(item(copy).note()).isEmpty();
    }

    private static WireItem kill(WireCopy what) {
        WireCopy notice = headed("KILL: " + what.headline);
        notice.links.add(new WireItem.WireLink(what.guid, WireItem.WireLink.KILLS, 0));
        return notice.item().toBuilder().purpose(WireItem.Purpose.KILL).build();
    }

    private BasketItem item(WireCopy copy) {
        return basket.item(copy.provider, copy.guid).orElseThrow();
    }

    private String reason(WireCopy copy) {
        return await(() -> item(copy), item -> !item.note().isEmpty()).note();
    }

    private List<String> untaken() {
        return basket.list(Show.UNTAKEN, null, null, 200, null).items().stream()
                .map(item -> item.guid())
                .toList();
    }

    private StoryView awaitStory(WireCopy copy, String state) {
        BasketItem item = await(
                () -> item(copy),
                found -> found.story() != null && found.story().state().equals(state));
        return view(item.story().id());
    }

    private void awaitIdle() {
        await(() -> people.count("wire_item", "auto_due_at <= now()"), due -> due == 0);
    }

    private static <T> T await(Supplier<T> what, java.util.function.Predicate<T> until) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            T now = what.get();
            if (until.test(now)) {
                return now;
            }
            assertThat(System.nanoTime()).as("still " + now).isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
