package org.broadsheet.cms.house;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.broadsheet.core.log.ServiceToken;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// What the services of the house know each other by.
///
/// @param serviceToken at least 24 characters, the same at all of them; without it nothing starts
@ConfigurationProperties("broadsheet")
@Validated
record ServiceTokenProperties(
        @NotNull(message = "is not set: the services of the house know each other by it")
        @Size(
                min = ServiceToken.SHORTEST,
                message = "is too short: it has at least " + ServiceToken.SHORTEST + " characters")
        @Nullable
        String serviceToken) {

    @Override
    public String toString() {
        return "ServiceTokenProperties";
    }
}
