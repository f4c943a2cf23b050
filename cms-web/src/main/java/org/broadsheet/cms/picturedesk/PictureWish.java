package org.broadsheet.cms.picturedesk;

import java.time.LocalDate;
import java.util.Optional;
import org.broadsheet.core.picture.PictureHash;
import org.jspecify.annotations.Nullable;

/// Which pictures somebody is looking for. What is empty or `null` makes no difference.
///
/// @param words each of them has to be on the sheet, the last one may be a beginning
/// @param used whether a story shows it
/// @param rights which state of rights; see [RightsWish]
/// @param from taken on this day or later
/// @param to taken on this day or earlier
/// @param place a piece of a place
/// @param person a piece of a name
/// @param credit a piece of the credit, the source or a byline
/// @param before the last picture of the page before
record PictureWish(
        String words,
        Optional<Boolean> used,
        RightsWish rights,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String place,
        String person,
        String credit,
        @Nullable PictureHash before,
        int limit) {

    /// The longest page.
    static final int LONGEST_PAGE = 200;

    /// Which states of rights.
    enum RightsWish {
        ANY,
        /// It may be shown, whether under rules or not.
        OK,
        /// The right to it ends within a day.
        ENDING,
        /// The right to it has ended.
        ENDED,
        /// Somebody has taken it down.
        BARRED
    }
}
