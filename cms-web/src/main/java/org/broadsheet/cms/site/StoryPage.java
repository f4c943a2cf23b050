package org.broadsheet.cms.site;

import java.util.List;
import org.broadsheet.cms.masthead.Promo;
import org.jspecify.annotations.Nullable;

/// A story as a reader sees it, top to bottom.
///
/// @param sectionName in the breadcrumb
/// @param sectionAddress where the breadcrumb leads
/// @param kicker before the headline; may be empty
/// @param standfirst below the headline; may be empty
/// @param byline the names of who wrote it; may be empty
/// @param published the day it went out
/// @param hour the time of day it went out
/// @param updated when it was updated; `null` where it was not
/// @param lead the lead picture with caption and credit; `null` where it has none
/// @param leadImage the lead picture for those who show a link to the page; `null` where it has none
/// @param text dateline and body
/// @param signOff who made it; may be empty
/// @param promos the newspaper's own lines
/// @param nextIn the newest of the section
/// @param alsoRead what others open
/// @param related what it has to do with
/// @param structuredData what machines read of it (schema.org)
record StoryPage(
        Frame frame,
        String sectionName,
        String sectionAddress,
        String kicker,
        String headline,
        String standfirst,
        String byline,
        PrintedTime published,
        PrintedTime hour,
        @Nullable PrintedTime updated,
        @Nullable SafeHtml lead,
        @Nullable LeadImage leadImage,
        SafeHtml text,
        String signOff,
        List<Promo> promos,
        List<Headline> nextIn,
        List<Headline> alsoRead,
        List<Headline> related,
        SafeHtml structuredData) {

    /// The lead picture cut wide.
    ///
    /// @param address the whole address
    record LeadImage(String address, int width, int height, String alt) {}
}
