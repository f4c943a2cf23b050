package org.broadsheet.cms.publication;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.broadsheet.core.log.LogPage;
import org.broadsheet.core.publication.PublicationLogEntry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The publication log as our own services read it, on the internal port.
@RestController
class PublicationApi {

    private final PublicationLog log;

    PublicationApi(PublicationLog log) {
        this.log = log;
    }

    /// @param after the last position the reader has seen
    /// @param wait how long to wait for a first entry, in seconds
    @GetMapping("/api/log")
    LogPage<PublicationLogEntry> log(
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(PublicationLog.LONGEST_PAGE) int limit,
            @RequestParam(defaultValue = "0") @Min(0) @Max(60) int wait)
            throws InterruptedException {
        return log.after(after, limit, Duration.ofSeconds(wait));
    }
}
