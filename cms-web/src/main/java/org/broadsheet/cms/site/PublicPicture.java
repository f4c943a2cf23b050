package org.broadsheet.cms.site;

import java.util.List;
import java.util.Map;
import org.broadsheet.cms.darkroom.Area;
import org.broadsheet.cms.darkroom.PrintFormat;
import org.broadsheet.cms.picture.CropName;
import org.broadsheet.cms.picture.FocalPoint;
import org.broadsheet.cms.picture.Renditions;
import org.broadsheet.cms.picturefile.ContentCredentials;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.SourceType;
import org.jspecify.annotations.Nullable;

/// A picture that readers may see, as far as a page needs it to name its renditions and to keep the room for them.
///
/// @param width of the original, upright
/// @param height of the original, upright
/// @param drawn the crops that somebody drew
/// @param source how the picture came to be
/// @param credentials the Content Credentials that the original carries; `null` where it carries none
/// @param formats in which this house prints, the smallest first and JPEG last
record PublicPicture(
        PictureHash hash,
        int width,
        int height,
        Map<CropName, Size> drawn,
        SourceType source,
        @Nullable ContentCredentials credentials,
        List<PrintFormat> formats) {

    private static final FocalPoint ANYWHERE = new FocalPoint(0.5, 0.5);

    PublicPicture {
        drawn = Map.copyOf(drawn);
        formats = List.copyOf(formats);
    }

    /// What a crop shows, in pixels of the original.
    record Size(int width, int height) {}

    /// How large what is shown is, and where it is to be had.
    ///
    /// @param crop `null` for the whole picture
    record Piece(PictureHash hash, @Nullable CropName crop, Size size, List<PrintFormat> formats) {

        /// The address in one width, as a JPEG.
        String address(int width) {
            return crop == null
                    ? Renditions.address(hash, width, PrintFormat.JPEG)
                    : Renditions.address(hash, crop, width, PrintFormat.JPEG);
        }

        /// The candidates in one format.
        String sourceSet(PrintFormat format) {
            return crop == null
                    ? Renditions.sourceSet(hash, size.width(), format)
                    : Renditions.sourceSet(hash, crop, size.width(), format);
        }

        /// The formats that are smaller than JPEG, the smallest first.
        List<PrintFormat> smaller() {
            return formats.stream().filter(format -> format != PrintFormat.JPEG).toList();
        }
    }

    /// A crop that has a shape: as drawn, else the largest of its shape.
    Piece crop(CropName name) {
        Size size = drawn.get(name);
        if (size == null) {
            Area largest = ANYWHERE.area(name, width, height);
            size = new Size(largest.width(), largest.height());
        }
        return new Piece(hash, name, size, formats);
    }

    /// What a story shows: the free crop where somebody drew one, else the whole picture.
    Piece inStory() {
        return drawn.containsKey(CropName.FREE)
                ? crop(CropName.FREE)
                : new Piece(hash, null, new Size(width, height), formats);
    }
}
