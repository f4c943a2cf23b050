package org.broadsheet.cms.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where the wire room is run from, and how long the desk waits for it.
///
/// @param address of the intake service, such as `http://127.0.0.1:8081`
/// @param pushAddress how a sender reaches the intake service, printed in the example of a push feed
/// @param search address of the search service, asked only whether it is well
/// @param connectWithin how long a connection may take
/// @param answerWithin how long an ordinary answer may take
/// @param workWithin how long an answer may take that needs work first: fetching from a feed, reading copy in again
/// @param workers how many answers that need work may be waited for at once
/// @param freshFor how long an answer about alarms serves every open desk
@ConfigurationProperties("broadsheet.cms.intake")
@Validated
record IntakeSettings(
        @NotNull URI address,
        @NotNull URI pushAddress,
        @NotNull URI search,
        @NotNull @DefaultValue("1s") Duration connectWithin,
        @NotNull @DefaultValue("5s") Duration answerWithin,
        @NotNull @DefaultValue("60s") Duration workWithin,
        @DefaultValue("8") @Min(1) @Max(100) int workers,
        @NotNull @DefaultValue("5s") Duration freshFor) {}
