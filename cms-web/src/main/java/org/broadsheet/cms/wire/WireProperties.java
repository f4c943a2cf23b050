package org.broadsheet.cms.wire;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Where the wire comes from.
///
/// @param address of the intake service, such as `http://127.0.0.1:8081`
/// @param connectWithin how long a connection may take
/// @param answerWithin how long an answer may take beyond the wait that was asked for
/// @param largestPicture the most bytes of one original that are fetched
/// @param listeners how many open desks may listen to the basket at once
/// @param expireAfter how long after it came in, or after its embargo, copy that nobody has taken leaves the untaken;
/// `0`: never by itself
/// @param search where search answers which items hold the same story, such as `http://127.0.0.1:8082`
@ConfigurationProperties("broadsheet.cms.wire")
@Validated
record WireProperties(
        @NotNull URI address,
        @NotNull @DefaultValue("2s") Duration connectWithin,
        @NotNull @DefaultValue("15s") Duration answerWithin,
        @NotNull @DefaultValue("64MB") DataSize largestPicture,
        @DefaultValue("200") int listeners,
        @NotNull @DefaultValue("72h") Duration expireAfter,
        @NotNull URI search) {}
