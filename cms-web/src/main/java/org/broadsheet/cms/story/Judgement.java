package org.broadsheet.cms.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.cms.picturerights.StoryRights;
import org.broadsheet.cms.wire.BasketItem;
import org.broadsheet.core.desk.Refusal;
import org.broadsheet.core.picture.CaptionCheck;
import org.broadsheet.core.story.StoryContent;
import org.broadsheet.core.wire.WireItem;
import org.jspecify.annotations.Nullable;

/// What stands in the way of publication, and what an editor should look at before.
final class Judgement {

    private static final int A_HEADLINE_IS_LONG_FROM = 100;

    private final StoryContent content;
    private final Facts facts;
    private final List<PicturesOf.Placed> pictures;

    Judgement(StoryContent content, Facts facts) {
        this.content = content;
        this.facts = facts;
        this.pictures = PicturesOf.all(content);
    }

    /// Why the story cannot go out; empty when it can.
    List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        if (content.headline().isBlank()) {
            refusals.add(new Refusal.HeadlineMissing());
        }
        if (content.section().isBlank()) {
            refusals.add(new Refusal.SectionMissing());
        } else if (facts.masthead().section(content.section()).isEmpty()) {
            refusals.add(new Refusal.SectionUnknown(content.section()));
        }
        if (content.body().words() == 0) {
            refusals.add(new Refusal.BodyMissing());
        }
        for (PicturesOf.Placed picture : pictures) {
            if (picture.use().credit().isEmpty()) {
                refusals.add(new Refusal.CreditMissing(picture.number(), picture.field() + ".credit"));
            }
            if (!facts.held().contains(picture.use().hash())) {
                refusals.add(new Refusal.PictureNotHere(picture.number(), picture.field()));
            }
            boolean withdrawn = facts.pictures().stream()
                    .anyMatch(known -> known.withdrawn()
                            && known.hash().equals(picture.use().hash()));
            if (withdrawn) {
                refusals.add(new Refusal.PictureWithdrawn(picture.number(), picture.field()));
            }
            boolean embargoed = facts.pictures().stream()
                    .anyMatch(known -> known.embargoedUntil() != null
                            && known.embargoedUntil().isAfter(facts.now())
                            && known.hash().equals(picture.use().hash()));
            refuse(picture, withdrawn || embargoed, refusals);
        }
        BasketItem wire = facts.wire();
        if (wire != null && wire.isKilled()) {
            refusals.add(new Refusal.KilledByTheWire());
        } else if (wire != null && wire.item().status() == WireItem.Status.WITHHELD) {
            refusals.add(new Refusal.WithheldByTheWire());
        }
        Instant embargo = embargo();
        if (embargo != null && embargo.isAfter(facts.now())) {
            refusals.add(new Refusal.EmbargoStillRuns(embargo, facts.masthead().timeZone()));
        }
        return refusals;
    }

    /// The latest embargo on the copy or one of its pictures, as the wire now says; `null` where it says nothing.
    @Nullable
    Instant embargo() {
        BasketItem wire = facts.wire();
        Stream<Instant> ofPictures = facts.pictures().stream().<Instant>mapMulti((known, sink) -> {
            if (known.embargoedUntil() != null) {
                sink.accept(known.embargoedUntil());
            }
        });
        Instant ofCopy = wire == null ? null : wire.item().embargoedUntil();
        return Stream.concat(Stream.ofNullable(ofCopy), ofPictures)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /// The list beside the story: what blocks it first, then what to look at.
    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (Refusal refusal : refusals()) {
            checks.add(new Check(Check.Level.BLOCKS, refusal.code(), refusal.sentence(), refusal.field()));
        }
        BasketItem wire = facts.wire();
        if (wire != null && wire.item().version() > facts.takenVersion()) {
            checks.add(warning(
                    "newer-wire-version", "The wire has sent a newer version of this copy since it was taken.", ""));
        }
        if (wire != null && !wire.note().isEmpty()) {
            checks.add(warning("wire-rule-waits", wire.note(), ""));
        }
        pictures.forEach(picture -> look(picture, checks));
        if (content.headline().length() >= A_HEADLINE_IS_LONG_FROM) {
            checks.add(advice(
                    "headline-long", "The headline has " + content.headline().length() + " characters.", "headline"));
        }
        if (wire != null) {
            look(wire, checks);
        }
        return checks;
    }

    private void look(PicturesOf.Placed placed, List<Check> checks) {
        String picture = "Picture " + placed.number();
        for (StoryRights.Finding finding : facts.rights().examine(placed.use())) {
            String field = finding.field().isEmpty() ? placed.field() : placed.field() + "." + finding.field();
            switch (finding.level()) {
                // Those are among the refusals.
                case BLOCKS, SILENT -> {}
                case WARNS -> checks.add(warning(finding.code(), finding.sentence(picture), field));
                case ADVISES -> checks.add(advice(finding.code(), finding.sentence(picture), field));
            }
        }
    }

    /// What the rights of a picture and the newsroom's own rules say against it; what the wire says of it is said
    /// elsewhere.
    private void refuse(PicturesOf.Placed placed, boolean saidByTheWire, List<Refusal> refusals) {
        for (StoryRights.Finding finding : facts.rights().examine(placed.use())) {
            if (finding.level() != CaptionCheck.Level.BLOCKS) {
                continue;
            }
            String field = finding.field().isEmpty() ? placed.field() : placed.field() + "." + finding.field();
            if (!finding.whole()) {
                refusals.add(new Refusal.PictureCheckBlocks(
                        field, finding.code(), finding.sentence("Picture " + placed.number())));
            } else if (!saidByTheWire || finding.code().equals("picture-taken-down")) {
                refusals.add(new Refusal.PictureNotAllowed(
                        placed.number(), field, finding.code(), finding.matter(), finding.advice()));
            }
        }
    }

    private void look(BasketItem wire, List<Check> checks) {
        long waiting = wire.pictures().stream()
                .filter(picture -> !picture.held() && picture.status().equals("usable"))
                .count();
        if (waiting > 0) {
            checks.add(advice(
                    "picture-files-awaited",
                    waiting == 1
                            ? "The file of one picture of the wire copy has not come in."
                            : "The files of " + waiting + " pictures of the wire copy have not come in.",
                    "pictures"));
        }
        long unused = wire.pictures().stream()
                .filter(picture -> picture.held() && picture.status().equals("usable"))
                .filter(picture -> pictures.stream()
                        .noneMatch(placed ->
                                placed.use().hash().equals(picture.picture().hash())))
                .count();
        if (unused > 0) {
            checks.add(advice(
                    "wire-pictures-unused",
                    unused == 1
                            ? "One picture of the wire copy is not in the story."
                            : unused + " pictures of the wire copy are not in the story.",
                    "pictures"));
        }
        for (String remark : wire.item().remarks()) {
            checks.add(advice("intake-remark", remark, ""));
        }
    }

    private static Check warning(String code, String sentence, String field) {
        return new Check(Check.Level.WARNS, code, sentence, field);
    }

    private static Check advice(String code, String sentence, String field) {
        return new Check(Check.Level.ADVISES, code, sentence, field);
    }
}
