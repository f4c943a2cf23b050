package org.broadsheet.ingest.words;

import java.util.List;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Dateline;
import org.broadsheet.core.story.DatelineGrammar;
import org.broadsheet.core.story.HeadlineGrammar;
import org.broadsheet.core.story.HeadlineTag;
import org.broadsheet.core.story.SignOff;
import org.broadsheet.core.story.SignOffGrammar;
import org.broadsheet.core.story.Split;
import org.broadsheet.core.wire.WireItemBuilder;
import org.jspecify.annotations.Nullable;

/// What of a story's words is data: tags before the headline, the dateline before the text, the sign-off behind it.
///
/// @param headline without its tags
/// @param headlineTags in their order
/// @param dateline the text's own, what it leaves open taken from the field
/// @param body what is left
/// @param signOff who reported, wrote and edited
public record StoryWords(
        String headline, List<HeadlineTag> headlineTags, Dateline dateline, Body body, SignOff signOff) {

    /// Splits the data off a story's words.
    ///
    /// @param headline as sent
    /// @param datelineField the dateline where the wire sends it in a field of its own; empty where it does not
    /// @param body as sent
    public static StoryWords of(String headline, String datelineField, Body body) {
        HeadlineGrammar.Reading heading = HeadlineGrammar.read(headline);
        Split<Dateline> dateline = DatelineGrammar.splitOff(body);
        Split<SignOff> signOff = SignOffGrammar.splitOff(dateline.rest());
        return new StoryWords(
                heading.headline(),
                heading.tags(),
                whole(dateline.part(), field(datelineField)),
                signOff.rest(),
                signOff.part());
    }

    /// Sets headline, tags, dateline, body and sign-off of an item.
    public WireItemBuilder into(WireItemBuilder item) {
        return item.headline(headline)
                .headlineTags(headlineTags)
                .dateline(dateline)
                .body(body)
                .signOff(signOff);
    }

    /// A field has no dash behind it, which the grammar asks for in running text.
    private static Dateline field(String sent) {
        if (sent.isBlank()) {
            return Dateline.NONE;
        }
        Dateline read = DatelineGrammar.read(sent).dateline();
        if (read.isEmpty()) {
            read = DatelineGrammar.read(sent + " - ").dateline();
        }
        return read.isEmpty() ? new Dateline(sent, null, null) : read;
    }

    /// The text's own dateline, what it leaves open taken from the field.
    private static Dateline whole(Dateline text, Dateline field) {
        return new Dateline(
                either(text.place(), field.place()),
                either(text.day(), field.day()),
                either(text.agency(), field.agency()));
    }

    private static @Nullable String either(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
