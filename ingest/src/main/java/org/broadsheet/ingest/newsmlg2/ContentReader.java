package org.broadsheet.ingest.newsmlg2;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.ingest.format.Reading.EnclosedFile;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.BodyReader;
import org.broadsheet.ingest.markup.HtmlReader;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.markup.PlainText;
import org.broadsheet.ingest.nitf.NitfText;
import org.broadsheet.ingest.words.InlinePicture;
import org.broadsheet.ingest.words.OfferedPicture;
import org.jspecify.annotations.Nullable;

/// Reads the words an item carries in its content set: XHTML, NITF, HTML or plain text.
final class ContentReader {

    private final Consumer<String> remark;
    private final List<Block> blocks = new ArrayList<>();
    private @Nullable NitfText nitf;
    private final List<OfferedPicture> forms = new ArrayList<>();
    private final List<EnclosedFile> files = new ArrayList<>();
    private boolean taken;

    ContentReader(Consumer<String> remark) {
        this.remark = remark;
    }

    void read(Markup.Element contentSet) throws Unreadable {
        for (Markup.Element content : contentSet.elements()) {
            boolean inlineXml = content.name().equals("inlineXML");
            if (!inlineXml && !content.name().equals("inlineData")) {
                continue; // remote content is for pictures and films
            }
            if (!content.hasWords()) {
                continue;
            }
            InlinePicture picture = inlineXml ? null : InlinePicture.of(content.raw(), encoding(content));
            if (picture != null) {
                files.add(picture.file());
                forms.add(picture.form(
                        OfferedPicture.number(content.attribute("width")),
                        OfferedPicture.number(content.attribute("height"))));
                continue;
            }
            if (taken) {
                remark.accept("It carries its text more than once; the first is taken");
                continue;
            }
            if (inlineXml) {
                inlineXml(content);
            } else {
                inlineData(content);
            }
            taken = !blocks.isEmpty();
        }
    }

    private static String encoding(Markup.Element content) {
        return content.attribute("encoding") + content.attribute("encodinguri");
    }

    /// The pictures whose files stand in the item itself.
    List<OfferedPicture> forms() {
        return forms;
    }

    /// Their files, and those inside the text.
    List<EnclosedFile> files() {
        List<EnclosedFile> all = new ArrayList<>(files);
        if (nitf != null) {
            all.addAll(nitf.files());
        }
        return all;
    }

    /// What the text says of itself where it is NITF; `null` where it is not.
    @Nullable
    NitfText nitf() {
        return nitf;
    }

    Body body() {
        return new Body(blocks);
    }

    private void inlineXml(Markup.Element content) {
        Markup.Element marked = content.first("nitf");
        if (marked != null) {
            NitfText read = NitfText.read(marked, remark);
            nitf = read;
            blocks.addAll(read.body().blocks());
            return;
        }
        Markup.Element html = content.first("html");
        Markup.Element body = html == null ? content.first("body") : html.first("body");
        marked(body != null ? body : html != null ? html : content);
    }

    private void inlineData(Markup.Element content) throws Unreadable {
        String encoding = encoding(content);
        String type = content.attribute("contenttype").toLowerCase(Locale.ROOT);
        String text = content.raw();
        if (!encoding.isEmpty()) {
            String decoded = decoded(text, encoding, type);
            if (decoded == null) {
                remark.accept("Its text is encoded (" + encoding + ") and was not read");
                return;
            }
            text = decoded;
        }
        if (!content.elements().isEmpty()) {
            marked(content); // mark-up where characters should be
        } else if (type.contains("html") || type.contains("xml") || (type.isEmpty() && looksMarkedUp(text))) {
            marked(HtmlReader.read(text));
        } else {
            blocks.addAll(PlainText.blocks(text));
        }
    }

    private void marked(Markup.Element body) {
        BodyReader reader = new BodyReader();
        blocks.addAll(reader.read(body));
        reader.remarks().forEach(remark);
        reader.pictures().forEach(shown -> remark.accept("A picture in the text was not taken: " + shown.source()));
    }

    private static boolean looksMarkedUp(String text) {
        String start = text.stripLeading();
        return start.startsWith("<") || start.contains("</p>") || start.contains("<br");
    }

    /// Base 64 of a text; `null` where it is something else.
    private static @Nullable String decoded(String text, String encoding, String type) {
        boolean base64 = encoding.toLowerCase(Locale.ROOT).contains("base64");
        if (!base64 || !(type.isEmpty() || type.startsWith("text/") || type.contains("xml"))) {
            return null;
        }
        try {
            return new String(Base64.getMimeDecoder().decode(text.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
