package org.broadsheet.ingest.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/// One thing the desk is asked for.
///
/// @param name in the settings or the secrets of a feed
/// @param label what the desk reads
/// @param kind what may be entered
/// @param choices of a choice, in order; empty otherwise
/// @param required whether a feed can do without
/// @param hint a sentence of help
/// @param preset what counts where nothing is entered
public record FormField(
        String name,
        String label,
        Kind kind,
        List<String> choices,
        boolean required,
        String hint,
        @JsonProperty("default") String preset) {

    public FormField {
        choices = List.copyOf(choices);
    }

    /// A line of text.
    public static FormField text(String name, String label, String hint, String preset) {
        return new FormField(name, label, Kind.TEXT, List.of(), false, hint, preset);
    }

    /// Something nobody may read again once it is entered.
    public static FormField secret(String name, String label, String hint) {
        return new FormField(name, label, Kind.SECRET, List.of(), false, hint, "");
    }

    /// A whole number, 0 or more.
    public static FormField number(String name, String label, String hint, long preset) {
        return new FormField(name, label, Kind.NUMBER, List.of(), false, hint, String.valueOf(preset));
    }

    /// A time span such as `30s`, `5m` or `PT5M`.
    public static FormField duration(String name, String label, String hint, String preset) {
        return new FormField(name, label, Kind.DURATION, List.of(), false, hint, preset);
    }

    /// Where the feed is: a URL or a host.
    public static FormField address(String name, String label, String hint) {
        return new FormField(name, label, Kind.ADDRESS, List.of(), true, hint, "");
    }

    /// One of several; the first counts where none is chosen.
    public static FormField choice(String name, String label, String hint, String... choices) {
        return new FormField(name, label, Kind.CHOICE, List.of(choices), false, hint, choices[0]);
    }

    /// Yes or no.
    public static FormField flag(String name, String label, String hint) {
        return new FormField(name, label, Kind.SWITCH, List.of(), false, hint, "false");
    }

    /// The same, and no feed can do without it.
    public FormField needed() {
        return new FormField(name, label, kind, choices, true, hint, preset);
    }

    /// What may be entered into a field.
    public enum Kind {
        /// A line of text.
        TEXT,
        /// Text that is sealed when it is kept, and never answered.
        SECRET,
        /// A whole number.
        NUMBER,
        /// A time span.
        DURATION,
        /// A URL or a host.
        ADDRESS,
        /// One of the choices.
        CHOICE,
        /// `true` or `false`.
        SWITCH;

        /// As it stands in the API.
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
