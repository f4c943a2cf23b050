package org.broadsheet.cms.story;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// One line of the list beside a story: what stands in the way of publication, and what an editor should look at.
///
/// @param code what programs know it by, such as `alt-text-missing`
/// @param field the field of the story that it is about, such as `pictures[0].alt`; empty where it is about none
public record Check(Level level, String code, String sentence, String field) {

    /// How much a check weighs.
    public enum Level {
        /// The story cannot go out.
        BLOCKS,
        /// It can go out, and somebody may be sorry.
        WARNS,
        /// Worth a look.
        ADVISES;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
