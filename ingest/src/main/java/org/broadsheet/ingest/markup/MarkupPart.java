package org.broadsheet.ingest.markup;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What an element of XHTML, HTML or NITF is in a story.
enum MarkupPart {
    STRONG,
    EMPHASIS,
    RAISED,
    LOWERED,
    LINK,
    BREAK,
    BULLETS,
    NUMBERS,
    TABLE,
    VERBATIM,
    /// Begins and ends a paragraph.
    PARAGRAPH,
    SUBHEAD,
    QUOTE,
    /// Holds blocks; text directly in it is a paragraph.
    CONTAINER,
    /// Runs in the text and sets nothing apart.
    PLAIN,
    /// A fraction: what stands above and below its line is divided by a slash.
    FRACTION,
    /// Has no text of its own.
    SILENT,
    /// Holds what is no text for readers.
    DROPPED,
    /// A picture, a film or a sound of NITF with its caption.
    MEDIA,
    PICTURE,
    /// Something that lives elsewhere and is shown in the text.
    FRAME,
    UNKNOWN;

    private static final Map<String, MarkupPart> PARTS = parts();

    /// What an element of a name is; [#UNKNOWN] where no story has a place for it.
    static MarkupPart of(String name) {
        MarkupPart part = PARTS.get(name);
        if (part == null) {
            part = PARTS.get(name.toLowerCase(Locale.ROOT));
        }
        return part == null ? UNKNOWN : part;
    }

    private static Map<String, MarkupPart> parts() {
        Map<String, MarkupPart> parts = new HashMap<>();
        add(parts, STRONG, "strong b");
        add(parts, EMPHASIS, "em i");
        add(parts, RAISED, "sup");
        add(parts, LOWERED, "sub");
        add(parts, LINK, "a");
        add(parts, BREAK, "br");
        add(parts, BULLETS, "ul menu dir");
        add(parts, NUMBERS, "ol");
        add(parts, TABLE, "table");
        add(parts, VERBATIM, "pre listing xmp");
        add(parts, PARAGRAPH, "p dt dd address figcaption media-caption li byline dateline credit bibliography legend");
        add(parts, SUBHEAD, "h1 h2 h3 h4 h5 h6 hl1 hl2");
        add(parts, QUOTE, "blockquote bq pullquote");
        add(parts, CONTAINER, """
            div section article main header footer aside nav figure center dl form fieldset details summary html \
            body nitf body.head body.content body.end block hedline abstract media-producer nitf-table \
            nitf-table-metadata nitf-table-summary custom-table note tagline fn hgroup content group caption \
            search picture tbody thead tfoot tr td th\
            """);
        add(parts, PLAIN, """
            span font u small big abbr acronym cite code tt kbd samp var time mark ins del s strike label q bdi \
            bdo dfn data ruby rb rt rtc rp inline wbr nobr person name.given name.family org location sublocation \
            city state region country alt-code chron num numer frac-sep denom money event function object.title \
            virtloc postaddr addressee delivery.point delivery.office postcode care.of copyrite copyrite.year \
            copyrite.holder pronounce classifier lang byttl story.date distributor\
            """);
        add(parts, FRACTION, "frac");
        add(parts, SILENT, """
            hr media-reference media-metadata col colgroup nitf-colgroup nitf-col table-reference datasource \
            tobject key-list anchor link meta base source track area map param\
            """);
        add(parts, DROPPED, "script style head media-object template noscript svg");
        add(parts, MEDIA, "media");
        add(parts, PICTURE, "img");
        add(parts, FRAME, "iframe video audio embed object");
        return Map.copyOf(parts);
    }

    private static void add(Map<String, MarkupPart> parts, MarkupPart part, String names) {
        List.of(names.split("\\s+")).forEach(name -> parts.put(name, part));
    }
}
