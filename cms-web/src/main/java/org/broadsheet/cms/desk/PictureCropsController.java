package org.broadsheet.cms.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.broadsheet.cms.picture.HeldPicture;
import org.broadsheet.cms.picture.PictureMissing;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.core.picture.PictureHash;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Shows the screen on which a picture's focal point is set and its crops are drawn.
@Controller
class PictureCropsController {

    private static final String CROPS = "desk/crops";

    private static final List<Shortcut> KEYS = List.of(
            Shortcut.of("desk.crops.key.move", "←", "↑", "→", "↓"),
            Shortcut.of("desk.crops.key.far", "⇧", "←"),
            Shortcut.of("desk.crops.key.size", "+", "−"),
            Shortcut.of("desk.crops.key.save", "Mod", "S"),
            Shortcut.of("desk.key.help", "?"));

    private final DeskFrames frames;
    private final PictureStore pictures;

    PictureCropsController(DeskFrames frames, PictureStore pictures) {
        this.frames = frames;
        this.pictures = pictures;
    }

    @GetMapping("/desk/pictures/{hash:[0-9a-f]{64}}/crops")
    String crops(
            @PathVariable String hash,
            @AuthenticationPrincipal StaffMember member,
            Model model,
            HttpServletResponse response) {
        try {
            HeldPicture picture = pictures.facts(new PictureHash(hash));
            model.addAttribute(
                    "page",
                    new PictureCropsPage(
                            frames.around(member),
                            hash,
                            picture.width(),
                            picture.height(),
                            member.may(Privilege.LOOK_AFTER_PICTURES),
                            KEYS));
            return CROPS;
        } catch (PictureMissing missing) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("page", new RefusalPage(HttpStatus.NOT_FOUND.value(), "unknown"));
            return DeskErrorPages.VIEW;
        }
    }
}
