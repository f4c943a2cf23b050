package org.broadsheet.cms.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.broadsheet.cms.Newsroom;
import org.broadsheet.cms.NewsroomTest;
import org.broadsheet.cms.Visitor;
import org.broadsheet.core.wire.Routing;
import org.broadsheet.core.wire.WireItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The same story through two feeds is one row of the basket, and nothing is dropped.
@NewsroomTest
class TwinsTest {

    @Autowired
    Newsroom.People people;

    @Autowired
    FakeWire wire;

    @Autowired
    FakeTwinSearch search;

    @Autowired
    JdbcClient jdbc;

    Visitor editor;
    WireCopy first = WireCopy.harbourFees();
    WireCopy second = WireCopy.harbourFees();
    WireCopy third = WireCopy.harbourFees();

    @BeforeEach
    void signIn() {
        people.printNewspaper();
        editor = people.signedIn(people.editor());
        first.provider = "first-agency";
        second.provider = "second-agency";
        third.provider = "third-agency";
    }

    @AfterEach
    void searchIsBack() {
        search.isAway(false);
    }

    @Test
    void twinsAreOneRowAndTakenTogetherWhicheverIsTaken() {
        search.knows(first, second);
        wire.sends(first.item());
        wire.sends(second.item());

        JsonNode row = await(
                () -> listed("untaken", first), found -> !found.at("/twins").isEmpty());

        assertThat(row.at("/twins/0/guid").asString()).isEqualTo(second.guid);
        assertThat(row.at("/twins/0/feed").asString()).isEqualTo("demo");
        assertThat(listed("untaken", second)).isNull();
        assertThat(listed("all", second)).isNotNull();

        assertThat(editor.post("/desk/api/wire/take", which(second)).status()).isEqualTo(201);

        assertThat(listed("untaken", first)).isNull();
        assertThat(listed("untaken", second)).isNull();
        assertThat(listed("taken", second).at("/twins/0/guid").asString()).isEqualTo(first.guid);
        assertThat(listed("all", first).at("/twins/0/state").asString()).isEqualTo("draft");
        assertThat(people.count("wire_item", "dropped_at IS NOT NULL AND guid IN (?, ?)", first.guid, second.guid))
                .isZero();
    }

    @Test
    void aTwinThatIsFoundAfterTheTakeJoinsAndSoDoesOneThatJoinsTwoOthers() {
        wire.sends(first.item());
        wire.sends(third.item());
        editor.post("/desk/api/wire/take", which(first));
        assertThat(listed("untaken", third)).isNotNull();
        search.knows(first, second, third);

        wire.sends(second.item());

        await(() -> listed("all", third), found -> found.at("/twins").size() == 2);
        assertThat(listed("untaken", second)).isNull();
        assertThat(listed("untaken", third)).isNull();
        assertThat(listed("taken", first).at("/twins").size()).isEqualTo(2);
    }

    @Test
    void copyUnderEmbargoIsNotFoldedUnderCopyThatIsNot() {
        second.embargoedUntil = Instant.now().plus(Duration.ofHours(2));
        search.knows(first, second, third);
        wire.sends(first.item());
        wire.sends(second.item());
        wire.sends(third.item());

        JsonNode row = await(
                () -> listed("untaken", first) == null ? listed("untaken", third) : listed("untaken", first),
                found -> !found.at("/twins").isEmpty());

        assertThat(row.at("/twins").size()).isEqualTo(1);
        assertThat(listed("untaken", second).at("/twins").isEmpty()).isTrue();
    }

    @Test
    void theyAreDroppedAndLiftedTogether() {
        search.knows(first, second);
        wire.sends(first.item());
        wire.sends(second.item());
        await(() -> listed("untaken", first), found -> !found.at("/twins").isEmpty());

        editor.post("/desk/api/wire/drop", which(first));

        assertThat(listed("untaken", first)).isNull();
        assertThat(listed("untaken", second)).isNull();
        assertThat(listed("dropped", second)).isNotNull();

        editor.post("/desk/api/wire/lift", which(second));

        assertThat(listed("untaken", first)).isNotNull();
    }

    @Test
    void aNewerVersionStandsAloneUntilItIsKnownAgainToBeTheSame() {
        search.knows(first, second);
        wire.sends(first.item());
        wire.sends(second.item());
        await(() -> listed("untaken", first), found -> !found.at("/twins").isEmpty());
        search.isAway(true);

        second.version = 2;
        wire.sends(second.item());

        assertThat(listed("untaken", first)).isNotNull();
        assertThat(listed("untaken", second)).isNotNull();

        search.knows(first);
        search.knows(second);
        search.isAway(false);
        await(() -> people.count("wire_twin", "guid IN (?, ?)", first.guid, second.guid), pairs -> pairs == 0);
        assertThat(listed("untaken", first).at("/twins")).isEmpty();
        assertThat(listed("untaken", second)).isNotNull();
    }

    @Test
    void whileSearchIsAwayTheBasketIsComplete() {
        search.isAway(true);
        search.knows(first, second);
        wire.sends(first.item());
        wire.sends(second.item());

        assertThat(listed("untaken", first)).isNotNull();
        assertThat(listed("untaken", second)).isNotNull();

        search.isAway(false);

        await(() -> listed("untaken", first), found -> !found.at("/twins").isEmpty());
        assertThat(listed("untaken", second)).isNull();
    }

    @Test
    void aKilledTwinStandsInARowOfItsOwn() {
        search.knows(first, second);
        wire.sends(first.item());
        wire.sends(second.item());
        await(() -> listed("untaken", first), found -> !found.at("/twins").isEmpty());

        first.version = 2;
        first.status = WireItem.Status.CANCELED;
        wire.sends(first.item());

        assertThat(listed("untaken", first).at("/status").asString()).isEqualTo("canceled");
        assertThat(listed("untaken", second)).isNotNull();
    }

    @Test
    void aTwinKilledByANoticeHidesNobody() {
        search.knows(first, second);
        wire.sends(first.item());
        wire.sends(second.item());
        await(() -> listed("untaken", first), found -> !found.at("/twins").isEmpty());
        WireCopy notice = WireCopy.harbourFees();
        notice.provider = first.provider;
        notice.links.add(new WireItem.WireLink(first.guid, WireItem.WireLink.KILLS, 0));

        wire.sends(notice.item());

        assertThat(listed("untaken", second)).isNotNull();
        assertThat(listed("untaken", first).at("/toldBy/0/rel").asString()).isEqualTo("kills");
        assertThat(editor.post("/desk/api/wire/take", which(first)).status()).isEqualTo(422);
        assertThat(editor.post("/desk/api/wire/take", which(second)).status()).isEqualTo(201);
    }

    @Test
    void aDeskSeesTheTwinThatIsRoutedToIt() {
        search.knows(first, second);
        wire.sends(first.item(), new Routing("Night", "", List.of(), false, List.of("Night")));
        wire.sends(second.item(), new Routing("City", "", List.of(), false, List.of("City")));
        await(() -> listed("untaken", first), found -> !found.at("/twins").isEmpty());

        assertThat(listed("untaken&desk=City", second)).isNotNull();
        assertThat(listed("untaken&desk=Night", first)).isNotNull();
        assertThat(listed("untaken", second)).isNull();
    }

    private JsonNode listed(String show, WireCopy copy) {
        for (JsonNode item :
                editor.get("/desk/api/wire?limit=200&show=" + show).json().at("/items")) {
            if (item.at("/guid").asString().equals(copy.guid)) {
                return item;
            }
        }
        return null;
    }

    private static String which(WireCopy copy) {
        return "{\"provider\": \"" + copy.provider + "\", \"guid\": \"" + copy.guid + "\"}";
    }

    private static <T> T await(Supplier<T> what, java.util.function.Predicate<T> until) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            T now = what.get();
            if (now != null && until.test(now)) {
                return now;
            }
            assertThat(System.nanoTime()).as("still " + now).isLessThan(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
