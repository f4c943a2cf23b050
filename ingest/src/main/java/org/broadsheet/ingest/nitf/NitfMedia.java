package org.broadsheet.ingest.nitf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.broadsheet.ingest.format.Reading.EnclosedFile;
import org.broadsheet.ingest.markup.ContentHash;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.words.EnclosedPicture;
import org.broadsheet.ingest.words.InlinePicture;
import org.broadsheet.ingest.words.OfferedPicture;

/// Takes the pictures out of a text: a `media` of pictures becomes a picture of its own, any other stays in the text.
final class NitfMedia {

    private final Consumer<String> remark;
    private final List<EnclosedPicture> pictures = new ArrayList<>();
    private final List<EnclosedFile> files = new ArrayList<>();

    NitfMedia(Consumer<String> remark) {
        this.remark = remark;
    }

    List<EnclosedPicture> pictures() {
        return pictures;
    }

    /// The files of pictures that stand in the text themselves.
    List<EnclosedFile> files() {
        return files;
    }

    /// Whether the element is a picture and was taken.
    boolean take(Markup.Element media) {
        String type = media.attribute("media-type").toLowerCase(Locale.ROOT);
        boolean named = List.of("image", "photo", "picture", "graphic").contains(type);
        List<OfferedPicture> forms = new ArrayList<>();
        for (Markup.Element reference : media.all("media-reference")) {
            OfferedPicture form = form(reference);
            if (!form.href().isEmpty()
                    && (form.isPicture() || (named && !form.mimeType().contains("/")))) {
                forms.add(form.isPicture() ? form : typed(form));
            }
        }
        if (named || type.isEmpty() || !forms.isEmpty()) {
            inside(media, forms);
        }
        if (forms.isEmpty()) {
            remark.accept("The text shows " + (type.isEmpty() ? "something" : "a " + type) + source(media)
                    + " that is no picture file; its caption is kept");
            return false;
        }
        String producer = media.wordsAt("media-producer");
        String credit = said(media, "source-credit");
        pictures.add(new EnclosedPicture(
                forms.getFirst().href(),
                forms,
                "",
                media.all("media-caption").stream()
                        .map(Markup.Element::words)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("\n")),
                credit.isEmpty() ? producer : credit,
                said(media, "copyright"),
                said(media, "alternate-text"),
                producer.isEmpty() ? List.of() : List.of(producer),
                ContentHash.of(media)));
        return true;
    }

    /// A file in the text is one more form of its picture.
    private void inside(Markup.Element media, List<OfferedPicture> forms) {
        for (Markup.Element object : media.all("media-object")) {
            if (!object.hasWords()) {
                continue;
            }
            InlinePicture picture = InlinePicture.of(object.raw(), object.attribute("encoding"));
            if (picture == null) {
                remark.accept("A file stands inside the text that is no picture in base 64; it was not taken"
                        + (forms.isEmpty() ? "" : ": " + forms.getFirst().href()));
                continue;
            }
            files.add(picture.file());
            forms.add(
                    forms.isEmpty()
                            ? picture.form(0, 0)
                            : picture.form(
                                    forms.getFirst().width(), forms.getFirst().height()));
        }
    }

    /// What the first of the references says that says it at all.
    private static String said(Markup.Element media, String attribute) {
        for (Markup.Element reference : media.all("media-reference")) {
            if (!reference.attribute(attribute).isEmpty()) {
                return reference.attribute(attribute);
            }
        }
        return "";
    }

    private static OfferedPicture form(Markup.Element reference) {
        String source = reference.attribute("source");
        return new OfferedPicture(
                source.isEmpty() ? reference.attribute("name") : source,
                "",
                reference.attribute("mime-type"),
                OfferedPicture.number(reference.attribute("width")),
                OfferedPicture.number(reference.attribute("height")),
                0);
    }

    /// What stands in a `media` of pictures without a type and an ending is taken for one.
    private static OfferedPicture typed(OfferedPicture form) {
        return new OfferedPicture(form.href(), form.use(), "image/*", form.width(), form.height(), form.size());
    }

    private static String source(Markup.Element media) {
        String source = media.attributeAt("media-reference", "source");
        return source.isEmpty() ? "" : " (" + source + ")";
    }
}
