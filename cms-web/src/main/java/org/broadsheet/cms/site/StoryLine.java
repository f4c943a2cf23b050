package org.broadsheet.cms.site;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A public story as far as a list needs it.
///
/// @param family what it has in common with other stories made from the same wire item
/// @param urgency 1 to 9, 5 where the story has none
/// @param summary the standfirst, or where it has none the words of its first paragraph
/// @param picture its lead picture, `null` where it has none
record StoryLine(
        UUID id,
        String slug,
        String section,
        String headline,
        String kicker,
        String summary,
        String family,
        int urgency,
        Instant firstPublishedAt,
        Instant updatedAt,
        @Nullable LeadPicture picture) {

    /// The lead picture of a story in a list.
    record LeadPicture(PublicPicture picture, String alt) {}

    /// Its public address.
    String address() {
        return "/" + section + "/" + slug;
    }
}
