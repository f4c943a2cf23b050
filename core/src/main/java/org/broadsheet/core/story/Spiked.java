package org.broadsheet.core.story;

import java.util.UUID;

/// A story that was dropped before publication. It can be lifted from the spike.
public record Spiked(UUID id, int version, StoryContent content) implements Story {

    /// A draft again.
    public Draft lifted() {
        return new Draft(id, version + 1, content);
    }
}
