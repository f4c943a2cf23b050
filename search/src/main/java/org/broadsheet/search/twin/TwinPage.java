package org.broadsheet.search.twin;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Answers which wire items hold the same story as one.
@RestController
class TwinPage {

    private static final int LONGEST = 2_000_000;

    private final Twins twins;

    TwinPage(Twins twins) {
        this.twins = twins;
    }

    @PostMapping("/api/twins")
    Twin.Found twins(@RequestBody Twin.Sought sought) {
        String text = Objects.requireNonNullElse(sought.text(), "");
        String lead = Objects.requireNonNullElse(sought.lead(), "");
        String whole = lead.isBlank() || text.startsWith(lead) ? text : lead + "\n" + text;
        if (blank(sought.provider()) || blank(sought.guid())) {
            throw refusal("provider and guid say which item is meant.");
        }
        if (whole.isBlank()) {
            throw refusal("text holds no word to compare.");
        }
        if (whole.length() > LONGEST) {
            throw refusal("text is longer than " + LONGEST + " characters.");
        }
        return new Twin.Found(twins.of(
                Objects.requireNonNull(sought.provider()),
                Objects.requireNonNull(sought.guid()),
                Objects.requireNonNullElse(sought.headline(), ""),
                whole,
                sought.receivedAt()));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static ErrorResponseException refusal(String sentence) {
        return new ErrorResponseException(
                HttpStatus.BAD_REQUEST, ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, sentence), null);
    }
}
