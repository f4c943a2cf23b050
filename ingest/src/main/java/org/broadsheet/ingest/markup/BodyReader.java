package org.broadsheet.ingest.markup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Inline;
import org.broadsheet.core.story.Mark;

/// Makes the blocks of a story of XHTML, HTML or NITF mark-up. Every character survives: what has no block or mark of
/// its own keeps its text.
public final class BodyReader {

    private static final int LONGEST_NAME = 60;
    private static final Mark STRONG = new Mark.Strong();
    private static final Mark EMPHASIS = new Mark.Emphasis();
    private static final Mark RAISED = new Mark.Superscript();
    private static final Mark LOWERED = new Mark.Subscript();

    private final Set<String> remarks = new LinkedHashSet<>();
    private final List<PictureInText> pictures = new ArrayList<>();
    private final Predicate<Markup.Element> takesMedia;
    private final TableReader tables = new TableReader(this);

    /// A reader that leaves the captions of pictures in the text.
    public BodyReader() {
        this(media -> false);
    }

    /// @param takesMedia asked for each `media` of NITF whether it stands by itself; such a one is no part of the text
    public BodyReader(Predicate<Markup.Element> takesMedia) {
        this.takesMedia = takesMedia;
    }

    /// The blocks of what stands in an element.
    public List<Block> read(Markup.Element content) {
        return blocks(content.content(), List.of());
    }

    /// What was met that has no place in a story, a sentence each.
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /// The pictures shown in the text so far (`img`), in order.
    public List<PictureInText> pictures() {
        return List.copyOf(pictures);
    }

    List<Block> blocks(List<Markup> content, List<Mark> marks) {
        Paragraphs paragraphs = new Paragraphs();
        walk(content, paragraphs, marks);
        return paragraphs.finish();
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
        List<Markup> content = element.content();
        switch (MarkupPart.of(element.name())) {
            case STRONG -> walk(content, into, with(marks, STRONG));
            case EMPHASIS -> walk(content, into, with(marks, EMPHASIS));
            case RAISED -> walk(content, into, with(marks, RAISED));
            case LOWERED -> walk(content, into, with(marks, LOWERED));
            case LINK -> walk(content, into, linked(element, marks));
            case PLAIN -> walk(content, into, marks);
            case BREAK -> {
                into.lineBreak();
                walk(content, into, marks);
            }
            case FRACTION -> fraction(element, into, marks);
            case PARAGRAPH, CONTAINER -> container(element, into, marks);
            case SUBHEAD -> {
                into.end();
                var before = into.become(Block.Subhead::new);
                walk(content, into, marks);
                into.end();
                into.become(before);
            }
            case QUOTE -> quote(element, into, marks);
            case BULLETS, NUMBERS -> list(element, into, marks);
            case TABLE -> tables.read(element, into, marks);
            case VERBATIM -> {
                String text = Verbatim.text(element);
                if (text.isBlank()) {
                    into.end();
                } else {
                    into.add(new Block.Tabular(text));
                }
            }
            case MEDIA -> media(element, into, marks);
            case PICTURE -> pictures.add(new PictureInText(element.attribute("src"), element.attribute("alt")));
            case FRAME -> frame(element, into, marks);
            case SILENT -> walk(content, into, marks); // has no text where it is what its name says
            case DROPPED -> {
                if (element.hasWords()) {
                    remarks.add("<" + shortened(element.name()) + "> is not text and was left out");
                }
            }
            case UNKNOWN -> {
                remarks.add("<" + shortened(element.name()) + "> is not known; its text is kept");
                walk(content, into, marks);
            }
        }
    }

    private void container(Markup.Element element, Paragraphs into, List<Mark> marks) {
        into.end();
        walk(element.content(), into, marks);
        into.end();
    }

    /// NITF: `numer` and `denom`, with or without `frac-sep` between them.
    private void fraction(Markup.Element fraction, Paragraphs into, List<Mark> marks) {
        boolean undivided = fraction.first("frac-sep") == null && fraction.first("numer") != null;
        for (Markup piece : fraction.content()) {
            if (undivided && piece instanceof Markup.Element part && part.name().equals("denom")) {
                into.text("/", marks);
            }
            walk(List.of(piece), into, marks);
        }
    }

    private void list(Markup.Element list, Paragraphs into, List<Mark> marks) {
        List<Block.ListItem> items = new ArrayList<>();
        for (Markup piece : list.content()) {
            boolean entry =
                    piece instanceof Markup.Element element && element.name().equalsIgnoreCase("li");
            if (piece instanceof Markup.Text text && Whitespace.isBlank(text.text())) {
                continue;
            }
            List<Block> blocks = blocks(entry ? ((Markup.Element) piece).content() : List.of(piece), marks);
            if (!blocks.isEmpty()) {
                items.add(new Block.ListItem(blocks));
            }
        }
        if (items.isEmpty()) {
            into.end();
        } else if (MarkupPart.of(list.name()) == MarkupPart.NUMBERS) {
            into.add(new Block.NumberedList(items));
        } else {
            into.add(new Block.BulletList(items));
        }
    }

    private void quote(Markup.Element quote, Paragraphs into, List<Mark> marks) {
        List<Block.Paragraph> said = new ArrayList<>();
        into.end();
        for (Block block : blocks(quote.content(), marks)) {
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

    private void media(Markup.Element media, Paragraphs into, List<Mark> marks) {
        if (takesMedia.test(media)) {
            into.end();
            return;
        }
        Markup.Element reference = media.first("media-reference");
        String source = reference == null ? "" : reference.attribute("source");
        String type = media.attribute("media-type");
        boolean picture = type.equals("image") || type.equals("photo") || type.isEmpty();
        if (reference != null && !picture && Mark.Link.isWebAddress(source)) {
            into.add(new Block.Embed(source, reference.attribute("alternate-text")));
        }
        container(media, into, marks);
    }

    /// A film, a sound or a page of somebody else is a link to where it lives, called what the mark-up calls it.
    private void frame(Markup.Element frame, Paragraphs into, List<Mark> marks) {
        String address = frame.attribute("src");
        for (String name : List.of("data", "href")) {
            address = address.isEmpty() ? frame.attribute(name) : address;
        }
        Markup.Element source = frame.first("source");
        if (address.isEmpty() && source != null) {
            address = source.attribute("src");
        }
        if (address.startsWith("//")) {
            address = "https:" + address;
        }
        if (!Mark.Link.isWebAddress(address)) {
            remarks.add("<" + frame.name() + "> shows nothing a reader could follow"
                    + (address.isEmpty() ? "" : " (" + shortened(address) + ")"));
            container(frame, into, marks);
            return;
        }
        String title = frame.attribute("title");
        if (title.isEmpty()) {
            into.add(new Block.Embed(address, frame.words()));
        } else {
            into.add(new Block.Embed(address, title));
            container(frame, into, marks);
        }
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
        if (marks.contains(mark)) {
            return marks;
        }
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return List.copyOf(more);
    }

    /// What stands in a cell as one line: a break where a block would begin.
    List<Inline> line(List<Markup> content, List<Mark> marks) {
        List<Inline> line = new ArrayList<>();
        for (Block block : blocks(content, marks)) {
            for (List<Inline> next : CellLines.of(block)) {
                if (!line.isEmpty()) {
                    line.add(new Inline.LineBreak());
                }
                line.addAll(next);
            }
        }
        return line;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "…" : text;
    }
}
