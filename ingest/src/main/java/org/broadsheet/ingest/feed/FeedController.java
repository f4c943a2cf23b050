package org.broadsheet.ingest.feed;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The book of feeds, for the desk.
@RestController
@RequestMapping("/api/feeds")
class FeedController {

    private static final int HISTORY = 200;

    private final FeedDesk desk;
    private final FeedsNow now;
    private final Transports transports;
    private final FeedHistory history;
    private final FeedTrial trial;

    FeedController(FeedDesk desk, FeedsNow now, Transports transports, FeedHistory history, FeedTrial trial) {
        this.desk = desk;
        this.now = now;
        this.transports = transports;
        this.history = history;
        this.trial = trial;
    }

    /// All feeds that are not retired, by name.
    @GetMapping
    List<FeedLine> feeds() {
        return now.all();
    }

    /// What the desk draws its forms from.
    @GetMapping("/transports")
    List<TransportForm> transports() {
        return transports.forms();
    }

    /// One feed and its history.
    @GetMapping("/{name}")
    FeedLine feed(@PathVariable("name") String name) {
        return now.one(desk.feed(name)).with(history.of(name, HISTORY), null);
    }

    /// Opens (201) or changes a feed.
    @PutMapping("/{name}")
    ResponseEntity<FeedLine> put(@PathVariable("name") String name, @RequestBody FeedOrder order) {
        String made = desk.put(name, order);
        return ResponseEntity.status(order.version() == 0 ? HttpStatus.CREATED : HttpStatus.OK)
                .body(now.one(desk.feed(name)).with(null, made));
    }

    /// Leaves a feed alone until it is resumed.
    @PostMapping("/{name}/pause")
    FeedLine pause(@PathVariable("name") String name) {
        desk.pause(name, true);
        return now.one(desk.feed(name));
    }

    /// Takes a feed up again; it is due at once.
    @PostMapping("/{name}/resume")
    FeedLine resume(@PathVariable("name") String name) {
        desk.pause(name, false);
        return now.one(desk.feed(name));
    }

    /// Retires a feed; what it brought stays.
    @DeleteMapping("/{name}")
    ResponseEntity<Void> retire(@PathVariable("name") String name) {
        desk.retire(name);
        return ResponseEntity.noContent().build();
    }

    /// Fetches now and keeps nothing.
    @PostMapping("/{name}/test")
    FeedTrial.Result test(@PathVariable("name") String name) {
        return trial.run(desk.feed(name));
    }

    /// Makes a new secret for a feed that is pushed, and tells it this once.
    @PostMapping("/{name}/secret")
    Map<String, String> secret(@PathVariable("name") String name) {
        return Map.of("secret", desk.makeSecret(name));
    }

    @ExceptionHandler
    ProblemDetail refused(FeedRefused refused) {
        return switch (refused) {
            case FeedRefused.Unknown unknown ->
                ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.sentence());
            case FeedRefused.Conflict conflict ->
                ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, conflict.sentence());
            case FeedRefused.Faulty faulty -> {
                ProblemDetail problem =
                        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, faulty.sentence());
                problem.setProperty("faults", faulty.faults());
                yield problem;
            }
        };
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The body is no feed in JSON");
    }
}
