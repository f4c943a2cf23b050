package org.broadsheet.cms.intake;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.JsonNode;

/// The problem details (RFC 9457) by which staff learn what the wire room said, or that it said nothing.
final class Said {

    private static final Set<String> OF_THE_STANDARD = Set.of("type", "title", "status", "detail", "instance");

    private Said() {}

    /// The wire room refused; its sentence, faults and whatever else it said are handed on.
    static ErrorResponseException no(HttpStatusCode status, JsonNode problem) {
        String detail = problem.path("detail").asString("");
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                status, detail.isBlank() ? "The wire room does not know this, or will not do it." : detail);
        String title = problem.path("title").asString("");
        if (!title.isBlank()) {
            body.setTitle(title);
        }
        problem.propertyStream()
                .filter(property -> !OF_THE_STANDARD.contains(property.getKey()))
                .forEach(property -> body.setProperty(property.getKey(), property.getValue()));
        return new ErrorResponseException(status, body, null);
    }

    /// The wire room is away: 503, nothing was done.
    static ErrorResponseException away(String sentence) {
        ErrorResponseException away = problem(HttpStatus.SERVICE_UNAVAILABLE, sentence);
        away.getHeaders().set("Retry-After", "5");
        return away;
    }

    /// Nobody knows whether it was done: 504.
    static ErrorResponseException unknown(String sentence) {
        return problem(HttpStatus.GATEWAY_TIMEOUT, sentence);
    }

    /// Whether this answer leaves open what came of a change.
    static boolean leavesOpen(ErrorResponseException answer) {
        return answer.getStatusCode() == HttpStatus.GATEWAY_TIMEOUT;
    }

    /// Whether a call failed before anything of it can have arrived.
    static boolean neverArrived(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    private static ErrorResponseException problem(HttpStatus status, String sentence) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, sentence);
        body.setTitle("The wire room does not answer");
        return new ErrorResponseException(status, body, null);
    }
}
