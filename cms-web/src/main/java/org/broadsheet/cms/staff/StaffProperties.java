package org.broadsheet.cms.staff;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How staff sign in.
///
/// @param staySignedIn how long somebody who does nothing stays signed in
/// @param failuresByName how often one name may fail from one address before it has to wait
/// @param failuresByAddress how often one address may fail with any names before it has to wait
/// @param waitAfterFailures how long it has to wait, counted from the first failure
@ConfigurationProperties("broadsheet.cms.staff")
@Validated
record StaffProperties(
        @NotNull @DefaultValue("12h") Duration staySignedIn,
        @DefaultValue("5") int failuresByName,
        @DefaultValue("50") int failuresByAddress,
        @NotNull @DefaultValue("15m") Duration waitAfterFailures) {}
