package org.broadsheet.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.core.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatelineGrammarTest {

    private static final List<List<String>> TABLE = Cases.of(DatelineGrammarTest.class, "datelines.txt");

    static Stream<List<String>> datelines() {
        return TABLE.stream().filter(row -> row.size() == 5);
    }

    static Stream<String> plainTexts() {
        return TABLE.stream().filter(row -> row.size() == 2).map(List::getFirst);
    }

    @Test
    void theTableIsBigEnough() {
        assertThat(TABLE).allMatch(row -> row.size() == 5 || row.get(1).equals("stays"));
        assertThat(TABLE).hasSizeGreaterThanOrEqualTo(80);
        assertThat(plainTexts()).hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("datelines")
    void aDatelineIsTakenApart(List<String> row) {
        DatelineGrammar.Reading reading = DatelineGrammar.read(row.get(0));

        assertThat(reading.dateline())
                .isEqualTo(new Dateline(orNull(row.get(1)), orNull(row.get(2)), orNull(row.get(3))));
        assertThat(reading.rest()).isEqualTo(row.get(4).strip());
    }

    @ParameterizedTest
    @MethodSource("plainTexts")
    void whatIsNoDatelineStaysInTheText(String text) {
        assertThat(DatelineGrammar.read(text)).isEqualTo(new DatelineGrammar.Reading(Dateline.NONE, text));
    }

    @ParameterizedTest
    @MethodSource("datelines")
    void readingTheHouseFormGivesTheSamePlaceAndAgency(List<String> row) {
        Dateline dateline = DatelineGrammar.read(row.get(0)).dateline();

        Dateline again =
                DatelineGrammar.read(dateline.print() + "Text follows.").dateline();

        assertThat(again.print()).isEqualTo(dateline.print());
    }

    @Test
    void theRestOfTheParagraphKeepsItsMarksAndBreaks() {
        Body body = new Body(List.of(
                new Block.Paragraph(List.of(
                        new Inline.Text("VASTHOLM", List.of(new Mark.Strong())),
                        Inline.Text.of(" (Agence Nord) – The "),
                        new Inline.Text("Northern Light", List.of(new Mark.Emphasis())),
                        new Inline.LineBreak(),
                        new Inline.Text("sailed", List.of(new Mark.Link("https://example.org/ferry"))),
                        Inline.Text.of("."))),
                Block.Paragraph.of("GENEVA — this one is text.")));

        Split<Dateline> split = DatelineGrammar.splitOff(body);

        assertThat(split.part()).isEqualTo(new Dateline("VASTHOLM", null, "Agence Nord"));
        assertThat(split.rest())
                .isEqualTo(new Body(List.of(
                        new Block.Paragraph(List.of(
                                Inline.Text.of("The "),
                                new Inline.Text("Northern Light", List.of(new Mark.Emphasis())),
                                new Inline.LineBreak(),
                                new Inline.Text("sailed", List.of(new Mark.Link("https://example.org/ferry"))),
                                Inline.Text.of("."))),
                        Block.Paragraph.of("GENEVA — this one is text."))));
    }

    @Test
    void aDatelineMayEndInTheMiddleOfAMark() {
        Body body = new Body(List.of(new Block.Paragraph(
                List.of(new Inline.Text("ROME (AP) — Pilots", List.of(new Mark.Strong())), Inline.Text.of(" left.")))));

        assertThat(DatelineGrammar.splitOff(body).rest())
                .isEqualTo(new Body(List.of(new Block.Paragraph(
                        List.of(new Inline.Text("Pilots", List.of(new Mark.Strong())), Inline.Text.of(" left."))))));
    }

    @Test
    void aBylineAndANoteMayStandBeforeTheDateline() {
        List<Block> before = List.of(
                new Block.Subhead(List.of(Inline.Text.of("Pilots to vote again"))),
                Block.Paragraph.of("By Ines Halloran"),
                Block.Paragraph.of("(Adds quotes, background)"),
                Block.Paragraph.of("* Union to vote on Friday"));
        Body body = new Body(with(before, Block.Paragraph.of("VASTHOLM (Agence Nord) - Text.")));

        Split<Dateline> split = DatelineGrammar.splitOff(body);

        assertThat(split.part().place()).isEqualTo("VASTHOLM");
        assertThat(split.rest()).isEqualTo(new Body(with(before, Block.Paragraph.of("Text."))));
    }

    @Test
    void aLaterParagraphHasNoDateline() {
        Body body = new Body(List.of(
                Block.Paragraph.of("The port reopened on Tuesday."), Block.Paragraph.of("ROME (AP) — Pilots left.")));

        assertThat(DatelineGrammar.splitOff(body)).isEqualTo(new Split<>(Dateline.NONE, body));
    }

    @Test
    void aDatelineAloneLeavesNoEmptyParagraph() {
        Body body = new Body(List.of(Block.Paragraph.of("ROME (AP) — "), Block.Paragraph.of("Pilots left.")));

        Split<Dateline> split = DatelineGrammar.splitOff(body);

        assertThat(split.part()).isEqualTo(new Dateline("ROME", null, "AP"));
        assertThat(split.rest()).isEqualTo(new Body(List.of(Block.Paragraph.of("Pilots left."))));
    }

    @Test
    void theCityIsPrintedInCapitalsAndTheCountryAsWritten() {
        assertThat(new Dateline("Sydney, Australia", null, "AP").print()).isEqualTo("SYDNEY, Australia (AP) - ");
        assertThat(new Dateline("McMURDO STATION", null, "AP").print()).isEqualTo("McMURDO STATION (AP) - ");
        assertThat(new Dateline(null, "Nov 10", "Reuters").print()).isEqualTo("(Reuters) - ");
        assertThat(new Dateline("Geneva", null, null).print()).isEqualTo("GENEVA - ");
        assertThat(Dateline.NONE.print()).isEmpty();
        assertThat(new Dateline(" ", "", "  ")).isEqualTo(Dateline.NONE);
    }

    private static List<Block> with(List<Block> blocks, Block last) {
        return Stream.concat(blocks.stream(), Stream.of(last)).toList();
    }

    private static String orNull(String column) {
        return column.equals("-") ? null : column;
    }
}
