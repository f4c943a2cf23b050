package org.broadsheet.ingest.markup;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// What an XML document begins with: enough to tell the formats of the trade apart.
///
/// @param name the local name
/// @param namespace as declared on the element for its prefix; empty where it is not declared
public record RootElement(String name, String namespace) {

    private static final int LOOKED_AT = 64 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final WstxInputFactory FACTORY = factory();

    /// The root element of a document; `null` where the bytes do not begin as XML does. Nothing behind the first
    /// 64 KB is looked at, a document type is passed over unread.
    public static @Nullable RootElement of(byte[] bytes) {
        if (!beginsAsMarkup(bytes)) {
            return null;
        }
        try {
            ByteArrayInputStream head = new ByteArrayInputStream(bytes, start(bytes), LOOKED_AT);
            XMLStreamReader in = isWide(bytes)
                    ? FACTORY.createXMLStreamReader(head)
                    : FACTORY.createXMLStreamReader(head, StandardCharsets.ISO_8859_1.name());
            try {
                while (in.hasNext()) {
                    if (in.next() == XMLStreamConstants.START_ELEMENT) {
                        return found(in);
                    }
                }
                return null;
            } finally {
                in.close();
            }
        } catch (XMLStreamException e) {
            return null;
        }
    }

    private static RootElement found(XMLStreamReader in) {
        String whole = in.getLocalName();
        int colon = whole.indexOf(':');
        String declares = colon < 0 ? "xmlns" : "xmlns:" + whole.substring(0, colon);
        String namespace = "";
        for (int i = 0; i < in.getAttributeCount(); i++) {
            if (in.getAttributeLocalName(i).equals(declares)) {
                namespace = in.getAttributeValue(i).strip();
            }
        }
        String name = whole.substring(colon + 1);
        return new RootElement(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name, namespace);
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 256);
        return factory;
    }

    private static boolean beginsAsMarkup(byte[] bytes) {
        if (bytes.length > 3 && (bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF)) {
            boolean bigEndian = bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
            boolean littleEndian = bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
            return (bigEndian && bytes[3] == '<') || (littleEndian && bytes[2] == '<');
        }
        int at = start(bytes);
        return at < bytes.length
                && (bytes[at] == '<' || (bytes[at] == 0 && at + 1 < bytes.length && bytes[at + 1] == '<'));
    }

    /// Whether a character takes more than a byte; where it does not, names read the same in all charsets, and an
    /// unknown one that the document declares does no harm here.
    private static boolean isWide(byte[] bytes) {
        return bytes[0] == (byte) 0xFE
                || bytes[0] == (byte) 0xFF
                || bytes[0] == 0
                || (bytes.length > 1 && bytes[1] == 0);
    }

    /// Where the mark-up begins: behind a byte order mark of UTF-8 and white space, which real feeds put there.
    private static int start(byte[] bytes) {
        int at = 0;
        if (bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            at = 3;
        }
        while (at < bytes.length && at < 1024 && Whitespace.collapses((char) (bytes[at] & 0xFF))) {
            at++;
        }
        return at;
    }
}
