package org.broadsheet.cms.desk;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Explains to staff why a screen of the desk cannot be shown, and where to go on.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DeskErrorPages implements ErrorViewResolver {

    static final String VIEW = "desk/refusal";

    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (!(path instanceof String address) || !(address.equals("/desk") || address.startsWith("/desk/"))) {
            return null;
        }
        RefusalPage page = new RefusalPage(status.value(), kind(status));
        return new ModelAndView(VIEW, Map.of("page", page), status);
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND, GONE, BAD_REQUEST, METHOD_NOT_ALLOWED -> "unknown";
            default -> "broken";
        };
    }
}
