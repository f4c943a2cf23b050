package org.broadsheet.cms.story;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.broadsheet.cms.house.Asked;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.core.story.StoryContent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The copy desk as its screens work it.
@RestController
class StoryApi {

    private final CopyDesk desk;
    private final Stories stories;

    StoryApi(CopyDesk desk, Stories stories) {
        this.desk = desk;
        this.stories = stories;
    }

    @PostMapping("/desk/api/wire/take")
    ResponseEntity<TakenAnswer> take(@RequestBody @Valid Which which, @AuthenticationPrincipal StaffMember member) {
        CopyDesk.Taken taken =
                result(desk.take(which.provider(), which.guid(), member), "The wire has sent no such item.");
        TakenAnswer answer = new TakenAnswer(taken.id(), taken.version(), "/desk/stories/" + taken.id());
        return taken.anew()
                ? ResponseEntity.created(URI.create(answer.address())).body(answer)
                : ResponseEntity.ok(answer);
    }

    @GetMapping("/desk/api/stories")
    StoryList list(
            @RequestParam(required = false) @Pattern(regexp = "|draft|submitted|published|killed|spiked") @Nullable
                    String state,
            @RequestParam(required = false) @Nullable String section,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Stories.LONGEST_LIST) int limit) {
        return stories.list(blankToNull(state), blankToNull(section), limit);
    }

    @GetMapping("/desk/api/stories/{id}")
    StoryView story(@PathVariable UUID id, @AuthenticationPrincipal StaffMember member) {
        return stories.view(id, member).orElseThrow(() -> Asked.unknown("There is no such story."));
    }

    @PutMapping("/desk/api/stories/{id}")
    CopyDesk.Saved save(
            @PathVariable UUID id, @RequestBody @Valid Words words, @AuthenticationPrincipal StaffMember member) {
        return result(desk.save(id, words.version(), words.content(), member));
    }

    @PostMapping("/desk/api/stories/{id}/publish")
    CopyDesk.Out publish(
            @PathVariable UUID id, @RequestBody @Valid Going going, @AuthenticationPrincipal StaffMember member) {
        return result(desk.publish(id, going.version(), going.firstPublishedAt(), member));
    }

    @PostMapping("/desk/api/stories/{id}/kill")
    CopyDesk.Moved kill(
            @PathVariable UUID id, @RequestBody @Valid Reason reason, @AuthenticationPrincipal StaffMember member) {
        return result(desk.kill(id, reason.reason() == null ? "" : reason.reason(), member));
    }

    @PostMapping("/desk/api/stories/{id}/submit")
    CopyDesk.Moved submit(@PathVariable UUID id, @AuthenticationPrincipal StaffMember member) {
        return result(desk.submit(id, member));
    }

    @PostMapping("/desk/api/stories/{id}/spike")
    CopyDesk.Moved spike(@PathVariable UUID id, @AuthenticationPrincipal StaffMember member) {
        return result(desk.spike(id, member));
    }

    @PostMapping("/desk/api/stories/{id}/lift")
    CopyDesk.Moved lift(@PathVariable UUID id, @AuthenticationPrincipal StaffMember member) {
        return result(desk.lift(id, member));
    }

    private static <T> T result(Outcome<T> outcome) {
        return result(outcome, "There is no such story.");
    }

    private static <T> T result(Outcome<T> outcome, String unknown) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.result();
            case Outcome.Refused<T> refused -> throw Asked.refused(refused.refusals());
            case Outcome.Stale<T> stale ->
                throw Asked.stale(
                        stale.current().savedBy() + " wrote version "
                                + stale.current().version() + " in between. Nothing you typed is lost.",
                        stale.current());
            case Outcome.Unknown<T> nothing -> throw Asked.unknown(unknown);
        };
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /// Which wire item.
    record Which(
            @NotBlank @Size(max = 1000) String provider,
            @NotBlank @Size(max = 1000) String guid) {}

    /// A story that was taken.
    record TakenAnswer(UUID id, int version, String address) {}

    /// Words to be saved.
    ///
    /// @param version the version they were written on
    record Words(@Min(1) int version, @NotNull @Valid StoryContent content) {}

    /// What is to go out.
    record Going(@Min(1) int version, @Nullable Instant firstPublishedAt) {}

    /// Why a story is killed.
    record Reason(@Nullable String reason) {}
}
