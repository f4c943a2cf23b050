package org.broadsheet.cms.house;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/// Turns whatever goes wrong in one of our interfaces into a problem detail that names what is wrong (RFC 9457), and
/// never into a stack trace.
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAnswers extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unforeseen(Exception e, WebRequest request) {
        if (e instanceof AsyncRequestNotUsableException) {
            return null;
        }
        log.atError()
                .setCause(e)
                .addKeyValue("request", request.getDescription(false))
                .log("An interface failed");
        return handleExceptionInternal(
                e,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Something went wrong here; it has been written down. Nothing was changed."),
                new HttpHeaders(),
                HttpStatus.INTERNAL_SERVER_ERROR,
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> rejected(RequestRejectedException e, WebRequest request) {
        return handleExceptionInternal(
                e,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST, "The request holds a character that no field of ours can."),
                new HttpHeaders(),
                HttpStatus.BAD_REQUEST,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Throwable cause = e.getCause();
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                status,
                switch (cause) {
                    case BodyTooLong tooLong -> tooLong.sentence();
                    case DatabindException databind -> "The request is not what is read here" + at(databind) + ".";
                    case JacksonException broken -> "The request is not JSON.";
                    case null, default -> "The request has no body that can be read.";
                });
        return handleExceptionInternal(e, body, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Fault> faults = e.getBindingResult().getFieldErrors().stream()
                .map(ProblemAnswers::fault)
                .toList();
        return handleExceptionInternal(e, faulty(status, faults), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Fault> faults = e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> error instanceof FieldError field
                                ? fault(field)
                                : new Fault(
                                        Objects.requireNonNullElse(
                                                result.getMethodParameter().getParameterName(), ""),
                                        Objects.requireNonNullElse(error.getDefaultMessage(), "is not allowed"))))
                .toList();
        return handleExceptionInternal(e, faulty(status, faults), headers, status, request);
    }

    private static ProblemDetail faulty(HttpStatusCode status, List<Fault> faults) {
        String detail = faults.isEmpty()
                ? "The request is not what is read here."
                : faults.getFirst().field() + ": " + faults.getFirst().sentence();
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setProperty("faults", faults);
        return body;
    }

    private static Fault fault(FieldError error) {
        return new Fault(
                error.getField(),
                Objects.requireNonNullElse(
                        ((DefaultMessageSourceResolvable) error).getDefaultMessage(), "is not allowed"));
    }

    private static String at(DatabindException e) {
        StringBuilder where = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() != null) {
                where.append(where.isEmpty() ? "" : ".").append(step.getPropertyName());
            } else {
                where.append('[').append(step.getIndex()).append(']');
            }
        }
        return where.isEmpty() ? "" : ", at “" + where + "”";
    }

    /// One thing wrong with a request.
    record Fault(String field, String sentence) {}
}
