package org.broadsheet.cms.cropping;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.cms.darkroom.Area;
import org.broadsheet.cms.darkroom.DarkroomBusy;
import org.broadsheet.cms.house.Asked;
import org.broadsheet.cms.picture.CropName;
import org.broadsheet.cms.picture.FocalPoint;
import org.broadsheet.cms.picture.HeldPicture;
import org.broadsheet.cms.picture.PictureMissing;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.core.picture.PictureHash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The focal point and the crops of a picture, as the crop editor reads and sets them.
@RestController
@RequestMapping("/desk/api/pictures/{hash:[0-9a-f]{64}}")
class CropApi {

    /// A crop is shown 320 wide at least; what is much smaller than this can only be a slip of the hand.
    private static final int SMALLEST = 64;

    private final CropDesk desk;
    private final PictureStore pictures;

    CropApi(CropDesk desk, PictureStore pictures) {
        this.desk = desk;
        this.pictures = pictures;
    }

    @GetMapping("/crops")
    CropSheet crops(@PathVariable String hash) {
        return desk.sheet(new PictureHash(hash));
    }

    @PutMapping({"/focus", "/crops/focus"})
    CropSheet focus(
            @PathVariable String hash, @RequestBody @Valid Point point, @AuthenticationPrincipal StaffMember member) {
        return desk.focus(new PictureHash(hash), new FocalPoint(point.x(), point.y()), point.version(), member);
    }

    @DeleteMapping({"/focus", "/crops/focus"})
    CropSheet focusAsProposed(
            @PathVariable String hash,
            @RequestParam(required = false) @Nullable Integer version,
            @AuthenticationPrincipal StaffMember member) {
        return desk.focusAsProposed(new PictureHash(hash), version, member);
    }

    @PutMapping("/crops/{crop:wide|standard|square|free}")
    CropSheet draw(
            @PathVariable String hash,
            @PathVariable String crop,
            @RequestBody @Valid Frame frame,
            @AuthenticationPrincipal StaffMember member) {
        PictureHash picture = new PictureHash(hash);
        CropName name = name(crop);
        desk.admit(member);
        List<Fault> faults = faults(frame, name, pictures.facts(picture));
        if (!faults.isEmpty()) {
            throw faulty(faults);
        }
        Area area = new Area(frame.x(), frame.y(), frame.width(), frame.height());
        return desk.draw(picture, name, area, frame.version(), member);
    }

    @DeleteMapping("/crops/{crop:wide|standard|square|free}")
    CropSheet takeBack(
            @PathVariable String hash,
            @PathVariable String crop,
            @RequestParam(required = false) @Nullable Integer version,
            @AuthenticationPrincipal StaffMember member) {
        return desk.takeBack(new PictureHash(hash), name(crop), version, member);
    }

    @ExceptionHandler
    ProblemDetail missing(PictureMissing e) {
        return Asked.unknown("There is no such picture, or it can no longer be read.")
                .getBody();
    }

    @ExceptionHandler
    ProblemDetail busy(DarkroomBusy e) {
        return Asked.busy("Too many pictures are being drawn; try again in a moment.")
                .getBody();
    }

    private static CropName name(String crop) {
        return CropName.of(crop).orElseThrow(() -> Asked.unknown("There is no such crop."));
    }

    private static List<Fault> faults(Frame frame, CropName name, HeldPicture picture) {
        List<Fault> faults = new ArrayList<>();
        inside("x", frame.x(), "width", frame.width(), picture.width(), faults);
        inside("y", frame.y(), "height", frame.height(), picture.height(), faults);
        if (faults.isEmpty() && !name.fits(frame.width(), frame.height())) {
            faults.add(new Fault(
                    "height",
                    "is not that of a " + name.word() + " crop: " + frame.width() + " wide is "
                            + name.heightOf(frame.width()) + " high"));
        }
        return faults;
    }

    private static void inside(String edge, int from, String side, int length, int whole, List<Fault> faults) {
        int least = Math.min(SMALLEST, whole);
        if (from < 0 || from >= whole) {
            faults.add(new Fault(edge, "lies outside the picture: 0 to " + (whole - 1)));
        }
        if (length < least) {
            faults.add(new Fault(side, "is less than " + least + " pixels"));
        } else if (from >= 0 && (long) from + length > whole) {
            faults.add(new Fault(side, "reaches beyond the picture, which ends at " + whole));
        }
    }

    private static ErrorResponseException faulty(List<Fault> faults) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT,
                faults.getFirst().field() + ": " + faults.getFirst().sentence());
        body.setTitle("Refused");
        body.setProperty("faults", faults);
        return new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, body, null);
    }

    /// One thing wrong with a frame.
    record Fault(String field, String sentence) {}

    /// Where the focal point is to be.
    ///
    /// @param version the version of the sheet it was set on; `null`: whatever stands
    record Point(
            @NotNull @DecimalMin("0") @DecimalMax("1") Double x,
            @NotNull @DecimalMin("0") @DecimalMax("1") Double y,
            @Nullable Integer version) {}

    /// What a crop is to show, in pixels of the upright original.
    ///
    /// @param version the version of the sheet it was drawn on; `null`: whatever stands
    record Frame(
            @NotNull Integer x,
            @NotNull Integer y,
            @NotNull Integer width,
            @NotNull Integer height,
            @Nullable Integer version) {}
}
