package org.broadsheet.ingest.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.core.story.Block;

/// Makes the blocks of a story of text without mark-up: an empty line or an indented one begins a paragraph; lines set
/// in columns with spaces stay as they stand.
public final class PlainText {

    private static final Pattern COLUMNS = Pattern.compile("\\S {3,}\\S|\\S\\t+\\S");

    private PlainText() {}

    /// The blocks of a text.
    public static List<Block> blocks(String text) {
        List<String> lines = text.lines().map(String::stripTrailing).toList();
        boolean divided = lines.stream().skip(1).anyMatch(String::isEmpty);
        List<Block> blocks = new ArrayList<>();
        List<String> paragraph = new ArrayList<>();
        for (String line : lines) {
            boolean begins = line.isEmpty() || !divided || line.startsWith("\t") || line.startsWith("   ");
            if (begins && !isColumns(paragraph, line)) {
                end(paragraph, blocks);
            }
            if (!line.isEmpty()) {
                paragraph.add(line);
            }
        }
        end(paragraph, blocks);
        return blocks;
    }

    private static boolean isColumns(List<String> paragraph, String next) {
        return !paragraph.isEmpty()
                && COLUMNS.matcher(paragraph.getLast()).find()
                && COLUMNS.matcher(next).find();
    }

    private static void end(List<String> paragraph, List<Block> blocks) {
        if (paragraph.isEmpty()) {
            return;
        }
        if (paragraph.size() > 1
                && paragraph.stream().allMatch(line -> COLUMNS.matcher(line).find())) {
            blocks.add(new Block.Tabular(String.join("\n", paragraph)));
        } else {
            blocks.add(Block.Paragraph.of(Whitespace.collapsed(String.join("\n", paragraph))));
        }
        paragraph.clear();
    }
}
