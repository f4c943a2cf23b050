package org.broadsheet.cms.desk;

import java.util.List;

/// What stands around every screen of the desk.
///
/// @param newspaper its name
/// @param language of the newspaper as a BCP 47 tag
/// @param zone the time zone in which the newsroom reads times, such as `Europe/Oslo`
/// @param staff the name of who is signed in
/// @param login what they sign in with
/// @param sections of the newspaper in their order
/// @param words what scripts say, as a JSON object
record DeskFrame(
        String newspaper,
        String language,
        String zone,
        String staff,
        String login,
        List<SectionName> sections,
        String words) {
    DeskFrame {
        sections = List.copyOf(sections);
    }

    /// A section to choose.
    record SectionName(String slug, String name) {}
}
