package org.broadsheet.cms.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.cms.wire.WireCopy;
import org.broadsheet.core.desk.Refusal;
import org.broadsheet.core.picture.Caption;
import org.broadsheet.core.picture.Credit;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureUse;
import org.broadsheet.core.story.HeadlineTag;
import org.broadsheet.core.story.StoryContent;
import org.broadsheet.core.wire.WireItem;
import org.junit.jupiter.api.Test;

class CopyDeskTest extends AtTheCopyDesk {

    @Test
    void aTakenStoryHasTheWordsThePicturesAndTheSection() {
        PictureHash hash = wire.holds(WireCopy.jpeg());
        WireCopy picture = WireCopy.picture(hash);
        WireCopy copy = WireCopy.harbourFees().linking(picture);
        copy.tags = List.of(
                new HeadlineTag(HeadlineTag.Kind.UPDATE, 2, "UPDATE 2"),
                new HeadlineTag(HeadlineTag.Kind.EXCLUSIVE, 0, "Exclusive"));
        wire.sends(copy.item());
        wire.sends(picture.item());

        StoryView story = view(taken(copy));

        assertThat(story.state()).isEqualTo("draft");
        assertThat(story.content().section()).isEqualTo("world");
        assertThat(story.content().headline()).isEqualTo(copy.headline);
        assertThat(story.content().kicker()).isEqualTo("Exclusive");
        assertThat(story.content().dateline().print()).isEqualTo("VASTHOLM (Agence Nord) - ");
        assertThat(story.content().signOff().isEmpty()).isFalse();
        PictureUse use = story.content().pictures().getFirst();
        assertThat(use.hash()).isEqualTo(hash);
        assertThat(use.caption().filePhoto()).isTrue();
        assertThat(use.credit().print()).isEqualTo("Norland Press/Mika Solberg/Pool via AGENCE NORD/File Photo");
        assertThat(story.checks()).noneMatch(check -> check.level() == Check.Level.BLOCKS);
        assertThat(story.history()).extracting(StoryView.Write::what).containsExactly("taken");
    }

    @Test
    void takingTwiceMakesOneStory() throws Exception {
        WireCopy copy = WireCopy.harbourFees();
        wire.sends(copy.item());
        StaffMember reporter = people.reporter();

        List<CopyDesk.Taken> takes = allAtOnce(8, () -> done(desk.take(copy.provider, copy.guid, reporter)));

        assertThat(takes.stream().map(CopyDesk.Taken::id).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(takes).filteredOn(CopyDesk.Taken::anew).hasSize(1);
        assertThat(people.count("story", "wire_guid = ?", copy.guid)).isEqualTo(1);
    }

    @Test
    void whatTheAgencyTookBackOrWithholdsCannotBeTaken() {
        WireCopy killed = WireCopy.harbourFees();
        killed.status = WireItem.Status.CANCELED;
        WireCopy withheld = WireCopy.harbourFees();
        withheld.status = WireItem.Status.WITHHELD;
        WireCopy bundle = WireCopy.harbourFees();
        bundle.kind = WireItem.Kind.PACKAGE;
        wire.sends(killed.item());
        wire.sends(withheld.item());
        wire.sends(bundle.item());

        assertThat(refusals(desk.take(killed.provider, killed.guid, people.editor())))
                .containsExactly(new Refusal.KilledByTheWire());
        assertThat(refusals(desk.take(withheld.provider, withheld.guid, people.editor())))
                .containsExactly(new Refusal.WithheldByTheWire());
        assertThat(refusals(desk.take(bundle.provider, bundle.guid, people.editor())))
                .containsExactly(new Refusal.PackageHasNoCopy());
        assertThat(desk.take("agence-nord", "never sent", people.editor())).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void aReporterCannotKillAndCannotTouchTheStoryOfSomebodyElse() {
        UUID id = takenFrom(WireCopy.harbourFees());
        StoryContent content = view(id).content();

        assertThat(refusals(desk.save(id, 1, content, people.otherReporter())))
                .containsExactly(new Refusal.NotAllowed("change a story of somebody else"));
        assertThat(refusals(desk.spike(id, people.otherReporter()))).hasSize(1);
        assertThat(refusals(desk.submit(id, people.otherReporter()))).hasSize(1);
        assertThat(refusals(desk.kill(id, "because", people.reporter())))
                .containsExactly(new Refusal.NotAllowed("kill a story"));
        assertThat(done(desk.save(id, 1, withHeadline(content, "Ours"), people.subEditor()))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void twoEditorsSavingTheSameVersionLoseNothing() throws Exception {
        UUID id = takenFrom(WireCopy.harbourFees());
        StoryContent content = view(id).content();
        StaffMember editor = people.editor();

        List<Outcome<CopyDesk.Saved>> saves =
                allAtOnce(6, number -> desk.save(id, 1, withHeadline(content, "Headline of " + number), editor));

        assertThat(saves).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(saves)
                .filteredOn(Outcome.Stale.class::isInstance)
                .hasSize(5)
                .allSatisfy(stale -> assertThat(((Outcome.Stale<CopyDesk.Saved>) stale)
                                .current()
                                .version())
                        .isEqualTo(2));
        assertThat(people.count("revision", "story = ?", id)).isEqualTo(2);
    }

    @Test
    void savingTheSameWordsMakesNoVersion() {
        UUID id = takenFrom(WireCopy.harbourFees());

        assertThat(done(desk.save(id, 1, view(id).content(), people.reporter())).version())
                .isEqualTo(1);
        assertThat(people.count("revision", "story = ?", id)).isEqualTo(1);
    }

    @Test
    void aSpikedStoryCanBeLiftedAndAPublishedOneCannotBeSpiked() {
        UUID id = takenFrom(WireCopy.harbourFees());

        assertThat(done(desk.submit(id, people.reporter())).state()).isEqualTo("submitted");
        assertThat(done(desk.spike(id, people.reporter())).state()).isEqualTo("spiked");
        assertThat(codes(desk.publish(id, 3, null, people.editor()))).containsExactly("state-forbids");
        assertThat(done(desk.lift(id, people.reporter())).state()).isEqualTo("draft");
        done(desk.publish(id, 4, null, people.editor()));
        assertThat(codes(desk.spike(id, people.editor()))).containsExactly("state-forbids");
        assertThat(view(id).history())
                .extracting(StoryView.Write::what)
                .containsExactly("published", "lifted", "spiked", "submitted", "taken");
    }

    @Test
    void theChecksNameWhatAnEditorShouldLookAt() {
        WireCopy picture = WireCopy.picture(wire.holds(WireCopy.jpeg()));
        WireCopy copy = WireCopy.harbourFees().linking(picture);
        copy.remarks = List.of("The dateline was not understood");
        UUID id = takenFrom(copy, picture);
        StoryContent content = view(id).content();
        PictureUse use = content.pictures().getFirst();
        Credit notFile = new Credit("Norland Press", List.of(), false, false, null, false);
        PictureUse old = new PictureUse(
                use.hash(), new Caption("Ships", false, LocalDate.of(2025, 1, 1)), notFile, "", 640, 400);
        PictureUse disagreeing = new PictureUse(
                use.hash(), new Caption("Ships", true, LocalDate.of(2025, 1, 1)), notFile, "Ships", 640, 400);
        StoryContent changed = new StoryContent(
                content.headline(),
                "",
                "",
                "",
                content.section(),
                List.of(),
                content.dateline(),
                content.body(),
                content.signOff(),
                List.of(old, disagreeing),
                List.of(),
                null,
                null);
        done(desk.save(id, 1, changed, people.editor()));
        copy.version = 2;
        wire.sends(copy.item());

        Set<String> codes = view(id).checks().stream().map(Check::code).collect(Collectors.toSet());

        assertThat(codes)
                .containsExactlyInAnyOrder(
                        "newer-wire-version",
                        "alt-text-missing",
                        "old-picture-without-flag",
                        "file-photo-in-caption-only",
                        "caption-short",
                        "dates-disagree",
                        "place-missing",
                        "person-missing",
                        "alt-text-is-caption",
                        "intake-remark");
    }
}
