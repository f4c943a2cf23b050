package org.broadsheet.ops.newsroom.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReutersWireTest {

    private static final String TWO = """
        <!DOCTYPE lewis SYSTEM "lewis.dtd">
        <REUTERS TOPICS="YES" OLDID="1" NEWID="7">
        <DATE>26-FEB-1987 15:01:01.79</DATE>
        <UNKNOWN>\s
        &#5;&#5;&#5;C T
        &#22;&#22;&#1;f0704&#31;reute
        u f BC-HARBOUR-FEES   02-26 0012</UNKNOWN>
        <TEXT>&#2;
        <TITLE>HARBOUR &lt;HBR> FEES
        RISE</TITLE>
        <AUTHOR>    by Ines Halloran</AUTHOR>
        <DATELINE>    VASTHOLM, Feb 26 - </DATELINE><BODY>Fees rise at S&amp;T
        this year.
         Reuter
        &#3;</BODY></TEXT>
        </REUTERS>
        <REUTERS TOPICS="NO" OLDID="2" NEWID="8">
        <DATE> 2-MAR-1987 09:05:00.00</DATE>
        <UNKNOWN>
        &#22;&#22;&#1;f0704&#31;reute
        u f BC-OTHER   02-26 0012</UNKNOWN>
        <TEXT TYPE="UNPROC">&#2;
        ALERT
            Whole text.
        &#3;
        </TEXT>
        </REUTERS>
        """;

    @TempDir
    Path folder;

    @Test
    void aStoryGoesOutUnderTheHeadingItCameWith() throws IOException {
        ReutersWire wire = new ReutersWire();
        List<ReutersStory> stories = stories();

        ReutersWire.Dispatch first = wire.dispatch(stories.getFirst());
        assertThat(first.name()).isEqualTo("reuters-00007.anpa");
        assertThat(new String(first.bytes(), StandardCharsets.ISO_8859_1))
                .isEqualTo("\u0016\u0016\u0001f0704\u001Freute\r\n"
                        + "u f BC-HARBOUR-FEES   02-26 0012\r\n"
                        + "\u0002^HARBOUR <HBR> FEES RISE<\r\n"
                        + "^by Ines Halloran=\r\n"
                        + "    VASTHOLM, Feb 26 - Fees rise at S&T\r\n"
                        + "this year.\r\n"
                        + " Reuter\r\n"
                        + "\u0003\r\n"
                        + "RTR-WF-02-26-87 1501<\r\n");
    }

    @Test
    void aNumberThatIsTakenGivesWayToTheNext() throws IOException {
        ReutersWire wire = new ReutersWire();
        List<ReutersStory> stories = stories();
        wire.dispatch(stories.getFirst());

        String second = new String(wire.dispatch(stories.getLast()).bytes(), StandardCharsets.ISO_8859_1);
        assertThat(second)
                .contains("f0705")
                .contains("ALERT\r\n    Whole text.")
                .doesNotContain("^");
    }

    @Test
    void theCorpusLiesWhereTheEnvironmentSays() throws IOException {
        assertThat(ReutersCorpus.folder(Path.of("/src/house"), Map.of()))
                .isEqualTo(Path.of("/src/shared/corpora/reuters-21578"));
        assertThat(ReutersCorpus.folder(Path.of("/src/house"), Map.of("BROADSHEET_CORPORA", "/data")))
                .isEqualTo(Path.of("/data/reuters-21578"));
        assertThat(ReutersCorpus.files(folder.resolve("absent"))).isEmpty();
    }

    private List<ReutersStory> stories() throws IOException {
        Files.writeString(folder.resolve("reut2-000.sgm"), TWO, StandardCharsets.ISO_8859_1);
        return ReutersCorpus.stories(ReutersCorpus.files(folder).getFirst());
    }
}
