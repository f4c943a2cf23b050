package org.broadsheet.ingest.newsmlg2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.BodyReader;
import org.broadsheet.ingest.markup.HtmlReader;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.markup.PlainText;
import org.jspecify.annotations.Nullable;

/// Reads the words an item carries in its content set: XHTML, NITF, HTML or plain text.
final class ContentReader {

    private final Consumer<String> remark;
    private final BodyReader reader = new BodyReader();
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> bylines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String headline = "";
    private String dateline = "";
    private boolean taken;

    ContentReader(Consumer<String> remark) {
        this.remark = remark;
    }

    void read(Markup.Element contentSet) throws Unreadable {
        for (Markup.Element content : contentSet.elements()) {
            if (content.raw().isBlank()) {
                continue;
            }
            switch (content.name()) {
                case "inlineXML" -> takeFirst(() -> inlineXml(content));
                case "inlineData" -> takeFirst(() -> inlineData(content));
                default -> {
                    // remote content is for pictures
                }
            }
        }
        reader.remarks().forEach(remark);
    }

    /// The headline inside the text (NITF `hl1`); empty where there is none.
    String headline() {
        return headline;
    }

    /// The dateline inside the head of the text (NITF `dateline`); empty where there is none.
    String dateline() {
        return dateline;
    }

    /// Bylines inside the head of the text (NITF `byline`), as written.
    List<String> bylines() {
        return List.copyOf(bylines);
    }

    /// Notes to editors inside the text (NITF `ed-msg`).
    List<String> notes() {
        return List.copyOf(notes);
    }

    Body body() {
        return new Body(blocks);
    }

    /// Several contents are renditions of one text: the first that has words counts.
    private void takeFirst(Part part) throws Unreadable {
        if (taken) {
            remark.accept("It carries its text more than once; the first is taken");
            return;
        }
        part.read();
        taken = !blocks.isEmpty();
    }

    private void inlineXml(Markup.Element content) {
        Markup.Element nitf = content.first("nitf");
        if (nitf != null) {
            nitf(nitf);
            return;
        }
        Markup.Element html = content.first("html");
        Markup.Element body = html == null ? content.first("body") : html.first("body");
        blocks.addAll(reader.read(body == null ? content : body));
    }

    private void nitf(Markup.Element nitf) {
        Markup.Element message = nitf.first("head", "docdata", "ed-msg");
        if (message != null && !message.attribute("info").isEmpty()) {
            notes.add(message.attribute("info"));
        }
        Markup.Element body = nitf.first("body");
        if (body == null) {
            return;
        }
        Markup.Element head = body.first("body.head");
        if (head != null) {
            bodyHead(head);
        }
        List<Markup> text = new ArrayList<>();
        for (Markup piece : body.content()) {
            if (!(piece instanceof Markup.Element element && element.name().equals("body.head"))) {
                text.add(piece);
            }
        }
        blocks.addAll(reader.read(new Markup.Element("body", body.attributes(), text)));
        Markup.Element summary = head == null ? null : head.first("abstract");
        if (blocks.isEmpty() && summary != null) {
            blocks.addAll(reader.read(summary));
        }
    }

    private void bodyHead(Markup.Element head) {
        headline = words(head.first("hedline", "hl1"));
        Markup.Element hedline = head.first("hedline");
        if (hedline != null) {
            for (Markup.Element deck : hedline.all("hl2")) {
                blocks.addAll(reader.read(new Markup.Element("hedline", deck.attributes(), List.of(deck))));
            }
        }
        head.all("byline").forEach(byline -> bylines.add(byline.words()));
        dateline = words(head.first("dateline"));
        head.all("note").forEach(note -> notes.add(note.words()));
    }

    private void inlineData(Markup.Element content) throws Unreadable {
        String encoding = content.attribute("encoding") + content.attribute("encodinguri");
        if (!encoding.isEmpty()) {
            remark.accept("Its text is encoded (" + encoding + ") and was not read");
            return;
        }
        String type = content.attribute("contenttype").toLowerCase(Locale.ROOT);
        String text = content.raw();
        if (type.contains("html") || (type.isEmpty() && text.stripLeading().startsWith("<"))) {
            blocks.addAll(reader.read(HtmlReader.read(text)));
        } else {
            blocks.addAll(PlainText.blocks(text));
        }
    }

    private static String words(Markup.@Nullable Element element) {
        return element == null ? "" : element.words();
    }

    @FunctionalInterface
    private interface Part {
        void read() throws Unreadable;
    }
}
