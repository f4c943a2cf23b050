package org.broadsheet.cms.picturedesk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.cms.picturerights.Standing;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureSheet;
import org.jspecify.annotations.Nullable;

/// A picture as it stands in the picture desk's grid.
///
/// @param width of the original, upright
/// @param height of the original, upright
/// @param caption as it stands, with its prefix
/// @param place in one line, the nearest first
/// @param uses how many public stories, and stories still being written, show it
/// @param credentials whether the original carries Content Credentials
record PictureRow(
        PictureHash hash,
        int width,
        int height,
        String mimeType,
        String headline,
        String caption,
        String credit,
        @Nullable LocalDate taken,
        String place,
        Instant keptAt,
        int uses,
        Rights rights,
        boolean synthetic,
        boolean credentials,
        String alt) {

    static PictureRow of(Found found, PictureSheet sheet, Standing standing) {
        return new PictureRow(
                found.hash(),
                found.width(),
                found.height(),
                found.mimeType(),
                sheet.headline(),
                sheet.caption(),
                sheet.credit(),
                sheet.taken(),
                inOneLine(sheet.place()),
                found.keptAt(),
                found.uses(),
                new Rights(standing.state(), standing.sentence()),
                sheet.isSynthetic(),
                found.credentials(),
                sheet.alt());
    }

    private static String inOneLine(PictureSheet.Place place) {
        String country = place.country().isEmpty() ? place.countryCode() : place.country();
        return Stream.of(place.sublocation(), place.city(), place.state(), country)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// A picture that was found, without its sheet.
    record Found(
            PictureHash hash, int width, int height, String mimeType, Instant keptAt, int uses, boolean credentials) {}

    /// Whether a picture may be shown.
    ///
    /// @param sentence what an editor should know; empty where there is nothing
    record Rights(Standing.State state, String sentence) {}
}
