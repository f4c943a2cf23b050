package org.broadsheet.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.core.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaptionGrammarTest {

    private static final List<List<String>> TABLE = Cases.of(CaptionGrammarTest.class, "captions.txt");

    static Stream<List<String>> captions() {
        return TABLE.stream();
    }

    @Test
    void theTableIsBigEnough() {
        assertThat(TABLE).allMatch(row -> row.size() == 5).hasSizeGreaterThanOrEqualTo(50);
    }

    @ParameterizedTest
    @MethodSource("captions")
    void aCaptionIsTakenApart(List<String> row) {
        CaptionReading reading = CaptionGrammar.read(row.get(0));

        LocalDate taken = row.get(2).equals("-") ? null : LocalDate.parse(row.get(2));
        assertThat(reading.caption())
                .isEqualTo(new Caption(row.get(3).strip(), row.get(1).equals("file"), taken));
        assertThat(reading.credit() == null ? "-" : reading.credit().print()).isEqualTo(row.get(4));
        assertThat(reading.creditAsSent().isEmpty()).isEqualTo(reading.credit() == null);
    }

    @Test
    void theCreditIsKeptAsItWasSent() {
        CaptionReading reading = CaptionGrammar.read("Ships wait. (AP Photo / Mika Solberg,File)");

        assertThat(reading.creditAsSent()).isEqualTo("AP Photo / Mika Solberg,File");
    }

    @Test
    void theHouseFormReadsAsItself() {
        Caption caption = new Caption("Ships wait off Vastholm, June 19, 2024.", true, LocalDate.of(2024, 6, 19));

        assertThat(caption.print()).isEqualTo("FILE PHOTO: Ships wait off Vastholm, June 19, 2024.");
        assertThat(CaptionGrammar.read(caption.print()).caption()).isEqualTo(caption);
    }
}
