package org.broadsheet.ingest.json;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much JSON is read at once.
///
/// @param largest how many bytes one JSON payload may have; a longer one goes to quarantine
@ConfigurationProperties("broadsheet.ingest.json")
public record JsonLimits(@DefaultValue("10MB") @NotNull DataSize largest) {}
