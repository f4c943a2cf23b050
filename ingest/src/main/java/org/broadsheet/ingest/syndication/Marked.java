package org.broadsheet.ingest.syndication;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.broadsheet.core.story.Block;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.BodyReader;
import org.broadsheet.ingest.markup.HtmlReader;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.markup.PlainText;
import org.broadsheet.ingest.markup.Whitespace;
import org.jspecify.annotations.Nullable;

/// A text of a feed and how it is marked up.
///
/// @param sort how its characters are to be read
/// @param text its characters; empty where it is an element
/// @param element its element, for XHTML
record Marked(Sort sort, String text, Markup.@Nullable Element element) {

    /// How the characters of a text are to be read.
    enum Sort {
        /// As they stand.
        PLAIN,
        /// As HTML.
        HTML,
        /// As HTML if they look so: RSS does not say (RSS 2.0, description).
        GUESS,
        /// As the XML they stand in.
        XHTML
    }

    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][A-Za-z0-9]*(\\s[^<>]*)?/?>");
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});");

    static final Marked NONE = new Marked(Sort.PLAIN, "", null);

    static Marked of(Sort sort, String text) {
        return new Marked(sort, text, null);
    }

    static Marked xhtml(Markup.Element element) {
        return new Marked(Sort.XHTML, "", element);
    }

    boolean isBlank() {
        return element == null ? text.isBlank() : element.raw().isBlank();
    }

    private boolean isHtml() {
        return sort == Sort.HTML
                || (sort == Sort.GUESS
                        && (TAG.matcher(text).find() || REFERENCE.matcher(text).find()));
    }

    /// Its words on one line: a title.
    String line() throws Unreadable {
        Markup.Element marked = element;
        if (marked != null) {
            return marked.words();
        }
        return isHtml() ? HtmlReader.read(text).words() : Whitespace.collapsed(text);
    }

    /// Its blocks; relative links lead from the base.
    ///
    /// @param base the address the text stands at; empty where nobody says
    List<Block> blocks(String base, Consumer<String> remark) throws Unreadable {
        Markup.Element marked = element;
        if (marked == null && !isHtml()) {
            return PlainText.blocks(text);
        }
        BodyReader reader = new BodyReader();
        List<Block> blocks = reader.read(absolute(marked == null ? HtmlReader.read(text) : marked, base(base)));
        reader.remarks().forEach(remark);
        reader.pictures().stream()
                .limit(5)
                .forEach(shown -> remark.accept("A picture in the text was not taken: " + shown.source()));
        return blocks;
    }

    private static @Nullable URI base(String base) {
        if (!base.startsWith("http://") && !base.startsWith("https://")) {
            return null;
        }
        try {
            return URI.create(base);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /// The same with every relative link made whole: on our pages it would lead into our own site.
    private static Markup.Element absolute(Markup.Element element, @Nullable URI base) {
        boolean changed = false;
        List<Markup> content = new ArrayList<>(element.content().size());
        for (Markup piece : element.content()) {
            Markup next = piece instanceof Markup.Element inner ? absolute(inner, base) : piece;
            changed |= next != piece;
            content.add(next);
        }
        Map<String, String> attributes = element.attributes();
        String href = element.name().equals("a") ? element.attribute("href") : "";
        if (!href.isEmpty() && isRelative(href)) {
            attributes = new HashMap<>(attributes);
            String whole = base == null ? "" : resolved(base, href);
            if (whole.isEmpty()) {
                attributes.remove("href");
            } else {
                attributes.put("href", whole);
            }
            changed = true;
        }
        return changed ? new Markup.Element(element.name(), attributes, content) : element;
    }

    private static boolean isRelative(String href) {
        int colon = href.indexOf(':');
        int slash = href.indexOf('/');
        return !href.startsWith("#") && (colon < 0 || (slash >= 0 && slash < colon));
    }

    private static String resolved(URI base, String href) {
        try {
            return base.resolve(href.replace(" ", "%20")).toString();
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }
}
