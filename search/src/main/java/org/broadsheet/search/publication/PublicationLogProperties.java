package org.broadsheet.search.publication;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where the publication log is read.
///
/// @param address of the internal port of `cms-web`, without a path
/// @param batch how many lines are asked for at once
@Validated
@ConfigurationProperties("broadsheet.search.publication-log")
record PublicationLogProperties(
        URI address, @DefaultValue("200") @Min(1) @Max(1000) int batch) {}
