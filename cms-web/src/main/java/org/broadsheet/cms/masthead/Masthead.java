package org.broadsheet.cms.masthead;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// What stands on top of the front page, and what every page keeps to.
///
/// @param name of the newspaper
/// @param tagline the line below the name; may be empty
/// @param timeZone in which dates are printed
/// @param language of the newspaper as a BCP 47 tag, such as `en`
/// @param sections in the order they are printed
public record Masthead(String name, String tagline, ZoneId timeZone, String language, List<Section> sections) {

    /// What stands there until somebody has named the newspaper.
    public static final Masthead UNNAMED = new Masthead("Broadsheet", "", ZoneOffset.UTC, "en", List.of());

    public Masthead {
        sections = List.copyOf(sections);
    }

    /// The section with this slug, if the newspaper has it.
    public Optional<Section> section(String slug) {
        return sections.stream().filter(section -> section.slug().equals(slug)).findFirst();
    }
}
