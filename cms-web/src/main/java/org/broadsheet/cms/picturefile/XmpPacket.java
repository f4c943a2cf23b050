package org.broadsheet.cms.picturefile;

import java.nio.charset.StandardCharsets;

/// Writes a slip as an XMP packet (ISO 16684-1).
final class XmpPacket {

    private static final String HEAD = """
        <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about=""
         xmlns:dc="http://purl.org/dc/elements/1.1/"
         xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
         xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
         xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
        """;

    private static final String TAIL = """
        </rdf:Description>
        </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="r"?>\
        """;

    private XmpPacket() {}

    static byte[] of(Slip slip) {
        StringBuilder xml = new StringBuilder(HEAD);
        inLanguages(xml, "dc:description", slip.caption());
        plain(xml, "photoshop:Credit", slip.credit());
        inLanguages(xml, "dc:rights", slip.copyright());
        if (!slip.copyright().isEmpty() || !slip.licence().isEmpty()) {
            plain(xml, "xmpRights:Marked", "True");
        }
        plain(xml, "xmpRights:WebStatement", slip.licence());
        plain(xml, "Iptc4xmpExt:DigitalSourceType", slip.digitalSourceType());
        return xml.append(TAIL).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void plain(StringBuilder xml, String name, String words) {
        if (!words.isEmpty()) {
            xml.append('<').append(name).append('>');
            escape(xml, words);
            xml.append("</").append(name).append(">\n");
        }
    }

    private static void inLanguages(StringBuilder xml, String name, String words) {
        if (!words.isEmpty()) {
            xml.append('<').append(name).append("><rdf:Alt><rdf:li xml:lang=\"x-default\">");
            escape(xml, words);
            xml.append("</rdf:li></rdf:Alt></").append(name).append(">\n");
        }
    }

    private static void escape(StringBuilder xml, String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                default -> xml.append(c);
            }
        }
    }
}
