package org.broadsheet.ingest.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.ingest.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// What goes in comes out: the characters of a source and those of its blocks are the same, in the same order.
class RoundTripTest {

    private static final List<String> INLINE = List.of(
            "b",
            "em",
            "sup",
            "sub",
            "a href='https://x.example/'",
            "span",
            "q",
            "person",
            "money",
            "ticker",
            "font",
            "a href='javascript:x'");
    private static final List<String> BLOCKS = List.of(
            "p",
            "div",
            "h2",
            "hl2",
            "blockquote",
            "bq",
            "block",
            "section",
            "dl",
            "dt",
            "dd",
            "li",
            "address",
            "oddity");

    @ParameterizedTest
    @MethodSource("ownSamples")
    void everyTextOfOurSamplesIsWhole(Path sample) throws Exception {
        String xml = Files.readString(sample).replace("&nbsp;", "&#160;");
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        Document document =
                SourceText.dom(xml.replaceFirst("encoding=\"ISO-8859-1\"", "").getBytes(StandardCharsets.UTF_8));
        Markup.Element root = new MarkupReader(1_000_000).read(bytes, remark -> {});
        int texts = 0;
        for (String name : List.of("body", "DataContent", "inlineData")) {
            NodeList sources = document.getElementsByTagNameNS("*", name);
            List<Markup.Element> ours = new ArrayList<>();
            collect(root, name, ours);
            assertThat(ours).hasSize(sources.getLength());
            for (int i = 0; i < ours.size(); i++) {
                String wanted = SourceText.characters((Element) sources.item(i), Set.of());
                assertThat(characters(ours.get(i))).isEqualTo(wanted);
                texts += wanted.isEmpty() ? 0 : 1;
            }
        }
        assertThat(texts).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void whateverStandsInWhateverNothingIsLost(int seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            StringBuilder out = new StringBuilder("<body>");
            piece(random, out, 4);
            String xml = out.append("</body>").toString();
            byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
            String wanted = SourceText.characters(SourceText.dom(bytes).getDocumentElement(), Set.of());

            assertThat(characters(new MarkupReader(1_000_000).read(bytes, remark -> {})))
                    .as(xml)
                    .isEqualTo(wanted);
        }
    }

    @Test
    void theSameTextAsHtmlGivesTheSameBlocks() throws Exception {
        String html = "<p>One <b>two</b>"
                + " <i>three</i>&nbsp;4</p><h2>Head</h2><ul><li>a</li><li>b<ol><li>c</li></ol></li></ul><blockquote><p>said</p></blockquote><table><tr><th>x</th><td>y</td></tr></table><pre>1"
                + "   2\n"
                + "3   4</pre>";
        byte[] xml = ("<body>" + html + "</body>").getBytes(StandardCharsets.UTF_8);

        assertThat(new BodyReader().read(HtmlReader.read(html)))
                .isEqualTo(new BodyReader().read(new MarkupReader(10_000).read(xml, remark -> {})));
    }

    @Test
    void aHashIsOfTheContentAndStaysTheSameFromReleaseToRelease() throws Exception {
        byte[] xml = "<a z='1' b='2'><p>One &amp; two</p>\n<br/></a>".getBytes(StandardCharsets.UTF_8);
        byte[] other = "<x:a  b=\"2\" z='1'><p>One &#38; two</p>\n<br></br></x:a>".getBytes(StandardCharsets.UTF_8);
        MarkupReader reader = new MarkupReader(10_000);

        assertThat(ContentHash.of(reader.read(xml, remark -> {})))
                .isEqualTo(ContentHash.of(reader.read(other, remark -> {})))
                .isEqualTo(ContentHash.of(
                        "<1:a@1:b=1:2@1:z=1:1<1:p\"9:One & two>\"1:\n<2:br>>".getBytes(StandardCharsets.UTF_8)));
    }

    private static void piece(Random random, StringBuilder out, int depth) {
        int pieces = 1 + random.nextInt(4);
        for (int i = 0; i < pieces; i++) {
            int what = depth == 0 ? 0 : random.nextInt(8);
            switch (what) {
                case 0, 1 -> out.append(word(random));
                case 2, 3 -> around(random, out, INLINE.get(random.nextInt(INLINE.size())), depth);
                case 4, 5 -> around(random, out, BLOCKS.get(random.nextInt(BLOCKS.size())), depth);
                case 6 -> {
                    String list = random.nextBoolean() ? "ul" : "ol";
                    out.append('<').append(list).append('>');
                    for (int entry = 0; entry < 1 + random.nextInt(3); entry++) {
                        around(random, out, random.nextInt(5) == 0 ? "p" : "li", depth);
                    }
                    out.append("</").append(list).append('>');
                }
                default -> {
                    out.append("<table><caption>").append(word(random)).append("</caption>");
                    for (int row = 0; row < 1 + random.nextInt(3); row++) {
                        out.append("<tr>");
                        for (int cell = 0; cell < 1 + random.nextInt(3); cell++) {
                            around(
                                    random,
                                    out,
                                    random.nextInt(6) == 0 ? "p" : random.nextBoolean() ? "td" : "th",
                                    depth);
                        }
                        out.append("</tr>");
                    }
                    out.append("</table>");
                }
            }
            out.append(random.nextInt(3) == 0 ? "<br/>" : random.nextBoolean() ? "\n " : "");
        }
    }

    private static void around(Random random, StringBuilder out, String tag, int depth) {
        out.append('<').append(tag).append('>');
        piece(random, out, depth - 1);
        out.append("</").append(tag.split(" ")[0]).append('>');
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word + (random.nextInt(4) == 0 ? "&#160;“æ—&amp;𝄞”" : "") + (random.nextBoolean() ? " " : "");
    }

    private static String characters(Markup.Element element) {
        List<Block> blocks = new BodyReader()
                .read(element).stream()
                        .filter(block -> !(block instanceof Block.Embed))
                        .toList();
        return SourceText.characters(new Body(blocks).plainText())
                .replace("1/2", "12"); // the fraction of a sample, which is sent without its slash
    }

    private static void collect(Markup.Element at, String name, List<Markup.Element> found) {
        for (Markup.Element inner : at.elements()) {
            if (inner.name().equals(name)) {
                found.add(inner);
            }
            collect(inner, name, found);
        }
    }

    private static List<Path> ownSamples() throws IOException, URISyntaxException {
        Path folder = Path.of(RoundTripTest.class.getResource("/wire").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> samples = files.filter(file -> file.toString().endsWith(".xml"))
                    .filter(file -> !file.toString().contains("pact-photo"))
                    .filter(RoundTripTest::isOfAnXmlFormat)
                    .sorted()
                    .toList();
            assertThat(samples).hasSizeGreaterThanOrEqualTo(4);
            return samples;
        }
    }

    private static boolean isOfAnXmlFormat(Path file) {
        try {
            RootElement root = RootElement.of(Files.readAllBytes(file));
            return root != null
                    && Set.of("newsItem", "newsMessage", "nitf", "NewsML").contains(root.name());
        } catch (IOException e) {
            return false;
        }
    }
}
