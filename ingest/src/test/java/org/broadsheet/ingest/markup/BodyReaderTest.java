package org.broadsheet.ingest.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Inline;
import org.broadsheet.core.story.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

    private final BodyReader reader = new BodyReader();

    @Test
    void marksStandInEachOtherAndKeepTheirSpaces() throws Exception {
        assertThat(read("<p>One <strong>two <em>three</em></strong> four<sup>5</sup> CO<sub>2</sub></p>"))
                .containsExactly(new Block.Paragraph(List.of(
                        Inline.Text.of("One "),
                        new Inline.Text("two ", List.of(new Mark.Strong())),
                        new Inline.Text("three", List.of(new Mark.Strong(), new Mark.Emphasis())),
                        Inline.Text.of(" four"),
                        new Inline.Text("5", List.of(new Mark.Superscript())),
                        Inline.Text.of(" CO"),
                        new Inline.Text("2", List.of(new Mark.Subscript())))));
    }

    @Test
    void whiteSpaceCollapsesAcrossElementsAndNonBreakingSpacesStay() throws Exception {
        assertThat(text("<p>  One <i> two</i>\n\t three&#160;&#160;four  <br/>  five </p>"))
                .isEqualTo("One two three\u00A0\u00A0four\nfive");
    }

    @Test
    void wordsBetweenBlocksAndAroundThemBecomeParagraphs() throws Exception {
        assertThat(read("Before<p>In</p>between <b>bold</b><div>Inner<p>Deep</p>tail</div>after"))
                .extracting(Block::plainText)
                .containsExactly("Before", "In", "between bold", "Inner", "Deep", "tail", "after");
    }

    @Test
    void aBlockInsideAnInlineElementKeepsItsDress() throws Exception {
        assertThat(read("<strong>One<p>Two</p></strong>"))
                .containsExactly(
                        new Block.Paragraph(List.of(new Inline.Text("One", List.of(new Mark.Strong())))),
                        new Block.Paragraph(List.of(new Inline.Text("Two", List.of(new Mark.Strong())))));
    }

    @Test
    void listsStandInLists() throws Exception {
        List<Block> blocks =
                read("<ul><li>One</li><li>Two<ol><li>Two a</li></ol></li>stray<li><p>P1</p><p>P2</p></li></ul>");

        assertThat(blocks).singleElement().isInstanceOf(Block.BulletList.class);
        assertThat(blocks.getFirst().plainText()).isEqualTo("One\nTwo\nTwo a\nstray\nP1\nP2");
        assertThat(((Block.BulletList) blocks.getFirst())
                        .items()
                        .get(1)
                        .content()
                        .get(1))
                .isInstanceOf(Block.NumberedList.class);
    }

    @Test
    void aTableKeepsItsHeadsItsCaptionAndTheBlocksInItsCells() throws Exception {
        Block.Table table = (Block.Table)
                read("<table><caption>Fees</caption><thead><tr><th>Year</th><th>Fee</th></tr></thead><tbody><tr><td><p>2026</p><p>est.</p></td><td>10"
                                + " <b>krona</b></td></tr></tbody></table>")
                        .getFirst();

        assertThat(table.caption()).isEqualTo("Fees");
        assertThat(table.rows().getFirst().cells()).allMatch(Block.Cell::header);
        assertThat(table.plainText()).isEqualTo("Fees\nYear\tFee\n2026\nest.\t10 krona");
    }

    @Test
    void aQuoteIsEndedByWhatCannotStandInIt() throws Exception {
        assertThat(read("<blockquote><p>Said one.</p><ul><li>Point</li></ul>Said two.</blockquote>"))
                .hasExactlyElementsOfTypes(Block.Quote.class, Block.BulletList.class, Block.Quote.class);
    }

    @Test
    void columnsMadeWithSpacesStayAsTheyStand() throws Exception {
        assertThat(read("<pre>\nNorland   3\nOsterland 1\n</pre>"))
                .containsExactly(new Block.Tabular("Norland   3\nOsterland 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//evil.example/",
                " jav&#x61;script:x",
                "ftp://x.example"
            })
    void aLinkNobodyMayFollowKeepsItsTextAndIsRemarked(String href) throws Exception {
        List<Block> blocks = read("<p>See <a href=\"" + href + "\">the text</a></p>");

        assertThat(blocks).containsExactly(Block.Paragraph.of("See the text"));
        assertThat(reader.remarks()).singleElement().asString().contains("no reader may follow");
    }

    @Test
    void whatIsNotKnownKeepsItsTextAndWhatIsNoTextIsLeftOutBothRemarked() throws Exception {
        assertThat(text("<p>a<ticker>NRL</ticker>b<script>alert('x')</script>c</p>"))
                .isEqualTo("aNRLbc");
        assertThat(reader.remarks())
                .containsExactly("<ticker> is not known; its text is kept", "<script> is not text and was left out");
    }

    @Test
    void nitfKeepsEveryEnrichedWordAndItsSubheads() throws Exception {
        assertThat(read("""
            <block><p><location><city>Vastholm</city></location>: <person>Mika <em>Solberg</em></person> paid
            <money unit="NOK">10 <num>000</num></money>, <q>he said</q>.</p><hl2>What next</hl2>
            <media media-type="image"><media-reference source="x.jpg"/><media-caption>The port.</media-caption></media></block>
            <tagline>By our own.</tagline>\
            """))
                .extracting(Block::plainText)
                .containsExactly(
                        "Vastholm: Mika Solberg paid 10 000, he said.", "What next", "The port.", "By our own.");
    }

    @Test
    void marksReachIntoListsQuotationsAndTables() throws Exception {
        Inline bold = new Inline.Text("x", List.of(new Mark.Strong()));

        assertThat(read("<b><ul><li>x</li></ul><blockquote>x</blockquote><table><tr><td>x</td></tr></table></b>"))
                .containsExactly(
                        new Block.BulletList(List.of(new Block.ListItem(List.of(new Block.Paragraph(List.of(bold)))))),
                        new Block.Quote(List.of(new Block.Paragraph(List.of(bold)))),
                        new Block.Table(null, List.of(new Block.Row(List.of(new Block.Cell(false, List.of(bold)))))));
    }

    @Test
    void aFilmOfSomebodyElseIsALinkAndOneNobodyCouldFollowKeepsItsWords() throws Exception {
        assertThat(read("<p>One</p><iframe src=\"//film.example/1\" title=\"The port\"></iframe>"
                        + "<video><source src=\"https://film.example/2.mp4\"/>Watch it</video>"
                        + "<object data=\"film.swf\">No film</object>"))
                .containsExactly(
                        Block.Paragraph.of("One"),
                        new Block.Embed("https://film.example/1", "The port"),
                        new Block.Embed("https://film.example/2.mp4", "Watch it"),
                        Block.Paragraph.of("No film"));
        assertThat(reader.remarks()).containsExactly("<object> shows nothing a reader could follow (film.swf)");
    }

    @Test
    void picturesInTheTextAreToldInOrderAndAreNoText() throws Exception {
        assertThat(text("<p>One<img src=\"a.jpg\" alt=\"A quay\"/></p><img src=\"b.jpg\"/>"))
                .isEqualTo("One");
        assertThat(reader.pictures())
                .containsExactly(new PictureInText("a.jpg", "A quay"), new PictureInText("b.jpg", ""));
    }

    @Test
    void fractionsKeepTheirSlashAndNamesInCapitalsAreKnown() throws Exception {
        assertThat(text("<P>2 <frac><numer>1</numer><denom>2</denom></frac> and "
                        + "<frac><numer>3</numer><frac-sep>:</frac-sep><denom>4</denom></frac><BR/>end</P>"))
                .isEqualTo("2 1/2 and 3:4\nend");
        assertThat(reader.remarks()).isEmpty();
    }

    @Test
    void wordsInElementsThatShouldBeEmptyAreKept() throws Exception {
        assertThat(text("<p>a<br>b</br>c</p><hr>d</hr><table><col>e</col><tr><td>f</td></tr></table>"))
                .isEqualTo("a\nbc\nd\ne\nf");
    }

    @Test
    void aTableInACellKeepsItsCaption() throws Exception {
        assertThat(text("<table><tr><td>a<table><caption>b</caption><tr><td>c</td></tr></table></td></tr></table>"))
                .isEqualTo("a\nb\nc");
    }

    @Test
    void aPictureOfNitfMayStandByItself() throws Exception {
        BodyReader apart = new BodyReader(media -> true);
        byte[] document = "<body><p>One</p><media><media-caption>Cap</media-caption></media><p>Two</p></body>"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(apart.read(new MarkupReader(1_000).read(document, remark -> {})))
                .extracting(Block::plainText)
                .containsExactly("One", "Two");
    }

    @Test
    void plainTextHasParagraphsAndColumns() {
        assertThat(PlainText.blocks("First line\nof one.\n\nSecond.\n\nNorland     3   4\nOsterland   1   2\n"))
                .containsExactly(
                        Block.Paragraph.of("First line of one."),
                        Block.Paragraph.of("Second."),
                        new Block.Tabular("Norland     3   4\nOsterland   1   2"));
        assertThat(PlainText.blocks("   First.\n   Second."))
                .extracting(Block::plainText)
                .containsExactly("First.", "Second.");
    }

    @Test
    void untidyHtmlIsReadAsBrowsersDo() throws Exception {
        Markup.Element html = HtmlReader.read("<p>One<p>Two &amp; <b>three<br>four");

        assertThat(new Body(reader.read(html)).plainText()).isEqualTo("One\nTwo & three\nfour");
    }

    private String text(String markup) throws Exception {
        return new Body(read(markup)).plainText();
    }

    private List<Block> read(String markup) throws Exception {
        byte[] document = ("<body>" + markup + "</body>").getBytes(StandardCharsets.UTF_8);
        return reader.read(new MarkupReader(1_000_000).read(document, remark -> {}));
    }
}
