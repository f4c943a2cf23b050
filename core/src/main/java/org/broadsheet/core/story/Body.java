package org.broadsheet.core.story;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.stream.Collectors;

/// The text of a story: typed blocks in reading order. As JSON it is the plain list of its blocks.
public record Body(@JsonValue List<Block> blocks) {

    /// A body without a word.
    public static final Body EMPTY = new Body(List.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Body {
        blocks = blocks == null ? List.of() : List.copyOf(blocks);
    }

    /// The words of the body, a newline between blocks, pictures left out.
    public String plainText() {
        return blocks.stream()
                .filter(block -> !(block instanceof Block.PictureBlock))
                .map(Block::plainText)
                .collect(Collectors.joining("\n"));
    }

    /// How many words the body has, divided by white space.
    public int words() {
        String text = plainText().strip();
        return text.isEmpty() ? 0 : text.split("\\s+").length;
    }
}
