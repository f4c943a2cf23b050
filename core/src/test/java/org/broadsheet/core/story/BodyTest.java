package org.broadsheet.core.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

    private static final List<Inline> WORDS = List.of(
            Inline.Text.of("Pilots "),
            new Inline.Text("strike", List.of(new Mark.Strong())),
            new Inline.LineBreak(),
            Inline.Text.of("again"));

    @Test
    void theTextOfInlinesReadsABreakAsANewline() {
        assertThat(Inline.text(WORDS)).isEqualTo("Pilots strike\nagain");
    }

    @Test
    void aSliceKeepsTheDressOfEachRun() {
        assertThat(Inline.slice(WORDS, 9, 16))
                .containsExactly(
                        new Inline.Text("rike", List.of(new Mark.Strong())),
                        new Inline.LineBreak(),
                        Inline.Text.of("ag"));
        assertThat(Inline.slice(WORDS, 0, 0)).isEmpty();
        assertThat(Inline.slice(WORDS, 0, Integer.MAX_VALUE)).isEqualTo(WORDS);
    }

    @Test
    void anyTwoSlicesAreTheWhole() {
        String whole = Inline.text(WORDS);
        for (int cut = 0; cut <= whole.length(); cut++) {
            assertThat(Inline.text(Inline.slice(WORDS, 0, cut)) + Inline.text(Inline.slice(WORDS, cut, 1000)))
                    .isEqualTo(whole);
        }
    }

    @Test
    void theWordsOfABodyAreCounted() {
        Body body = new Body(List.of(
                new Block.Paragraph(WORDS),
                new Block.Table(
                        "Fees",
                        List.of(new Block.Row(List.of(
                                new Block.Cell(true, List.of(Inline.Text.of("Port"))),
                                new Block.Cell(false, List.of(Inline.Text.of("3")))))))));

        assertThat(body.plainText()).isEqualTo("Pilots strike\nagain\nFees\nPort\t3");
        assertThat(body.words()).isEqualTo(6);
        assertThat(Body.EMPTY.words()).isZero();
    }

    @Test
    void anEmptyRunOfTextCannotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> Inline.Text.of(""));
        assertThat(Block.Paragraph.of("").content()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/", "HTTP://example.org", "mailto:desk@example.org", "/world/a-story"})
    void aLinkLeadsWhereAReaderMayGo(String href) {
        assertThat(Mark.Link.isAllowed(href)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "//example.org",
                "/\\example.org",
                "\\\\example.org",
                "/\t/example.org",
                "https:example.org",
                "ftp://example.org",
                "world/a-story",
                "#top",
                ""
            })
    void noOtherLinkExists(String href) {
        assertThat(Mark.Link.isAllowed(href)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Mark.Link(href));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/world/a-story", "mailto:desk@example.org", "javascript:alert(1)"})
    void anEmbedLivesAtAWholeAddress(String href) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Block.Embed(href, "Watch"));
    }
}
