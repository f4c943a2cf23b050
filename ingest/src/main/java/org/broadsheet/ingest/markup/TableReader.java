package org.broadsheet.ingest.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Inline;
import org.broadsheet.core.story.Mark;

/// Reads tables row by row; what stands where no cell should be becomes a cell or a row of its own.
final class TableReader {

    private static final Set<String> ROW_GROUPS = Set.of("thead", "tbody", "tfoot");

    private final BodyReader reader;

    TableReader(BodyReader reader) {
        this.reader = reader;
    }

    void read(Markup.Element table, Paragraphs into, List<Mark> marks) {
        List<Block.Row> rows = new ArrayList<>();
        List<String> captions = new ArrayList<>();
        rows(table, rows, captions, marks);
        if (!rows.isEmpty()) {
            into.add(new Block.Table(captions.isEmpty() ? null : String.join(" ", captions), rows));
        } else {
            into.end();
            for (String caption : captions) {
                into.add(Block.Paragraph.of(caption));
            }
        }
    }

    private void rows(Markup.Element table, List<Block.Row> rows, List<String> captions, List<Mark> marks) {
        for (Markup piece : table.content()) {
            if (piece instanceof Markup.Text text && Whitespace.isBlank(text.text())) {
                continue; // the line breaks between the rows
            }
            String name = name(piece);
            if (piece instanceof Markup.Element element && ROW_GROUPS.contains(name)) {
                rows(element, rows, captions, marks);
            } else if (piece instanceof Markup.Element element && name.equals("tr")) {
                row(element, rows, marks);
            } else if (piece instanceof Markup.Element element && name.equals("caption")) {
                if (!element.words().isEmpty()) {
                    captions.add(element.words());
                }
            } else {
                stray(piece, marks, cell -> rows.add(new Block.Row(List.of(cell))));
            }
        }
    }

    private void row(Markup.Element row, List<Block.Row> rows, List<Mark> marks) {
        List<Block.Cell> cells = new ArrayList<>();
        for (Markup piece : row.content()) {
            if (piece instanceof Markup.Text text && Whitespace.isBlank(text.text())) {
                continue;
            }
            String name = name(piece);
            if (piece instanceof Markup.Element cell && (name.equals("td") || name.equals("th"))) {
                cells.add(new Block.Cell(name.equals("th"), reader.line(cell.content(), marks)));
            } else {
                stray(piece, marks, cells::add);
            }
        }
        if (!cells.isEmpty()) {
            rows.add(new Block.Row(cells));
        }
    }

    private void stray(Markup piece, List<Mark> marks, Consumer<Block.Cell> into) {
        List<Inline> line = reader.line(List.of(piece), marks);
        if (!line.isEmpty()) {
            into.accept(new Block.Cell(false, line));
        }
    }

    /// The lower-case name of an element; empty for text.
    private static String name(Markup piece) {
        return piece instanceof Markup.Element element ? element.name().toLowerCase(Locale.ROOT) : "";
    }
}
