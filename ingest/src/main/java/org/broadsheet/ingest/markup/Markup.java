package org.broadsheet.ingest.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A piece of a marked-up document: text, or an element with what stands in it.
public sealed interface Markup {

    /// Characters as they stand in the document.
    record Text(String text) implements Markup {}

    /// An element.
    ///
    /// @param name its local name as written; agencies vary their prefixes
    /// @param attributes by local name
    /// @param content in the order of the document
    record Element(String name, Map<String, String> attributes, List<Markup> content) implements Markup {

        /// An element that is not there: without a name, an attribute or a word.
        public static final Element NONE = new Element("", Map.of(), List.of());

        public Element {
            attributes = Map.copyOf(attributes);
            content = List.copyOf(content);
        }

        /// The value of an attribute, stripped; empty where it is not there.
        public String attribute(String name) {
            String value = attributes.get(name);
            return value == null ? "" : value.strip();
        }

        /// The elements directly in this one, in order.
        public List<Element> elements() {
            List<Element> found = new ArrayList<>();
            for (Markup piece : content) {
                if (piece instanceof Element element) {
                    found.add(element);
                }
            }
            return found;
        }

        /// The elements of a name directly in this one, in order.
        public List<Element> all(String name) {
            List<Element> found = new ArrayList<>();
            for (Markup piece : content) {
                if (piece instanceof Element element && element.name().equals(name)) {
                    found.add(element);
                }
            }
            return found;
        }

        /// The first element at the end of a path of names; `null` where there is none.
        public @Nullable Element first(String... path) {
            Element at = this;
            for (String name : path) {
                Element next = null;
                for (Markup piece : at.content()) {
                    if (piece instanceof Element element && element.name().equals(name)) {
                        next = element;
                        break;
                    }
                }
                if (next == null) {
                    return null;
                }
                at = next;
            }
            return at;
        }

        /// The words of the first element at the end of a path of names; empty where there is none.
        public String wordsAt(String... path) {
            Element found = first(path);
            return found == null ? "" : found.words();
        }

        /// An attribute of the first element of a name directly in this one; empty where there is none.
        public String attributeAt(String child, String attribute) {
            Element found = first(child);
            return found == null ? "" : found.attribute(attribute);
        }

        /// All its characters as they stand.
        public String raw() {
            if (content.size() == 1 && content.getFirst() instanceof Text text) {
                return text.text();
            }
            StringBuilder out = new StringBuilder();
            collect(this, out);
            return out.toString();
        }

        /// Whether it holds anything but white space.
        public boolean hasWords() {
            for (Markup piece : content) {
                boolean words =
                        switch (piece) {
                            case Text text -> !text.text().isBlank();
                            case Element inner -> inner.hasWords();
                        };
                if (words) {
                    return true;
                }
            }
            return false;
        }

        /// Its words, white space collapsed as HTML does it; non-breaking spaces stay.
        public String words() {
            return Whitespace.collapsed(raw());
        }

        private static void collect(Element element, StringBuilder out) {
            for (Markup piece : element.content()) {
                switch (piece) {
                    case Text text -> out.append(text.text());
                    case Element inner -> {
                        boolean apart =
                                inner.name().equals("br") || inner.name().equals("p");
                        if (apart) {
                            out.append('\n');
                        }
                        collect(inner, out);
                        if (apart) {
                            out.append('\n');
                        }
                    }
                }
            }
        }
    }
}
