package org.broadsheet.cms.related;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where search is, and how fresh its lists are kept.
///
/// @param address where search answers, such as `http://127.0.0.1:8082`
/// @param length how many stories are asked for
/// @param staleAfter a list older than this is asked for again when its story is opened
/// @param connectTimeout how long search may take to accept a call
/// @param readTimeout how long search may take to answer
/// @param lookEvery how often we look into the publication log
/// @param firstRetry how long we wait before asking again for a story that search does not know yet, or has little
/// for; doubled each time
/// @param attempts how often we ask for one story before we wait until it is opened
@Validated
@ConfigurationProperties("broadsheet.cms.related")
record RelatedSettings(
        URI address,
        @DefaultValue("10") @Min(1) @Max(50) int length,
        @DefaultValue("5m") Duration staleAfter,
        @DefaultValue("500ms") Duration connectTimeout,
        @DefaultValue("2s") Duration readTimeout,
        @DefaultValue("1s") Duration lookEvery,
        @DefaultValue("500ms") Duration firstRetry,
        @DefaultValue("8") @Min(1) @Max(30) int attempts) {}
