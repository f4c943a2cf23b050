package org.broadsheet.core.story;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
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

    /// The inlines between two characters of their text, each run in its own dress.
    ///
    /// @param from the first character that is wanted, counted as in [#text(List)]
    /// @param to the first that is not
    static List<Inline> slice(List<Inline> inlines, int from, int to) {
        List<Inline> out = new ArrayList<>();
        int at = 0;
        for (Inline inline : inlines) {
            switch (inline) {
                case Text run -> {
                    int start = Math.max(from - at, 0);
                    int end = Math.min(to - at, run.text().length());
                    if (start < end) {
                        out.add(new Text(run.text().substring(start, end), run.marks()));
                    }
                    at += run.text().length();
                }
                case LineBreak lineBreak -> {
                    if (at >= from && at < to) {
                        out.add(lineBreak);
                    }
                    at++;
                }
            }
        }
        return out;
    }
}
