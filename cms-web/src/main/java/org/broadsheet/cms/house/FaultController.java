package org.broadsheet.cms.house;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// What is said when a request could not be answered and nobody else had a word for it: a problem detail to programs, a
/// plain notice to people. Never what happened inside.
@Controller("houseNotices")
class FaultController implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(FaultController.class);
    private static final String NOTICE = "house/notice";

    private final Problems problems;
    private final List<ErrorViewResolver> pages;

    FaultController(Problems problems, List<ErrorViewResolver> pages) {
        this.problems = problems;
        this.pages = pages;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    @Nullable
    ModelAndView say(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = status(request);
        if (status.is5xxServerError()) {
            log.atError()
                    .setCause((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))
                    .addKeyValue("path", request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                    .log("A request failed");
        }
        response.setStatus(status.value());
        response.setHeader("Cache-Control", "no-store");
        if (isProgram(request)) {
            problems.write(response, status, words(status));
            return null;
        }
        for (ErrorViewResolver resolver : pages) {
            ModelAndView page = resolver.resolveErrorView(request, status, Map.of("status", status.value()));
            if (page != null) {
                return page;
            }
        }
        return new ModelAndView(NOTICE, Map.of("notice", new Notice(status.value(), key(status))), status);
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        // Nobody sent us here: somebody asked for the address of this page.
        return status == null ? HttpStatus.NOT_FOUND : status;
    }

    private static boolean isProgram(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return path instanceof String text
                && (text.startsWith("/api/")
                        || text.startsWith("/desk/api/")
                        || text.startsWith("/actuator/")
                        || text.equals("/desk/wire/events"));
    }

    private static String words(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This cannot be done at this address.";
            case FORBIDDEN -> "You are not allowed to do this.";
            case UNAUTHORIZED -> "Sign in first.";
            default ->
                status.is5xxServerError()
                        ? "Something went wrong here; it has been written down."
                        : "The request was not understood.";
        };
    }

    private static String key(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND, FORBIDDEN, GONE, SERVICE_UNAVAILABLE -> String.valueOf(status.value());
            default -> status.is5xxServerError() ? "failed" : "refused";
        };
    }

    /// What the page says.
    ///
    /// @param words the last part of the message's key
    record Notice(int status, String words) {}
}
