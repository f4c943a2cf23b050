package org.broadsheet.ingest.routing;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One routing rule: what wire copy it is for, and what happens to it. Every condition that is stated has to hold; of a
/// list, one entry is enough; a rule without conditions is for everything.
///
/// @param id what programs know it by
/// @param name what the desk calls it, and who the audit says acted
/// @param active whether it is applied
/// @param rank its place, from 1: earlier rules decide first
/// @param version counts up with every change; 0 for one that is not kept yet
record Rule(String id, String name, boolean active, int rank, long version, When when, Then then) {

    /// Its conditions.
    ///
    /// @param feeds names of feeds
    /// @param sections the agency's own sections or categories, by code or name
    /// @param subjects subject codes or names; a broader media topic stands for all below it
    /// @param urgencyAtMost from 1 flash to 9: this urgent or more; `null`: any
    /// @param words phrases of whole words in headline, slugline or text
    /// @param hours when it was received; `null`: at any time
    /// @param kinds `text`, `picture` or `package`
    record When(
            List<String> feeds,
            List<String> sections,
            List<String> subjects,
            @Nullable Integer urgencyAtMost,
            List<String> words,
            @Nullable Hours hours,
            List<String> kinds) {

        /// No condition: everything.
        static final When ALWAYS = new When(List.of(), List.of(), List.of(), null, List.of(), null, List.of());

        When {
            feeds = feeds == null ? List.of() : List.copyOf(feeds);
            sections = sections == null ? List.of() : List.copyOf(sections);
            subjects = subjects == null ? List.of() : List.copyOf(subjects);
            words = words == null ? List.of() : List.copyOf(words);
            kinds = kinds == null ? List.of() : List.copyOf(kinds);
        }
    }

    /// A part of the day on some days of the week, on the clocks of a zone.
    ///
    /// @param from such as `22:00`; the minute is in it
    /// @param to such as `06:00`, also of the next day; the minute is not in it. The same as `from`: a whole day
    /// @param zone such as `Europe/London`
    /// @param days `mon` to `sun`, the day on which it begins; empty: every day
    record Hours(String from, String to, String zone, List<String> days) {
        Hours {
            days = days == null ? List.of() : List.copyOf(days);
        }
    }

    /// Its decision. The first rule that names a desk or a section has it; tags of all rules add up.
    ///
    /// @param desk empty where it names none
    /// @param section the slug of a section of the newspaper; empty where it names none
    /// @param autoPublish published without an editor as soon as nothing blocks it
    /// @param stop no later rule is asked
    record Then(
            String desk,
            String section,
            List<String> tags,
            @JsonSetter(nulls = Nulls.AS_EMPTY) boolean autoPublish,
            @JsonSetter(nulls = Nulls.AS_EMPTY) boolean stop) {

        /// Decides nothing.
        static final Then NOTHING = new Then("", "", List.of(), false, false);

        Then {
            desk = desk == null ? "" : desk;
            section = section == null ? "" : section;
            tags = tags == null ? List.of() : List.copyOf(tags);
        }
    }
}
