package org.broadsheet.ingest.syndication;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.broadsheet.ingest.markup.ContentHash;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.words.EnclosedPicture;
import org.broadsheet.ingest.words.OfferedPicture;

/// The pictures that come with an entry: enclosures (RSS), links (Atom), Media RSS. A group is one picture in several
/// forms; a thumbnail counts where nothing larger comes.
final class MediaReader {

    private final Consumer<String> remark;
    private final List<EnclosedPicture> pictures = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int others;

    MediaReader(Consumer<String> remark) {
        this.remark = remark;
    }

    List<EnclosedPicture> read(Markup.Element entry) {
        for (Markup.Element part : entry.elements()) {
            switch (part.name()) {
                case "media:group" -> media(part, part.all("media:content"));
                case "media:content" -> media(part, List.of(part));
                case "enclosure" -> attached(part.attribute("url"), part.attribute("type"), part.attribute("length"));
                case "link" -> {
                    if (part.attribute("rel").equals("enclosure")) {
                        attached(part.attribute("href"), part.attribute("type"), part.attribute("length"));
                    }
                }
                default -> {
                    // is no picture
                }
            }
        }
        if (pictures.isEmpty()) {
            thumbnail(entry);
        }
        return List.copyOf(pictures);
    }

    /// A file that comes with an entry, without words of its own.
    void attached(String address, String type, String length) {
        OfferedPicture form = new OfferedPicture(address, "", type, 0, 0, OfferedPicture.number(length));
        if (form.isPicture()) {
            add(List.of(form), Markup.Element.NONE, Markup.Element.NONE);
        } else {
            other(address, type);
        }
    }

    /// The pictures so far.
    List<EnclosedPicture> pictures() {
        return List.copyOf(pictures);
    }

    private void media(Markup.Element around, List<Markup.Element> contents) {
        List<OfferedPicture> forms = new ArrayList<>();
        for (Markup.Element content : contents) {
            OfferedPicture form = form(content);
            if (form.isPicture()) {
                forms.add(form);
            } else {
                other(form.href(), form.mimeType());
            }
        }
        if (!forms.isEmpty()) {
            add(forms, contents.getFirst(), around);
        }
    }

    private static OfferedPicture form(Markup.Element content) {
        String type = content.attribute("type");
        if (!type.contains("/")
                && content.attribute("medium").toLowerCase(Locale.ROOT).equals("image")) {
            type = "image/*";
        }
        return new OfferedPicture(
                content.attribute("url"),
                content.attribute("isDefault").equals("true") ? "rnd:main" : "",
                type,
                OfferedPicture.number(content.attribute("width")),
                OfferedPicture.number(content.attribute("height")),
                OfferedPicture.number(content.attribute("fileSize")));
    }

    private void thumbnail(Markup.Element entry) {
        List<Markup.Element> places = new ArrayList<>(List.of(entry));
        places.addAll(entry.all("media:group"));
        places.addAll(entry.all("media:content"));
        for (Markup.Element place : places) {
            for (Markup.Element thumbnail : place.all("media:thumbnail")) {
                if (pictures.isEmpty() && !thumbnail.attribute("url").isEmpty()) {
                    add(
                            List.of(new OfferedPicture(
                                    thumbnail.attribute("url"),
                                    "rnd:thumb",
                                    "image/*",
                                    OfferedPicture.number(thumbnail.attribute("width")),
                                    OfferedPicture.number(thumbnail.attribute("height")),
                                    0)),
                            place,
                            entry);
                }
            }
        }
    }

    private void add(List<OfferedPicture> forms, Markup.Element own, Markup.Element around) {
        String address = forms.getFirst().href();
        if (address.isEmpty() || !seen.add(address)) {
            return;
        }
        String credit = first(own, around, "media:credit");
        String caption = first(own, around, "media:description");
        String title = first(own, around, "media:title");
        String rights = first(own, around, "media:copyright");
        pictures.add(new EnclosedPicture(
                address,
                forms,
                title,
                caption.isEmpty() ? title : caption,
                credit,
                rights,
                "",
                List.of(),
                ContentHash.of(new Markup.Element(
                        address,
                        Map.of("title", title, "caption", caption, "credit", credit, "rights", rights),
                        List.of()))));
    }

    private static String first(Markup.Element own, Markup.Element around, String name) {
        String words = own.wordsAt(name);
        return words.isEmpty() ? around.wordsAt(name) : words;
    }

    private void other(String address, String type) {
        others++;
        if (others <= 5 && !address.isEmpty()) {
            remark.accept("It comes with something that is no picture and was not fetched"
                    + (type.isEmpty() ? "" : " (" + type + ")") + ": " + address);
        }
    }
}
