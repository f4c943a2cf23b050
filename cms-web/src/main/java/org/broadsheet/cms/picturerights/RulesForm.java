package org.broadsheet.cms.picturerights;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/// The rules of the picture desk as they are written down.
///
/// @param version the version they were written on
/// @param levels how much each check weighs by its code: `blocks`, `warns`, `advises` or `silent`
/// @param oldAfterDays a picture older than this has to be marked as a file photo
/// @param freshForDays a picture younger than this must not be
/// @param repeatWithinDays how long the same picture should not be shown on another story
/// @param archiveDays how long a picture that must not be archived may be shown
/// @param territories where the newspaper is published, by ISO code; empty where everywhere
/// @param sources whose pictures need a word to the reader
/// @param handoutDisclosure the word for any other handout; empty where there is none
/// @param usageTable one phrase a line, `⇒`, and what it means
record RulesForm(
        @Min(0) int version,
        @NotNull @Size(max = 100) Map<String, @NotNull String> levels,
        @Min(0) @Max(36_500) int oldAfterDays,
        @Min(0) @Max(36_500) int freshForDays,
        @Min(0) @Max(36_500) int repeatWithinDays,
        @Min(1) @Max(36_500) int archiveDays,
        @NotNull @Size(max = 300) List<@NotNull @Size(max = 60) String> territories,
        @NotNull @Size(max = 1_000) List<@NotNull @Valid SourceLine> sources,
        @NotNull @Size(max = 300) String handoutDisclosure,
        @NotNull @Size(max = 100_000) String usageTable) {

    /// A source whose pictures need a word to the reader.
    ///
    /// @param kind `state-media` or `handout`
    record SourceLine(
            @NotNull @Size(max = 100) String name,
            @NotNull String kind,
            @NotNull @Size(max = 300) String disclosure) {}

    RulesForm at(int other) {
        return new RulesForm(
                other,
                levels,
                oldAfterDays,
                freshForDays,
                repeatWithinDays,
                archiveDays,
                territories,
                sources,
                handoutDisclosure,
                usageTable);
    }
}
