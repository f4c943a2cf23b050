package org.broadsheet.ingest.wirelog;

import java.time.Duration;
import org.broadsheet.core.log.LogPage;
import org.broadsheet.core.wire.WireLogEntry;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Serves the wire log to the desk and the search (long poll).
@RestController
class WireLogController {

    private static final int LARGEST_LIMIT = 500;
    private static final int LONGEST_WAIT = 30;

    private final WireLog log;

    WireLogController(WireLog log) {
        this.log = log;
    }

    /// @param after the last position the reader has applied
    /// @param limit 1 to 500 entries
    /// @param wait 0 to 30 seconds for an entry to come
    @GetMapping("/api/log")
    ResponseEntity<?> log(
            @RequestParam(name = "after", defaultValue = "0") long after,
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            @RequestParam(name = "wait", defaultValue = "0") int wait) {
        if (after < 0 || limit < 1 || limit > LARGEST_LIMIT || wait < 0) {
            return ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                            HttpStatus.BAD_REQUEST,
                            "after is 0 or a position, limit is 1 to " + LARGEST_LIMIT + ", wait is 0 or more seconds"))
                    .build();
        }
        LogPage<WireLogEntry> page = log.after(after, limit, Duration.ofSeconds(Math.min(wait, LONGEST_WAIT)));
        return ResponseEntity.ok(page);
    }
}
