package org.broadsheet.ingest.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T10:15:00+01:00, 2026-11-25T09:15:00Z",
        "2026-11-25T10:15:00Z, 2026-11-25T10:15:00Z",
        "2026-11-25T10:15:00.250Z, 2026-11-25T10:15:00.250Z",
        "2026-11-25T10:15:00, 2026-11-25T10:15:00Z",
        "2026-11-25, 2026-11-25T00:00:00Z",
        "20261125T101500+0100, 2026-11-25T09:15:00Z",
        "20261125T101500-0500, 2026-11-25T15:15:00Z",
        "20261125T101500Z, 2026-11-25T10:15:00Z",
        "20261125T101500, 2026-11-25T10:15:00Z",
        "20261125T1015Z, 2026-11-25T10:15:00Z",
        "20261125T1015, 2026-11-25T10:15:00Z",
        "20261125, 2026-11-25T00:00:00Z"
    })
    void readsLongAndBasicMoments(String text, Instant moment) {
        assertThat(Moments.parse(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tomorrow", "25.11.2026", "2026-13-01", "20261325", "20261125T", "T", "2026-11-25T25:00:00Z"
            })
    void whatIsNoMomentIsNone(String text) {
        assertThat(Moments.parse(text)).isNull();
    }

    @Test
    void aFieldThatCannotBeReadIsRemarked() {
        List<String> remarks = new ArrayList<>();

        assertThat(Moments.read("<versionCreated>", "soon", remarks::add)).isNull();

        assertThat(remarks).containsExactly("<versionCreated> is not a date and time: soon");
    }

    @Test
    void anEmbargoThatCannotBeReadHoldsUntilFurtherNotice() {
        List<String> remarks = new ArrayList<>();

        assertThat(Moments.embargo("after lunch", remarks::add)).isEqualTo(Moments.UNTIL_FURTHER_NOTICE);

        assertThat(remarks).containsExactly("It is embargoed, but until when cannot be read: after lunch");
    }
}
