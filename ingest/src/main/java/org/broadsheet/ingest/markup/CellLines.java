package org.broadsheet.ingest.markup;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Inline;

/// The lines a block takes up where only running text may stand, as in the cell of a table.
final class CellLines {

    private CellLines() {}

    static List<List<Inline>> of(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> List.of(paragraph.content());
            case Block.Subhead subhead -> List.of(subhead.content());
            case Block.Quote quote ->
                quote.paragraphs().stream().map(Block.Paragraph::content).toList();
            case Block.BulletList list -> itemLines(list.items());
            case Block.NumberedList list -> itemLines(list.items());
            case Block.Table table -> tableLines(table);
            case Block.Tabular tabular ->
                tabular.text()
                        .lines()
                        .filter(line -> !line.isEmpty())
                        .map(CellLines::plain)
                        .toList();
            case Block.PictureBlock ignored -> List.of();
            case Block.Embed embed -> List.of(plain(embed.title()));
        };
    }

    private static List<List<Inline>> itemLines(List<Block.ListItem> items) {
        return items.stream()
                .flatMap(item -> item.content().stream())
                .flatMap(block -> of(block).stream())
                .toList();
    }

    private static List<List<Inline>> tableLines(Block.Table table) {
        List<List<Inline>> lines = new ArrayList<>();
        String caption = table.caption();
        if (caption != null && !caption.isEmpty()) {
            lines.add(plain(caption));
        }
        table.rows().forEach(row -> lines.add(rowLine(row)));
        return lines;
    }

    private static List<Inline> rowLine(Block.Row row) {
        List<Inline> line = new ArrayList<>();
        for (Block.Cell cell : row.cells()) {
            if (!line.isEmpty()) {
                line.add(Inline.Text.of(" "));
            }
            line.addAll(cell.content());
        }
        return line;
    }

    private static List<Inline> plain(String text) {
        return text.isEmpty() ? List.of() : List.of(Inline.Text.of(text));
    }
}
