package org.broadsheet.cms.desk;

import java.util.List;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Shows the rules of the picture desk, and the rights of one picture.
@Controller
class PictureRulesController {

    private static final String RULES = "desk/picture-rules";
    private static final String RIGHTS = "desk/picture-rights";
    private static final List<Shortcut> RULES_KEYS =
            List.of(Shortcut.of("desk.intake.key.save", "Mod", "S"), Shortcut.of("desk.key.help", "?"));
    private static final List<Shortcut> RIGHTS_KEYS = List.of(Shortcut.of("desk.key.help", "?"));

    private final DeskFrames frames;

    PictureRulesController(DeskFrames frames) {
        this.frames = frames;
    }

    @GetMapping("/desk/picture-rules")
    String rules(@AuthenticationPrincipal StaffMember member, Model model) {
        model.addAttribute(
                "page",
                new IntakePage(
                        frames.around(member), "", member.may(Privilege.SET_PICTURE_RULES), List.of(), RULES_KEYS));
        return RULES;
    }

    @GetMapping("/desk/pictures/{hash:[0-9a-f]{64}}/rights")
    String rights(@PathVariable String hash, @AuthenticationPrincipal StaffMember member, Model model) {
        model.addAttribute(
                "page",
                new IntakePage(
                        frames.around(member), hash, member.may(Privilege.TAKE_PICTURES_DOWN), List.of(), RIGHTS_KEYS));
        return RIGHTS;
    }
}
