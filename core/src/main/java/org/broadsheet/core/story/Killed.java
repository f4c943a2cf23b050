package org.broadsheet.core.story;

import java.time.Instant;
import java.util.UUID;

/// A story that was withdrawn from readers. There is no way back.
///
/// @param slug its last address, which says that it is gone
/// @param reason why, in the words of who killed it; never printed
public record Killed(
        UUID id,
        int version,
        StoryContent content,
        Slug slug,
        Instant firstPublishedAt,
        Instant killedAt,
        String reason)
        implements Story {

    public Killed {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A story is killed for a reason");
        }
    }
}
