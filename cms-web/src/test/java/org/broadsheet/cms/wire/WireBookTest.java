package org.broadsheet.cms.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.cms.Newsroom;
import org.broadsheet.cms.NewsroomTest;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.core.log.LogBook;
import org.broadsheet.core.log.LogFollower;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireLogEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NewsroomTest
class WireBookTest {

    @Autowired
    Newsroom.People people;

    @Autowired
    FakeWire wire;

    @Autowired
    WireBook book;

    @Autowired
    WireFollower follower;

    @Autowired
    WireBasket basket;

    @Autowired
    PictureStore store;

    @BeforeEach
    void printNewspaper() {
        people.printNewspaper();
    }

    /// The reader that dies after its transaction and before it could say so reads on from where it was applied.
    @Test
    void aCrashBetweenApplyingAndAnsweringAppliesOnce() throws Exception {
        follower.stop();
        WireCopy first = WireCopy.harbourFees();
        WireCopy second = WireCopy.harbourFees();
        wire.append(first.item());
        long end = wire.append(second.item());
        AtomicInteger applied = new AtomicInteger();
        LogBook<WireLogEntry> dying = new LogBook<>() {
            @Override
            public long position() {
                return book.position();
            }

            @Override
            public void apply(List<WireLogEntry> entries) {
                book.apply(entries);
                applied.addAndGet(entries.size());
                throw new IllegalStateException("killed between applying and answering");
            }
        };

        try (LogFollower<WireLogEntry> crashing = new LogFollower<>("wire", wire, dying, Instant::now, trouble -> {})) {
            crashing.start();
            wire.awaitApplied(end);
        }
        follower.start();
        long later = wire.sends(WireCopy.harbourFees().item());

        assertThat(applied.get()).isEqualTo(2);
        assertThat(book.position()).isEqualTo(later);
        assertThat(people.count("wire_item", "guid IN (?, ?)", first.guid, second.guid))
                .isEqualTo(2);
    }

    /// The reader that dies within its transaction leaves neither the items nor its place.
    @Test
    void whatIsAppliedAndWhereWeAreAreOneTransaction() {
        long before = book.position();
        WireCopy good = WireCopy.harbourFees();
        WireCopy bad = WireCopy.harbourFees();
        bad.provider = "not\0storable";

        assertThatThrownBy(() -> book.apply(List.of(
                        new WireLogEntry(before + 1_000_001, UUID.randomUUID(), Instant.now(), good.item()),
                        new WireLogEntry(before + 1_000_002, UUID.randomUUID(), Instant.now(), bad.item()))))
                .isInstanceOf(RuntimeException.class);

        assertThat(book.position()).isEqualTo(before);
        assertThat(people.count("wire_item", "guid = ?", good.guid)).isZero();
    }

    @Test
    void anOlderPositionNeverOverwritesANewerOne() {
        WireCopy copy = WireCopy.harbourFees();
        copy.version = 2;
        copy.headline = "The newer headline";
        long position = wire.sends(copy.item());
        copy.version = 1;
        copy.headline = "The older headline";

        book.apply(List.of(new WireLogEntry(position - 1, UUID.randomUUID(), Instant.now(), copy.item())));

        assertThat(basket.item(copy.provider, copy.guid).orElseThrow().item().headline())
                .isEqualTo("The newer headline");
    }

    @Test
    void aPictureIsInOurStoreBeforeTheDeskHearsOfIt() {
        byte[] original = WireCopy.jpeg();
        PictureHash hash = wire.holds(original);

        wire.sends(WireCopy.picture(hash).item());

        assertThat(store.holds(hash)).isTrue();
        assertThat(store.original(hash)).isEqualTo(original);
    }

    @Test
    void aPictureWhoseBytesAreNotWhatItsHashSaysIsNotKeptAndHoldsUpNothing() {
        PictureHash promised = PictureHash.of(WireCopy.jpeg());
        wire.holdsWrongly(promised, WireCopy.jpeg());
        WireCopy picture = WireCopy.picture(promised);

        wire.sends(picture.item());
        wire.sends(WireCopy.picture(PictureHash.of(new byte[] {1, 2, 3})).item());

        assertThat(store.holds(promised)).isFalse();
        assertThat(basket.item(picture.provider, picture.guid).orElseThrow().pictures())
                .noneMatch(BasketItem.Picture::held);
    }

    @Test
    void aSilentWireIsAskedAgainAndNothingIsLost() throws Exception {
        wire.isSilent(true);
        Thread.sleep(200);
        WireCopy copy = WireCopy.harbourFees();
        long position = wire.append(copy.item());
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (follower.standing().trouble() == null && System.nanoTime() < until) {
            Thread.sleep(20);
        }
        assertThat(follower.standing().trouble()).isEqualTo("The wire is silent");

        wire.isSilent(false);
        wire.awaitApplied(position);

        assertThat(basket.item(copy.provider, copy.guid)).isPresent();
    }

    @Test
    void textAndPicturesFindEachOtherInWhateverOrderTheyCome() {
        PictureHash[] hashes = {wire.holds(WireCopy.jpeg()), wire.holds(WireCopy.jpeg()), wire.holds(WireCopy.jpeg())};
        WireCopy linked = WireCopy.picture(hashes[0]);
        WireCopy linking = WireCopy.picture(hashes[1]);
        WireCopy bundled = WireCopy.picture(hashes[2]);
        WireCopy text = WireCopy.harbourFees().linking(linked);
        linking.linking(text);
        WireCopy bundle = WireCopy.harbourFees().linking(text).linking(bundled);
        bundle.kind = WireItem.Kind.PACKAGE;

        wire.sends(bundle.item());
        wire.sends(linking.item());
        wire.sends(linked.item());
        assertThat(basket.item(text.provider, text.guid)).isEmpty();
        wire.sends(text.item());
        wire.sends(bundled.item());

        assertThat(basket.item(text.provider, text.guid).orElseThrow().pictures())
                .extracting(picture -> picture.picture().hash())
                .containsExactly(hashes[0], hashes[1], hashes[2]);
        BasketPage page = basket.list(Show.ALL, null, null, 200, null);
        assertThat(page.items())
                .filteredOn(item -> item.guid().equals(text.guid))
                .allMatch(item -> item.pictures() == 3);
        assertThat(page.items())
                .extracting(BasketPage.Item::guid)
                .contains(text.guid)
                .doesNotContain(linked.guid, linking.guid, bundled.guid, bundle.guid);
    }

    @Test
    void aPictureThatBelongsToNoTextIsAnItemOfItsOwn() {
        WireCopy alone = WireCopy.picture(wire.holds(WireCopy.jpeg()));

        wire.sends(alone.item());

        assertThat(basket.list(Show.UNTAKEN, null, null, 200, null).items())
                .filteredOn(item -> item.guid().equals(alone.guid))
                .singleElement()
                .satisfies(item -> assertThat(item.kind()).isEqualTo("picture"));
    }

    @Test
    void anItemThatNamesOneLinkTwiceStillComesIn() {
        WireCopy picture = WireCopy.picture(wire.holds(WireCopy.jpeg()));
        WireCopy text = WireCopy.harbourFees().linking(picture).linking(picture);

        wire.sends(text.item());

        assertThat(basket.item(text.provider, text.guid)).isPresent();
    }
}
