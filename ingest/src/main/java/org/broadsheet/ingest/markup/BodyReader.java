package org.broadsheet.ingest.markup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Inline;
import org.broadsheet.core.story.Mark;
import org.jspecify.annotations.Nullable;

/// Makes the blocks of a story of XHTML, HTML or NITF mark-up. Every character survives: what has no block or mark of
/// its own keeps its text.
public final class BodyReader {

    private static final Set<String> PARAGRAPHS = Set.of("p", "dt", "dd", "address", "figcaption", "media-caption");
    private static final Set<String> SUBHEADS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2");
    private static final Set<String> QUOTES = Set.of("blockquote", "bq", "pullquote");
    private static final Set<String> CONTAINERS = Set.of(
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "nav",
            "figure",
            "center",
            "dl",
            "form",
            "fieldset",
            "details",
            "summary",
            "html",
            "body",
            "nitf",
            "body.head",
            "body.content",
            "body.end",
            "block",
            "hedline",
            "abstract",
            "media",
            "media-producer",
            "nitf-table",
            "note",
            "tagline",
            "credit",
            "fn",
            "hgroup",
            "content",
            "group");
    private static final Set<String> PLAIN = Set.of(
            "span",
            "font",
            "u",
            "small",
            "big",
            "abbr",
            "acronym",
            "cite",
            "code",
            "tt",
            "kbd",
            "samp",
            "var",
            "time",
            "mark",
            "ins",
            "del",
            "s",
            "strike",
            "label",
            "q",
            "bdi",
            "bdo",
            "dfn",
            "data",
            "ruby",
            "rb",
            "rt",
            "rp",
            "inline",
            "wbr",
            "person",
            "name.given",
            "name.family",
            "org",
            "location",
            "sublocation",
            "city",
            "state",
            "region",
            "country",
            "alt-code",
            "chron",
            "num",
            "frac",
            "frac-num",
            "frac-sep",
            "frac-den",
            "money",
            "event",
            "function",
            "object.title",
            "virtloc",
            "postaddr",
            "copyrite",
            "copyrite.year",
            "copyrite.holder",
            "pronounce",
            "classifier",
            "lang",
            "byttl");
    private static final Set<String> SILENT = Set.of(
            "hr", "img", "media-reference", "media-metadata", "col", "colgroup", "nitf-table-metadata", "anchor");
    private static final Set<String> DROPPED =
            Set.of("script", "style", "head", "media-object", "template", "noscript");
    private static final Set<String> ROW_GROUPS = Set.of("thead", "tbody", "tfoot");

    private final Set<String> remarks = new LinkedHashSet<>();

    /// The blocks of what stands in an element.
    public List<Block> read(Markup.Element content) {
        Paragraphs paragraphs = new Paragraphs();
        walk(content.content(), paragraphs, List.of());
        return paragraphs.finish();
    }

    /// What was met that has no place in a story, a sentence each.
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    private void walk(List<Markup> content, Paragraphs into, List<Mark> marks) {
        for (Markup piece : content) {
            switch (piece) {
                case Markup.Text text -> into.text(text.text(), marks);
                case Markup.Element element -> element(element, into, marks);
            }
        }
    }

    private void element(Markup.Element element, Paragraphs into, List<Mark> marks) {
        String name = element.name();
        switch (name) {
            case "strong", "b" -> walk(element.content(), into, with(marks, new Mark.Strong()));
            case "em", "i" -> walk(element.content(), into, with(marks, new Mark.Emphasis()));
            case "sup" -> walk(element.content(), into, with(marks, new Mark.Superscript()));
            case "sub" -> walk(element.content(), into, with(marks, new Mark.Subscript()));
            case "a" -> walk(element.content(), into, linked(element, marks));
            case "br" -> into.lineBreak();
            case "ul", "ol" -> list(element, into);
            case "table" -> table(element, into);
            case "pre" -> {
                String text = verbatim(element);
                if (!text.isBlank()) {
                    into.add(new Block.Tabular(text));
                }
            }
            default -> {
                if (PARAGRAPHS.contains(name) || CONTAINERS.contains(name) || name.equals("li")) {
                    into.end();
                    walk(element.content(), into, marks);
                    into.end();
                } else if (SUBHEADS.contains(name)) {
                    into.end();
                    var before = into.become(Block.Subhead::new);
                    walk(element.content(), into, marks);
                    into.end();
                    into.become(before);
                } else if (QUOTES.contains(name)) {
                    quote(element, into);
                } else if (DROPPED.contains(name)) {
                    if (!element.raw().isBlank()) {
                        remarks.add("<" + name + "> is not text and was left out");
                    }
                } else if (!SILENT.contains(name)) {
                    if (!PLAIN.contains(name)) {
                        remarks.add("<" + name + "> is not known; its text is kept");
                    }
                    walk(element.content(), into, marks);
                }
            }
        }
    }

    private void list(Markup.Element list, Paragraphs into) {
        List<Block.ListItem> items = new ArrayList<>();
        for (Markup piece : list.content()) {
            Paragraphs item = new Paragraphs();
            walk(
                    piece instanceof Markup.Element element && element.name().equals("li")
                            ? element.content()
                            : List.of(piece),
                    item,
                    List.of());
            List<Block> blocks = item.finish();
            if (!blocks.isEmpty()) {
                items.add(new Block.ListItem(blocks));
            }
        }
        if (items.isEmpty()) {
            into.end();
        } else {
            into.add(list.name().equals("ol") ? new Block.NumberedList(items) : new Block.BulletList(items));
        }
    }

    private void quote(Markup.Element quote, Paragraphs into) {
        Paragraphs inside = new Paragraphs();
        walk(quote.content(), inside, List.of());
        List<Block.Paragraph> said = new ArrayList<>();
        into.end();
        for (Block block : inside.finish()) {
            switch (block) {
                case Block.Paragraph paragraph -> said.add(paragraph);
                case Block.Subhead subhead -> said.add(new Block.Paragraph(subhead.content()));
                case Block.Quote inner -> said.addAll(inner.paragraphs());
                case Block.BulletList list -> apart(list, said, into);
                case Block.NumberedList list -> apart(list, said, into);
                case Block.Table inner -> apart(inner, said, into);
                case Block.Tabular inner -> apart(inner, said, into);
                case Block.PictureBlock inner -> apart(inner, said, into);
                case Block.Embed inner -> apart(inner, said, into);
            }
        }
        endQuote(said, into);
    }

    /// A block that cannot stand in a quotation ends it and stands by itself.
    private static void apart(Block block, List<Block.Paragraph> said, Paragraphs into) {
        endQuote(said, into);
        into.add(block);
    }

    private static void endQuote(List<Block.Paragraph> said, Paragraphs into) {
        if (!said.isEmpty()) {
            into.add(new Block.Quote(said));
            said.clear();
        }
    }

    private void table(Markup.Element table, Paragraphs into) {
        List<Block.Row> rows = new ArrayList<>();
        List<String> captions = new ArrayList<>();
        rows(table, rows, captions);
        if (!rows.isEmpty()) {
            into.add(new Block.Table(captions.isEmpty() ? null : String.join(" ", captions), rows));
        } else {
            into.end();
            for (String caption : captions) {
                into.add(Block.Paragraph.of(caption));
            }
        }
    }

    private void rows(Markup.Element table, List<Block.Row> rows, List<String> captions) {
        for (Markup piece : table.content()) {
            switch (piece) {
                case Markup.Text text when text.text().isBlank() -> {
                    // the line breaks between the rows
                }
                case Markup.Element group when ROW_GROUPS.contains(group.name()) -> rows(group, rows, captions);
                case Markup.Element caption
                when caption.name().equals("caption") -> {
                    if (!caption.words().isEmpty()) {
                        captions.add(caption.words());
                    }
                }
                case Markup.Element row when row.name().equals("tr") -> row(row, rows);
                case Markup.Element silent when SILENT.contains(silent.name()) -> {
                    // columns have no text
                }
                default -> {
                    List<Inline> stray = cell(List.of(piece));
                    if (!stray.isEmpty()) {
                        rows.add(new Block.Row(List.of(new Block.Cell(false, stray))));
                    }
                }
            }
        }
    }

    private void row(Markup.Element row, List<Block.Row> rows) {
        List<Block.Cell> cells = new ArrayList<>();
        for (Markup piece : row.content()) {
            if (piece instanceof Markup.Element cell
                    && (cell.name().equals("td") || cell.name().equals("th"))) {
                cells.add(new Block.Cell(cell.name().equals("th"), cell(cell.content())));
            } else {
                List<Inline> stray = cell(List.of(piece));
                if (!stray.isEmpty()) {
                    cells.add(new Block.Cell(false, stray));
                }
            }
        }
        if (!cells.isEmpty()) {
            rows.add(new Block.Row(cells));
        }
    }

    /// What stands in a cell as one line: a break where a block would begin.
    private List<Inline> cell(List<Markup> content) {
        Paragraphs inside = new Paragraphs();
        walk(content, inside, List.of());
        List<Inline> line = new ArrayList<>();
        for (Block block : inside.finish()) {
            for (List<Inline> next : CellLines.of(block)) {
                if (!line.isEmpty()) {
                    line.add(new Inline.LineBreak());
                }
                line.addAll(next);
            }
        }
        return line;
    }

    private List<Mark> linked(Markup.Element anchor, List<Mark> marks) {
        String href = anchor.attribute("href");
        if (href.isEmpty() || href.startsWith("#")) {
            return marks;
        }
        if (!Mark.Link.isAllowed(href)) {
            remarks.add("A link leads where no reader may follow (" + shortened(href) + "); its text is kept");
            return marks;
        }
        return with(marks.stream().filter(mark -> !(mark instanceof Mark.Link)).toList(), new Mark.Link(href));
    }

    private static List<Mark> with(List<Mark> marks, Mark mark) {
        return marks.contains(mark)
                ? marks
                : Stream.concat(marks.stream(), Stream.of(mark)).toList();
    }

    private static String verbatim(Markup.Element pre) {
        StringBuilder out = new StringBuilder();
        collect(pre, out);
        String text = out.toString().replace("\r\n", "\n").replace('\r', '\n');
        return text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .replaceAll("^\n+|\n+$", "");
    }

    private static void collect(Markup.Element element, StringBuilder out) {
        for (Markup piece : element.content()) {
            switch (piece) {
                case Markup.Text text -> out.append(text.text());
                case Markup.Element inner -> {
                    if (inner.name().equals("br")) {
                        out.append('\n');
                    }
                    collect(inner, out);
                }
            }
        }
    }

    private static String shortened(@Nullable String href) {
        String text = href == null ? "" : href;
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
