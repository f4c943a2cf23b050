package org.broadsheet.ops.newsroom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.WireItem.EditorNote;

/// Puts copy, pictures and packages on the wire as NewsML-G2 2.35 items of power conformance, one item a file.
///
/// The same item makes the same bytes. Every item is valid against the schema of IPTC's NewsML-G2 2.35.
public final class WireCopyWriter {

    private static final String NAR = "http://iptc.org/std/nar/2006-10-01/";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final String CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final String provider;
    private final ZoneId zone;

    /// @param provider the agency's name, as its items give it
    /// @param zone the agency's own clock
    public WireCopyWriter(String provider, ZoneId zone) {
        this.provider = provider;
        this.zone = zone;
    }

    /// A text item with an XHTML body.
    public byte[] text(WireCopy copy) {
        return document("newsItem", copy.guid(), copy.version(), out -> {
            writeRights(out, copy.versionCreated(), "");
            writeTextMeta(out, copy);
            writeTextDescription(out, copy);
            out.writeStartElement("contentSet");
            out.writeStartElement("inlineXML");
            out.writeAttribute("contenttype", "application/xhtml+xml");
            out.writeAttribute("wordcount", Integer.toString(CopyMarkup.words(copy.body())));
            out.writeStartElement("html");
            out.writeDefaultNamespace(XHTML);
            out.writeStartElement("head");
            leaf(out, "title", copy.headline());
            out.writeEndElement();
            out.writeStartElement("body");
            out.writeCharacters("\n");
            CopyMarkup.write(copy.body(), out);
            out.writeEndElement();
            out.writeEndElement();
            out.writeEndElement();
            out.writeEndElement();
        });
    }

    /// A picture item that names its file.
    ///
    /// @param width in pixels
    /// @param height in pixels
    /// @param size in bytes
    public byte[] picture(WirePhoto photo, int width, int height, int size) {
        return document("newsItem", photo.guid(), photo.version(), out -> {
            writeRights(out, photo.takenAt(), photo.instructions());
            out.writeStartElement("itemMeta");
            coded(out, "itemClass", "ninat:picture");
            writeProvider(out);
            leaf(out, "versionCreated", stamp(photo.sentAt()));
            leaf(out, "firstCreated", stamp(photo.sentAt()));
            coded(out, "pubStatus", "stat:usable");
            leaf(out, "fileName", photo.fileName());
            out.writeEndElement();

            out.writeStartElement("contentMeta");
            leaf(out, "contentCreated", stamp(photo.takenAt()));
            out.writeStartElement("located");
            out.writeAttribute("type", "cpnat:geoArea");
            leaf(out, "name", photo.city());
            out.writeStartElement("broader");
            leaf(out, "name", photo.country());
            out.writeEndElement();
            out.writeEndElement();
            out.writeStartElement("creator");
            out.writeAttribute("role", "crol:photographer");
            leaf(out, "name", photo.photographer());
            out.writeEndElement();
            leaf(out, "creditline", photo.creditLine());
            for (String keyword : photo.keywords()) {
                leaf(out, "keyword", keyword);
            }
            leaf(out, "headline", photo.headline());
            out.writeStartElement("description");
            out.writeAttribute("role", "drol:caption");
            out.writeCharacters(photo.caption());
            out.writeEndElement();
            out.writeEndElement();

            out.writeStartElement("contentSet");
            out.writeEmptyElement("remoteContent");
            out.writeAttribute("rendition", "rnd:highRes");
            out.writeAttribute("href", photo.fileName());
            out.writeAttribute("contenttype", "image/jpeg");
            out.writeAttribute("size", Integer.toString(size));
            out.writeAttribute("width", Integer.toString(width));
            out.writeAttribute("height", Integer.toString(height));
            out.writeAttribute("layoutorientation", "loutorient:horizontal");
            out.writeEndElement();
        });
    }

    /// A package that binds a text and its pictures.
    ///
    /// @param text the guid of the text
    /// @param pictures the guids of the pictures, the leading one first
    public byte[] bundle(String guid, long version, Instant made, String headline, String text, List<String> pictures) {
        return document("packageItem", guid, version, out -> {
            out.writeStartElement("itemMeta");
            coded(out, "itemClass", "ninat:composite");
            writeProvider(out);
            leaf(out, "versionCreated", stamp(made));
            leaf(out, "firstCreated", stamp(made));
            coded(out, "pubStatus", "stat:usable");
            out.writeEndElement();
            out.writeStartElement("contentMeta");
            leaf(out, "headline", headline);
            out.writeEndElement();
            out.writeStartElement("groupSet");
            out.writeAttribute("root", "G1");
            out.writeStartElement("group");
            out.writeAttribute("id", "G1");
            out.writeAttribute("role", "group:main");
            writeMember(out, text, "ninat:text");
            for (String picture : pictures) {
                writeMember(out, picture, "ninat:picture");
            }
            out.writeEndElement();
            out.writeEndElement();
        });
    }

    private void writeMember(XMLStreamWriter out, String guid, String itemClass) throws XMLStreamException {
        out.writeStartElement("itemRef");
        out.writeAttribute("residref", guid);
        out.writeAttribute("contenttype", "application/vnd.iptc.g2.newsitem+xml");
        coded(out, "itemClass", itemClass);
        out.writeEndElement();
    }

    private void writeRights(XMLStreamWriter out, Instant made, String usageTerms) throws XMLStreamException {
        out.writeStartElement("rightsInfo");
        out.writeStartElement("copyrightHolder");
        out.writeAttribute("literal", provider);
        leaf(out, "name", provider);
        out.writeEndElement();
        leaf(
                out,
                "copyrightNotice",
                "Copyright " + made.atZone(zone).getYear() + " " + provider + ". All rights reserved.");
        if (!usageTerms.isEmpty()) {
            leaf(out, "usageTerms", usageTerms);
        }
        out.writeEndElement();
    }

    private void writeTextMeta(XMLStreamWriter out, WireCopy copy) throws XMLStreamException {
        out.writeStartElement("itemMeta");
        coded(out, "itemClass", "ninat:text");
        writeProvider(out);
        leaf(out, "versionCreated", stamp(copy.versionCreated()));
        leaf(out, "firstCreated", stamp(copy.firstCreated()));
        Instant embargoedUntil = copy.embargoedUntil();
        if (embargoedUntil != null) {
            leaf(out, "embargoed", stamp(embargoedUntil));
        }
        coded(out, "pubStatus", copy.canceled() ? "stat:canceled" : "stat:usable");
        leaf(out, "title", copy.slugline());
        for (EditorNote note : copy.notes()) {
            out.writeStartElement("edNote");
            if (!note.role().isEmpty()) {
                out.writeAttribute("role", note.role());
            }
            out.writeCharacters(note.text());
            out.writeEndElement();
        }
        for (String signal : copy.signals()) {
            coded(out, "signal", signal);
        }
        for (String guid : copy.linked()) {
            out.writeEmptyElement("link");
            out.writeAttribute("rel", "irel:associatedWith");
            out.writeAttribute("residref", guid);
        }
        out.writeEndElement();
    }

    private void writeTextDescription(XMLStreamWriter out, WireCopy copy) throws XMLStreamException {
        out.writeStartElement("contentMeta");
        leaf(out, "urgency", Integer.toString(copy.urgency()));
        leaf(out, "contentCreated", stamp(copy.firstCreated()));
        leaf(out, "contentModified", stamp(copy.versionCreated()));
        out.writeStartElement("infoSource");
        out.writeAttribute("literal", provider);
        leaf(out, "name", provider);
        out.writeEndElement();
        for (String byline : copy.bylines()) {
            out.writeStartElement("creator");
            out.writeAttribute("role", "crol:reporter");
            leaf(out, "name", byline);
            out.writeEndElement();
        }
        out.writeEmptyElement("language");
        out.writeAttribute("tag", "en");
        for (Subject subject : copy.subjects()) {
            writeSubject(out, subject);
        }
        leaf(out, "slugline", copy.slugline());
        leaf(out, "headline", copy.headline());
        if (!copy.bylines().isEmpty()) {
            leaf(out, "by", "By " + String.join(" and ", copy.bylines()));
        }
        leaf(out, "creditline", provider);
        out.writeEndElement();
    }

    private static void writeSubject(XMLStreamWriter out, Subject subject) throws XMLStreamException {
        out.writeStartElement("subject");
        switch (subject.kind()) {
            case TOPIC -> out.writeAttribute("type", "cpnat:abstract");
            case PLACE -> out.writeAttribute("type", "cpnat:geoArea");
            case PERSON -> out.writeAttribute("type", "cpnat:person");
            case ORGANISATION -> out.writeAttribute("type", "cpnat:organisation");
            case OTHER -> {}
        }
        if (!subject.code().isEmpty()) {
            out.writeAttribute("qcode", subject.code());
        } else {
            out.writeAttribute("literal", subject.name());
        }
        leaf(out, "name", subject.name());
        out.writeEndElement();
    }

    private void writeProvider(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("provider");
        out.writeAttribute("literal", provider);
        leaf(out, "name", provider);
        out.writeEndElement();
    }

    private static byte[] document(String root, String guid, long version, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            out.writeCharacters("\n");
            out.writeStartElement(root);
            out.writeDefaultNamespace(NAR);
            out.writeAttribute("guid", guid);
            out.writeAttribute("version", Long.toString(version));
            out.writeAttribute("standard", "NewsML-G2");
            out.writeAttribute("standardversion", "2.35");
            out.writeAttribute("conformance", "power");
            out.writeAttribute("xml:lang", "en");
            out.writeEmptyElement("catalogRef");
            out.writeAttribute("href", CATALOG);
            content.write(out);
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The item " + guid + " cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private String stamp(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    private static void leaf(XMLStreamWriter out, String element, String text) throws XMLStreamException {
        out.writeStartElement(element);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private static void coded(XMLStreamWriter out, String element, String qcode) throws XMLStreamException {
        out.writeEmptyElement(element);
        out.writeAttribute("qcode", qcode);
    }

    @FunctionalInterface
    private interface Content {
        void write(XMLStreamWriter out) throws XMLStreamException;
    }
}
