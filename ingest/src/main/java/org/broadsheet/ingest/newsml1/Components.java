package org.broadsheet.ingest.newsml1;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.ingest.format.Reading.EnclosedFile;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.nitf.NitfText;
import org.broadsheet.ingest.words.EnclosedPicture;
import org.jspecify.annotations.Nullable;

/// Goes through the components of an item, which stand in each other, and sorts what it finds: text, pictures with
/// their captions, lines, metadata, other items.
final class Components {

    private final TextReader texts;
    private final Consumer<String> remark;
    private final NewsLines lines;
    private final Metadata metadata;
    private final List<Block> blocks = new ArrayList<>();
    private final List<EnclosedPicture> pictures = new ArrayList<>();
    private final List<EnclosedFile> files = new ArrayList<>();
    private final List<Markup.Element> nested = new ArrayList<>();
    private final List<EditorNote> notes = new ArrayList<>();
    private final Set<String> references = new LinkedHashSet<>();
    private @Nullable NitfText nitf;

    Components(TextReader texts, NewsLines lines, Metadata metadata, Consumer<String> remark) {
        this.texts = texts;
        this.lines = lines;
        this.metadata = metadata;
        this.remark = remark;
    }

    /// Sorts a component and what stands in it.
    void read(Markup.Element component) throws Unreadable {
        if (PictureComponent.is(component)) {
            PictureComponent picture = new PictureComponent(component, texts, lines.language(), remark);
            pictures.add(picture.read());
            files.addAll(picture.files());
            return;
        }
        lines.add(component);
        metadata.add(component);
        comments(component);
        boolean alternatives = component.attribute("EquivalentsList").equalsIgnoreCase("yes");
        boolean taken = false;
        for (Markup.Element element : component.elements()) {
            switch (element.name()) {
                case "ContentItem" -> taken |= content(new ContentItem(element), alternatives && taken);
                case "NewsComponent" -> {
                    if (alternatives && taken && !PictureComponent.is(element)) {
                        remark.accept("It carries its text more than once; the first is taken");
                    } else {
                        int before = blocks.size();
                        read(element);
                        taken |= blocks.size() > before;
                    }
                }
                case "NewsItem" -> nested.add(element);
                case "NewsItemRef" -> {
                    String guid = Identification.withoutRevision(element.attribute("NewsItem"));
                    if (!guid.isEmpty()) {
                        references.add(guid);
                    }
                }
                default -> {
                    // roles, lines and metadata are read by what gathers them
                }
            }
        }
    }

    /// @param known whether the same text was read in another form
    private boolean content(ContentItem item, boolean known) throws Unreadable {
        if (item.isPicture()) {
            PictureComponent picture = new PictureComponent(
                    new Markup.Element("NewsComponent", Map.of(), List.of(item.element())),
                    texts,
                    lines.language(),
                    remark);
            pictures.add(picture.read());
            files.addAll(picture.files());
            return false;
        }
        if (known) {
            remark.accept("It carries its text more than once; the first is taken");
            return false;
        }
        TextReader.Read read = texts.read(item);
        blocks.addAll(read.blocks());
        NitfText own = read.nitf();
        if (own != null) {
            nitf = nitf == null ? own : nitf;
            pictures.addAll(own.pictures());
            files.addAll(own.files());
            notes.addAll(own.notes());
        }
        return !read.blocks().isEmpty();
    }

    void comments(Markup.Element place) {
        for (Markup.Element comment : place.all("Comment")) {
            if (!comment.words().isEmpty()) {
                notes.add(new EditorNote(comment.attribute("FormalName").toLowerCase(Locale.ROOT), comment.words()));
            }
        }
    }

    List<Block> blocks() {
        return blocks;
    }

    List<EnclosedPicture> pictures() {
        return pictures;
    }

    List<EnclosedFile> files() {
        return files;
    }

    List<Markup.Element> nested() {
        return nested;
    }

    List<EditorNote> notes() {
        return notes;
    }

    /// The guids of other items it refers to, in order.
    Set<String> references() {
        return references;
    }

    /// What the text's own head says; `null` where no text is NITF.
    @Nullable
    NitfText nitf() {
        return nitf;
    }
}
