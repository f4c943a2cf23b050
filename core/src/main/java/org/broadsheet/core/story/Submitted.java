package org.broadsheet.core.story;

import java.time.Instant;
import java.util.UUID;

/// A story its writer has handed over.
public record Submitted(UUID id, int version, StoryContent content) implements Story {

    /// With other words.
    public Submitted saved(StoryContent words) {
        return new Submitted(id, version + 1, words);
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
