package org.broadsheet.cms.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.cms.reading.Readings;
import org.broadsheet.cms.reading.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Answers readers: front page, section fronts, stories. Nothing but the path decides what is printed.
@Controller
class SiteController {

    /// Caches ask each time whether a page is still what it was: a kill is off the page at once.
    static final String ASK_EACH_TIME = "public, max-age=0, must-revalidate";

    private static final String FRONT = "site/front";
    private static final String SECTION = "site/section";
    private static final String STORY = "site/story";
    private static final String SEGMENT = ":[A-Za-z0-9-]{1,96}}";

    private final FrontPages frontPages;
    private final StoryPages storyPages;
    private final Notices notices;
    private final Readings readings;

    SiteController(FrontPages frontPages, StoryPages storyPages, Notices notices, Readings readings) {
        this.frontPages = frontPages;
        this.storyPages = storyPages;
        this.notices = notices;
        this.readings = readings;
    }

    @GetMapping("/")
    ModelAndView front(HttpServletResponse response) {
        return answer(response, new ModelAndView(FRONT, "page", frontPages.front()));
    }

    @GetMapping({"/{section" + SEGMENT, "/{section" + SEGMENT + "/"})
    ModelAndView section(@PathVariable String section, HttpServletRequest request, HttpServletResponse response) {
        String slug = section.toLowerCase(Locale.ROOT);
        Optional<SectionFront> front = frontPages.section(slug);
        if (front.isEmpty()) {
            return answer(response, notices.unknown());
        }
        if (!request.getRequestURI().equals("/" + slug)) {
            return answer(response, moved("/" + slug));
        }
        return answer(response, new ModelAndView(SECTION, "page", front.get()));
    }

    @GetMapping({"/{section" + SEGMENT + "/{slug" + SEGMENT, "/{section" + SEGMENT + "/{slug" + SEGMENT + "/"})
    ModelAndView story(
            @PathVariable String section,
            @PathVariable String slug,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (storyPages.at(section, slug)) {
            case StoryPages.Answer.Page _
            when request.getRequestURI().endsWith("/") -> answer(response, moved("/" + section + "/" + slug));
            case StoryPages.Answer.Page found -> {
                if (HttpMethod.GET.matches(request.getMethod())) {
                    readings.opened(found.story(), visit(request));
                }
                yield answer(response, new ModelAndView(STORY, "page", found.page()));
            }
            case StoryPages.Answer.Moved moved -> answer(response, moved(moved.address()));
            case StoryPages.Answer.Killed _ -> answer(response, notices.killed());
            case StoryPages.Answer.Unknown _ -> answer(response, notices.unknown());
        };
    }

    private static Visit visit(HttpServletRequest request) {
        @Nullable String purpose = request.getHeader("Sec-Purpose");
        return new Visit(
                request.getHeader(HttpHeaders.USER_AGENT), purpose == null ? request.getHeader("Purpose") : purpose);
    }

    private static ModelAndView moved(String address) {
        RedirectView redirect = new RedirectView(address);
        redirect.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }

    private static ModelAndView answer(HttpServletResponse response, ModelAndView answer) {
        Notices.headers(response, answer.getStatus() == null ? HttpStatus.OK : answer.getStatus());
        return answer;
    }
}
