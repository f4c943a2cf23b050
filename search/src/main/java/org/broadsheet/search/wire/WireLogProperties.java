package org.broadsheet.search.wire;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where the wire log is read.
///
/// @param address of `ingest`, without a path
/// @param batch how many lines are asked for at once
@Validated
@ConfigurationProperties("broadsheet.search.wire-log")
record WireLogProperties(
        URI address, @DefaultValue("200") @Min(1) @Max(1000) int batch) {}
