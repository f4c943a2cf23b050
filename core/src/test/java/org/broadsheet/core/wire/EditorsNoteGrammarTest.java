package org.broadsheet.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.core.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EditorsNoteGrammarTest {

    private static final List<List<String>> TABLE = Cases.of(EditorsNoteGrammarTest.class, "editors-notes.txt");
    private static final Instant NOON = Instant.parse("2026-11-10T12:00:00Z");

    static Stream<List<String>> notes() {
        return TABLE.stream();
    }

    @Test
    void theTableIsBigEnough() {
        assertThat(TABLE).allMatch(row -> row.size() == 3).hasSizeGreaterThanOrEqualTo(65);
    }

    @ParameterizedTest
    @MethodSource("notes")
    void aNoteIsUnderstood(List<String> row) {
        EditorsNoteGrammar.Reading reading = EditorsNoteGrammar.read(row.get(0), NOON);

        String embargo =
                switch (reading.embargo()) {
                    case Embargo.None none -> "none";
                    case Embargo.Unreadable unreadable -> "unreadable";
                    case Embargo.Until until -> until.time().toString();
                };
        assertThat(embargo).isEqualTo(row.get(1));
        assertThat(reading.correction()).isEqualTo(row.get(2).contains("correction"));
        assertThat(reading.kill()).isEqualTo(row.get(2).contains("kill"));
    }

    @Test
    void anUnreadableEmbargoSaysWhatItSaw() {
        assertThat(EditorsNoteGrammar.read("Adds quotes. EMBARGOED until Tuesday", NOON)
                        .embargo())
                .isEqualTo(new Embargo.Unreadable("EMBARGOED until Tuesday"));
    }

    @Test
    void aDayWithoutAYearIsTheNearestOne() {
        Instant newYear = Instant.parse("2027-01-01T08:00:00Z");

        assertThat(EditorsNoteGrammar.read("EMBARGOED UNTIL 2300 GMT Dec 31", newYear)
                        .embargo())
                .isEqualTo(new Embargo.Until(Instant.parse("2026-12-31T23:00:00Z")));
    }
}
