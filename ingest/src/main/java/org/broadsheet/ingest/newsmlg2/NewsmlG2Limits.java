package org.broadsheet.ingest.newsmlg2;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much NewsML-G2 is read at once.
///
/// @param largest how many bytes one XML payload may have; a longer one goes to quarantine
@ConfigurationProperties("broadsheet.ingest.newsmlg2")
record NewsmlG2Limits(@DefaultValue("10MB") @NotNull DataSize largest) {}
