package org.broadsheet.core.story;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import org.broadsheet.core.picture.PictureUse;
import org.broadsheet.core.subject.Subject;
import org.jspecify.annotations.Nullable;

/// Everything an editor can shape in a story, the same in every state.
///
/// @param headline without prefixes
/// @param kicker shown before the headline, such as `Exclusive`; may be empty
/// @param standfirst the line below the headline; may be empty
/// @param slugline the newsroom's working label; may be empty
/// @param section the section's slug; empty while nobody has chosen one
/// @param bylines names, without `By`
/// @param dateline where it was filed from and by which agency
/// @param body the text
/// @param signOff who made it
/// @param pictures the lead picture first
/// @param subjects what it is about
/// @param urgency 1 to 9, `null` where not set
/// @param slug the last segment of its address as an editor wants it; `null`: made from the headline at publication
public record StoryContent(
        String headline,
        String kicker,
        String standfirst,
        String slugline,
        String section,
        List<String> bylines,
        Dateline dateline,
        Body body,
        SignOff signOff,
        List<PictureUse> pictures,
        List<Subject> subjects,
        @Nullable Integer urgency,
        @Nullable Slug slug) {

    public StoryContent {
        headline = headline == null ? "" : headline.strip();
        kicker = kicker == null ? "" : kicker.strip();
        standfirst = standfirst == null ? "" : standfirst.strip();
        slugline = slugline == null ? "" : slugline.strip();
        section = section == null ? "" : section.strip();
        dateline = dateline == null ? Dateline.NONE : dateline;
        body = body == null ? Body.EMPTY : body;
        signOff = signOff == null ? SignOff.NONE : signOff;
        bylines = bylines == null ? List.of() : List.copyOf(bylines);
        pictures = pictures == null ? List.of() : List.copyOf(pictures);
        subjects = subjects == null ? List.of() : List.copyOf(subjects);
    }

    /// The picture on top of the page, where there is one.
    @JsonIgnore
    public Optional<PictureUse> leadPicture() {
        return pictures.stream().findFirst();
    }
}
