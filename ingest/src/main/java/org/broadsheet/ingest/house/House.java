package org.broadsheet.ingest.house;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What all our services are told alike.
///
/// @param serviceToken what our services show each other; at least 24 characters, and no start without it
@ConfigurationProperties("broadsheet")
record House(@NotNull String serviceToken) {

    @Override
    public String toString() {
        return "House";
    }
}
