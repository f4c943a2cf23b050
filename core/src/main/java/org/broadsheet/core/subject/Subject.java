package org.broadsheet.core.subject;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/// Something a story is about.
///
/// @param code the code as sent, such as `medtop:11000000`; empty where the wire gave only a name
/// @param kind what sort of thing it is
/// @param name how it is called in print; the code where the wire gave no name
public record Subject(String code, Kind kind, String name) {

    public Subject {
        code = code == null ? "" : code.strip();
        kind = kind == null ? Kind.OTHER : kind;
        name = name == null || name.isBlank() ? code : name.strip();
    }

    /// What sort of thing a subject is (IPTC `cpnat` concept natures).
    public enum Kind {
        TOPIC,
        PLACE,
        PERSON,
        ORGANISATION,
        OTHER;

        /// The kind of a name in a log; [#OTHER] for one that a newer version of the house has added.
        @JsonCreator
        static Kind named(String name) {
            for (Kind kind : values()) {
                if (kind.name().equals(name)) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    /// A media topic or another subject code with its name.
    public static Subject topic(String code, @Nullable String name) {
        return new Subject(code, Kind.TOPIC, name == null || name.isBlank() ? code : name.strip());
    }
}
