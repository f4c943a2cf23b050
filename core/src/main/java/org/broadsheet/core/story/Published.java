package org.broadsheet.core.story;

import java.time.Instant;
import java.util.UUID;

/// A story readers can open. Its newest words may be newer than what readers see, until it is published again.
///
/// @param slug the last segment of its address
/// @param firstPublishedAt the date it carries; it never changes
/// @param updatedAt when the version that readers see went out
/// @param publishedVersion the version that readers see
public record Published(
        UUID id,
        int version,
        StoryContent content,
        Slug slug,
        Instant firstPublishedAt,
        Instant updatedAt,
        int publishedVersion)
        implements Story {

    public Published {
        if (publishedVersion > version) {
            throw new IllegalArgumentException("Readers cannot see a version that is not written");
        }
    }

    /// With other words, which readers do not see yet.
    public Published saved(StoryContent words) {
        return new Published(id, version + 1, words, slug, firstPublishedAt, updatedAt, publishedVersion);
    }

    /// Before readers in its newest words.
    ///
    /// @param address the slug from now on; the old one leads to it
    /// @param at when it goes out
    public Published updated(Slug address, Instant at) {
        return new Published(id, version + 1, content, address, firstPublishedAt, at, version + 1);
    }

    /// Withdrawn for good.
    public Killed killed(Instant at, String reason) {
        return new Killed(id, version + 1, content, slug, firstPublishedAt, at, reason);
    }

    /// Whether there are words that readers do not see yet.
    public boolean hasUnpublishedChanges() {
        return version > publishedVersion;
    }
}
