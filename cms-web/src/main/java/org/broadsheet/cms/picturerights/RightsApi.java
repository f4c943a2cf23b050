package org.broadsheet.cms.picturerights;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.broadsheet.cms.house.Asked;
import org.broadsheet.cms.masthead.Mastheads;
import org.broadsheet.cms.picturerights.PictureNotices.Notice;
import org.broadsheet.cms.picturerights.PictureNotices.Where;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.core.desk.Refusal;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.UsageRule;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The rights of pictures as the desk's screens read them, and takedown.
@RestController
class RightsApi {

    private static final String PICTURE = "/desk/api/pictures/{hash:[0-9a-f]{64}}";

    private final PictureRights rights;
    private final PictureRules rules;
    private final PublicPages pages;
    private final Takedowns takedowns;
    private final PictureNotices notices;
    private final Mastheads mastheads;

    RightsApi(
            PictureRights rights,
            PictureRules rules,
            PublicPages pages,
            Takedowns takedowns,
            PictureNotices notices,
            Mastheads mastheads) {
        this.rights = rights;
        this.rules = rules;
        this.pages = pages;
        this.takedowns = takedowns;
        this.notices = notices;
        this.mastheads = mastheads;
    }

    @GetMapping(PICTURE + "/rights")
    RightsAnswer rights(@PathVariable String hash, @AuthenticationPrincipal StaffMember member) {
        PictureHash picture = new PictureHash(hash);
        Standing standing = rights.of(picture);
        RuleWords say =
                new RuleWords(mastheads.current().timeZone(), rules.current().archiveDays());
        return new RightsAnswer(
                standing.state(),
                standing.sentence(),
                standing.endsAt(),
                standing.rules().stream()
                        .map(rule -> new RuleLine(
                                RuleWords.kind(rule), rule.words(), say.demand(rule, null), endOf(rule, standing)))
                        .toList(),
                standing.notUnderstood(),
                pages.carrying(picture).stream()
                        .map(page -> new Where(
                                page.story().toString(),
                                page.headline(),
                                page.address(),
                                page.shows().code()))
                        .toList(),
                member.may(Privilege.TAKE_PICTURES_DOWN));
    }

    @PostMapping(PICTURE + "/take-down")
    Takedowns.Outcome.Done takeDown(
            @PathVariable String hash, @RequestBody @Valid Reason reason, @AuthenticationPrincipal StaffMember member) {
        return done(takedowns.takeDown(new PictureHash(hash), reason.words(), member));
    }

    @PostMapping(PICTURE + "/allow")
    Takedowns.Outcome.Done allow(
            @PathVariable String hash, @RequestBody @Valid Reason reason, @AuthenticationPrincipal StaffMember member) {
        return done(takedowns.allow(new PictureHash(hash), reason.words(), member));
    }

    /// What the picture desk is told; nothing for those who do not look after pictures.
    @GetMapping("/desk/api/picture-notices")
    NoticesAnswer notices(@AuthenticationPrincipal StaffMember member) {
        return new NoticesAnswer(
                member.may(Privilege.LOOK_AFTER_PICTURES) ? notices.unseen() : List.of(),
                member.may(Privilege.LOOK_AFTER_PICTURES));
    }

    @PostMapping("/desk/api/picture-notices/{id}/seen")
    NoticesAnswer seen(@PathVariable @Min(1) long id, @AuthenticationPrincipal StaffMember member) {
        if (!member.may(Privilege.LOOK_AFTER_PICTURES)) {
            throw Asked.refused(new Refusal.NotAllowed(Privilege.LOOK_AFTER_PICTURES.words()));
        }
        if (!notices.seen(id, member)) {
            throw Asked.unknown("There is no such notice.");
        }
        return notices(member);
    }

    private static @Nullable Instant endOf(UsageRule rule, Standing standing) {
        return switch (rule) {
            case UsageRule.NotAfter until -> until.moment();
            case UsageRule.NotBefore from -> from.moment();
            case UsageRule.NoArchive none -> standing.endsAt();
            case UsageRule.NoResale none -> null;
            case UsageRule.OneTimeUse none -> null;
            case UsageRule.EditorialOnly none -> null;
            case UsageRule.NotIn none -> null;
            case UsageRule.OnlyIn none -> null;
            case UsageRule.CreditMandatory none -> null;
        };
    }

    private static Takedowns.Outcome.Done done(Takedowns.Outcome outcome) {
        return switch (outcome) {
            case Takedowns.Outcome.Done done -> done;
            case Takedowns.Outcome.Refused refused -> throw Asked.refused(refused.refusal());
            case Takedowns.Outcome.Unknown none -> throw Asked.unknown("There is no such picture.");
        };
    }

    /// How it stands with the right to show a picture.
    ///
    /// @param pages the public pages whose words carry it
    /// @param mayTakeDown whether who asks may take it down
    record RightsAnswer(
            Standing.State state,
            String sentence,
            @Nullable Instant endsAt,
            List<RuleLine> rules,
            List<String> notUnderstood,
            List<Where> pages,
            boolean mayTakeDown) {}

    /// A rule.
    ///
    /// @param words from which it was read
    /// @param sentence what it demands
    /// @param endsAt the moment it is about; `null` where it is about none
    record RuleLine(
            String kind,
            String words,
            String sentence,
            @Nullable Instant endsAt) {}

    /// Why.
    record Reason(@Nullable String reason) {
        String words() {
            return reason == null ? "" : reason;
        }
    }

    /// What the picture desk is told.
    ///
    /// @param may whether who asks is of the picture desk
    record NoticesAnswer(List<Notice> notices, boolean may) {}
}
