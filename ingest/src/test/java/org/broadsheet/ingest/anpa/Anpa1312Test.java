package org.broadsheet.ingest.anpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.ingest.anpa.Wires.ANPA;
import static org.broadsheet.ingest.anpa.Wires.IPTC;
import static org.broadsheet.ingest.anpa.Wires.RECEIVED;
import static org.broadsheet.ingest.anpa.Wires.all;
import static org.broadsheet.ingest.anpa.Wires.anpa;
import static org.broadsheet.ingest.anpa.Wires.copy;
import static org.broadsheet.ingest.anpa.Wires.one;
import static org.broadsheet.ingest.anpa.Wires.parsed;

import java.util.List;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Dateline;
import org.broadsheet.core.story.Inline;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Purpose;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.ingest.format.Reading.Lineage;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Anpa1312Test {

    private static final String FEES = "^BC-HARBOUR--Fees, 1st Ld-Writethru,120<\r\n"
            + "^Harbour fees rise by a tenth<\r\n"
            + "^Ferries pay most<\r\n"
            + "^NW Photo HT101, HT102<\r\n"
            + "^Eds: UPDATES with quote. With NW Photos.<\r\n"
            + "^INDEX: Economy, Ports@<\r\n"
            + "^By INES HALLORAN and OSEI DANQUAH=\r\n"
            + "^Northwind Business Writer=\r\n"
            + "\t   VASTHOLM (Northwind) _ Fees at the outer harbour\r\n"
            + "rise by a tenth, the port said -- and more may follow.\r\n"
            + "\t   ``We had no choice,'' the port's head said of a 2' hull. \r\n"
            + "^Who pays=\r\n"
            + "\t   Ferries, <mostly>.<\r\n"
            + "\t   ___\r\n"
            + "\t   (Reporting by Ines Halloran; Editing by Mika Solberg)\r\n"
            + "\r\n"
            + "\t   NW-WF-11-25-26 0902GMT<\r\n";

    @Test
    void everyFieldOfADispatchHasItsPlace() throws Exception {
        ParsedItem parsed =
                parsed(ANPA, anpa("a0123", "u f\u0013\u0011 BC-HARBOUR--Fees 1stLd-Writethru   11-25 0120", FEES));
        WireItem item = parsed.item();

        assertThat(item.feed()).isEqualTo("northwind");
        assertThat(item.provider()).isEqualTo("NW");
        assertThat(item.guid()).isEqualTo("a0123-2026-11-25");
        assertThat(item.version()).isEqualTo(2);
        assertThat(item.kind()).isEqualTo(WireItem.Kind.TEXT);
        assertThat(item.status()).isEqualTo(Status.USABLE);
        assertThat(item.purpose()).isEqualTo(Purpose.WRITE_THROUGH);
        assertThat(item.firstCreated()).isNull();
        assertThat(item.versionCreated()).isEqualTo("2026-11-25T09:02:00Z");
        assertThat(item.receivedAt()).isEqualTo(RECEIVED);
        assertThat(item.embargoedUntil()).isNull();
        assertThat(item.urgency()).isEqualTo(3);
        assertThat(item.headline()).isEqualTo("Harbour fees rise by a tenth");
        assertThat(item.slugline()).isEqualTo("HARBOUR--Fees");
        assertThat(item.bylines()).containsExactly("INES HALLORAN", "OSEI DANQUAH");
        assertThat(item.dateline()).isEqualTo(new Dateline("VASTHOLM", null, "Northwind"));
        assertThat(item.body().blocks())
                .containsExactly(
                        new Block.Subhead(List.of(Inline.Text.of("Ferries pay most"))),
                        Block.Paragraph.of(
                                "Fees at the outer harbour rise by a tenth, the port said \u2014 and more may follow."),
                        Block.Paragraph.of("\u201CWe had no choice,\u201D the port's head said of a 2' hull."),
                        new Block.Subhead(List.of(Inline.Text.of("Who pays"))),
                        Block.Paragraph.of("Ferries, <mostly>."),
                        Block.Paragraph.of("___"));
        assertThat(item.signOff().toString()).contains("Ines Halloran", "Mika Solberg");
        assertThat(item.editorNotes()).containsExactly(new EditorNote("", "Eds: UPDATES with quote. With NW Photos."));
        assertThat(item.signals())
                .containsExactly("anpa-cycle:BC", "anpa-version:1st Ld-Writethru", "anpa-selector:nwgen");
        assertThat(item.subjects())
                .containsExactly(
                        Subject.topic("anpa:f", "Finance"),
                        Subject.topic("medtop:04000000", "economy, business and finance"),
                        Subject.topic("", "Economy"),
                        Subject.topic("", "Ports"));
        assertThat(item.links())
                .containsExactly(
                        new WireLink("HT101", "irel:associatedWith", 0),
                        new WireLink("HT102", "irel:associatedWith", 1));
        assertThat(item.remarks())
                .contains("Under the byline: Northwind Business Writer", "It closes with: NW-WF-11-25-26 0902GMT");
        assertThat(parsed.lineage()).isEqualTo(new Lineage("HARBOUR-FEES/2026-11-25", 1));
        assertThat(parsed.versionStated()).isTrue();
    }

    @Test
    void textIsKeptCharacterByCharacter() throws Exception {
        WireItem item = one(ANPA, anpa("a0123", "u f\u0013\u0011 BC-HARBOUR--Fees 1stLd-Writethru   11-25 0120", FEES));

        String source = FEES.substring(FEES.indexOf("Ferries pay most"))
                .replaceAll("(?m)^\\^(?:NW Photo|Eds:|INDEX:|By |Northwind Business).*$", "")
                .replace("NW-WF-11-25-26 0902GMT<", "")
                .replaceAll("(?m)[<=]\\r?$", "")
                .replace("^", "");
        String told = item.body().plainText().replace("\u201C", "``").replace("\u201D", "''");
        String dateline = item.dateline().place() + " (" + item.dateline().agency() + ") _ ";
        told = told.replace("Fees at", dateline + "Fees at")
                + "\n(Reporting by Ines Halloran; Editing by Mika Solberg)";
        assertThat(told.replace(" \u2014 and", " -- and")
                        .replaceAll("\\s+", " ")
                        .strip())
                .isEqualTo(source.replaceAll("\\s+", " ").strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        BC-HARBOUR--Fees                         | STORY         | USABLE   | 1 | 0
        BC-HARBOUR--Fees 1stLd                   | UPDATE        | USABLE   | 2 | 1
        BC-HARBOUR--Fees 2ndLd-Writethru         | WRITE_THROUGH | USABLE   | 3 | 2
        BC-HARBOUR--Fees 7thWritethru            | WRITE_THROUGH | USABLE   | 8 | 7
        BC-HARBOUR-FEES (UPDATE 1)               | UPDATE        | USABLE   | 2 | 1
        BC-HARBOUR-FEES (UPDATE 1, PIX, CORRECTED) | CORRECTION  | USABLE   | 2 | 1
        AM-HARBOUR--Fees Correction              | CORRECTION    | USABLE   | 1 | 0
        PM-HARBOUR--Fees, 3rd Ld, Correction     | CORRECTION    | USABLE   | 4 | 3
        BC-HARBOUR--Fees KILL                    | KILL          | CANCELED | 1 | 0
        BC-HARBOUR--Fees,1stLd-Writethru,Kill    | KILL          | CANCELED | 2 | 1
        BC-HARBOUR--Fees Eliminate               | KILL          | CANCELED | 1 | 0
        BC-HARBOUR--Fees Withhold                | STORY         | WITHHELD | 1 | 0
        BC-HARBOUR--Fees Bulletin                | STORY         | USABLE   | 1 | 0
        BC-ROAD-KILL                             | STORY         | USABLE   | 1 | 0
        BC-KILL-BILL--Review                     | STORY         | USABLE   | 1 | 0
        """)
    void theWordsOfTheVersionSayWhatItIsFor(String keyword, Purpose purpose, Status status, long version, int lead)
            throws Exception {
        ParsedItem parsed = parsed(
                ANPA, anpa("a0124", "r a BC-X 11-25".replace("BC-X", keyword), "\tVASTHOLM (Northwind) _ A.\r\n"));

        assertThat(parsed.item().purpose()).isEqualTo(purpose);
        assertThat(parsed.item().status()).isEqualTo(status);
        assertThat(parsed.item().version()).isEqualTo(version);
        assertThat(parsed.versionStated()).isEqualTo(parsed.lineage() != null);
        if (parsed.lineage() == null) {
            assertThat(parsed.item().guid()).isEqualTo("HARBOUR-FEES/2026-11-25");
            assertThat(lead).isZero();
            return;
        }
        assertThat(parsed.lineage().lead()).isEqualTo(lead);
        if (keyword.contains("HARBOUR")) {
            assertThat(parsed.lineage().key()).isEqualTo("HARBOUR-FEES/2026-11-25");
        }
    }

    @Test
    void aTakeIsAnItemOfItsOwnThatLinksToItsStory() throws Exception {
        for (String words : List.of("Take 2", "1stAdd", "1st Add", "second take")) {
            ParsedItem take =
                    parsed(ANPA, anpa("a0130", "r a BC-HARBOUR--Fees " + words + " 11-25", "\tMore.\r\n\t(more)\r\n"));

            assertThat(take.lineage()).as(words).isNull();
            assertThat(take.item().purpose()).as(words).isEqualTo(Purpose.UPDATE);
            assertThat(take.item().links())
                    .as(words)
                    .containsExactly(new WireLink("HARBOUR-FEES/2026-11-25", WireLink.UPDATES, 0));
            assertThat(take.item().remarks()).contains("More of it is to follow");
        }
    }

    @Test
    void anAdvisoryIsForEditorsOnly() throws Exception {
        ParsedItem byCategory = parsed(ANPA, anpa("v0009", "r v BC-Northwind-Budget 11-25", "\tNoon budget.\r\n"));
        ParsedItem bySlug =
                parsed(ANPA, anpa("a0010", "r a BC-HARBOUR--Fees,Advisory 11-25", "\tA later lead comes.\r\n"));

        assertThat(bySlug.item().purpose()).isEqualTo(Purpose.ADVISORY);
        assertThat(bySlug.lineage()).isNull();
        assertThat(byCategory.item().purpose()).isEqualTo(Purpose.ADVISORY);
    }

    @Test
    void anAdvanceAndAnEmbargoAreHeld() throws Exception {
        WireItem advance =
                one(ANPA, anpa("a0140", "s l BC-HARBOUR--Walks,Adv29 11-25", "\tVASTHOLM (Northwind) _ Walk.\r\n"));
        WireItem embargoed = one(
                ANPA,
                anpa(
                        "a0141",
                        "s l BC-HARBOUR--Prize 11-25",
                        "^EMBARGOED UNTIL 0001 GMT NOV 27<\r\n^Prize goes to Vastholm<\r\n\tA.\r\n"));

        assertThat(advance.embargoedUntil()).isEqualTo("2026-11-29T05:00:00Z");
        assertThat(advance.urgency()).isEqualTo(6);
        assertThat(embargoed.embargoedUntil()).isEqualTo("2026-11-27T00:01:00Z");
        assertThat(embargoed.headline()).isEqualTo("Prize goes to Vastholm");
    }

    @Test
    void tablesStayTables() throws Exception {
        WireItem item = one(
                ANPA,
                anpa(
                        "s0200",
                        "r s\u0013\u0012 BC-ROWING--Results 11-25 0030",
                        "^BC-ROWING--Results,30<\r\n"
                                + "^Rowing Results=\r\n"
                                + "^;W;L;Pct\r\n"
                                + "Vastholm;23;13;.639\r\n"
                                + "Osterland;24;14;_\r\n"
                                + "^Second Division=\r\n"
                                + "^ W   L   Pct\r\n"
                                + "Anmark   1   2   .3{\r\n"
                                + "Berg     2   1   .6\r\n"
                                + "\t   Berg 3, Anmark 0<\r\n"));

        assertThat(item.headline()).isEqualTo("Rowing Results");
        List<Block> blocks = item.body().blocks();
        assertThat(blocks).hasSize(4);
        assertThat(blocks.getFirst().plainText())
                .isEqualTo("\tW\tL\tPct\nVastholm\t23\t13\t.639\nOsterland\t24\t14\t_");
        assertThat(((Block.Table) blocks.getFirst())
                        .rows()
                        .getFirst()
                        .cells()
                        .get(1)
                        .header())
                .isTrue();
        assertThat(blocks.get(1)).isEqualTo(new Block.Subhead(List.of(Inline.Text.of("Second Division"))));
        assertThat(blocks.get(2))
                .isEqualTo(new Block.Tabular(" W   L   Pct\nAnmark   1   2   .3{\nBerg     2   1   .6"));
        assertThat(blocks.get(3)).isEqualTo(Block.Paragraph.of("Berg 3, Anmark 0"));
    }

    @Test
    void everyDispatchOfAFileIsAnItem() throws Exception {
        String file = "\u0005\u0005\u0005C T\n"
                + anpa("a0001", "r a BC-ONE 11-25", "\tFirst.\n")
                + "NW-WF-11-25-26 0102GMT<\n\u0005\u0005\u0005F\n"
                + anpa("a0002", "b i BC-TWO 11-25", "\tSecond.\n")
                + "\u0016\u0016\u0001a0003\u001Fnwgen\nr a BC-THREE 11-25\n\u0002\tCut sho";

        List<ParsedItem> items = all(ANPA, copy(file));

        assertThat(items)
                .extracting(parsed -> parsed.item().guid())
                .containsExactly("a0001-2026-11-25", "a0002-2026-11-25", "a0003-2026-11-25");
        assertThat(items.getFirst().item().versionCreated()).isEqualTo("2026-11-25T01:02:00Z");
        assertThat(items.get(1).item().body().plainText()).isEqualTo("Second.");
        assertThat(items.get(2).item().body().plainText()).isEqualTo("Cut sho");
        assertThat(items.get(2).item().remarks()).contains("It has no end of text: it may be cut short");
    }

    @Test
    void aDispatchWithoutItsControlCharactersIsStillOne() throws Exception {
        String stripped =
                "a0123-----\r\nu f BC-HARBOUR--Fees     11-25 0120\r\n" + FEES.replace(", 1st Ld-Writethru", "");
        String noted = "^V^V^Aa0123^_nwgen\nu f BC-HARBOUR--Fees 11-25 0120\n^B" + FEES.replace("\r", "") + "^C\n";
        String pictures =
                "\u2416\u2416\u2401a0123\u241Fnwgen\nu f BC-HARBOUR--Fees 11-25 0120\n\u2402" + FEES + "\u2403";
        WireItem whole =
                one(ANPA, anpa("a0123", "u f BC-HARBOUR--Fees 11-25 0120", FEES.replace(", 1st Ld-Writethru", "")));

        for (String text : List.of(stripped, noted, pictures)) {
            WireItem item = all(ANPA, copy(text, java.nio.charset.StandardCharsets.UTF_8))
                    .getFirst()
                    .item();

            assertThat(item.guid()).isEqualTo("a0123-2026-11-25");
            assertThat(item.body()).isEqualTo(whole.body());
            assertThat(item.headline()).isEqualTo("Harbour fees rise by a tenth");
        }
        assertThat(all(ANPA, copy(stripped + "\n" + stripped.replace("a0123", "a0124"))))
                .hasSize(2);
    }

    @Test
    void caretLinesAloneAreADispatchKnownByItsSlug() throws Exception {
        ParsedItem parsed = parsed(ANPA, FEES);

        assertThat(parsed.item().guid()).isEqualTo("HARBOUR-FEES-1st-Ld-Writethru-2026-11-25");
        assertThat(parsed.item().provider()).isEqualTo("NW");
        assertThat(parsed.lineage()).isEqualTo(new Lineage("HARBOUR-FEES/2026-11-25", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?><rss/>",
                "{\"a0123\": \"u f BC-HARBOUR 11-25\"}",
                "Subject: a0123\nFrom: x@northwind.example\n\nu f BC-HARBOUR 11-25\n",
                "a0123;u;f;BC-HARBOUR;11-25\nb0124;u;f;BC-PORT;11-25\n",
                "^ is a caret,12<\nplain",
                "A1234\nr a story about 11-25\n",
                "Minutes of 11-25\na0123 b c d\n",
                "\u0001\u0002\u0003",
                "\u0016\u0016\u0001",
                "\u0001hello world",
                "%PDF-1.4\n\u0001a0123 x",
                ""
            })
    void otherTextIsNeverTakenForADispatch(String text) {
        assertThat(ANPA.recognises(copy(text))).isFalse();
        assertThat(IPTC.recognises(copy(text))).isFalse();
    }

    @Test
    void theDayIsTheLastThatIsNotInTheFuture() throws Exception {
        assertThat(one(ANPA, anpa("a0001", "r a BC-ONE 12-31", "\tA.\n")).guid())
                .isEqualTo("a0001-2025-12-31");
        assertThat(one(ANPA, anpa("a0001", "r a BC-ONE 11-26", "\tA.\n")).guid())
                .isEqualTo("a0001-2026-11-26");
        assertThat(one(ANPA, anpa("a0001", "r a BC-ONE 25-11", "\tA.\n")).guid())
                .isEqualTo("a0001-2026-11-25");
        assertThat(one(ANPA, anpa("a0001", "r a BC-ONE 02-26", "\tA.\nNW-WF-02-26-87 1501GMT<\n"))
                        .guid())
                .isEqualTo("a0001-1987-02-26");
    }
}
