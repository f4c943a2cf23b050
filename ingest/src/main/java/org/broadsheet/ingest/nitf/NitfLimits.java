package org.broadsheet.ingest.nitf;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much NITF is read at once.
///
/// @param largest how many bytes one document may have; a longer one goes to quarantine
@ConfigurationProperties("broadsheet.ingest.nitf")
record NitfLimits(@DefaultValue("10MB") @NotNull DataSize largest) {}
