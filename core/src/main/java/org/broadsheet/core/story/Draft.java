package org.broadsheet.core.story;

import java.time.Instant;
import java.util.UUID;

/// A story somebody is writing.
public record Draft(UUID id, int version, StoryContent content) implements Story {

    /// The first version of a new story.
    public static Draft begun(UUID id, StoryContent content) {
        return new Draft(id, 1, content);
    }

    /// With other words.
    public Draft saved(StoryContent words) {
        return new Draft(id, version + 1, words);
    }

    /// Handed to the sub-editors.
    public Submitted submitted() {
        return new Submitted(id, version + 1, content);
    }

    /// Dropped before publication.
    public Spiked spiked() {
        return new Spiked(id, version + 1, content);
    }

    /// Before readers for the first time.
    ///
    /// @param firstPublishedAt the date it carries
    public Published published(Slug slug, Instant firstPublishedAt) {
        return new Published(id, version + 1, content, slug, firstPublishedAt, firstPublishedAt, version + 1);
    }
}
