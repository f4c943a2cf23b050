package org.broadsheet.ingest.newsml1;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much NewsML 1.2 is read at once.
///
/// @param largest how many bytes one document may have; a longer one goes to quarantine
@ConfigurationProperties("broadsheet.ingest.newsml1")
record NewsMl1Limits(@DefaultValue("10MB") @NotNull DataSize largest) {}
