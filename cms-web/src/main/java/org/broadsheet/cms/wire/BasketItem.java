package org.broadsheet.cms.wire;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WirePicture;
import org.jspecify.annotations.Nullable;

/// One wire item, whole, with the pictures that belong to it.
///
/// @param story the story made from it, `null` while nobody has taken it
/// @param mayBeTaken whether it can become a story: it is usable, not taken back, no package and no advisory
/// @param routed what the routing rules said
/// @param note why it waits for an editor although a rule would publish it; empty where it does not
/// @param twins the same story from elsewhere
/// @param about the items it kills, corrects or updates
/// @param toldBy the items that kill, correct or update it
public record BasketItem(
        WireItem item,
        long position,
        BasketPage.@Nullable Relation relation,
        BasketPage.@Nullable StoryRef story,
        boolean dropped,
        boolean expired,
        boolean mayBeTaken,
        List<Picture> pictures,
        BasketPage.Routed routed,
        String note,
        List<BasketPage.Twin> twins,
        List<BasketPage.Told> about,
        List<BasketPage.Told> toldBy) {
    public BasketItem {
        pictures = List.copyOf(pictures);
        twins = List.copyOf(twins);
        about = List.copyOf(about);
        toldBy = List.copyOf(toldBy);
    }

    /// Whether the agency takes it back: by a newer version of it, or by another item.
    @JsonIgnore
    public boolean isKilled() {
        return item.isKill() || toldBy.stream().anyMatch(told -> told.rel().equals(WireItem.WireLink.KILLS));
    }

    /// Whether a story can be made of an item that has been told of by these.
    static boolean mayBeTaken(WireItem item, List<BasketPage.Told> toldBy) {
        return item.status() == WireItem.Status.USABLE
                && item.kind() != WireItem.Kind.PACKAGE
                && item.purpose() != WireItem.Purpose.ADVISORY
                && item.purpose() != WireItem.Purpose.KILL
                && toldBy.stream().noneMatch(told -> told.rel().equals(WireItem.WireLink.KILLS));
    }

    /// A picture that belongs to the item.
    ///
    /// @param status `usable`, `withheld` or `canceled`
    /// @param held whether its file is here
    public record Picture(
            String guid, long version, String headline, String status, WirePicture picture, boolean held) {}
}
