package org.broadsheet.ingest.syndication;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.broadsheet.ingest.format.Unreadable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much of a syndicated feed is read at once.
///
/// @param largest how many bytes one document may have; a longer one goes to quarantine
/// @param atOnce how many entries are settled in one go; what a document holds beyond goes on as payloads of its own
/// @param most how many entries one document may hold; one with more goes to quarantine
@ConfigurationProperties("broadsheet.ingest.syndication")
record SyndicationLimits(
        @DefaultValue("64MB") @NotNull DataSize largest,
        @DefaultValue("1000") @Min(1) int atOnce,
        @DefaultValue("50000") @Min(1) int most) {

    /// What is said of a document with more entries than may be.
    Unreadable tooMany() {
        return new Unreadable(
                "The feed holds more than the %,d entries that are taken of one document".formatted(most));
    }
}
