package org.broadsheet.cms.site;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes HTML in which words stay words: text and the values of attributes are escaped, what is opened is closed, and
/// there is no way to hand it markup.
final class HtmlWriter {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /// Opens an element.
    ///
    /// @param name of the element, as it stands in our code
    /// @param attributes names, each with its value behind it
    HtmlWriter open(String name, String... attributes) {
        start(name, attributes);
        open.push(name);
        return this;
    }

    /// Closes the element opened last.
    HtmlWriter close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /// An element that holds nothing, such as `br` or `img`.
    HtmlWriter empty(String name, String... attributes) {
        start(name, attributes);
        return this;
    }

    /// Words.
    HtmlWriter text(String words) {
        escape(words, false);
        return this;
    }

    /// An element that holds words alone.
    HtmlWriter element(String name, String words, String... attributes) {
        return open(name, attributes).text(words).close();
    }

    /// What was written.
    ///
    /// @throws IllegalStateException if an element was not closed
    SafeHtml done() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Not closed: " + open);
        }
        return SafeHtml.written(out.toString());
    }

    private void start(String name, String... attributes) {
        out.append('<').append(checked(name));
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(checked(attributes[i])).append("=\"");
            escape(attributes[i + 1], true);
            out.append('"');
        }
        out.append('>');
    }

    private static String checked(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(i > 0 && (c == '-' || (c >= '0' && c <= '9')))) {
                throw new IllegalArgumentException("Not a name in HTML: " + name);
            }
        }
        return name;
    }

    private void escape(String words, boolean quoted) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(quoted ? "&quot;" : "\"");
                case '\t', '\n' -> out.append(c);
                // Control characters and halves of surrogate pairs are not allowed in HTML at all.
                default -> {
                    if (c < ' ' || (c >= 0x7f && c <= 0x9f) || c == 0xfffe || c == 0xffff) {
                        out.append(' ');
                    } else if (!Character.isSurrogate(c)) {
                        out.append(c);
                    } else if (Character.isHighSurrogate(c)
                            && i + 1 < words.length()
                            && Character.isLowSurrogate(words.charAt(i + 1))) {
                        out.append(c).append(words.charAt(++i));
                    } else {
                        out.append('\ufffd');
                    }
                }
            }
        }
    }
}
