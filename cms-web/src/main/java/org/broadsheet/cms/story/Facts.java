package org.broadsheet.cms.story;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.broadsheet.cms.masthead.Masthead;
import org.broadsheet.cms.picturerights.StoryRights;
import org.broadsheet.cms.wire.BasketItem;
import org.broadsheet.cms.wire.WireBasket.PictureStanding;
import org.broadsheet.core.picture.PictureHash;
import org.jspecify.annotations.Nullable;

/// What has to be known of the world before a story can be judged.
///
/// @param now by the database's clock
/// @param wire the copy the story is made from, in its newest version; `null` for the newsroom's own
/// @param takenVersion the version the story was made from; 0 for the newsroom's own
/// @param held which of its pictures' files are here
/// @param pictures what the wire now says of its pictures
/// @param rights what else is known of its pictures
record Facts(
        Instant now,
        Masthead masthead,
        @Nullable BasketItem wire,
        long takenVersion,
        Set<PictureHash> held,
        List<PictureStanding> pictures,
        StoryRights rights) {
    Facts {
        held = Set.copyOf(held);
        pictures = List.copyOf(pictures);
    }
}
