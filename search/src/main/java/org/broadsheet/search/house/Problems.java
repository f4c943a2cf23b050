package org.broadsheet.search.house;

import java.time.Duration;
import org.broadsheet.search.index.ElasticsearchAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// How this service answers when it cannot do what was asked: problem details (RFC 9457), and never a stack trace.
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> elasticsearchIsAway(ElasticsearchAway away) {
        log.atWarn().addKeyValue("trouble", away.getMessage()).log("A question stays without an answer");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(ASK_AGAIN.toSeconds()))
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE, "The library cannot look it up just now."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> whateverElse(Exception failure) {
        log.error("A question could not be answered", failure);
        return ResponseEntity.internalServerError()
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here; it is in the log."));
    }
}
