package org.broadsheet.cms.site;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Dateline;
import org.broadsheet.core.story.Inline;
import org.broadsheet.core.story.Mark;

/// Prints the text of a story. Every kind of block and every mark has its form here; a new one does not compile until
/// it has.
final class BodyPrinter {

    private static final String COLUMN = "(min-width: 48rem) 42rem, 100vw";
    private static final Pattern WHOLE_ADDRESS = Pattern.compile("https?://.*", Pattern.CASE_INSENSITIVE);

    private final HtmlWriter html = new HtmlWriter();
    private final Map<PictureHash, Figure.Shown> pictures;
    private final String tableName;
    private String dateline;
    private boolean isFirstPicture;

    private BodyPrinter(
            Dateline dateline, Map<PictureHash, Figure.Shown> pictures, boolean isFirstPicture, String tableName) {
        this.dateline = dateline.print().strip();
        this.pictures = pictures;
        this.isFirstPicture = isFirstPicture;
        this.tableName = tableName;
    }

    /// Prints a body, the dateline before the words of its first paragraph.
    ///
    /// @param pictures those of the story that have a public address
    /// @param leads whether no picture stands above the body, so that its first one is the first of the page
    /// @param tableName what a table without a caption is called for those who cannot see it
    static SafeHtml print(
            Body body, Dateline dateline, Map<PictureHash, Figure.Shown> pictures, boolean leads, String tableName) {
        BodyPrinter printer = new BodyPrinter(dateline, pictures, leads, tableName);
        boolean hasParagraph = body.blocks().stream().anyMatch(Block.Paragraph.class::isInstance);
        if (!hasParagraph && !printer.dateline.isEmpty()) {
            printer.paragraph(new Block.Paragraph(List.of()));
        }
        body.blocks().forEach(printer::block);
        return printer.html.done();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> paragraph(paragraph);
            case Block.Subhead subhead -> {
                html.open("h2");
                inlines(subhead.content());
                html.close();
            }
            case Block.Quote quote -> {
                html.open("blockquote");
                quote.paragraphs().forEach(this::plainParagraph);
                html.close();
            }
            case Block.BulletList list -> list("ul", list.items());
            case Block.NumberedList list -> list("ol", list.items());
            case Block.Table table -> table(table);
            case Block.Tabular tabular -> {
                html.open("pre", "class", "tabular", "tabindex", "0");
                html.text(tabular.text()).close();
            }
            case Block.PictureBlock picture -> {
                Figure.print(html, picture.picture(), COLUMN, pictures, false, isFirstPicture);
                isFirstPicture &= !pictures.containsKey(picture.picture().hash());
            }
            case Block.Embed embed ->
                html.open("p", "class", "embed")
                        .element("a", embed.title().isBlank() ? embed.href() : embed.title(), "href", embed.href())
                        .close();
        }
    }

    private void paragraph(Block.Paragraph paragraph) {
        if (paragraph.content().isEmpty() && dateline.isEmpty()) {
            return;
        }
        html.open("p");
        if (!dateline.isEmpty()) {
            html.element("span", dateline, "class", "dateline").text(" ");
            dateline = "";
        }
        inlines(paragraph.content());
        html.close();
    }

    private void plainParagraph(Block.Paragraph paragraph) {
        html.open("p");
        inlines(paragraph.content());
        html.close();
    }

    private void list(String name, List<Block.ListItem> items) {
        html.open(name);
        for (Block.ListItem item : items) {
            html.open("li");
            if (item.content().size() == 1 && item.content().getFirst() instanceof Block.Paragraph only) {
                inlines(only.content());
            } else {
                item.content().forEach(this::withinItem);
            }
            html.close();
        }
        html.close();
    }

    private void withinItem(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            plainParagraph(paragraph);
        } else {
            block(block);
        }
    }

    private void table(Block.Table table) {
        String caption = table.caption() == null ? "" : table.caption().strip();
        // A wide table scrolls by itself, with the keyboard too.
        html.open(
                "div",
                "class",
                "table",
                "role",
                "region",
                "tabindex",
                "0",
                "aria-label",
                caption.isEmpty() ? tableName : caption);
        html.open("table");
        if (!caption.isEmpty()) {
            html.element("caption", caption);
        }
        html.open("tbody");
        for (Block.Row row : table.rows()) {
            boolean headsColumns =
                    row.cells().size() > 1 && row.cells().stream().allMatch(Block.Cell::header);
            html.open("tr");
            for (Block.Cell cell : row.cells()) {
                if (cell.header()) {
                    html.open("th", "scope", headsColumns ? "col" : "row");
                } else {
                    html.open("td");
                }
                inlines(cell.content());
                html.close();
            }
            html.close();
        }
        html.close().close().close();
    }

    private void inlines(List<Inline> inlines) {
        for (Inline inline : inlines) {
            switch (inline) {
                case Inline.Text run -> run(run);
                case Inline.LineBreak _ -> html.empty("br");
            }
        }
    }

    private void run(Inline.Text run) {
        run.marks().forEach(this::openMark);
        html.text(run.text());
        run.marks().forEach(_ -> html.close());
    }

    private void openMark(Mark mark) {
        switch (mark) {
            case Mark.Strong _ -> html.open("strong");
            case Mark.Emphasis _ -> html.open("em");
            case Mark.Superscript _ -> html.open("sup");
            case Mark.Subscript _ -> html.open("sub");
            case Mark.Link link -> {
                String href = link.href().strip();
                if (WHOLE_ADDRESS.matcher(href).matches()) {
                    html.open("a", "href", href, "rel", "noopener");
                } else {
                    html.open("a", "href", href);
                }
            }
        }
    }
}
