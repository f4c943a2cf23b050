package org.broadsheet.cms.story;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stories of the desk, the one last written first.
///
/// @param counts how many stories are in each state, by its word
public record StoryList(List<Line> stories, Map<String, Long> counts) {
    public StoryList {
        stories = List.copyOf(stories);
        counts = Map.copyOf(counts);
    }

    /// One story of the list.
    ///
    /// @param state `draft`, `submitted`, `published`, `killed` or `spiked`
    /// @param unpublishedChanges whether a published story has been written since it went out
    /// @param picture the hash of the lead picture, `null` where none
    public record Line(
            UUID id,
            String state,
            int version,
            String headline,
            String kicker,
            String slugline,
            String section,
            @Nullable Integer urgency,
            Instant savedAt,
            String savedBy,
            @Nullable String picture,
            @Nullable Instant firstPublishedAt,
            @Nullable Instant updatedAt,
            boolean unpublishedChanges,
            @Nullable String publicAddress,
            @Nullable Instant embargoedUntil) {}
}
