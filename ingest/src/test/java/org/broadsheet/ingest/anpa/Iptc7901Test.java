package org.broadsheet.ingest.anpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.ingest.anpa.Wires.ANPA;
import static org.broadsheet.ingest.anpa.Wires.IPTC;
import static org.broadsheet.ingest.anpa.Wires.all;
import static org.broadsheet.ingest.anpa.Wires.copy;
import static org.broadsheet.ingest.anpa.Wires.iptc;
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
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.ingest.format.Reading.Lineage;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.junit.jupiter.api.Test;

class Iptc7901Test {

    private static final String REGATTA = "Vastholm win the harbour regatta\r\nA record on the outer course\r\n"
            + "By Ines Halloran, Northwind =\r\n\r\n"
            + "VASTHOLM (Northwind) - Vastholm won the regatta\r\non Wednesday _ again.\r\n\r\n"
            + "\"A great day,\" they said.\r\n\r\n"
            + "1. Vastholm     12:04.1\r\n2. Berg         12:09.8\r\n\r\n"
            + "# Notebook\r\n\r\n* * * *\r\nThe following information is not intended for publication\r\n\r\n"
            + "## Editorial contacts\r\n- Editing by: Osei Danquah\r\n\r\nnorthwind ih\r\n\r\n251259 Nov 26\r\n";

    @Test
    void everyFieldOfAMessageHasItsPlace() throws Exception {
        ParsedItem parsed = parsed(IPTC, iptc("nwe0007 4 s 60  northwind-en 0908", "\r\nROWING/REGATTA/\r\n", REGATTA));
        WireItem item = parsed.item();

        assertThat(item.provider()).isEqualTo("northwind");
        assertThat(item.guid()).isEqualTo("nwe0007-2026-11-25");
        assertThat(item.version()).isEqualTo(1);
        assertThat(item.purpose()).isEqualTo(Purpose.STORY);
        assertThat(item.firstCreated()).isEqualTo("2026-11-25T12:59:00Z");
        assertThat(item.versionCreated()).isEqualTo("2026-11-25T12:59:00Z");
        assertThat(item.urgency()).isEqualTo(4);
        assertThat(item.headline()).isEqualTo("Vastholm win the harbour regatta");
        assertThat(item.slugline()).isEqualTo("ROWING/REGATTA/");
        assertThat(item.bylines()).containsExactly("Ines Halloran, Northwind");
        assertThat(item.dateline()).isEqualTo(new Dateline("VASTHOLM", null, "Northwind"));
        assertThat(item.body().blocks())
                .containsExactly(
                        new Block.Subhead(List.of(Inline.Text.of("A record on the outer course"))),
                        Block.Paragraph.of("Vastholm won the regatta on Wednesday \u2014 again."),
                        Block.Paragraph.of("\"A great day,\" they said."),
                        new Block.Tabular("1. Vastholm     12:04.1\n2. Berg         12:09.8"));
        assertThat(item.editorNotes())
                .containsExactly(new EditorNote("notebook", "## Editorial contacts\n- Editing by: Osei Danquah"));
        assertThat(item.subjects())
                .containsExactly(Subject.topic("iptc7901:s", "Sports"), Subject.topic("medtop:15000000", "sport"));
        assertThat(item.signals()).containsExactly("iptc7901-selector:northwind-en 0908");
        assertThat(item.remarks()).contains("It closes with: 251259 Nov 26", "It closes with: northwind ih");
        assertThat(parsed.lineage()).isEqualTo(new Lineage("ROWING-REGATTA/2026-11-25", 0));
    }

    @Test
    void aMessageWithoutItsControlCharactersReadsTheSame() throws Exception {
        WireItem whole = one(IPTC, iptc("nwe0007 4 s 60  northwind-en 0908", "\r\nROWING/REGATTA/\r\n", REGATTA));
        WireItem stripped = one(IPTC, "nwe0007 4 s 60  northwind-en 0908\r\n\r\nROWING/REGATTA/\r\n" + REGATTA);
        WireItem telex = one(
                IPTC,
                "ZCZC NWE007\r\nnwe0007 4 s 60  northwind-en 0908\r\n\r\nROWING/REGATTA/\r\n" + REGATTA
                        + "\r\n\r\nNNNN\r\n");

        assertThat(stripped.body()).isEqualTo(whole.body());
        assertThat(stripped.slugline()).isEqualTo(whole.slugline());
        assertThat(stripped.guid()).isEqualTo(whole.guid());
        assertThat(telex.body()).isEqualTo(whole.body());
    }

    @Test
    void takeKeysMakeTakesAndKillsMakeKills() throws Exception {
        WireItem add = one(
                IPTC,
                iptc("nwe0008 4 pl 20", "HARBOUR/FEES/ 1stadd\r\n", "Fees\r\n\r\nMore of it.\r\n\r\n(mehr folgt)\r\n"));
        ParsedItem kill =
                parsed(IPTC, iptc("nwe0009 1 wi 20", "HARBOUR/FEES/ KILL\r\n", "KILL - Fees\r\n\r\nDo not use.\r\n"));

        assertThat(add.links()).containsExactly(new WireLink("HARBOUR-FEES/2026-11-25", WireLink.UPDATES, 0));
        assertThat(add.purpose()).isEqualTo(Purpose.UPDATE);
        assertThat(add.remarks()).contains("More of it is to follow", "It closes with: (mehr folgt)");
        assertThat(add.subjects()).first().isEqualTo(Subject.topic("iptc7901:pl", "Politics"));
        assertThat(kill.item().isKill()).isTrue();
        assertThat(kill.lineage().key()).isEqualTo("HARBOUR-FEES/2026-11-25");
    }

    @Test
    void everyMessageOfAFileIsAnItem() throws Exception {
        String file = iptc("nwe0010 4 s 60", "A/\r\n", "One\r\n\r\nFirst.\r\n") + "\r\n"
                + iptc("nwe0011 4 s 60", "B/\r\n", "Two\r\n\r\nSecond.\r\n");

        assertThat(all(IPTC, copy(file)))
                .extracting(parsed -> parsed.item().headline())
                .containsExactly("One", "Two");
    }

    @Test
    void neitherStandardTakesTheOthersMessages() {
        assertThat(ANPA.recognises(copy(iptc("nwe0007 4 s 60", "A/\r\n", REGATTA))))
                .isFalse();
        assertThat(IPTC.recognises(copy(Wires.anpa("a0123", "u f BC-HARBOUR--Fees 11-25 0120", "\tA\n"))))
                .isFalse();
    }
}
