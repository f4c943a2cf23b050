package org.broadsheet.cms.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands around every page: the newspaper's name, its sections, and what the head of the page says.
///
/// @param name of the newspaper
/// @param tagline below the name; may be empty
/// @param language of the page
/// @param today the day the page was printed
/// @param sections in order
/// @param stylesheet the address of the one style sheet
/// @param title what a browser calls the page
/// @param description what a search engine shows below the title; may be empty
/// @param canonical the whole address of the page; `null` for pages that are no place to come back to
/// @param kind `front`, `section`, `story` or `notice`
record Frame(
        String name,
        String tagline,
        String language,
        PrintedTime today,
        List<SectionLink> sections,
        String stylesheet,
        String title,
        String description,
        @Nullable String canonical,
        String kind) {

    /// A section in the navigation.
    ///
    /// @param current whether the page belongs to it
    record SectionLink(String name, String address, boolean current) {}
}
