package org.broadsheet.core.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadsheet.core.Cases;
import org.broadsheet.core.picture.CaptionCheck.Level;
import org.broadsheet.core.picture.CaptionLinter.EarlierUse;
import org.broadsheet.core.picture.CaptionLinter.Examined;
import org.broadsheet.core.picture.CaptionLinter.Finding;
import org.broadsheet.core.picture.CaptionLinter.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaptionLinterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final PictureHash HASH = PictureHash.of(new byte[] {1});
    private static final List<List<String>> TABLE = Cases.of(CaptionLinterTest.class, "caption-findings.txt");
    private static final List<String> FILE_DAYS = List.of("XMP", "IIM 2:62", "IIM 2:55");

    static Stream<List<String>> captions() {
        return TABLE.stream();
    }

    @ParameterizedTest
    @MethodSource("captions")
    void eachCaptionGetsItsFindings(List<String> row) {
        List<Finding> findings = new CaptionLinter(House.USUAL).examine(examined(row, List.of()));

        List<String> expected =
                row.get(4).equals("-") ? List.of() : Arrays.asList(row.get(4).split(" "));
        assertThat(findings)
                .extracting(finding -> finding.check().code())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.matter()).endsWith(".");
            assertThat(finding.advice()).matches("(?s)\\p{Lu}.*[.”]");
        });
    }

    @Test
    void everyFindingStandsInTheTableOrInATest() {
        List<String> inTable = TABLE.stream()
                .flatMap(row -> Arrays.stream(row.get(4).split(" ")))
                .distinct()
                .toList();

        assertThat(CaptionCheck.values())
                .filteredOn(check -> check != CaptionCheck.USED_LATELY)
                .extracting(CaptionCheck::code)
                .allMatch(inTable::contains);
    }

    @Test
    void thePictureOfAnotherStoryIsNoticedForAWeek() {
        CaptionLinter linter = new CaptionLinter(House.USUAL);

        assertThat(codes(linter.examine(fine(new EarlierUse("Port raises fees", TODAY.minusDays(7))))))
                .containsExactly("picture-used-lately");
        assertThat(linter.examine(fine(new EarlierUse("Port raises fees", TODAY.minusDays(8)))))
                .isEmpty();
        assertThat(linter.examine(fine(new EarlierUse("Port raises fees", TODAY)))
                        .getFirst()
                        .matter())
                .isEqualTo("stood on “Port raises fees” today.");
    }

    @Test
    void theNewsroomSaysHowMuchAFindingWeighs() {
        Map<CaptionCheck, Level> levels = Map.of(
                CaptionCheck.ALT_TEXT_MISSING, Level.BLOCKS,
                CaptionCheck.PLACE_MISSING, Level.SILENT);
        CaptionLinter linter = new CaptionLinter(new House(levels, 30, 2, 7, SourceList.NONE));

        List<Finding> findings = linter.examine(new Examined(
                new PictureUse(HASH, new Caption("Ships.", false, null), Credit.NONE, "", 1, 1),
                true,
                TODAY,
                Map.of(),
                List.of()));

        assertThat(codes(findings)).containsExactly("alt-text-missing", "caption-short", "person-missing");
        assertThat(findings.getFirst().level()).isEqualTo(Level.BLOCKS);
    }

    @Test
    void aListOfSourcesIsTheEditorsToChange() {
        SourceList list = new SourceList(
                List.of(new SourceList.Source(
                        "Norland Voice", SourceList.Source.Kind.STATE_MEDIA, "From Norland's state broadcaster.")),
                "");

        assertThat(list.about(CreditGrammar.read("NORLAND VOICE/Ada Quist").credit()))
                .hasValueSatisfying(source -> assertThat(source.disclosure()).startsWith("From Norland"));
        assertThat(list.about(CreditGrammar.read("Norland Voices/Ada Quist").credit()))
                .isEmpty();
        assertThat(list.about(
                        CreditGrammar.read("Norland Navy/Handout via REUTERS").credit()))
                .isEmpty();
    }

    @Test
    void aHouseWhosePicturesAreOldBeforeTheyAreFreshIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new House(Map.of(), 1, 2, 7, SourceList.NONE));
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(finding -> finding.check().code()).toList();
    }

    private static Examined fine(EarlierUse earlier) {
        return examined(TABLE.getFirst(), List.of(earlier));
    }

    private static Examined examined(List<String> row, List<EarlierUse> earlier) {
        CaptionReading caption = CaptionGrammar.read(row.get(0));
        CreditGrammar.Reading credit = CreditGrammar.read(row.get(1));
        Map<String, LocalDate> days = new LinkedHashMap<>();
        if (!row.get(3).equals("-")) {
            String[] written = row.get(3).split(", ");
            for (int i = 0; i < written.length; i++) {
                days.put(FILE_DAYS.get(i), LocalDate.parse(written[i]));
            }
        }
        return new Examined(
                new PictureUse(HASH, caption.caption(), credit.credit(), row.get(2), 1600, 900),
                credit.understood(),
                TODAY,
                days,
                earlier);
    }
}
