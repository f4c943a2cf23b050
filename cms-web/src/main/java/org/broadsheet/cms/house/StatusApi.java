package org.broadsheet.cms.house;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import org.broadsheet.core.log.PartStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What this service says of itself to whoever runs it.
@RestController
class StatusApi {

    private final List<FollowedLog> logs;
    private final Durability durability;
    private final String version;
    private final Instant startedAt;

    StatusApi(ObjectProvider<FollowedLog> logs, Durability durability, ObjectProvider<BuildProperties> build) {
        this.logs = logs.orderedStream().toList();
        this.durability = durability;
        BuildProperties properties = build.getIfAvailable();
        String named = properties == null ? null : properties.getVersion();
        this.version = named == null ? "development" : named;
        this.startedAt =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    @GetMapping("/api/status")
    PartStatus status() {
        return new PartStatus(
                "cms-web",
                version,
                startedAt,
                logs.stream().map(FollowedLog::standing).toList(),
                durability.remarks());
    }
}
