package org.broadsheet.cms.picturefile;

import com.adobe.internal.xmp.XMPConst;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// Copies out of a stranger's XMP packet what picture desks write, and leaves where it is what picture programs keep
/// there for themselves: thousands of settings at times. What is left is XML that its reader can take.
final class XmpCopy {

    /// Deeper than any vocabulary nests, and shallow enough for every reader's stack.
    private static final int DEEPEST = 40;

    private static final int MOST_ELEMENTS = 20_000;

    /// Fields are looked up one by one by who reads the packet: many of them in one place cost their square.
    private static final int MOST_FIELDS_IN_ONE_PLACE = 500;

    private static final String MOST_SETTINGS = "5000";

    private static final Set<String> KEPT = Set.of(
            XMPConst.NS_X,
            XMPConst.NS_RDF,
            XMPConst.NS_XML,
            XMPConst.NS_DC,
            XMPConst.NS_PHOTOSHOP,
            XMPConst.NS_XMP_RIGHTS,
            XMPConst.NS_IPTCCORE,
            XMPConst.NS_IPTCEXT,
            XMPConst.NS_PLUS);

    private static final XMLInputFactory READERS = readers();
    private static final XMLOutputFactory WRITERS = writers();

    private final XMLStreamReader reader;
    private final XMLStreamWriter writer;
    private final Deque<int[]> fields = new ArrayDeque<>();
    private int elements;

    private XmpCopy(XMLStreamReader reader, XMLStreamWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    /// The copy; `null` where the packet is no XML, or more than anybody needs.
    static byte @Nullable [] of(byte[] packet) {
        String words = words(packet);
        // Padding behind the end is no part of it.
        String whole = words.substring(0, words.lastIndexOf('>') + 1);
        StringWriter copy = new StringWriter();
        try {
            boolean isWhole = new XmpCopy(
                            READERS.createXMLStreamReader(new StringReader(whole)), WRITERS.createXMLStreamWriter(copy))
                    .copy();
            return isWhole ? copy.toString().getBytes(StandardCharsets.UTF_8) : null;
        } catch (XMLStreamException | RuntimeException e) {
            return null;
        }
    }

    /// Letters that are not what they are declared to be, and control characters, are forgiven.
    private static String words(byte[] packet) {
        boolean isWide = packet.length > 1 && (packet[0] == 0 || packet[1] == 0 || (packet[0] & 0xfe) == 0xfe);
        if (!isWide) {
            return Lettering.forgive(packet);
        }
        Charset letters = packet[0] == 0
                ? StandardCharsets.UTF_16BE
                : packet[1] == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16;
        return new String(packet, letters);
    }

    private boolean copy() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (!KEPT.contains(String.valueOf(reader.getNamespaceURI()))) {
                        leaveOut();
                    } else if (!begin()) {
                        return false;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    fields.pop();
                    writer.writeEndElement();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!fields.isEmpty()) {
                        writer.writeCharacters(reader.getText());
                    }
                }
                default -> {
                    // Comments and instructions say nothing of the picture.
                }
            }
        }
        writer.close();
        return elements > 0;
    }

    private boolean begin() throws XMLStreamException {
        elements++;
        int[] parent = fields.peek();
        if (parent != null && !reader.getLocalName().equals("li")) {
            parent[0]++;
        }
        int[] own = {0};
        fields.push(own);
        writer.writeStartElement(reader.getPrefix(), reader.getLocalName(), reader.getNamespaceURI());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            if (namespace != null && KEPT.contains(namespace)) {
                own[0]++;
                writer.writeAttribute(
                        reader.getAttributePrefix(i),
                        namespace,
                        reader.getAttributeLocalName(i),
                        reader.getAttributeValue(i));
            }
        }
        return own[0] <= MOST_FIELDS_IN_ONE_PLACE
                && (parent == null || parent[0] <= MOST_FIELDS_IN_ONE_PLACE)
                && elements <= MOST_ELEMENTS
                && fields.size() <= DEEPEST;
    }

    /// Goes behind an element and all that is in it.
    private void leaveOut() throws XMLStreamException {
        int deep = 1;
        while (deep > 0) {
            int event = reader.next();
            deep += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Picture programs write their settings as attributes, more than the 200 that this Java allows of itself.
        factory.setProperty("jdk.xml.elementAttributeLimit", MOST_SETTINGS);
        return factory;
    }

    private static XMLOutputFactory writers() {
        XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();
        factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, true);
        return factory;
    }
}
