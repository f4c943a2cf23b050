package org.broadsheet.cms.story;

import java.time.Instant;
import java.util.UUID;
import org.broadsheet.core.story.Story;
import org.jspecify.annotations.Nullable;

/// A story as it is filed, with what is known beside its words.
///
/// @param createdBy whose story it is
/// @param savedBy the name of who wrote last
/// @param wire what it was made from, `null` for the newsroom's own
record Filed(
        Story story,
        UUID createdBy,
        Instant savedAt,
        String savedBy,
        @Nullable Source wire) {

    /// The version of wire copy a story was made from.
    record Source(String provider, String guid, long version) {}
}
