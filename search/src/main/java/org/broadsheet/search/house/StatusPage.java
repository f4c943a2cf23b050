package org.broadsheet.search.house;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.broadsheet.core.log.PartStatus;
import org.broadsheet.search.follow.FollowedLog;
import org.broadsheet.search.index.IndexHealth;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the library says of itself.
@RestController
class StatusPage {

    private final String version;
    private final Instant startedAt;
    private final List<FollowedLog> logs;
    private final IndexHealth health;

    StatusPage(ObjectProvider<BuildProperties> build, InstantSource clock, List<FollowedLog> logs, IndexHealth health) {
        this.version = Optional.ofNullable(build.getIfAvailable())
                .map(BuildProperties::getVersion)
                .orElse("unpackaged");
        this.startedAt = clock.instant();
        this.logs = List.copyOf(logs);
        this.health = health;
    }

    @GetMapping("/api/status")
    PartStatus status() {
        return new PartStatus(
                "search",
                version,
                startedAt,
                logs.stream().map(FollowedLog::standing).toList(),
                health.remark().stream().toList());
    }
}
