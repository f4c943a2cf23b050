package org.broadsheet.cms.house;

import java.util.List;
import java.util.Map;
import org.broadsheet.core.desk.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// The problem details (RFC 9457) with which our interfaces answer what cannot be done as it was asked.
public final class Asked {

    private Asked() {}

    /// There is nothing of this name: 404.
    public static ErrorResponseException unknown(String sentence) {
        return problem(HttpStatus.NOT_FOUND, "Not found", sentence);
    }

    /// Too many ask at once: 503.
    public static ErrorResponseException busy(String sentence) {
        ErrorResponseException busy = problem(HttpStatus.SERVICE_UNAVAILABLE, "Busy", sentence);
        busy.getHeaders().set("Retry-After", "5");
        return busy;
    }

    /// What was sent does not make sense: 400.
    public static ErrorResponseException unreadable(String sentence) {
        return problem(HttpStatus.BAD_REQUEST, "Not understood", sentence);
    }

    /// The desk refuses: 403 where it is about who asks, else 422; each refusal with its code, sentence and field.
    public static ErrorResponseException refused(List<Refusal> refusals) {
        boolean forbidden = refusals.stream().anyMatch(Refusal.NotAllowed.class::isInstance);
        ErrorResponseException refused = problem(
                forbidden ? HttpStatus.FORBIDDEN : HttpStatus.UNPROCESSABLE_CONTENT,
                "Refused",
                refusals.getFirst().sentence());
        refused.getBody()
                .setProperty(
                        "refusals",
                        refusals.stream()
                                .map(refusal -> new Line(refusal.code(), refusal.sentence(), refusal.field()))
                                .toList());
        return refused;
    }

    /// Fields hold what they cannot: 422, each with its sentence.
    ///
    /// @param faults sentences by the names of their fields
    public static ErrorResponseException faulty(Map<String, String> faults) {
        Map.Entry<String, String> first = faults.entrySet().iterator().next();
        ErrorResponseException faulty =
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "Refused", first.getKey() + ": " + first.getValue());
        faulty.getBody()
                .setProperty(
                        "faults",
                        faults.entrySet().stream()
                                .map(fault -> new ProblemAnswers.Fault(fault.getKey(), fault.getValue()))
                                .toList());
        return faulty;
    }

    /// The same for a single refusal.
    public static ErrorResponseException refused(Refusal refusal) {
        return refused(List.of(refusal));
    }

    /// Somebody else wrote in between: 409 with what now stands.
    public static ErrorResponseException stale(String sentence, Object current) {
        ErrorResponseException stale = problem(HttpStatus.CONFLICT, "Somebody else wrote in between", sentence);
        stale.getBody().setProperty("current", current);
        return stale;
    }

    private static ErrorResponseException problem(HttpStatus status, String title, String sentence) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, sentence);
        body.setTitle(title);
        return new ErrorResponseException(status, body, null);
    }

    /// A refusal as JSON.
    record Line(String code, String sentence, String field) {}
}
