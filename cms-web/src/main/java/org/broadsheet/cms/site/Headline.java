package org.broadsheet.cms.site;

import java.util.List;
import org.broadsheet.cms.darkroom.PrintFormat;
import org.broadsheet.cms.masthead.Masthead;
import org.broadsheet.cms.masthead.Section;
import org.broadsheet.cms.picture.Renditions;
import org.jspecify.annotations.Nullable;

/// A story as it stands in a list.
///
/// @param address where it is
/// @param kicker before the headline; may be empty
/// @param section the name of its section
/// @param summary what it says in a sentence or two; may be empty
/// @param time when it went out, in brief
/// @param picture `null` where it has none
record Headline(
        String address,
        String kicker,
        String headline,
        String section,
        String summary,
        PrintedTime time,
        @Nullable Thumbnail picture) {

    private static final int LONGEST_SUMMARY = 190;
    private static final int SENT_WITHOUT_CHOICE = 480;

    /// A story's lead picture in a list.
    ///
    /// @param sources in the formats that are smaller than JPEG, the smallest first
    /// @param sourceSet as JPEG
    record Thumbnail(String address, List<Source> sources, String sourceSet, int width, int height, String alt) {}

    /// The candidates in one format.
    record Source(String type, String sourceSet) {}

    static Headline of(StoryLine story, Masthead masthead, NewsDates dates) {
        return new Headline(
                story.address(),
                story.kicker(),
                story.headline(),
                masthead.section(story.section()).map(Section::name).orElse(story.section()),
                Summary.of(story.summary(), LONGEST_SUMMARY),
                dates.brief(story.firstPublishedAt()),
                story.picture() == null ? null : thumbnail(story.picture()));
    }

    private static Thumbnail thumbnail(StoryLine.LeadPicture picture) {
        return new Thumbnail(
                Renditions.address(picture.hash(), SENT_WITHOUT_CHOICE),
                picture.formats().stream()
                        .filter(format -> format != PrintFormat.JPEG)
                        .map(format -> new Source(
                                format.mimeType(), Renditions.sourceSet(picture.hash(), picture.width(), format)))
                        .toList(),
                Renditions.sourceSet(picture.hash(), picture.width(), PrintFormat.JPEG),
                picture.width(),
                picture.height(),
                picture.alt());
    }
}
