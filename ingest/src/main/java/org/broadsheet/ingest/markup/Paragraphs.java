package org.broadsheet.ingest.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Inline;
import org.broadsheet.core.story.Mark;

/// Collects running text into paragraphs and sub-heads, white space collapsed across element borders as HTML does it.
final class Paragraphs {

    private final List<Block> blocks = new ArrayList<>();
    private final List<Inline> line = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private List<Mark> runMarks = List.of();
    private boolean spacePending;
    private List<Mark> spaceMarks = List.of();
    private Function<List<Inline>, Block> kind = Block.Paragraph::new;

    /// Takes characters on, in the dress of their marks.
    void text(String text, List<Mark> marks) {
        int length = text.length();
        int at = 0;
        while (at < length) {
            int from = at;
            while (at < length && !Whitespace.collapses(text.charAt(at))) {
                at++;
            }
            if (at > from) {
                if (spacePending) {
                    dress(spaceMarks);
                    run.append(' ');
                    spacePending = false;
                }
                dress(marks);
                run.append(text, from, at);
            }
            if (at < length) {
                at++;
                while (at < length && Whitespace.collapses(text.charAt(at))) {
                    at++;
                }
                if (!spacePending && !atLineStart()) {
                    spacePending = true;
                    spaceMarks = marks;
                }
            }
        }
    }

    /// A forced line break.
    void lineBreak() {
        spacePending = false;
        endRun();
        line.add(new Inline.LineBreak());
    }

    /// Ends the running paragraph or sub-head; an empty one leaves nothing behind.
    void end() {
        spacePending = false;
        endRun();
        if (line.isEmpty()) {
            return;
        }
        while (!line.isEmpty() && line.getLast() instanceof Inline.LineBreak) {
            line.removeLast();
        }
        while (!line.isEmpty() && line.getFirst() instanceof Inline.LineBreak) {
            line.removeFirst();
        }
        if (!line.isEmpty()) {
            blocks.add(kind.apply(line));
            line.clear();
        }
    }

    /// What the text that follows is made into: paragraphs or sub-heads.
    Function<List<Inline>, Block> become(Function<List<Inline>, Block> next) {
        Function<List<Inline>, Block> before = kind;
        kind = next;
        return before;
    }

    /// Puts a finished block after what was collected so far.
    void add(Block block) {
        end();
        blocks.add(block);
    }

    /// Ends the text and gives all blocks.
    List<Block> finish() {
        end();
        return List.copyOf(blocks);
    }

    private boolean atLineStart() {
        return run.isEmpty() && (line.isEmpty() || line.getLast() instanceof Inline.LineBreak);
    }

    private void dress(List<Mark> marks) {
        if (marks != runMarks && !marks.equals(runMarks)) {
            endRun();
            runMarks = marks;
        }
    }

    private void endRun() {
        if (!run.isEmpty()) {
            line.add(new Inline.Text(run.toString(), runMarks));
            run.setLength(0);
        }
    }
}
