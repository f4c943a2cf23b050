package org.broadsheet.ingest.markup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.format.Unreadable;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/// Reads HTML as browsers do, however untidy, into the same pieces as XML.
public final class HtmlReader {

    /// Where elements stand deeper in each other, jsoup closes them: their text stays.
    private static final int DEEPEST = MarkupReader.DEEPEST - 20;

    private HtmlReader() {}

    /// The body of an HTML document or fragment.
    ///
    /// @throws Unreadable if its elements stand too deep in each other
    public static Markup.Element read(String html) throws Unreadable {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return new Markup.Element("body", Map.of(), List.of(new Markup.Text(html)));
        }
        return element(
                Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "").body(), 0);
    }

    private static Markup.Element element(Element element, int depth) throws Unreadable {
        if (depth > MarkupReader.DEEPEST) {
            throw new Unreadable("HTML elements stand more than " + MarkupReader.DEEPEST + " deep in each other");
        }
        List<Markup> content = new ArrayList<>();
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                content.add(new Markup.Text(wholeCharacters(text.getWholeText())));
            } else if (node instanceof Element inner) {
                content.add(element(inner, depth + 1));
            }
        }
        return new Markup.Element(element.normalName(), attributes(element), content);
    }

    private static Map<String, String> attributes(Element element) {
        if (element.attributesSize() == 0) {
            return Map.of();
        }
        Map<String, String> attributes = new HashMap<>();
        for (Attribute attribute : element.attributes()) {
            attributes.put(attribute.getKey(), wholeCharacters(attribute.getValue()));
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
