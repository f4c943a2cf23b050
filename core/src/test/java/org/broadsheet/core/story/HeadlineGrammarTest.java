package org.broadsheet.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.core.Cases;
import org.broadsheet.core.story.HeadlineTag.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeadlineGrammarTest {

    private static final List<List<String>> TABLE = Cases.of(HeadlineGrammarTest.class, "headlines.txt");

    static Stream<List<String>> tagged() {
        return TABLE.stream().filter(row -> row.size() == 3);
    }

    static Stream<String> bare() {
        return TABLE.stream().filter(row -> row.size() == 2).map(List::getFirst);
    }

    @Test
    void theTableIsBigEnough() {
        assertThat(TABLE).allMatch(row -> row.size() == 3 || row.get(1).equals("stays"));
        assertThat(TABLE).hasSizeGreaterThanOrEqualTo(70);
        assertThat(bare()).hasSizeGreaterThanOrEqualTo(15);
    }

    @ParameterizedTest
    @MethodSource("tagged")
    void aTagIsTakenOffTheHeadline(List<String> row) {
        HeadlineGrammar.Reading reading = HeadlineGrammar.read(row.get(0));

        assertThat(reading.tags().stream()
                        .map(tag -> tag.kind() + "=" + tag.printed())
                        .collect(Collectors.joining(" + ")))
                .isEqualTo(row.get(1));
        assertThat(reading.headline()).isEqualTo(row.get(2));
    }

    @ParameterizedTest
    @MethodSource("bare")
    void theHeadlinesOwnWordsStay(String headline) {
        assertThat(HeadlineGrammar.read(headline)).isEqualTo(new HeadlineGrammar.Reading(List.of(), headline));
    }

    @Test
    void theCountIsANumber() {
        assertThat(HeadlineGrammar.read("WRAPUP 5-Pilots strike").tags())
                .containsExactly(new HeadlineTag(Kind.WRAPUP, 5, "WRAPUP 5"));
    }

    @Test
    void theDesksOwnTagsAreNotForReaders() {
        assertThat(Kind.UPDATE.isForReaders()).isFalse();
        assertThat(Kind.KILL.isForReaders()).isFalse();
        assertThat(Kind.OTHER.isForReaders()).isFalse();
        assertThat(Kind.EXCLUSIVE.isForReaders()).isTrue();
    }
}
