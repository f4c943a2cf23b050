package org.broadsheet.cms.picture;

import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.broadsheet.cms.darkroom.Area;
import org.broadsheet.cms.darkroom.PrintFormat;
import org.broadsheet.cms.picturefile.Slip;
import org.broadsheet.core.picture.PictureHash;

/// A rendition that is wanted. Whatever can change its bytes is part of it, and so of its name and its entity tag.
///
/// @param area which piece of the upright original
/// @param width in pixels; a rendition is never wider than its area
/// @param slip the words that go with it
record RenditionWish(PictureHash picture, Area area, int width, PrintFormat format, Slip slip) {

    /// Counts up when the way pictures are drawn changes, so that older renditions are made anew.
    private static final String RECIPE = "b";

    /// Changes whenever the bytes could.
    String tag() {
        return picture.value().substring(0, 32) + "-" + mark();
    }

    /// Where it lies in the vault.
    String name() {
        return "renditions/" + picture.value().substring(0, 2) + "/"
                + picture.value().substring(2, 4) + "/" + picture + "/" + mark() + "." + format.extension();
    }

    /// The same as a JPEG.
    RenditionWish asJpeg() {
        return new RenditionWish(picture, area, width, PrintFormat.JPEG, slip);
    }

    private String mark() {
        return width + "-" + area.left() + "." + area.top() + "." + area.width() + "." + area.height() + "-"
                + format.name().toLowerCase(Locale.ROOT) + "-" + words() + RECIPE;
    }

    private String words() {
        CRC32C sum = new CRC32C();
        sum.update(slip.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
