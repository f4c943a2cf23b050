package org.broadsheet.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.broadsheet.core.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CreditGrammarTest {

    private static final List<List<String>> TABLE = Cases.of(CreditGrammarTest.class, "credits.txt");

    static Stream<List<String>> credits() {
        return TABLE.stream().filter(row -> row.size() == 3);
    }

    static Stream<String> unreadable() {
        return TABLE.stream().filter(row -> row.size() == 2).map(List::getFirst);
    }

    static Stream<String> lines() {
        return TABLE.stream().map(List::getFirst);
    }

    @Test
    void theTableIsBigEnough() {
        assertThat(TABLE).allMatch(row -> row.size() == 3 || row.get(1).equals("kept"));
        assertThat(TABLE).hasSizeGreaterThanOrEqualTo(120);
    }

    @ParameterizedTest
    @MethodSource("credits")
    void aCreditLineIsTakenApart(List<String> row) {
        CreditGrammar.Reading reading = CreditGrammar.read(row.get(0));

        assertThat(reading.credit()).isEqualTo(expected(row.get(2)));
        assertThat(reading.credit().print()).isEqualTo(row.get(1));
        assertThat(reading.understood()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatDoesNotParseIsKeptWhole(String line) {
        CreditGrammar.Reading reading = CreditGrammar.read(line);

        assertThat(reading.understood()).isFalse();
        assertThat(reading.credit()).isEqualTo(new Credit(line, List.of(), false, false, null, false));
        assertThat(reading.credit().print()).isEqualTo(line);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void readingThePrintGivesTheSameCredit(String line) {
        assertSameAfterPrint(line);
    }

    @Test
    void readingThePrintGivesTheSameCreditForAnyLine() {
        List<String> pieces = List.of(
                "REUTERS",
                "AFP",
                "Norland Press",
                "Norland Navy",
                "Mika Solberg",
                "Ada Quist",
                "MIKA SOLBERG",
                "Stringer",
                "Pool",
                "Handout",
                "File Photo",
                "File",
                "Getty Images",
                "dpa",
                "Kremlin",
                "Tom Reed Jr.",
                "HO",
                "(x)",
                "7",
                "Photo by",
                "Courtesy of",
                "Vastholm Tidende",
                "via",
                "for",
                "Rueters",
                "Archive",
                "");
        List<String> marks = List.of("/", " / ", ", ", " via ", " ", " and ", " - ", "|", "//", " Pool ", ": ");
        Random random = new Random(20261124);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int parts = 1 + random.nextInt(5); parts > 0; parts--) {
                line.append(pieces.get(random.nextInt(pieces.size())))
                        .append(parts == 1 ? "" : marks.get(random.nextInt(marks.size())));
            }
            assertSameAfterPrint(line.toString());
        }
    }

    @Test
    void anEmptyLineCreditsNobody() {
        assertThat(CreditGrammar.read(" \u00A0 ")).isEqualTo(new CreditGrammar.Reading(Credit.NONE, true));
        assertThat(Credit.NONE.print()).isEmpty();
    }

    @Test
    void aHandoutThatNamesNobodyIsNoCreditToPublishWith() {
        Credit credit = CreditGrammar.read("Handout").credit();

        assertThat(credit.isEmpty()).isTrue();
        assertThat(credit.print()).isEqualTo("Handout");
    }

    private static void assertSameAfterPrint(String line) {
        CreditGrammar.Reading reading = CreditGrammar.read(line);
        String print = reading.credit().print();

        assertThat(CreditGrammar.read(print).credit()).as(line + " => " + print).isEqualTo(reading.credit());
    }

    private static Credit expected(String column) {
        List<String> parts =
                Arrays.stream(column.split(";", -1)).map(String::strip).toList();
        List<String> people = parts.get(1).equals("-")
                ? List.of()
                : Arrays.asList(parts.get(1).split(", "));
        String flags = parts.get(3);
        return new Credit(
                orNull(parts.get(0)),
                people,
                flags.contains("pool"),
                flags.contains("handout"),
                orNull(parts.get(2)),
                flags.contains("file"));
    }

    private static String orNull(String text) {
        return text.equals("-") ? null : text;
    }
}
