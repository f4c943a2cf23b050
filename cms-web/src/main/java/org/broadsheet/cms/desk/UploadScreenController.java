package org.broadsheet.cms.desk;

import java.util.List;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Shows the screen on which nothing is done but bring pictures in.
@Controller
class UploadScreenController {

    private static final String UPLOAD = "desk/picture-upload";

    private static final List<Shortcut> KEYS = List.of(
            Shortcut.of("desk.upload.key.paste", "Mod", "V"),
            Shortcut.of("desk.upload.key.next", "Tab"),
            Shortcut.of("desk.key.help", "?"));

    private final DeskFrames frames;

    UploadScreenController(DeskFrames frames) {
        this.frames = frames;
    }

    @GetMapping("/desk/pictures/upload")
    String upload(@AuthenticationPrincipal StaffMember member, Model model) {
        model.addAttribute(
                "page", new UploadPage(frames.around(member), member.may(Privilege.LOOK_AFTER_PICTURES), KEYS));
        return UPLOAD;
    }
}
