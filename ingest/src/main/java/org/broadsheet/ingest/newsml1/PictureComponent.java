package org.broadsheet.ingest.newsml1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.broadsheet.core.story.Body;
import org.broadsheet.ingest.format.Reading.EnclosedFile;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.ContentHash;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.words.Bylines;
import org.broadsheet.ingest.words.EnclosedPicture;
import org.broadsheet.ingest.words.OfferedPicture;

/// A component that is one picture: its forms, its caption and its lines, however deep they stand in each other.
final class PictureComponent {

    private static final int LONGEST_CAPTION = 2_000;

    private final Markup.Element component;
    private final TextReader texts;
    private final Consumer<String> remark;
    private final NewsLines lines;
    private final Metadata metadata = new Metadata();
    private final List<OfferedPicture> forms = new ArrayList<>();
    private final List<EnclosedFile> files = new ArrayList<>();
    private final List<String> captions = new ArrayList<>();

    PictureComponent(Markup.Element component, TextReader texts, String language, Consumer<String> remark) {
        this.component = component;
        this.texts = texts;
        this.remark = remark;
        this.lines = new NewsLines(language);
    }

    /// Whether a component is a picture: it holds one, and no text but a caption.
    static boolean is(Markup.Element component) {
        boolean[] holds = new boolean[4];
        look(component, isCaption(component), holds);
        boolean called = role(component).matches(".*(photo|picture|image|graphic).*");
        boolean onlyChild = component.first("NewsComponent") == null && holds[2] && !holds[3];
        return holds[0] && (!holds[1] || called || onlyChild);
    }

    /// Whether the component holds a picture (0), a text that is no caption (1), the picture before the text (2), and a
    /// text longer than any caption (3).
    private static void look(Markup.Element component, boolean caption, boolean[] holds) {
        for (Markup.Element element : component.elements()) {
            if (element.name().equals("ContentItem")) {
                ContentItem item = new ContentItem(element);
                if (item.isPicture()) {
                    holds[0] = true;
                    holds[2] |= !holds[1];
                } else if (item.isInline() && !caption) {
                    holds[1] = true;
                    Markup.Element content = item.content();
                    holds[3] |= content != null && content.raw().length() > LONGEST_CAPTION;
                }
            } else if (element.name().equals("NewsComponent")) {
                look(element, caption || isCaption(element), holds);
            } else if (element.name().equals("NewsItem")) {
                holds[1] = true; // another item is nobody's caption
            }
        }
    }

    private static boolean isCaption(Markup.Element component) {
        return role(component).contains("caption") || role(component).contains("legend");
    }

    private static String role(Markup.Element component) {
        return component.attributeAt("Role", "FormalName").toLowerCase(Locale.ROOT);
    }

    EnclosedPicture read() throws Unreadable {
        collect(component);
        String caption = lines.caption();
        List<String> bylines = Bylines.names(lines.bylines());
        String credit = lines.first("CreditLine");
        return new EnclosedPicture(
                forms.getFirst().href(),
                forms,
                lines.first("HeadLine"),
                captions.isEmpty() ? caption : String.join("\n", captions),
                credit.isEmpty() ? String.join(", ", metadata.parties("Source")) : credit,
                metadata.copyrightHolder(),
                "",
                bylines.isEmpty() ? metadata.parties("Creator") : bylines,
                ContentHash.of(component));
    }

    /// Files the picture brought along inside the item.
    List<EnclosedFile> files() {
        return files;
    }

    private void collect(Markup.Element at) throws Unreadable {
        lines.add(at);
        metadata.add(at);
        for (Markup.Element element : at.elements()) {
            if (element.name().equals("NewsComponent")) {
                collect(element);
            } else if (element.name().equals("ContentItem")) {
                ContentItem item = new ContentItem(element);
                if (item.isPicture()) {
                    form(item);
                } else {
                    String caption =
                            new Body(texts.read(item).blocks()).plainText().strip();
                    if (!caption.isEmpty() && !captions.contains(caption)) {
                        captions.add(caption);
                    }
                }
            }
        }
    }

    private void form(ContentItem item) {
        byte[] inside = item.decoded();
        if (inside == null || !item.href().isEmpty()) {
            forms.add(item.offered(metadata.fileName()));
            return;
        }
        String ending = item.mimeType().contains("png") ? ".png" : ".jpg";
        String name =
                metadata.fileName().isEmpty() ? ContentHash.of(inside).substring(0, 16) + ending : metadata.fileName();
        forms.add(item.offered(name));
        files.add(new EnclosedFile(name, inside));
    }
}
