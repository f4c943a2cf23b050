package org.broadsheet.search.find;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A published story that has the words that were asked for.
///
/// @param id which story
/// @param score how well it fits; only to be compared within one answer
/// @param headline without prefixes
/// @param section the section's slug
record FoundStory(
        UUID id,
        double score,
        @Nullable String headline,
        @Nullable String section) {

    /// One page of what was found.
    ///
    /// @param total how many stories there are in all
    /// @param stories the best first
    record Found(long total, List<FoundStory> stories) {}
}
