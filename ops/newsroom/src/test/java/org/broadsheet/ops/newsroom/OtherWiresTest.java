package org.broadsheet.ops.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherWiresTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final List<FeedFile> files = new DemoNewsroom().otherWires(NOW);

    @Test
    void fourFeedsBringTheirFilesAndOneIsBroken() {
        assertThat(files).extracting(FeedFile::feed).contains("met-office", "town-hall", "saltvik-line", "press-desk");
        assertThat(files)
                .filteredOn(FeedFile::broken)
                .extracting(FeedFile::name)
                .containsExactly("agenda-cut-off.json");
    }

    @Test
    void theSameNowMakesTheSameBytes() {
        List<FeedFile> again = new DemoNewsroom().otherWires(NOW);

        for (int i = 0; i < files.size(); i++) {
            assertThat(again.get(i).bytes()).isEqualTo(files.get(i).bytes());
        }
    }

    @Test
    void everyWordForAMomentIsFilledIn() {
        assertThat(files)
                .allSatisfy(file -> assertThat(new String(file.bytes(), StandardCharsets.UTF_8))
                        .doesNotContain("«", "»"));
        assertThat(text("forecast.rss")).contains("<pubDate>Wed, 25 Nov 2026 12:10:00 +0100</pubDate>");
        assertThat(text("tram-line.json")).contains("2026-11-25T11:25:00+01:00", "said on Wednesday");
    }

    @Test
    void aTelegraphHasItsControlCharacters() {
        assertThat(text("0101-ferry-timetable.anpa"))
                .startsWith("\u0016\u0016\u0001s0101\u001Fsl---\r\n")
                .contains("\r\n\u0002^BC-Ferry-Timetable", "\r\n\tSALTVIK", "\r\n\u0003\r\nSL-SK-11-25-26 0800GMT");
    }

    private String text(String name) {
        byte[] bytes = files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow()
                .bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
