package org.broadsheet.ingest.syndication;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much of a syndicated feed is read at once.
///
/// @param largest how many bytes one document may have; a longer one goes to quarantine
/// @param atOnce how many entries are settled in one go; what a document holds beyond goes on as payloads of its own
@ConfigurationProperties("broadsheet.ingest.syndication")
record SyndicationLimits(
        @DefaultValue("64MB") @NotNull DataSize largest,
        @DefaultValue("1000") @Min(1) int atOnce) {}
