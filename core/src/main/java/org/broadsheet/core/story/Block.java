package org.broadsheet.core.story;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.stream.Collectors;
import org.broadsheet.core.picture.PictureUse;
import org.jspecify.annotations.Nullable;

/// One piece of a story's body. There is no HTML in the model: what is not one of these cannot be printed.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Subhead.class, name = "subhead"),
    @JsonSubTypes.Type(value = Block.Quote.class, name = "quote"),
    @JsonSubTypes.Type(value = Block.BulletList.class, name = "bullets"),
    @JsonSubTypes.Type(value = Block.NumberedList.class, name = "numbers"),
    @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Block.Tabular.class, name = "tabular"),
    @JsonSubTypes.Type(value = Block.PictureBlock.class, name = "picture"),
    @JsonSubTypes.Type(value = Block.Embed.class, name = "embed")
})
public sealed interface Block {

    /// The words of the block as plain text, its parts divided by newlines.
    String plainText();

    /// A paragraph.
    record Paragraph(List<Inline> content) implements Block {
        public Paragraph {
            content = content == null ? List.of() : List.copyOf(content);
        }

        /// A paragraph of plain text; an empty text makes an empty paragraph.
        public static Paragraph of(String text) {
            return new Paragraph(text.isEmpty() ? List.of() : List.of(Inline.Text.of(text)));
        }

        @Override
        public String plainText() {
            return Inline.text(content);
        }
    }

    /// A cross-head between paragraphs.
    record Subhead(List<Inline> content) implements Block {
        public Subhead {
            content = content == null ? List.of() : List.copyOf(content);
        }

        @Override
        public String plainText() {
            return Inline.text(content);
        }
    }

    /// A quotation set apart from the text.
    record Quote(List<Paragraph> paragraphs) implements Block {
        public Quote {
            paragraphs = paragraphs == null ? List.of() : List.copyOf(paragraphs);
        }

        @Override
        public String plainText() {
            return joined(paragraphs);
        }
    }

    /// A list with bullets.
    record BulletList(List<ListItem> items) implements Block {
        public BulletList {
            items = items == null ? List.of() : List.copyOf(items);
        }

        @Override
        public String plainText() {
            return items.stream().map(ListItem::plainText).collect(Collectors.joining("\n"));
        }
    }

    /// A list with numbers, counted from one.
    record NumberedList(List<ListItem> items) implements Block {
        public NumberedList {
            items = items == null ? List.of() : List.copyOf(items);
        }

        @Override
        public String plainText() {
            return items.stream().map(ListItem::plainText).collect(Collectors.joining("\n"));
        }
    }

    /// One entry of a list: paragraphs, and lists within it.
    record ListItem(List<Block> content) {
        public ListItem {
            content = content == null ? List.of() : List.copyOf(content);
        }

        /// The words of the entry.
        public String plainText() {
            return joined(content);
        }
    }

    /// A table.
    ///
    /// @param caption what the table shows, where the wire says so
    record Table(@Nullable String caption, List<Row> rows) implements Block {
        public Table {
            rows = rows == null ? List.of() : List.copyOf(rows);
        }

        @Override
        public String plainText() {
            String body = rows.stream()
                    .map(row -> row.cells().stream()
                            .map(cell -> Inline.text(cell.content()))
                            .collect(Collectors.joining("\t")))
                    .collect(Collectors.joining("\n"));
            return caption == null || caption.isEmpty() ? body : caption + "\n" + body;
        }
    }

    /// One row of a table.
    record Row(List<Cell> cells) {
        public Row {
            cells = cells == null ? List.of() : List.copyOf(cells);
        }
    }

    /// One cell of a table.
    ///
    /// @param header whether it heads its row or column
    record Cell(@JsonSetter(nulls = Nulls.AS_EMPTY) boolean header, List<Inline> content) {
        public Cell {
            content = content == null ? List.of() : List.copyOf(content);
        }
    }

    /// Matter whose columns are made with spaces, such as results and prices: printed as it stands, in a fixed-width
    /// face.
    record Tabular(String text) implements Block {
        public Tabular {
            text = text == null ? "" : text;
        }

        @Override
        public String plainText() {
            return text;
        }
    }

    /// A picture within the body.
    record PictureBlock(PictureUse picture) implements Block {
        @Override
        public String plainText() {
            return "";
        }
    }

    /// Something that lives elsewhere, such as a film or a post: shown to readers as a link.
    ///
    /// @param href where it lives: an absolute `https` or `http` address
    /// @param title what the link says
    record Embed(String href, String title) implements Block {
        public Embed {
            if (href == null || !Mark.Link.isWebAddress(href)) {
                throw new IllegalArgumentException("Not an address a reader may follow: " + href);
            }
            title = title == null || title.isBlank() ? href : title.strip();
        }

        @Override
        public String plainText() {
            return title;
        }
    }

    private static String joined(List<? extends Block> blocks) {
        return blocks.stream().map(Block::plainText).collect(Collectors.joining("\n"));
    }
}
