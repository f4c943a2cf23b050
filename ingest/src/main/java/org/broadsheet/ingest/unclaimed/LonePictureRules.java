package org.broadsheet.ingest.unclaimed;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When a picture file is taken for one that no item will name.
///
/// @param aloneAfter how long it waits for its item
/// @param lookEvery how often those that wait are looked at
@ConfigurationProperties("broadsheet.ingest.picture")
record LonePictureRules(
        @DefaultValue("60s") @NotNull Duration aloneAfter,
        @DefaultValue("5s") @NotNull Duration lookEvery) {}
