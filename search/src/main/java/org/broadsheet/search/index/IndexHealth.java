package org.broadsheet.search.index;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether the library can be asked: part of readiness, never of liveness, for a restart would not bring Elasticsearch
/// back.
@Component("index")
public final class IndexHealth implements HealthIndicator {

    private final Indices indices;

    IndexHealth(Indices indices) {
        this.indices = indices;
    }

    @Override
    public Health health() {
        return remark().map(remark -> Health.down().withDetail("remark", remark))
                .orElseGet(Health::up)
                .build();
    }

    /// What whoever runs the library should know; empty while all is well.
    public java.util.Optional<String> remark() {
        try {
            return indices.canBeAsked()
                    ? java.util.Optional.empty()
                    : java.util.Optional.of("The indices are not set up yet: related and find answer 503");
        } catch (RuntimeException e) {
            return java.util.Optional.of(e.getMessage() + ": related and find answer 503 until it does");
        }
    }
}
