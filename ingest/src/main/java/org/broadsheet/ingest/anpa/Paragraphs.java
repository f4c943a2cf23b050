package org.broadsheet.ingest.anpa;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.core.spelling.Spacing;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Inline;

/// Puts the lines of a dispatch together: lines to paragraphs, lines in columns to tabular matter, lines of cells to
/// tables.
final class Paragraphs {

    private static final Pattern COLUMNS = Pattern.compile("\\S {3,}\\S|\\S ?\\t+ ?\\S");

    private static final Pattern GAP = Pattern.compile("\\S {2,}\\S|\\t");

    /// Beyond this a line is no line of a table.
    private static final int LONGEST_ROW = 400;

    private final List<Block> blocks = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Sort sort = Sort.WORDS;

    private enum Sort {
        WORDS,
        COLUMNS,
        CELLS
    }

    /// A line that begins a paragraph, or goes on in columns.
    void begin(String line) {
        if (sort == Sort.COLUMNS || !(isInColumns(line) && !lines.isEmpty() && isInColumns(lines.getLast()))) {
            end();
        }
        lines.add(line);
    }

    /// A line that goes on with the paragraph before it.
    void goOn(String line) {
        if (sort != Sort.WORDS) {
            end();
        }
        lines.add(line);
    }

    /// A line of a table whose columns are made with blanks.
    void columns(String line) {
        turn(Sort.COLUMNS);
        lines.add(line);
    }

    /// A line whose cells are divided by semicolons.
    void cells(String line) {
        turn(Sort.CELLS);
        lines.add(line);
    }

    /// A cross-head.
    void subhead(String words) {
        end();
        if (!words.isEmpty()) {
            blocks.add(new Block.Subhead(List.of(Inline.Text.of(words))));
        }
    }

    /// Ends what was begun.
    void end() {
        if (lines.isEmpty()) {
            sort = Sort.WORDS;
            return;
        }
        switch (sort) {
            case CELLS -> blocks.add(table());
            case COLUMNS -> blocks.add(new Block.Tabular(String.join("\n", lines)));
            case WORDS -> words();
        }
        lines.clear();
        sort = Sort.WORDS;
    }

    /// Whether the last line is one in columns.
    boolean isInColumns() {
        return sort == Sort.COLUMNS && !lines.isEmpty();
    }

    List<Block> blocks() {
        end();
        return List.copyOf(blocks);
    }

    static boolean isInColumns(String line) {
        return line.length() <= LONGEST_ROW && COLUMNS.matcher(line.strip()).find();
    }

    static boolean isCells(String line) {
        if (line.length() > LONGEST_ROW) {
            return false;
        }
        int first = line.indexOf(';');
        return first >= 0 && line.indexOf(';', first + 1) >= 0 && !line.contains("; ");
    }

    private void turn(Sort to) {
        if (sort != to) {
            end();
            sort = to;
        }
    }

    private void words() {
        if (isTabular()) {
            blocks.add(new Block.Tabular(String.join("\n", lines)));
            return;
        }
        String text = SetType.readable(Spacing.tidy(String.join("\n", lines)));
        if (!text.isEmpty()) {
            blocks.add(Block.Paragraph.of(text));
        }
    }

    /// Lines in columns all through, or columns among lines of which most have gaps: narrow tables.
    private boolean isTabular() {
        if (lines.size() < 2) {
            return false;
        }
        long columns = lines.stream().filter(Paragraphs::isInColumns).count();
        if (columns == lines.size()) {
            return true;
        }
        long gaps = lines.stream()
                .filter(line -> line.length() <= LONGEST_ROW
                        && GAP.matcher(line.strip()).find())
                .count();
        return columns > 0 && lines.size() > 2 && gaps * 3 >= lines.size() * 2L;
    }

    private Block.Table table() {
        List<Block.Row> rows = new ArrayList<>();
        for (String line : lines) {
            boolean header = line.startsWith("^");
            List<Block.Cell> cells = new ArrayList<>();
            for (String cell : (header ? line.substring(1) : line).split(";", -1)) {
                String words = Spacing.tidy(cell);
                cells.add(new Block.Cell(header, words.isEmpty() ? List.of() : List.of(Inline.Text.of(words))));
            }
            rows.add(new Block.Row(cells));
        }
        return new Block.Table(null, rows);
    }
}
