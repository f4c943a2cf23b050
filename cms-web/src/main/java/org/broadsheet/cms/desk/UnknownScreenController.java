package org.broadsheet.cms.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Answers for screens the desk does not have, which else would look like a section of the newspaper.
@Controller
class UnknownScreenController {

    @GetMapping("/desk/{screen}")
    String unknown(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("page", new RefusalPage(HttpStatus.NOT_FOUND.value(), "unknown"));
        return DeskErrorPages.VIEW;
    }
}
