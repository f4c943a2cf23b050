package org.broadsheet.cms.story;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.cms.masthead.Mastheads;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.cms.picturerights.PictureRights;
import org.broadsheet.cms.wire.BasketItem;
import org.broadsheet.cms.wire.WireBasket;
import org.broadsheet.core.desk.Refusal;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.wire.WireItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers the facts by which stories are judged.
@Component
class Judges {

    private final StoryFiles files;
    private final Mastheads mastheads;
    private final WireBasket basket;
    private final PictureStore store;
    private final PictureRights rights;

    Judges(StoryFiles files, Mastheads mastheads, WireBasket basket, PictureStore store, PictureRights rights) {
        this.files = files;
        this.mastheads = mastheads;
        this.basket = basket;
        this.store = store;
        this.rights = rights;
    }

    Judgement judge(Filed filed) {
        return judge(filed, origin(filed));
    }

    /// @param wire the copy the story is made from, where it has been looked up already
    Judgement judge(Filed filed, @Nullable BasketItem wire) {
        List<PictureHash> pictures = PicturesOf.all(filed.story().content()).stream()
                .map(placed -> placed.use().hash())
                .distinct()
                .toList();
        Set<PictureHash> held = pictures.stream().filter(store::holds).collect(Collectors.toUnmodifiableSet());
        return new Judgement(
                filed.story().content(),
                new Facts(
                        files.now(),
                        mastheads.current(),
                        wire,
                        filed.wire() == null ? 0 : filed.wire().version(),
                        held,
                        basket.standing(pictures),
                        rights.forStory(filed.story().id(), pictures)));
    }

    /// Why no story can be made of wire copy at all; empty where one can.
    List<Refusal> noStoryBecause(BasketItem copy) {
        WireItem item = copy.item();
        if (copy.isKilled() || item.purpose() == WireItem.Purpose.KILL) {
            return List.of(new Refusal.KilledByTheWire());
        }
        if (item.status() == WireItem.Status.WITHHELD) {
            return List.of(new Refusal.WithheldByTheWire());
        }
        if (item.kind() == WireItem.Kind.PACKAGE) {
            return List.of(new Refusal.PackageHasNoCopy());
        }
        return item.purpose() == WireItem.Purpose.ADVISORY ? List.of(new Refusal.AdvisoryHasNoCopy()) : List.of();
    }

    /// The copy a story is made from, in its newest version; `null` for the newsroom's own.
    @Nullable
    BasketItem origin(Filed filed) {
        Filed.Source wire = filed.wire();
        return wire == null ? null : basket.item(wire.provider(), wire.guid()).orElse(null);
    }
}
