package org.broadsheet.ingest.newsmlg2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Mark;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.words.OfferedPicture;

/// The forms in which an item offers what it is about and does not carry itself (`remoteContent`).
final class Renditions {

    private final Markup.Element contentSet;
    private final Catalog catalog;

    Renditions(Markup.Element item, Catalog catalog) {
        this.contentSet = ItemWords.meta(item, "contentSet");
        this.catalog = catalog;
    }

    /// All forms, as sent.
    List<OfferedPicture> all() {
        List<OfferedPicture> forms = new ArrayList<>();
        for (Markup.Element remote : contentSet.all("remoteContent")) {
            forms.add(new OfferedPicture(
                    remote.attribute("href"),
                    catalog.code(remote, "rendition"),
                    remote.attribute("contenttype"),
                    OfferedPicture.number(remote.attribute("width")),
                    OfferedPicture.number(remote.attribute("height")),
                    OfferedPicture.number(remote.attribute("size"))));
        }
        return forms;
    }

    /// A text with the film or the sound behind it as a link to its best form; forms that nobody could follow are
    /// remarked.
    Body behind(Body text, String title, Consumer<String> remark) {
        List<OfferedPicture> forms = new ArrayList<>(all());
        forms.removeIf(form -> form.href().isEmpty());
        if (forms.isEmpty()) {
            return text;
        }
        forms.sort(Comparator.comparingLong((OfferedPicture form) -> form.width() * form.height())
                .thenComparingLong(OfferedPicture::size)
                .reversed());
        List<Block> blocks = new ArrayList<>(text.blocks());
        boolean shown = false;
        for (OfferedPicture form : forms) {
            String type = form.mimeType().toLowerCase(Locale.ROOT);
            boolean plays = type.startsWith("video/") || type.startsWith("audio/");
            if (!shown && plays && Mark.Link.isWebAddress(form.href())) {
                blocks.add(new Block.Embed(form.href(), title));
                shown = true;
            } else {
                remark.accept("It also lies at " + form.href() + described(form));
            }
        }
        return new Body(blocks);
    }

    private static String described(OfferedPicture form) {
        List<String> parts = new ArrayList<>();
        if (!form.mimeType().isEmpty()) {
            parts.add(form.mimeType());
        }
        if (form.width() > 0) {
            parts.add(form.width() + " × " + form.height());
        }
        if (form.size() > 0) {
            parts.add("%,d bytes".formatted(form.size()));
        }
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }
}
