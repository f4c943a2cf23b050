package org.broadsheet.ingest.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.broadsheet.core.story.HeadlineGrammar;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Purpose;
import org.broadsheet.core.wire.WireItem.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurposeReadingTest {

    private static final Instant MADE = Instant.parse("2026-11-25T08:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            USABLE   | -                        | Port raises fees              | -                              | HARBOUR-FEES/              | STORY
            USABLE   | sig:correction           | Port raises fees              | -                              | HARBOUR-FEES/              | CORRECTION
            USABLE   | sig:update               | Port raises fees              | -                              | HARBOUR-FEES/              | UPDATE
            USABLE   | edStat:C                 | Port raises fees              | -                              | HARBOUR-FEES/              | CORRECTION
            USABLE   | edStat:U                 | Port raises fees              | -                              | HARBOUR-FEES/              | UPDATE
            USABLE   | sig:update sig:correction| Port raises fees              | -                              | HARBOUR-FEES/              | CORRECTION
            CANCELED | sig:update               | Port raises fees              | -                              | HARBOUR-FEES/              | KILL
            USABLE   | -                        | UPDATE 2-Port raises fees     | -                              | HARBOUR-FEES/              | UPDATE
            USABLE   | -                        | CORRECTED-Port raises fees    | -                              | HARBOUR-FEES/              | CORRECTION
            USABLE   | -                        | Exclusive-Port raises fees    | -                              | HARBOUR-FEES/              | STORY
            USABLE   | -                        | Port raises fees              | Corrects fee in paragraph two. | HARBOUR-FEES/              | CORRECTION
            USABLE   | -                        | Port raises fees              | Please kill this story.        | HARBOUR-FEES/              | KILL
            USABLE   | -                        | Port raises fees              | -                              | BC-Harbour Fees, KILL      | KILL
            USABLE   | -                        | Port raises fees              | -                              | HARBOUR-FEES/WITHDRAWN     | KILL
            USABLE   | -                        | A film about a bride          | -                              | Cinema-Kill the bride-Film | STORY
            USABLE   | -                        | Port raises fees              | -                              | BC-Harbour Fees, 1st Ld-Writethru | WRITE_THROUGH
            USABLE   | -                        | Port raises fees              | -                              | BC-Harbour Fees, 2nd Ld    | UPDATE
            USABLE   | -                        | Plans for the evening         | -                              | Harbour-Advisory           | ADVISORY
            """)
    void theGravestThingThatIsSaidCounts(
            Status status, String signals, String headline, String note, String slugline, Purpose purpose) {
        List<String> codes = signals == null ? List.of() : Arrays.asList(signals.split(" "));
        List<EditorNote> notes = note == null ? List.of() : List.of(new EditorNote("", note));

        Purpose read = PurposeReading.of(
                status,
                codes,
                HeadlineGrammar.read(headline).tags(),
                EditorNotes.read(notes, MADE, remark -> {}),
                slugline);

        assertThat(read).isEqualTo(purpose);
    }
}
