package org.broadsheet.ingest.newsmlg2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Runs over the IPTC's own examples where they are at hand (`BROADSHEET_SAMPLES`, else `../shared/samples`). What is
/// expected is read by an independent parser, the DOM of the JDK.
class ConformanceTest {

    private static final NewsmlG2 NEWSML_G2 = new NewsmlG2(new NewsmlG2Limits(DataSize.ofMegabytes(10)));

    @Test
    void everySampleGivesItsGuidVersionAndHeadlineAndNotAWordOfItsTextIsLost() throws Exception {
        int items = 0;
        int withText = 0;
        for (Path sample : samples()) {
            Document document = dom(sample);
            Element root = document == null ? null : document.getDocumentElement();
            if (root == null || !List.of("newsItem", "packageItem").contains(root.getLocalName())) {
                assertThatCode(() -> read(sample)).as(sample.toString()).satisfies(thrown -> {
                    if (thrown != null) {
                        assertThat(thrown).isInstanceOf(Unreadable.class).hasMessageMatching("(?s).{15,}");
                    }
                });
                continue;
            }
            if (root.getAttribute("guid").isEmpty()) {
                continue;
            }
            WireItem item = read(sample).getFirst().item();
            items++;
            assertThat(item.guid()).as(sample.toString()).isEqualTo(root.getAttribute("guid"));
            String version = root.getAttribute("version");
            assertThat(item.version()).as(sample.toString()).isEqualTo(version.isEmpty() ? 1 : Long.parseLong(version));
            assertHeadline(sample, root, item);
            withText += assertText(sample, root, item);
        }
        assertThat(items).isGreaterThan(60);
        assertThat(withText).isGreaterThanOrEqualTo(2);
    }

    @Test
    void theTextDocumentOfTheGuidelinesIsWhole() throws Exception {
        Path sample = folder().resolve("newsml-g2/examples/LISTING_2_NewsML-G2_Text_Document.xml");
        assumeTrue(Files.exists(sample), "The IPTC's samples are not at hand; skipped");

        WireItem item = read(sample).getFirst().item();

        assertThat(item.headline()).isEqualTo("Fed to halt QE to avert \"bubble\"");
        assertThat(item.version()).isEqualTo(11);
        assertThat(item.bylines()).containsExactly("Meredith Jameson, Staff Reporter");
        assertThat(item.dateline().place()).isEqualTo("New York, NY");
        assertThat(item.dateline().day()).isEqualTo("October 21");
        assertThat(item.slugline()).isEqualTo("US-Finance-Fed");
        assertThat(item.copyrightHolder()).isEqualTo("Acme News and Media LLC");
        assertThat(item.subjects()).extracting("name").contains("central bank");
        assertThat(item.body().blocks()).hasSize(2);
        assertThat(item.body().plainText()).startsWith("Et, sent luptat").endsWith("esto cons dolutpat, si.");
    }

    private static void assertHeadline(Path sample, Element root, WireItem item) {
        NodeList headlines = root.getElementsByTagNameNS("*", "headline");
        if (headlines.getLength() == 1) {
            String wanted = squeezed(headlines.item(0).getTextContent());
            assertThat(squeezed(wanted)).as(sample.toString()).endsWith(squeezed(item.headline()));
            assertThat(item.headline()).as(sample.toString()).isNotEmpty();
        }
    }

    private static int assertText(Path sample, Element root, WireItem item) {
        Element content = first(root, "body.content");
        content = content == null ? first(root, "body") : content;
        if (content == null || content.getTextContent().isBlank()) {
            return 0;
        }
        String printed = item.dateline().isEmpty()
                ? ""
                : Objects.toString(item.dateline().place(), "")
                        + Objects.toString(item.dateline().day(), "")
                        + Objects.toString(item.dateline().agency(), "");
        String ours = letters(printed + item.body().plainText() + item.signOff().print());
        assertThat(ours).as(sample.toString()).isEqualTo(letters(content.getTextContent()));
        return 1;
    }

    /// Letters and digits alone: the punctuation of a dateline becomes data.
    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static String squeezed(String text) {
        return text.replaceAll("[ \\t\\r\\n]+", " ").strip();
    }

    private static Element first(Element root, String name) {
        return (Element) root.getElementsByTagNameNS("*", name).item(0);
    }

    private static List<ParsedItem> read(Path sample) throws Unreadable, IOException {
        Copy copy = new Copy(
                "samples", sample.getFileName().toString(), "0".repeat(64), Instant.EPOCH, Files.readAllBytes(sample));
        return ((Reading.Items) NEWSML_G2.read(copy)).items();
    }

    private static Document dom(Path sample) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(sample.toFile());
        } catch (Exception e) {
            return null;
        }
    }

    private static List<Path> samples() throws IOException {
        Path folder = folder().resolve("newsml-g2");
        assumeTrue(Files.isDirectory(folder), "The IPTC's samples are not at hand; skipped");
        List<Path> samples = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".xml")).sorted().forEach(samples::add);
        }
        assertThat(samples).hasSizeGreaterThan(100);
        return samples;
    }

    private static Path folder() {
        String set = System.getenv("BROADSHEET_SAMPLES");
        return set == null ? Path.of("../../shared/samples") : Path.of(set);
    }
}
