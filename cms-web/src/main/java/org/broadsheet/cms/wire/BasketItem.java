package org.broadsheet.cms.wire;

import java.util.List;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WirePicture;
import org.jspecify.annotations.Nullable;

/// One wire item, whole, with the pictures that belong to it.
///
/// @param story the story made from it, `null` while nobody has taken it
/// @param mayBeTaken whether it can become a story: it is usable and not a package
public record BasketItem(
        WireItem item,
        long position,
        BasketPage.@Nullable Relation relation,
        BasketPage.@Nullable StoryRef story,
        boolean dropped,
        boolean mayBeTaken,
        List<Picture> pictures) {
    public BasketItem {
        pictures = List.copyOf(pictures);
    }

    /// A picture that belongs to the item.
    ///
    /// @param status `usable`, `withheld` or `canceled`
    /// @param held whether its file is here
    public record Picture(
            String guid, long version, String headline, String status, WirePicture picture, boolean held) {}
}
