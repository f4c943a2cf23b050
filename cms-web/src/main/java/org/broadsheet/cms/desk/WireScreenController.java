package org.broadsheet.cms.desk;

import java.util.List;
import org.broadsheet.cms.staff.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Shows the wire basket, which is where the desk begins.
@Controller
class WireScreenController {

    private static final String VIEW = "desk/wire";
    private static final List<String> TABS = List.of("untaken", "taken", "dropped", "expired", "all");
    private static final List<Shortcut> KEYS = List.of(
            Shortcut.of("desk.wire.key.next", "J", "↓"),
            Shortcut.of("desk.wire.key.previous", "K", "↑"),
            Shortcut.of("desk.wire.key.take", "T"),
            Shortcut.of("desk.wire.key.drop", "X"),
            Shortcut.of("desk.wire.key.lift", "U"),
            Shortcut.of("desk.wire.key.read", "↵"),
            Shortcut.of("desk.wire.key.filter", "/"),
            Shortcut.of("desk.wire.key.back", "Esc"),
            Shortcut.of("desk.key.help", "?"));

    private final DeskFrames frames;

    WireScreenController(DeskFrames frames) {
        this.frames = frames;
    }

    @GetMapping({"/desk", "/desk/"})
    String begin() {
        return "redirect:/desk/wire";
    }

    @GetMapping("/desk/wire")
    String wire(@AuthenticationPrincipal StaffMember member, Model model) {
        model.addAttribute("page", new WirePage(frames.around(member), TABS, KEYS));
        return VIEW;
    }
}
