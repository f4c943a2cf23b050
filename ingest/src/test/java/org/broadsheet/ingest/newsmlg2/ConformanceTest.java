package org.broadsheet.ingest.newsmlg2;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.core.wire.WirePicture;
import org.broadsheet.ingest.SourceText;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.BodyReader;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.markup.MarkupReader;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Runs over all of the IPTC's own examples where they are at hand (`BROADSHEET_SAMPLES`, else `../shared/samples`).
/// What is expected is read by an independent parser, the DOM of the JDK.
class ConformanceTest {

    private static final NewsmlG2 NEWSML_G2 = new NewsmlG2(new NewsmlG2Limits(DataSize.ofMegabytes(10)));
    private static final Set<String> NEWS = Set.of("newsItem", "packageItem");
    private static final Set<String> NO_NEWS = Set.of("conceptItem", "knowledgeItem", "planningItem", "catalogItem");

    @Test
    void everySampleGivesItsGuidVersionHeadlineAndLinksAndNotAWordOfItsTextIsLost() throws Exception {
        Map<String, Integer> seen = new TreeMap<>();
        for (Path sample : samples()) {
            Document document = SourceText.dom(Files.readAllBytes(sample));
            Element root = document == null ? null : document.getDocumentElement();
            String kind = root == null ? "broken" : root.getLocalName();
            seen.merge(kind, 1, Integer::sum);
            if (root == null) {
                assertRefused(sample, "XML");
            } else if (NEWS.contains(kind)) {
                List<ParsedItem> read = read(sample);
                assertThat(read).as(sample.toString()).hasSize(1);
                assertItem(sample, root, read.getFirst().item(), seen);
            } else if (kind.equals("newsMessage")) {
                assertMessage(sample, root, seen);
            } else {
                assertRefused(sample, NO_NEWS.contains(kind) ? "carries no news" : "not the beginning of NewsML-G2");
            }
        }
        assertThat(seen.get("newsItem")).isGreaterThan(80);
        assertThat(seen.get("packageItem")).isGreaterThan(5);
        assertThat(seen.get("with text")).isGreaterThanOrEqualTo(3);
        assertThat(seen.get("with pictures")).isGreaterThanOrEqualTo(3);
        assertThat(seen.get("with members")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void samplesThatShouldFailTheirSchemaNeitherCrashNorStallAnything() throws Exception {
        List<Path> failing = samples().stream()
                .filter(sample -> sample.toString().contains("should_fail"))
                .toList();
        assertThat(failing).hasSizeGreaterThanOrEqualTo(10);
        for (Path sample : failing) {
            assertTimeoutPreemptively(ofSeconds(5), () -> {
                try {
                    assertThat(read(sample)).as(sample.toString()).isNotEmpty();
                } catch (Unreadable e) {
                    assertThat(e.reason()).as(sample.toString()).hasSizeGreaterThan(15);
                }
            });
        }
    }

    @Test
    void everyTextInTheSamplesIsInBlocksCharacterByCharacter() throws Exception {
        int texts = 0;
        for (Path sample : samples()) {
            byte[] bytes = Files.readAllBytes(sample);
            Document document = SourceText.dom(bytes);
            if (document == null) {
                continue;
            }
            List<Element> sources = inline(document.getDocumentElement());
            List<Markup.Element> ours = new ArrayList<>();
            collect(new MarkupReader(10_000_000).read(bytes, remark -> {}), "inlineXML", ours);
            assertThat(ours).as(sample.toString()).hasSameSizeAs(sources);
            for (int i = 0; i < sources.size(); i++) {
                String wanted = SourceText.characters(sources.get(i), Set.of("head"));
                String read = SourceText.characters(new BodyReader().read(ours.get(i)));
                assertThat(read).as(sample.toString()).isEqualTo(wanted);
                texts += wanted.isEmpty() ? 0 : 1;
            }
        }
        assertThat(texts).isGreaterThanOrEqualTo(4);
    }

    @Test
    void theTextDocumentOfTheGuidelinesIsWhole() throws Exception {
        WireItem item = read(listing("LISTING_2_NewsML-G2_Text_Document.xml"))
                .getFirst()
                .item();

        assertThat(item.headline()).isEqualTo("Fed to halt QE to avert \"bubble\"");
        assertThat(item.version()).isEqualTo(11);
        assertThat(item.bylines()).containsExactly("Meredith Jameson, Staff Reporter");
        assertThat(item.dateline().place()).isEqualTo("New York, NY");
        assertThat(item.dateline().day()).isEqualTo("October 21");
        assertThat(item.slugline()).isEqualTo("US-Finance-Fed");
        assertThat(item.creditLine()).isEqualTo("Associated Press");
        assertThat(item.copyrightHolder()).isEqualTo("Acme News and Media LLC");
        assertThat(item.subjects()).extracting("name").contains("central bank", "New York, NY");
        assertThat(item.body().blocks()).hasSize(2);
        assertThat(item.body().plainText()).startsWith("Et, sent luptat").endsWith("esto cons dolutpat, si.");
    }

    @Test
    void theItemOfTheGuidelinesIsHeldByItsEmbargoAndTypedByItsSignal() throws Exception {
        WireItem item =
                read(listing("LISTING_1_A_NewsML-G2_News_Item.xml")).getFirst().item();

        assertThat(item.provider()).isEqualTo("nprov:REUTERS");
        assertThat(item.embargoedUntil()).isEqualTo("2018-10-23T12:00:00Z");
        assertThat(item.purpose()).isEqualTo(WireItem.Purpose.UPDATE);
        assertThat(item.usageTerms()).isEqualTo("Not for use outside the United States");
        assertThat(item.bylines()).containsExactly("Meredith Jameson");
    }

    @Test
    void thePictureOfTheGuidelinesKnowsItsFormsHoweverTheirCodesAreWritten() throws Exception {
        for (String name : List.of(
                "LISTING_3_Photo_in_NewsML-G2.xml", "LISTING_3A_Photo_in_NewsML-G2_(URI_sibling_attributes).xml")) {
            ParsedItem parsed = read(listing(name)).getFirst();
            WireItem item = parsed.item();

            assertThat(item.kind()).as(name).isEqualTo(WireItem.Kind.PICTURE);
            assertThat(item.picture().fileName()).as(name).isEqualTo("GYI0062134533.jpg");
            assertThat(parsed.fileSize()).as(name).isEqualTo(346_071);
            assertThat(item.picture().offered())
                    .as(name)
                    .extracting(WirePicture.Form::use)
                    .containsExactly("rnd:highRes", "rnd:web", "rnd:thumb");
            assertThat(item.picture().credit().photographers()).as(name).containsExactly("Spencer Platt");
        }
    }

    private static void assertMessage(Path sample, Element root, Map<String, Integer> seen) throws Exception {
        List<Element> items = new ArrayList<>();
        for (String name : NEWS) {
            NodeList found = root.getElementsByTagNameNS("*", name);
            for (int i = 0; i < found.getLength(); i++) {
                Element item = (Element) found.item(i);
                if (!item.getAttribute("guid").isEmpty()) {
                    items.add(item);
                }
            }
        }
        if (items.isEmpty()) {
            assertRefused(sample, "no news item");
            return;
        }
        List<ParsedItem> read = read(sample);
        assertThat(read).as(sample.toString()).hasSameSizeAs(items);
        for (Element item : items) {
            assertItem(
                    sample,
                    item,
                    read.stream()
                            .map(ParsedItem::item)
                            .filter(ours -> ours.guid().equals(item.getAttribute("guid")))
                            .findFirst()
                            .orElseThrow(),
                    seen);
        }
    }

    private static void assertItem(Path sample, Element root, WireItem item, Map<String, Integer> seen) {
        assertThat(item.guid()).as(sample.toString()).isEqualTo(root.getAttribute("guid"));
        String version = root.getAttribute("version");
        assertThat(item.version()).as(sample.toString()).isEqualTo(version.isEmpty() ? 1 : Long.parseLong(version));
        assertHeadline(sample, root, item);
        assertLinks(sample, root, item, seen);
        if (assertText(sample, root, item)) {
            seen.merge("with text", 1, Integer::sum);
        }
        if (item.picture() != null && !item.picture().offered().isEmpty()) {
            seen.merge("with pictures", 1, Integer::sum);
        }
    }

    private static void assertRefused(Path sample, String reason) throws IOException {
        try {
            assertThat(read(sample)).as(sample.toString()).isNull();
        } catch (Unreadable e) {
            assertThat(e.reason()).as(sample.toString()).contains(reason);
        }
    }

    private static void assertHeadline(Path sample, Element root, WireItem item) {
        NodeList headlines = root.getElementsByTagNameNS("*", "headline");
        if (headlines.getLength() == 1) {
            String wanted = squeezed(headlines.item(0).getTextContent());
            assertThat(squeezed(wanted)).as(sample.toString()).endsWith(squeezed(item.headline()));
            assertThat(item.headline()).as(sample.toString()).isNotEmpty();
        }
    }

    private static void assertLinks(Path sample, Element root, WireItem item, Map<String, Integer> seen) {
        if (!root.getLocalName().equals("packageItem")) {
            return;
        }
        Set<String> members = new LinkedHashSet<>();
        NodeList references = root.getElementsByTagNameNS("*", "itemRef");
        for (int i = 0; i < references.getLength(); i++) {
            members.add(((Element) references.item(i)).getAttribute("residref"));
        }
        members.remove("");
        assertThat(item.links().stream()
                        .filter(link -> link.rel().equals(WireLink.PACKAGE))
                        .map(WireLink::guid))
                .as(sample.toString())
                .containsExactlyInAnyOrderElementsOf(members);
        if (!members.isEmpty()) {
            seen.merge("with members", 1, Integer::sum);
        }
    }

    private static boolean assertText(Path sample, Element root, WireItem item) {
        Element content = SourceText.first(root, "body.content");
        content = content == null ? SourceText.first(root, "body") : content;
        if (content == null || content.getTextContent().isBlank()) {
            return false;
        }
        assertThat(SourceText.letters(item))
                .as(sample.toString())
                .isEqualTo(SourceText.letters(content.getTextContent()));
        return true;
    }

    private static List<Element> inline(Element root) {
        List<Element> found = new ArrayList<>();
        NodeList list = root.getElementsByTagNameNS("*", "inlineXML");
        for (int i = 0; i < list.getLength(); i++) {
            found.add((Element) list.item(i));
        }
        return found;
    }

    private static void collect(Markup.Element at, String name, List<Markup.Element> found) {
        if (at.name().equals(name)) {
            found.add(at);
        }
        at.elements().forEach(inner -> collect(inner, name, found));
    }

    private static String squeezed(String text) {
        return text.replaceAll("[ \\t\\r\\n]+", " ").strip();
    }

    private static List<ParsedItem> read(Path sample) throws Unreadable, IOException {
        Copy copy = new Copy(
                "samples", sample.getFileName().toString(), "0".repeat(64), Instant.EPOCH, Files.readAllBytes(sample));
        return ((Reading.Items) NEWSML_G2.read(copy)).items();
    }

    private static Path listing(String name) {
        Path sample = folder().resolve("newsml-g2/examples").resolve(name);
        assumeTrue(Files.exists(sample), "The IPTC's samples are not at hand; skipped");
        return sample;
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
