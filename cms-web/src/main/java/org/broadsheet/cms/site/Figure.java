package org.broadsheet.cms.site;

import java.util.List;
import java.util.Map;
import org.broadsheet.cms.darkroom.PrintFormat;
import org.broadsheet.cms.picture.Renditions;
import org.broadsheet.core.picture.Caption;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureUse;

/// Prints a picture with its caption and its credit line.
final class Figure {

    private static final String FILE_PHOTO = "FILE PHOTO: ";
    private static final int SENT_WITHOUT_CHOICE = 828;

    private Figure() {}

    /// How large an original is, upright, and in which formats this house prints, the smallest first and JPEG last.
    record Size(int width, int height, List<PrintFormat> formats) {}

    /// Prints the picture, if it has a public address: a `picture` with a `source` for each format that is smaller than
    /// JPEG, so that a browser takes the first it knows. Width and height are those of the original, and so the
    // page
    /// keeps the room for it.
    ///
    /// @param sizes HTML's `sizes`: how wide it stands on the page
    /// @param known the pictures of the story that have a public address
    /// @param lead whether it stands on top of the page
    /// @param first whether it is the first picture of the page, which is fetched before the others
    static void print(
            HtmlWriter html, PictureUse use, String sizes, Map<PictureHash, Size> known, boolean lead, boolean first) {
        Size size = known.get(use.hash());
        if (size == null) {
            return;
        }
        String shape = size.height() > size.width() ? " figure-tall" : "";
        html.open("figure", "class", (lead ? "figure figure-lead" : "figure") + shape);
        html.open("picture");
        for (PrintFormat format : size.formats()) {
            if (format != PrintFormat.JPEG) {
                html.empty(
                        "source",
                        "type",
                        format.mimeType(),
                        "srcset",
                        Renditions.sourceSet(use.hash(), size.width(), format),
                        "sizes",
                        sizes);
            }
        }
        html.empty(
                "img",
                "src",
                Renditions.address(use.hash(), SENT_WITHOUT_CHOICE),
                "srcset",
                Renditions.sourceSet(use.hash(), size.width(), PrintFormat.JPEG),
                "sizes",
                sizes,
                "width",
                Integer.toString(size.width()),
                "height",
                Integer.toString(size.height()),
                "alt",
                use.alt(),
                "decoding",
                "async",
                first ? "fetchpriority" : "loading",
                first ? "high" : "lazy");
        html.close();
        caption(html, use);
        html.close();
    }

    private static void caption(HtmlWriter html, PictureUse use) {
        Caption caption = use.caption();
        String credit = use.credit().print();
        if (caption.text().isEmpty() && !caption.filePhoto() && credit.isEmpty()) {
            return;
        }
        html.open("figcaption");
        if (caption.filePhoto()) {
            html.element("b", FILE_PHOTO.strip(), "class", "file-photo").text(" ");
        }
        html.text(caption.text());
        if (!credit.isEmpty()) {
            html.text(caption.text().isEmpty() ? "" : " ").element("span", credit, "class", "credit");
        }
        html.close();
    }
}
