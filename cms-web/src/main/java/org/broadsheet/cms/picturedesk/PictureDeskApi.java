package org.broadsheet.cms.picturedesk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.cms.house.Asked;
import org.broadsheet.cms.picture.PictureMissing;
import org.broadsheet.cms.picturesheet.SheetVersion;
import org.broadsheet.cms.picturesheet.SheetWords;
import org.broadsheet.cms.picturesheet.Writing;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.core.desk.Refusal;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The picture desk as its screens work it.
@RestController
class PictureDeskApi {

    private static final String HASH = "[0-9a-f]{64}";
    private static final int LONGEST_SEARCH = 500;
    private static final int MOST_AT_ONCE = 500;

    private final PictureDesk desk;

    PictureDeskApi(PictureDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/desk/api/pictures")
    PictureDesk.PicturePage find(
            @RequestParam(defaultValue = "") @Size(max = LONGEST_SEARCH) String q,
            @RequestParam(defaultValue = "any") @Pattern(regexp = "used|unused|any") String used,
            @RequestParam(defaultValue = "any") @Pattern(regexp = "ok|ending|ended|barred|any") String rights,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") @Size(max = LONGEST_SEARCH) String place,
            @RequestParam(defaultValue = "") @Size(max = LONGEST_SEARCH) String person,
            @RequestParam(defaultValue = "") @Size(max = LONGEST_SEARCH) String credit,
            @RequestParam(required = false) @Pattern(regexp = "|" + HASH) @Nullable String before,
            @RequestParam(defaultValue = "60") @Min(1) @Max(PictureWish.LONGEST_PAGE) int limit) {
        return desk.find(new PictureWish(
                q,
                used.equals("any") ? Optional.empty() : Optional.of(used.equals("used")),
                PictureWish.RightsWish.valueOf(rights.toUpperCase(Locale.ROOT)),
                from,
                to,
                place,
                person,
                credit,
                before == null || before.isEmpty() ? null : new PictureHash(before),
                limit));
    }

    @GetMapping("/desk/api/pictures/{hash:" + HASH + "}")
    PictureView picture(@PathVariable String hash, @AuthenticationPrincipal StaffMember member) {
        return desk.view(new PictureHash(hash), member).orElseThrow(PictureDeskApi::unknown);
    }

    @PutMapping("/desk/api/pictures/{hash:" + HASH + "}")
    PictureView write(
            @PathVariable String hash,
            @RequestBody @Valid Written written,
            @AuthenticationPrincipal StaffMember member) {
        allow(member);
        PictureHash picture = new PictureHash(hash);
        SheetWords changes = SheetForm.changes(written.changes());
        try {
            return switch (desk.write(picture, written.version(), changes, member)) {
                case Writing.Written _, Writing.Unchanged _ -> picture(hash, member);
                case Writing.Stale stale ->
                    throw Asked.stale(
                            "Somebody else wrote version " + stale.now().number()
                                    + " in between. Nothing you typed is lost.",
                            Current.of(stale.now()));
            };
        } catch (PictureMissing e) {
            throw unknown();
        }
    }

    @PostMapping("/desk/api/pictures/batch")
    PictureDesk.Batch write(@RequestBody @Valid Many many, @AuthenticationPrincipal StaffMember member) {
        allow(member);
        SheetWords changes = SheetForm.read(many.changes(), many.add(), many.remove());
        if (changes.isEmpty()) {
            throw Asked.unreadable("Say what is to be changed, added or removed.");
        }
        return desk.write(
                new LinkedHashSet<>(many.hashes().stream().map(PictureHash::new).toList()), changes, member);
    }

    private static void allow(StaffMember member) {
        if (!member.may(Privilege.LOOK_AFTER_PICTURES)) {
            throw Asked.refused(new Refusal.NotAllowed(Privilege.LOOK_AFTER_PICTURES.words()));
        }
    }

    private static org.springframework.web.ErrorResponseException unknown() {
        return Asked.unknown("There is no such picture.");
    }

    /// What somebody wrote on a sheet.
    ///
    /// @param version the one it was written on
    record Written(@Min(1) int version, @NotNull JsonNode changes) {}

    /// What somebody wrote on many sheets.
    record Many(
            @NotEmpty @Size(max = MOST_AT_ONCE) List<@Pattern(regexp = HASH) String> hashes,
            @Nullable JsonNode changes,
            @Nullable JsonNode add,
            @Nullable JsonNode remove) {}

    /// What stands on a sheet that somebody else has written on.
    record Current(int version, PictureSheet sheet) {

        static Current of(SheetVersion version) {
            return new Current(version.number(), version.sheet());
        }
    }
}
