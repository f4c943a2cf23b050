package org.broadsheet.cms.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.broadsheet.cms.darkroom.PrintFormat;
import org.broadsheet.core.picture.Caption;
import org.broadsheet.core.picture.Credit;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureUse;
import org.broadsheet.core.picture.SourceType;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Dateline;
import org.broadsheet.core.story.Inline;
import org.broadsheet.core.story.Mark;
import org.junit.jupiter.api.Test;

class BodyPrinterTest {

    private static final Dateline MOSCOW = new Dateline("Moscow", null, "Reuters");
    private static final PictureHash HASH = PictureHash.of(new byte[] {1, 2, 3});

    @Test
    void theDatelineStandsBeforeTheFirstParagraphAndNoOther() {
        assertThat(print(MOSCOW, Block.Paragraph.of("One."), Block.Paragraph.of("Two.")))
                .isEqualTo("<p><span class=\"dateline\">MOSCOW (Reuters) -</span> One.</p><p>Two.</p>");
        assertThat(print(MOSCOW, new Block.Subhead(text("Head")), Block.Paragraph.of("One.")))
                .isEqualTo("<h2>Head</h2><p><span class=\"dateline\">MOSCOW (Reuters) -</span> One.</p>");
        assertThat(print(MOSCOW, new Block.Tabular("1 2")))
                .startsWith("<p><span class=\"dateline\">MOSCOW (Reuters) -</span> </p><pre");
        assertThat(print(Dateline.NONE, Block.Paragraph.of("One."))).isEqualTo("<p>One.</p>");
    }

    @Test
    void everyMarkIsPrintedAndNests() {
        assertThat(print(
                        Dateline.NONE,
                        new Block.Paragraph(List.of(
                                Inline.Text.of("CO"),
                                new Inline.Text("2", List.of(new Mark.Subscript())),
                                new Inline.LineBreak(),
                                new Inline.Text("m", List.of(new Mark.Strong(), new Mark.Emphasis())),
                                new Inline.Text("2", List.of(new Mark.Superscript())),
                                new Inline.Text("here", List.of(new Mark.Link("/world"))),
                                new Inline.Text("there", List.of(new Mark.Link("https://example.org/?a=1&b=2")))))))
                .isEqualTo("<p>CO<sub>2</sub><br><strong><em>m</em></strong><sup>2</sup><a href=\"/world\">here</a>"
                        + "<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener\">there</a></p>");
    }

    @Test
    void listsMayHoldListsAndQuotesParagraphs() {
        Block.ListItem plain = new Block.ListItem(List.of(Block.Paragraph.of("plain")));
        Block.ListItem deep =
                new Block.ListItem(List.of(Block.Paragraph.of("deep"), new Block.NumberedList(List.of(plain))));

        assertThat(print(Dateline.NONE, new Block.BulletList(List.of(plain, deep))))
                .isEqualTo("<ul><li>plain</li><li><p>deep</p><ol><li>plain</li></ol></li></ul>");
        assertThat(print(Dateline.NONE, new Block.Quote(List.of(Block.Paragraph.of("a"), Block.Paragraph.of("b")))))
                .isEqualTo("<blockquote><p>a</p><p>b</p></blockquote>");
    }

    @Test
    void aTableKeepsItsHeadersAndItsName() {
        Block.Table table = new Block.Table(
                "Fees",
                List.of(
                        new Block.Row(List.of(new Block.Cell(true, text("Ship")), new Block.Cell(true, text("Fee")))),
                        new Block.Row(List.of(new Block.Cell(true, text("Small")), new Block.Cell(false, text("1"))))));

        assertThat(print(Dateline.NONE, table))
                .isEqualTo("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Fees\"><table>"
                        + "<caption>Fees</caption><tbody>"
                        + "<tr><th scope=\"col\">Ship</th><th scope=\"col\">Fee</th></tr>"
                        + "<tr><th scope=\"row\">Small</th><td>1</td></tr></tbody></table></div>");
    }

    @Test
    void tabularMatterKeepsEverySpace() {
        assertThat(print(Dateline.NONE, new Block.Tabular("A  1\nBB 2 <3")))
                .isEqualTo("<pre class=\"tabular\" tabindex=\"0\">A  1\nBB 2 &lt;3</pre>");
    }

    @Test
    void anEmbedIsALink() {
        assertThat(print(Dateline.NONE, new Block.Embed("https://example.org/film", "The film")))
                .isEqualTo("<p class=\"embed\"><a href=\"https://example.org/film\">The film</a></p>");
        assertThat(print(Dateline.NONE, new Block.Embed("https://example.org/film", " ")))
                .contains(">https://example.org/film</a>");
    }

    @Test
    void aPictureIsPrintedOnlyWhereItHasAPublicAddress() {
        Block.PictureBlock picture = new Block.PictureBlock(new PictureUse(
                HASH,
                new Caption("Ships wait.", false, null),
                new Credit("Norland Press", List.of("Mika Solberg"), false, false, null, false),
                "Ships \"at anchor\"",
                600,
                800));

        assertThat(print(Dateline.NONE, picture)).isEmpty();
        assertThat(BodyPrinter.print(
                                new Body(List.of(picture)),
                                Dateline.NONE,
                                Map.of(HASH, shown(List.of(PrintFormat.WEBP, PrintFormat.JPEG))),
                                true,
                                "Table")
                        .toString())
                .contains(
                        "<figure class=\"figure figure-tall\">",
                        "alt=\"Ships &quot;at anchor&quot;\"",
                        "<picture><source type=\"image/webp\" srcset=\"",
                        "/640.webp 600w\"",
                        "/640.jpg 600w\"",
                        "fetchpriority=\"high\"",
                        "<figcaption>Ships wait. <span class=\"credit\">Norland Press/Mika Solberg</span></figcaption>")
                .doesNotContain("FILE PHOTO");
    }

    @Test
    void onlyTheFirstPictureOfThePageIsFetchedAtOnce() {
        Block picture = new Block.PictureBlock(new PictureUse(
                HASH, Caption.EMPTY, new Credit("Norland Press", List.of(), false, false, null, false), "", 600, 800));
        Map<PictureHash, Figure.Shown> known = Map.of(HASH, shown(List.of(PrintFormat.JPEG)));

        String leading = BodyPrinter.print(new Body(List.of(picture, picture)), Dateline.NONE, known, true, "Table")
                .toString();
        String below = BodyPrinter.print(new Body(List.of(picture, picture)), Dateline.NONE, known, false, "Table")
                .toString();

        assertThat(leading)
                .containsOnlyOnce("fetchpriority")
                .containsOnlyOnce("loading=\"lazy\"")
                .doesNotContain("<source");
        assertThat(below).doesNotContain("fetchpriority");
    }

    @Test
    void whatHtmlCannotHoldIsNotPrinted() {
        assertThat(print(Dateline.NONE, Block.Paragraph.of("a\u0000b\u0085c\ud83d\ude00d\ud83de&<>\"'")))
                .isEqualTo("<p>a b c\ud83d\ude00d\ufffde&amp;&lt;&gt;\"'</p>");
    }

    @Test
    void theWriterTakesNoMarkupForAName() {
        assertThatThrownBy(() -> new HtmlWriter().open("p onclick")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HtmlWriter().open("p", "x=\"", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HtmlWriter().open("p").done()).isInstanceOf(IllegalStateException.class);
    }

    private static String print(Dateline dateline, Block... blocks) {
        return BodyPrinter.print(new Body(List.of(blocks)), dateline, Map.of(), true, "Table")
                .toString();
    }

    private static List<Inline> text(String words) {
        return List.of(Inline.Text.of(words));
    }

    private static Figure.Shown shown(List<PrintFormat> formats) {
        return new Figure.Shown(new PublicPicture(HASH, 600, 800, Map.of(), new SourceType(""), null, formats), "", "");
    }
}
