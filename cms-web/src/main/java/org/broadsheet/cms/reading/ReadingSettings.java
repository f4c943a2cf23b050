package org.broadsheet.cms.reading;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How readings are counted.
///
/// @param writeEvery how often the counts are written down, and the most-read list is made anew
/// @param recent over how many hours a story counts as read now
/// @param kept for how many days counts are kept
@Validated
@ConfigurationProperties("broadsheet.cms.reading")
record ReadingSettings(
        @DefaultValue("5s") Duration writeEvery,
        @DefaultValue("6") @Min(1) @Max(168) int recent,
        @DefaultValue("30") @Min(1) @Max(3650) int kept) {}
