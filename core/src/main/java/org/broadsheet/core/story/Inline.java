package org.broadsheet.core.story;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// What runs inside a paragraph: text with its marks, or a forced line break.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Inline.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Inline.LineBreak.class, name = "break")
})
public sealed interface Inline {

    /// A run of text in one dress.
    ///
    /// @param text the characters, never empty
    /// @param marks how they are set apart; empty for plain text
    record Text(String text, List<Mark> marks) implements Inline {

        public Text {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("A run of text holds at least one character");
            }
            marks = marks == null ? List.of() : List.copyOf(marks);
        }

        /// A plain run.
        public static Text of(String text) {
            return new Text(text, List.of());
        }
    }

    /// A line break within a paragraph.
    record LineBreak() implements Inline {}

    /// The characters of a list of inlines, a line break read as a newline.
    static String text(List<Inline> inlines) {
        StringBuilder out = new StringBuilder();
        for (Inline inline : inlines) {
            switch (inline) {
                case Text run -> out.append(run.text());
                case LineBreak ignored -> out.append('\n');
            }
        }
        return out.toString();
    }
}
