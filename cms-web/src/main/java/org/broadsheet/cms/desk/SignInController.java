package org.broadsheet.cms.desk;

import java.util.Map;
import org.broadsheet.cms.masthead.Masthead;
import org.broadsheet.cms.masthead.Mastheads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Shows the sign-in page, with what to do when the last attempt did not work.
@Controller
class SignInController {

    private static final String VIEW = "desk/sign-in";

    private final Mastheads mastheads;

    SignInController(Mastheads mastheads) {
        this.mastheads = mastheads;
    }

    @GetMapping("/desk/sign-in")
    String signIn(@RequestParam Map<String, String> query, Model model) {
        Masthead masthead = mastheads.current();
        model.addAttribute("page", new SignInPage(masthead.name(), masthead.language(), problem(query), news(query)));
        return VIEW;
    }

    private static @Nullable String problem(Map<String, String> query) {
        if (query.containsKey("throttled")) {
            return "desk.sign-in.throttled";
        }
        if (query.containsKey("refused")) {
            return "desk.sign-in.refused";
        }
        return query.containsKey("expired") ? "desk.sign-in.expired" : null;
    }

    private static @Nullable String news(Map<String, String> query) {
        return query.containsKey("signed-out") ? "desk.sign-in.signed-out" : null;
    }
}
