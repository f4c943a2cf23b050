package org.broadsheet.ingest.nitf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.ingest.format.Reading.EnclosedFile;
import org.broadsheet.ingest.markup.BodyReader;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.words.EnclosedPicture;
import org.jspecify.annotations.Nullable;

/// A story marked up in NITF: what its head says and its text in blocks, wherever the mark-up stood.
///
/// @param headline `hl1`; empty where there is none
/// @param dateline `dateline` of the head, as written; empty where there is none
/// @param bylines `byline`, as written
/// @param distributor as written; empty where there is none
/// @param notes `ed-msg`, `correction` and `note`, with their class as the role
/// @param rights the `rights` of the head, as written; empty where there are none
/// @param summary the `abstract` where the text is not the same; empty where there is none
/// @param embargoedUntil `date.release`, where it is after `date.issue`; `null` where it holds nothing back
/// @param body second headlines as sub-heads, then the text, then tag line and bibliography
/// @param pictures the pictures between the paragraphs, with their captions, which are no part of the body
/// @param files those of them whose bytes stand in the text
public record NitfText(
        String headline,
        String dateline,
        List<String> bylines,
        String distributor,
        List<EditorNote> notes,
        String rights,
        String summary,
        @Nullable Instant embargoedUntil,
        Body body,
        List<EnclosedPicture> pictures,
        List<EnclosedFile> files) {

    public NitfText {
        bylines = List.copyOf(bylines);
        notes = List.copyOf(notes);
        pictures = List.copyOf(pictures);
        files = List.copyOf(files);
    }

    /// Reads an element `nitf`.
    ///
    /// @param remark told of what has no place in a story
    public static NitfText read(Markup.Element nitf, Consumer<String> remark) {
        Docdata docdata = Docdata.of(nitf, remark);
        Markup.Element body = orEmpty(nitf.first("body"));
        Markup.Element head = orEmpty(body.first("body.head"));
        NitfMedia media = new NitfMedia(remark);
        BodyReader reader = new BodyReader(media::take);

        List<Block> blocks = new ArrayList<>();
        String headline = headline(orEmpty(head.first("hedline")), reader, blocks);
        int decks = blocks.size();
        blocks.addAll(reader.read(without(body, "body.head")));
        Markup.Element summary = head.first("abstract");
        boolean onlySummary = false;
        if (summary != null && blocks.size() == decks) {
            onlySummary = true;
            blocks.addAll(reader.read(summary));
        }
        reader.remarks().forEach(remark);
        reader.pictures().forEach(shown -> remark.accept("A picture in the text was not taken: " + shown.source()));

        List<EditorNote> notes = new ArrayList<>(docdata.notes());
        head.all("note").forEach(note -> add(notes, noteRole(note), note.words()));
        return new NitfText(
                headline,
                head.wordsAt("dateline"),
                NitfBylines.of(head.all("byline")),
                head.wordsAt("distributor"),
                notes,
                head.wordsAt("rights"),
                onlySummary || summary == null ? "" : summary.words(),
                docdata.embargoedUntil(),
                new Body(blocks),
                media.pictures(),
                media.files());
    }

    /// The first `hl1`, else what stands in the headline without one; every other line is a sub-head before the text.
    private static String headline(Markup.Element hedline, BodyReader reader, List<Block> decks) {
        Markup.Element first = hedline.first("hl1");
        List<Markup> bare = new ArrayList<>();
        for (Markup piece : hedline.content()) {
            if (piece instanceof Markup.Element line
                    && (line.name().equals("hl1") || line.name().equals("hl2"))) {
                if (line != first) {
                    decks.addAll(reader.read(new Markup.Element("hedline", hedline.attributes(), List.of(line))));
                }
            } else {
                bare.add(piece);
            }
        }
        String around = new Markup.Element("hedline", hedline.attributes(), bare).words();
        if (first == null) {
            return around;
        }
        if (!around.isEmpty()) {
            decks.add(Block.Paragraph.of(around));
        }
        return first.words();
    }

    private static String noteRole(Markup.Element note) {
        String noteClass = note.attribute("noteclass");
        return noteClass.isEmpty() ? note.attribute("type") : noteClass;
    }

    static void add(List<EditorNote> notes, String role, String text) {
        if (!text.isEmpty()) {
            notes.add(new EditorNote(role, text));
        }
    }

    private static Markup.Element without(Markup.Element element, String name) {
        List<Markup> rest = new ArrayList<>();
        for (Markup piece : element.content()) {
            if (!(piece instanceof Markup.Element inner && inner.name().equals(name))) {
                rest.add(piece);
            }
        }
        return new Markup.Element(element.name(), element.attributes(), rest);
    }

    private static Markup.Element orEmpty(Markup.@Nullable Element element) {
        return element == null ? Markup.Element.NONE : element;
    }
}
