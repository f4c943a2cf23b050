package org.broadsheet.ops.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

class WireSchemaTest {

    @TempDir
    static Path folder;

    @Test
    void everyItemOfTheWireIsValidNewsMlG2() throws Exception {
        Schema schema = schema();

        List<WireFile> items = TheWire.files().stream()
                .filter(file -> file.name().endsWith(".xml"))
                .toList();

        assertThat(items).hasSizeGreaterThan(30);
        for (WireFile item : items) {
            assertThatCode(() -> schema.newValidator().validate(source(item.bytes())))
                    .as(item.name())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void theSchemaIsNotBlind() throws Exception {
        Schema schema = schema();
        String item = new String(
                new WireCopyWriter("Agence Nord", DemoNewsroom.ZONE)
                        .text(WireCopy.of(
                                "urn:x-test:1", 1, Instant.parse("2026-03-01T12:00:00Z"), "Late", "LATE/", "Text.")),
                StandardCharsets.UTF_8);

        String broken = item.replace("<urgency>4</urgency>", "<urgency>soon</urgency>");

        assertThat(broken).isNotEqualTo(item);
        assertThatCode(() -> schema.newValidator().validate(source(broken.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void everyItemOfTheWireIsWellFormedAndNamesItsBody() throws Exception {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);

        for (WireFile file : TheWire.files()) {
            if (file.name().endsWith(".xml")) {
                var root = parsers.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(file.bytes()))
                        .getDocumentElement();
                assertThat(root.getNamespaceURI()).as(file.name()).isEqualTo("http://iptc.org/std/nar/2006-10-01/");
                assertThat(root.getAttribute("guid")).as(file.name()).startsWith("tag:agencenord.example,2026:");
                assertThat(root.getAttribute("version")).as(file.name()).matches("\\d+");
            }
        }
    }

    private static Schema schema() throws SAXException {
        String given = System.getenv("BROADSHEET_SAMPLES");
        Path samples = given == null ? checkout().resolve("../shared/samples") : Path.of(given);
        Path file = samples.resolve("newsml-g2/schema/NewsML-G2_2.35-spec-All-Power.xsd");
        assumeThat(Files.exists(file))
                .as(
                        "The schema of NewsML-G2 is not beside the checkout (or in BROADSHEET_SAMPLES); nothing to check against")
                .isTrue();
        SchemaFactory schemas = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        return schemas.newSchema(file.toFile());
    }

    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("ops/newsroom/pom.xml"))) {
            folder = folder.getParent();
        }
        return folder == null ? Path.of("") : folder;
    }

    private static StreamSource source(byte[] bytes) throws IOException {
        return new StreamSource(new ByteArrayInputStream(bytes));
    }
}
