package org.broadsheet.cms.desk;

import java.util.List;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Shows the picture desk.
@Controller
class PictureScreensController {

    private static final String DESK = "desk/pictures";
    private static final List<Shortcut> KEYS = List.of(
            Shortcut.of("desk.pictures.key.move", "←", "→", "↑", "↓"),
            Shortcut.of("desk.pictures.key.open", "↵"),
            Shortcut.of("desk.pictures.key.next", "J", "K"),
            Shortcut.of("desk.pictures.key.select", "Space"),
            Shortcut.of("desk.pictures.key.extend", "Shift", "→"),
            Shortcut.of("desk.pictures.key.all", "Mod", "A"),
            Shortcut.of("desk.pictures.key.edit", "E"),
            Shortcut.of("desk.pictures.key.save", "Mod", "S"),
            Shortcut.of("desk.pictures.key.bring", "U"),
            Shortcut.of("desk.pictures.key.search", "/"),
            Shortcut.of("desk.pictures.key.back", "Esc"),
            Shortcut.of("desk.key.help", "?"));

    private final DeskFrames frames;

    PictureScreensController(DeskFrames frames) {
        this.frames = frames;
    }

    @GetMapping("/desk/pictures")
    String pictures(@AuthenticationPrincipal StaffMember member, Model model) {
        model.addAttribute(
                "page", new PicturePage(frames.around(member), member.may(Privilege.LOOK_AFTER_PICTURES), KEYS));
        return DESK;
    }
}
