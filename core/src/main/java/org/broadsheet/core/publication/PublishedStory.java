package org.broadsheet.core.publication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.broadsheet.core.picture.PictureUse;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Dateline;
import org.broadsheet.core.story.SignOff;
import org.broadsheet.core.story.Slug;
import org.broadsheet.core.subject.Subject;
import org.jspecify.annotations.Nullable;

/// The public version of a story, whole.
///
/// @param id the story's, the same for all versions
/// @param revision which revision went out
/// @param slug the last segment of its address
/// @param section the section's slug, such as `world`
/// @param headline without prefixes
/// @param kicker shown before the headline, such as `Exclusive`; empty where none
/// @param standfirst the line below the headline; empty where none
/// @param slugline the newsroom's working label
/// @param bylines names, without `By`
/// @param picture the lead picture, `null` where none
/// @param urgency 1 to 9, `null` where not set
/// @param firstPublishedAt when the first version went out
/// @param updatedAt when this version went out; equals `firstPublishedAt` for the first
/// @param wireGuid the wire item it was made from, `null` for the newsroom's own
public record PublishedStory(
        UUID id,
        int revision,
        Slug slug,
        String section,
        String headline,
        String kicker,
        String standfirst,
        String slugline,
        List<String> bylines,
        Dateline dateline,
        Body body,
        SignOff signOff,
        @Nullable PictureUse picture,
        List<Subject> subjects,
        @Nullable Integer urgency,
        Instant firstPublishedAt,
        Instant updatedAt,
        @Nullable String wireGuid) {
    public PublishedStory {
        section = section == null ? "" : section;
        headline = headline == null ? "" : headline;
        kicker = kicker == null ? "" : kicker;
        standfirst = standfirst == null ? "" : standfirst;
        slugline = slugline == null ? "" : slugline;
        dateline = dateline == null ? Dateline.NONE : dateline;
        body = body == null ? Body.EMPTY : body;
        signOff = signOff == null ? SignOff.NONE : signOff;
        bylines = bylines == null ? List.of() : List.copyOf(bylines);
        subjects = subjects == null ? List.of() : List.copyOf(subjects);
    }
}
