package org.broadsheet.cms.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// What readers see when something goes wrong: a page in the newspaper's own dress that says so, never a trace of the
/// program. The desk and the interfaces of the house speak for themselves.
@Component
class SiteTroubles implements HandlerExceptionResolver, ErrorViewResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(SiteTroubles.class);

    private final Notices notices;

    SiteTroubles(Notices notices) {
        this.notices = notices;
    }

    /// Before the problem details of the interfaces.
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception trouble) {
        if (!SitePaths.isSite(request.getRequestURI())) {
            return null;
        }
        if (trouble instanceof AsyncRequestNotUsableException) {
            // The reader has turned the page before it was there: nobody is left to be told anything.
            return new ModelAndView();
        }
        ModelAndView notice = notice(trouble);
        HttpStatus status = notice.getStatus() instanceof HttpStatus known ? known : HttpStatus.INTERNAL_SERVER_ERROR;
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            log.atWarn().addKeyValue("why", trouble.getMessage()).log("A reader was told to come back");
        } else if (status.is5xxServerError()) {
            log.atError().setCause(trouble).log("A page could not be printed");
        }
        Notices.headers(response, status);
        return notice;
    }

    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        Object path = model.get("path");
        return path instanceof String address && SitePaths.isSite(address) ? notices.of(status) : null;
    }

    private ModelAndView notice(Exception trouble) {
        return switch (trouble) {
            case DataAccessResourceFailureException _,
                    RecoverableDataAccessException _,
                    TransientDataAccessException _,
                    TransactionException _ -> notices.later();
            case ErrorResponse known -> notices.of(known.getStatusCode());
            default -> notices.of(HttpStatus.INTERNAL_SERVER_ERROR);
        };
    }
}
