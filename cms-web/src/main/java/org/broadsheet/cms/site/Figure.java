package org.broadsheet.cms.site;

import java.util.Map;
import org.broadsheet.cms.darkroom.PrintFormat;
import org.broadsheet.core.picture.Caption;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureUse;

/// Prints a picture with its caption and its credit line.
final class Figure {

    private static final String FILE_PHOTO = "FILE PHOTO: ";
    private static final int SENT_WITHOUT_CHOICE = 828;

    private Figure() {}

    /// A picture and what readers are told of its making.
    ///
    /// @param synthetic that a machine made it; may be empty
    /// @param credentials that the original carries Content Credentials; may be empty
    record Shown(PublicPicture picture, String synthetic, String credentials) {}

    /// Prints the picture, if it has a public address: a `picture` with a `source` for each format that is smaller than
    /// JPEG, so that a browser takes the first it knows. Width and height are those of what is shown, and so the
    /// page keeps the room for it.
    ///
    /// @param sizes HTML's `sizes`: how wide it stands on the page
    /// @param known the pictures of the story that have a public address
    /// @param lead whether it stands on top of the page
    /// @param first whether it is the first picture of the page, which is fetched before the others
    static void print(
            HtmlWriter html, PictureUse use, String sizes, Map<PictureHash, Shown> known, boolean lead, boolean first) {
        Shown shown = known.get(use.hash());
        if (shown == null) {
            return;
        }
        PublicPicture.Piece piece = shown.picture().inStory();
        PublicPicture.Size size = piece.size();
        String shape = size.height() > size.width() ? " figure-tall" : "";
        html.open("figure", "class", (lead ? "figure figure-lead" : "figure") + shape);
        html.open("picture");
        for (PrintFormat format : piece.smaller()) {
            html.empty("source", "type", format.mimeType(), "srcset", piece.sourceSet(format), "sizes", sizes);
        }
        html.empty(
                "img",
                "src",
                piece.address(SENT_WITHOUT_CHOICE),
                "srcset",
                piece.sourceSet(PrintFormat.JPEG),
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
        caption(html, use, shown);
        html.close();
    }

    private static void caption(HtmlWriter html, PictureUse use, Shown shown) {
        Caption caption = use.caption();
        String credit = use.credit().print();
        boolean hasNote = !shown.synthetic().isEmpty() || !shown.credentials().isEmpty();
        if (caption.text().isEmpty() && !caption.filePhoto() && credit.isEmpty() && !hasNote) {
            return;
        }
        html.open("figcaption");
        if (!shown.synthetic().isEmpty()) {
            html.element("b", shown.synthetic(), "class", "synthetic").text(" ");
        }
        if (caption.filePhoto()) {
            html.element("b", FILE_PHOTO.strip(), "class", "file-photo").text(" ");
        }
        html.text(caption.text());
        if (!credit.isEmpty()) {
            html.text(caption.text().isEmpty() ? "" : " ").element("span", credit, "class", "credit");
        }
        if (!shown.credentials().isEmpty()) {
            html.element("small", shown.credentials(), "class", "credentials");
        }
        html.close();
    }
}
