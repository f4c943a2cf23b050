package org.broadsheet.ingest.markup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.broadsheet.ingest.format.Unreadable;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Reads HTML as browsers do, however untidy, into the same pieces as XML.
public final class HtmlReader {

    /// Where elements stand deeper in each other, jsoup closes them: their text stays.
    private static final int DEEPEST = MarkupReader.DEEPEST - 20;

    private HtmlReader() {}

    /// The body of an HTML document or fragment.
    ///
    /// @throws Unreadable if it has more tags, or leaves more of them open, than any story does
    public static Markup.Element read(String html) throws Unreadable {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return new Markup.Element("body", Map.of(), List.of(new Markup.Text(html)));
        }
        TagCount.check(html);
        return element(
                Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "").body(), 0);
    }

    /// The first element of a name in XML that is not well-formed; `null` where there is none.
    ///
    /// @param names makes the name of an element of the written one
    static Markup.@Nullable Element forgiven(String xml, String name, UnaryOperator<String> names) throws Unreadable {
        Element root = Parser.xmlParser().setMaxDepth(DEEPEST).parseInput(xml, "");
        for (Element element : root.children()) {
            if (names.apply(element.nodeName()).equals(name)) {
                return element(element, 0, names);
            }
        }
        return null;
    }

    private static Markup.Element element(Element element, int depth) throws Unreadable {
        return element(element, depth, UnaryOperator.identity()); // jsoup has made the names of HTML small
    }

    private static Markup.Element element(Element element, int depth, UnaryOperator<String> names) throws Unreadable {
        if (depth > MarkupReader.DEEPEST) {
            throw new Unreadable("HTML elements stand more than " + MarkupReader.DEEPEST + " deep in each other");
        }
        List<Markup> content = new ArrayList<>();
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                content.add(new Markup.Text(wholeCharacters(text.getWholeText())));
            } else if (node instanceof Element inner) {
                content.add(element(inner, depth + 1, names));
            }
        }
        return new Markup.Element(names.apply(element.nodeName()), attributes(element), content);
    }

    private static Map<String, String> attributes(Element element) {
        if (element.attributesSize() == 0) {
            return Map.of();
        }
        Map<String, String> attributes = new HashMap<>();
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            attributes.putIfAbsent(name.substring(name.indexOf(':') + 1), wholeCharacters(attribute.getValue()));
        }
        return attributes;
    }

    /// A reference to half a surrogate pair (`&#xD800;`) is no character: as in browsers it shows as U+FFFD.
    private static String wholeCharacters(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            out = out == null ? new StringBuilder(text) : out;
            out.setCharAt(i, '\uFFFD');
        }
        return out == null ? text : out.toString();
    }
}
