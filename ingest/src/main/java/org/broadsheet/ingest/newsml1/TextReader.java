package org.broadsheet.ingest.newsml1;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.broadsheet.core.story.Block;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.BodyReader;
import org.broadsheet.ingest.markup.HtmlReader;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.markup.MarkupReader;
import org.broadsheet.ingest.markup.PlainText;
import org.broadsheet.ingest.nitf.NitfText;
import org.jspecify.annotations.Nullable;

/// Reads a text in whatever mark-up it stands: NITF, XHTML, characters that are mark-up once more, or plain text.
final class TextReader {

    private final MarkupReader reader;
    private final Consumer<String> remark;

    TextReader(MarkupReader reader, Consumer<String> remark) {
        this.reader = reader;
        this.remark = remark;
    }

    /// A text in blocks.
    ///
    /// @param nitf what its own head says where it is NITF; else `null`
    record Read(List<Block> blocks, @Nullable NitfText nitf) {
        static final Read NOTHING = new Read(List.of(), null);
    }

    Read read(ContentItem item) throws Unreadable {
        Markup.Element content = item.content();
        if (content == null) {
            if (!item.href().isEmpty()) {
                remark.accept("It also lies at " + item.href()
                        + (item.mediaType().isEmpty() ? "" : " (" + item.mediaType() + ")"));
            }
            return Read.NOTHING;
        }
        if (!content.elements().isEmpty()) {
            return marked(content);
        }
        String characters = item.characters();
        if (characters == null) {
            remark.accept("Its text is encoded (" + item.encoding() + ") and was not read");
            return Read.NOTHING;
        }
        return characters(characters, item.mimeType());
    }

    private Read characters(String characters, String type) throws Unreadable {
        String start = characters.stripLeading();
        if (start.startsWith("<?xml") || start.startsWith("<nitf") || start.startsWith("<!DOCTYPE nitf")) {
            try {
                Markup.Element root = reader.read(start.getBytes(StandardCharsets.UTF_8), remark);
                return marked(new Markup.Element("DataContent", Map.of(), List.of(root)));
            } catch (Unreadable e) {
                remark.accept("The mark-up inside its text is not well-formed and was read as HTML");
            }
        }
        boolean marked = start.startsWith("<") || start.contains("</p>") || start.contains("<br");
        return marked || type.contains("html")
                ? new Read(blocks(HtmlReader.read(characters)), null)
                : new Read(PlainText.blocks(characters), null);
    }

    private Read marked(Markup.Element content) {
        Markup.Element marked = content.first("nitf");
        if (marked != null) {
            NitfText nitf = NitfText.read(marked, remark);
            return new Read(nitf.body().blocks(), nitf);
        }
        if (content.first("body.content") != null || content.first("body.head") != null) {
            NitfText nitf = NitfText.read(
                    new Markup.Element(
                            "nitf",
                            content.attributes(),
                            List.of(new Markup.Element("body", content.attributes(), content.content()))),
                    remark);
            return new Read(nitf.body().blocks(), nitf);
        }
        Markup.Element html = content.first("html");
        Markup.Element body = html == null ? content.first("body") : html.first("body");
        if (body != null && (body.first("body.content") != null || body.first("body.head") != null)) {
            NitfText nitf = NitfText.read(new Markup.Element("nitf", content.attributes(), List.of(body)), remark);
            return new Read(nitf.body().blocks(), nitf);
        }
        return new Read(blocks(body != null ? body : html != null ? html : content), null);
    }

    List<Block> blocks(Markup.Element body) {
        BodyReader blocks = new BodyReader();
        List<Block> read = blocks.read(body);
        blocks.remarks().forEach(remark);
        blocks.pictures().forEach(shown -> remark.accept("A picture in the text was not taken: " + shown.source()));
        return read;
    }
}
