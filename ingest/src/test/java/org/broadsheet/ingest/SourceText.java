package org.broadsheet.ingest;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.wire.WireItem;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// What an XML source says, read by a parser of its own (the DOM of the JDK), to hold our blocks against.
public final class SourceText {

    private SourceText() {}

    /// The document, or `null` where it is not well-formed.
    public static Document dom(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new ByteArrayInputStream(new byte[0])));
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (Exception e) {
            return null;
        }
    }

    public static Element first(Element root, String name) {
        if (root.getLocalName().equals(name)) {
            return root;
        }
        NodeList found = root.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? null : (Element) found.item(0);
    }

    /// All characters of an element but white space; elements of some names left out.
    public static String characters(Element element, Set<String> without) {
        StringBuilder out = new StringBuilder();
        collect(element, without, out);
        return characters(out.toString());
    }

    /// All characters but white space; a non-breaking space is a character.
    public static String characters(String text) {
        return text.replaceAll("[ \\t\\r\\n\\f]+", "");
    }

    /// All characters of blocks but white space.
    public static String characters(List<Block> blocks) {
        return characters(new Body(blocks).plainText());
    }

    /// Letters and digits of an item's text with the dateline before and the sign-off behind it: what the two become
    /// data of loses its punctuation.
    public static String letters(WireItem item) {
        String printed = item.dateline().isEmpty()
                ? ""
                : Objects.toString(item.dateline().place(), "")
                        + Objects.toString(item.dateline().day(), "")
                        + Objects.toString(item.dateline().agency(), "");
        return letters(printed + item.body().plainText() + item.signOff().print());
    }

    /// Letters and digits alone.
    public static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /// The letters of some texts, sorted: for text whose order is changed on purpose.
    public static String sorted(String letters) {
        return letters.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static void collect(Node node, Set<String> without, StringBuilder out) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (child.getNodeType()) {
                case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> out.append(child.getNodeValue());
                case Node.ELEMENT_NODE -> {
                    if (!without.contains(child.getLocalName())) {
                        collect(child, without, out);
                    }
                }
                default -> collect(child, without, out);
            }
        }
    }
}
