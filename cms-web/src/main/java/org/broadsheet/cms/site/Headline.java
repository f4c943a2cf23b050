package org.broadsheet.cms.site;

import java.util.List;
import org.broadsheet.cms.darkroom.PrintFormat;
import org.broadsheet.cms.masthead.Masthead;
import org.broadsheet.cms.masthead.Section;
import org.broadsheet.cms.picture.CropName;
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

    /// A story's lead picture in a list, cut to the shape of its place.
    ///
    /// @param sources in the formats that are smaller than JPEG, the smallest first
    /// @param sourceSet as JPEG
    /// @param width of what the crop shows, so that the page keeps the room for it
    /// @param synthetic what readers are told of a picture that a machine made; empty for all others
    record Thumbnail(
            String address,
            List<Source> sources,
            String sourceSet,
            int width,
            int height,
            String alt,
            String synthetic) {}

    /// The candidates in one format.
    record Source(String type, String sourceSet) {}

    /// A story in a list.
    ///
    /// @param crop how its picture is cut
    static Headline of(StoryLine story, Masthead masthead, NewsDates dates, CropName crop, PictureNotes notes) {
        return new Headline(
                story.address(),
                story.kicker(),
                story.headline(),
                masthead.section(story.section()).map(Section::name).orElse(story.section()),
                Summary.of(story.summary(), LONGEST_SUMMARY),
                dates.brief(story.firstPublishedAt()),
                story.picture() == null
                        ? null
                        : thumbnail(
                                story.picture(),
                                crop,
                                notes.synthetic(story.picture().picture().source(), masthead)));
    }

    private static Thumbnail thumbnail(StoryLine.LeadPicture lead, CropName crop, String synthetic) {
        PublicPicture.Piece piece = lead.picture().crop(crop);
        return new Thumbnail(
                piece.address(SENT_WITHOUT_CHOICE),
                piece.smaller().stream()
                        .map(format -> new Source(format.mimeType(), piece.sourceSet(format)))
                        .toList(),
                piece.sourceSet(PrintFormat.JPEG),
                piece.size().width(),
                piece.size().height(),
                lead.alt(),
                synthetic);
    }
}
