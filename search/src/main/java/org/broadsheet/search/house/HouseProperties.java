package org.broadsheet.search.house;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.broadsheet.core.log.ServiceToken;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// What all services of the house share.
///
/// @param serviceToken what one service shows to another, at least 24 characters; there is no default, the service
/// does not start without one
@Validated
@ConfigurationProperties("broadsheet")
record HouseProperties(
        @NotNull(message = "is missing: services show it to each other")
        @Size(min = ServiceToken.SHORTEST, message = "is shorter than {min} characters")
        String serviceToken) {

    @Override
    public String toString() {
        return "HouseProperties";
    }
}
