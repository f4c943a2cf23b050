package org.broadsheet.cms.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.cms.wire.BasketItem;
import org.broadsheet.core.desk.Refusal;
import org.broadsheet.core.picture.PictureUse;
import org.broadsheet.core.story.StoryContent;
import org.broadsheet.core.wire.WireItem;
import org.jspecify.annotations.Nullable;

/// What stands in the way of publication, and what an editor should look at before.
final class Judgement {

    private static final int A_PICTURE_IS_OLD_AFTER_DAYS = 30;
    private static final int A_PICTURE_IS_FRESH_FOR_DAYS = 2;
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
        PictureUse use = placed.use();
        String picture = "Picture " + placed.number();
        if (use.alt().isBlank()) {
            checks.add(warning(
                    "alt-text-missing",
                    picture + " has no alternative text for readers who cannot see it.",
                    placed.field() + ".alt"));
        }
        if (use.caption().text().isBlank()) {
            checks.add(warning("caption-missing", picture + " has no caption.", placed.field() + ".caption"));
        }
        boolean fileCaption = use.caption().filePhoto();
        boolean fileCredit = use.credit().file();
        if (fileCaption && !fileCredit && !use.credit().isEmpty()) {
            checks.add(warning(
                    "file-photo-in-caption-only",
                    picture + ": the caption says FILE PHOTO, the credit does not.",
                    placed.field() + ".credit"));
        } else if (fileCredit && !fileCaption) {
            checks.add(warning(
                    "file-photo-in-credit-only",
                    picture + ": the credit says File Photo, the caption does not.",
                    placed.field() + ".caption"));
        }
        LocalDate taken = use.caption().taken();
        if (taken == null) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(facts.now(), facts.masthead().timeZone());
        long days = ChronoUnit.DAYS.between(taken, today);
        if (days > A_PICTURE_IS_OLD_AFTER_DAYS && !fileCaption && !fileCredit) {
            checks.add(warning(
                    "old-picture-without-flag",
                    picture + " was taken " + days + " days ago and is not marked as a file photo.",
                    placed.field() + ".caption"));
        } else if (days >= 0 && days < A_PICTURE_IS_FRESH_FOR_DAYS && fileCaption) {
            checks.add(warning(
                    "fresh-picture-with-flag",
                    picture + " was taken " + (days == 0 ? "today" : "yesterday") + " and is marked as a file photo.",
                    placed.field() + ".caption"));
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
