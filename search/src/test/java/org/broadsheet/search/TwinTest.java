package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Which of a day's invented copy holds the same story.
class TwinTest {

    private static final String FEES = """
            Vastholm will raise its harbour fees by a tenth from January, the port authority said on Monday, ending a
            freeze that had lasted four years. Shipping companies had warned that a rise would drive traffic to ports
            on the other side of the strait.
            The new schedule charges large container ships 4,200 crowns a call and small coasters 310 crowns. Ferries
            that sail on a fixed timetable are exempt until the summer, when the authority wants to look at the figures
            again.
            "Nobody likes to pay more, but the quays were built for ships half this size," harbour master Ines Lund
            told a meeting of the council. She said dredging alone had cost 38 million crowns last year.
            The pilots' union, which stopped work for two days last month, welcomed the decision. Its chairman, Aksel
            Berg, said members would vote on Thursday on whether to call off further stoppages planned for December.
            """;

    private static final String ON_THE_SAME_SUBJECT = """
            Pilots in Vastholm called off a strike planned for December after the port authority agreed to raise
            harbour fees, their union said on Thursday. Members voted by 212 to 40 to accept the plan.
            Chairman Aksel Berg said the money would pay for six new pilot boats and a simulator. Shipping companies
            called the vote a relief but said they still thought the higher fees a mistake, and that some container
            lines had already asked for berths elsewhere.
            The authority's figures show that traffic in the port fell by three percent in the autumn. Forty ships
            waited in the roads during the stoppage last month, harbour master Ines Lund said, and it took a week to
            bring all of them in.
            """;

    private static Library library;

    @BeforeAll
    static void openTheLibraryWithADayOfCopy() {
        library = Library.open();
        library.send(item("Norland Press", "fees", "Vastholm to raise harbour fees by a tenth", FEES));
        library.send(item("Second Feed", "feed2:991", "Vastholm to raise harbour fees by a tenth", FEES));
        library.send(item("Agence Nord", "an-1", "Harbour fees to rise in Vastholm", edited()));
        library.send(item("Norland Press", "fees-1stld", "UPDATE Vastholm to raise fees, ministers object", updated()));
        library.send(item("Norland Press", "strike", "Vastholm pilots call off strike", ON_THE_SAME_SUBJECT));
        library.send(
                item("Norland Press", "flash", "Vastholm harbour closed", "Vastholm harbour closed by ice - port."));
        library.send(item("Agence Nord", "flash", "Vastholm closed", "VASTHOLM HARBOUR CLOSED BY ICE — PORT"));
        library.send(item("Agence Nord", "flash2", "Vastholm open", "Vastholm harbour opened by ice - port."));
        library.send(item("Norland Press", "tide-1", "Pilot station 7 reports calm water", bulletin(7, 31, 12)));
        library.send(item("Norland Press", "tide-2", "Pilot station 9 reports calm water", bulletin(9, 44, 15)));
        library.send(item("Old Feed", "last-week", "Vastholm to raise harbour fees by a tenth", FEES).toBuilder()
                .receivedAt(Copy.TODAY.minus(Duration.ofDays(7)))
                .build());
        library.send(item("Killed Feed", "killed", "Vastholm to raise harbour fees by a tenth", FEES).toBuilder()
                .status(Status.CANCELED)
                .build());
        library.caughtUp();
    }

    @AfterAll
    static void closeTheLibrary() {
        library.close();
    }

    @Test
    void theSameTextThroughAnotherFeedAndALightlyEditedCopyAreTwins() {
        JsonNode twins = twins("Norland Press", "fees", FEES);

        assertThat(twins.findValuesAsString("guid")).containsExactly("feed2:991", "an-1");
        assertThat(twins.at("/0/score").asDouble()).isEqualTo(1);
        assertThat(twins.at("/1/score").asDouble()).isBetween(0.75, 0.95);
        assertThat(twins.at("/1/words").asInt()).isGreaterThan(100);
    }

    @Test
    void whoAsksDoesNotMatter() {
        assertThat(twins("Agence Nord", "an-1", edited()).findValuesAsString("guid"))
                .containsExactlyInAnyOrder("fees", "feed2:991");
        assertThat(twins("Second Feed", "feed2:991", FEES).findValuesAsString("guid"))
                .containsExactly("fees", "an-1");
    }

    @Test
    void anUpdateIsNoTwinAndNeitherIsAnotherStoryOnTheSubject() {
        assertThat(twins("Norland Press", "fees-1stld", updated())).isEmpty();
        assertThat(twins("Norland Press", "strike", ON_THE_SAME_SUBJECT)).isEmpty();
    }

    @Test
    void aFewWordsAreTheSameOrNot() {
        assertThat(twins("Norland Press", "flash", "Vastholm harbour closed by ice - port.")
                        .findValuesAsString("provider"))
                .containsExactly("Agence Nord");
        assertThat(twins("Agence Nord", "flash2", "Vastholm harbour opened by ice - port."))
                .isEmpty();
    }

    @Test
    void theSameWordsWithOtherFiguresAreAnotherStory() {
        assertThat(twins("Norland Press", "tide-1", bulletin(7, 31, 12))).isEmpty();
        assertThat(twins("Somebody Else", "tide-1", bulletin(7, 31, 12)).findValuesAsString("guid"))
                .containsExactly("tide-1");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(library.ask("/api/twins", (Object) "{\"provider\": \"Norland Press\", \"text\": \"Some words\"}")
                        .status())
                .isEqualTo(400);
        assertThat(library.ask("/api/twins", (Object) "{\"provider\": \"a\", \"guid\": \"b\", \"text\": \" \"}")
                        .body()
                        .get("detail")
                        .asString())
                .contains("text");
        assertThat(library.ask("/api/twins", (Object) "no json").status()).isEqualTo(400);
        assertThat(library.ask("/api/twins").status()).isEqualTo(405);
    }

    private static String bulletin(int station, int vessels, int knots) {
        return """
                Pilot station %d counted %d vessels through the narrows on the morning tide and reported calm water and
                clear air as far as the outer light. The wind stood at %d knots and was expected to turn to the west
                during the afternoon without becoming much stronger before the evening.
                The station said that the next bulletin would follow with the evening tide, and that none of the masters
                had asked for a tug. Ferries kept to their timetable and the fishing fleet stayed out as planned.
                """.formatted(station, vessels, knots);
    }

    private static String edited() {
        return FEES.replace("on Monday", "Monday")
                .replace("Shipping companies had warned", "Shippers had warned")
                .replace("the council", "the city council")
                .replace("38 million crowns", "38 million crowns (3.4 million euros)")
                .replace("stopped work for two days", "walked out for two days")
                .replace('"', '“');
    }

    private static String updated() {
        return """
                Vastholm will raise its harbour fees by a tenth from January, the port authority said on Monday, and
                ministers of two neighbouring states said at once that they would object.
                Transport minister Olav Rist called the decision hasty and asked for talks before the end of the month.
                His colleague Maja Holt said her government would look at whether the new schedule broke the treaty on
                the strait, which forbids charges beyond the cost of dredging and pilots.
                Shares in the two largest ferry companies fell by four percent. Analysts said that the exemption until
                the summer would give them time, but that tickets would cost more next year.
                """ + FEES;
    }

    private static WireItem item(String provider, String guid, String headline, String text) {
        return Copy.from(provider, Copy.wireItem(guid, 1, Status.USABLE, headline, text)).toBuilder()
                .body(new Body(List.of(text.strip().split("\n(?=[A-Z\"“])")).stream()
                        .<Block>map(paragraph -> Block.Paragraph.of(paragraph.replace('\n', ' ')))
                        .toList()))
                .build();
    }

    private static JsonNode twins(String provider, String guid, String text) {
        Map<String, Object> sought = new HashMap<>();
        sought.put("provider", provider);
        sought.put("guid", guid);
        sought.put("headline", "Vastholm");
        sought.put("text", text);
        sought.put("receivedAt", Copy.TODAY.toString());
        Library.Answer answer = library.ask("/api/twins", (Object) sought);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().get("twins");
    }
}
