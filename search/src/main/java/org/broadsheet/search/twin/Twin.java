package org.broadsheet.search.twin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A wire item that holds the same story as another.
///
/// @param score how much of the longer text stands in the other, from 0 to 1
/// @param words how many runs of five words they share
record Twin(String provider, String guid, double score, int words) {

    /// What is asked: one item, and what it says.
    ///
    /// @param lead its first paragraph, where that is not part of the text
    /// @param receivedAt when it came in: copies come within two days of each other
    record Sought(
            @Nullable String provider,
            @Nullable String guid,
            @Nullable String headline,
            @Nullable String lead,
            @Nullable String text,
            @Nullable Instant receivedAt) {}

    /// The answer, the most alike first.
    record Found(List<Twin> twins) {}
}
