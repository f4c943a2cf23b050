package org.broadsheet.cms.desk;

import java.util.List;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Shows the screens from which the wire room is run: feeds, quarantine and the rules of routing.
@Controller
class IntakeScreensController {

    private static final String FEEDS = "desk/feeds";
    private static final String FEED = "desk/feed";
    private static final String QUARANTINE = "desk/quarantine";
    private static final String RULES = "desk/rules";
    private static final String RULE = "desk/rule";

    private static final Shortcut NEXT = Shortcut.of("desk.intake.key.next", "J", "↓");
    private static final Shortcut PREVIOUS = Shortcut.of("desk.intake.key.previous", "K", "↑");
    private static final Shortcut OPEN = Shortcut.of("desk.intake.key.open", "↵");
    private static final Shortcut FILTER = Shortcut.of("desk.intake.key.filter", "/");
    private static final Shortcut HELP = Shortcut.of("desk.key.help", "?");
    private static final Shortcut SAVE = Shortcut.of("desk.intake.key.save", "Mod", "S");

    private static final List<Shortcut> FEEDS_KEYS = List.of(NEXT, PREVIOUS, OPEN, FILTER, HELP);
    private static final List<Shortcut> FEED_KEYS = List.of(SAVE, HELP);
    private static final List<Shortcut> QUARANTINE_KEYS = List.of(
            NEXT,
            PREVIOUS,
            Shortcut.of("desk.quarantine.key.replay", "R"),
            Shortcut.of("desk.quarantine.key.drop", "X"),
            HELP);
    private static final List<Shortcut> RULES_KEYS = List.of(
            NEXT,
            PREVIOUS,
            OPEN,
            Shortcut.of("desk.rules.key.earlier", "Alt", "↑"),
            Shortcut.of("desk.rules.key.later", "Alt", "↓"),
            HELP);
    private static final List<Shortcut> RULE_KEYS =
            List.of(SAVE, Shortcut.of("desk.rules.key.chip", "↵"), Shortcut.of("desk.rules.key.unchip", "⌫"), HELP);

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private final DeskFrames frames;

    IntakeScreensController(DeskFrames frames) {
        this.frames = frames;
    }

    @GetMapping("/desk/feeds")
    String feeds(@AuthenticationPrincipal StaffMember member, Model model) {
        return show(FEEDS, member, Privilege.RUN_FEEDS, "", FEEDS_KEYS, model);
    }

    @GetMapping("/desk/feeds/{name}")
    String feed(@PathVariable String name, @AuthenticationPrincipal StaffMember member, Model model) {
        return show(FEED, member, Privilege.RUN_FEEDS, name, FEED_KEYS, model);
    }

    @GetMapping("/desk/new-feed")
    String newFeed(@AuthenticationPrincipal StaffMember member, Model model) {
        return show(FEED, member, Privilege.RUN_FEEDS, "", FEED_KEYS, model);
    }

    @GetMapping("/desk/quarantine")
    String quarantine(@AuthenticationPrincipal StaffMember member, Model model) {
        return show(QUARANTINE, member, Privilege.CLEAR_QUARANTINE, "", QUARANTINE_KEYS, model);
    }

    @GetMapping("/desk/rules")
    String rules(@AuthenticationPrincipal StaffMember member, Model model) {
        return show(RULES, member, Privilege.SET_RULES, "", RULES_KEYS, model);
    }

    @GetMapping("/desk/rules/{id}")
    String rule(@PathVariable String id, @AuthenticationPrincipal StaffMember member, Model model) {
        return show(RULE, member, Privilege.SET_RULES, id, RULE_KEYS, model);
    }

    @GetMapping("/desk/new-rule")
    String newRule(@AuthenticationPrincipal StaffMember member, Model model) {
        return show(RULE, member, Privilege.SET_RULES, "", RULE_KEYS, model);
    }

    private String show(
            String view, StaffMember member, Privilege needed, String which, List<Shortcut> keys, Model model) {
        model.addAttribute("page", new IntakePage(frames.around(member), which, member.may(needed), DAYS, keys));
        return view;
    }
}
