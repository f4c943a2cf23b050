package org.broadsheet.cms.upload;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// The problem details (RFC 9457) with which a picture is turned away before it is looked at.
final class TurnedAway {

    private TurnedAway() {}

    /// One thing wrong with what was asked.
    record Fault(String field, String sentence) {}

    /// What was asked cannot be done, for the reason that one of its fields gives: 422.
    static ErrorResponseException by(String field, String sentence) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, field, sentence);
    }

    /// Too many at once: 429.
    static ErrorResponseException tooMany(String sentence) {
        return problem(HttpStatus.TOO_MANY_REQUESTS, "name", sentence);
    }

    /// More bytes than were announced: 413.
    static ErrorResponseException tooLong(String sentence) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, "size", sentence);
    }

    /// The piece does not begin where the upload stands: 409 with where it does.
    static ErrorResponseException elsewhere(long offset) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "The upload stands at another place: go on from byte " + offset + ".");
        body.setTitle("Not there");
        body.setProperty("offset", offset);
        ErrorResponseException elsewhere = new ErrorResponseException(HttpStatus.CONFLICT, body, null);
        elsewhere.getHeaders().set(UploadApi.OFFSET, Long.toString(offset));
        return elsewhere;
    }

    private static ErrorResponseException problem(HttpStatus status, String field, String sentence) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, sentence);
        body.setTitle("Turned away");
        body.setProperty("faults", List.of(new Fault(field, sentence)));
        return new ErrorResponseException(status, body, null);
    }
}
