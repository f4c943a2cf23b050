package org.broadsheet.ingest.house;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.broadsheet.core.log.PartStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How the wire room is.
@RestController
class StatusController {

    private final List<Concern> concerns;
    private final String version;
    private final Instant startedAt;

    StatusController(List<Concern> concerns, ObjectProvider<BuildProperties> build, Clock clock) {
        this.concerns = concerns;
        BuildProperties properties = build.getIfAvailable();
        String built = properties == null ? null : properties.getVersion();
        this.version = built == null ? "unpacked" : built;
        this.startedAt = clock.instant();
    }

    @GetMapping("/api/status")
    PartStatus status() {
        return new PartStatus(
                "ingest",
                version,
                startedAt,
                List.of(),
                concerns.stream().flatMap(concern -> concern.remarks().stream()).toList());
    }
}
