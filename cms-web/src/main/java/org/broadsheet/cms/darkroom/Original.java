package org.broadsheet.cms.darkroom;

import org.broadsheet.cms.picturefile.PictureFormat;
import org.broadsheet.cms.picturefile.PictureParts;

/// An original whose header was read and found fit to print.
///
/// @param bytes the file, untouched
/// @param format what its first bytes say
/// @param parts what it carries beside its pixels
/// @param width upright, in pixels
/// @param height upright, in pixels
/// @param turned the Exif orientation that turns it upright, 1 to 8
public record Original(byte[] bytes, PictureFormat format, PictureParts parts, int width, int height, int turned) {

    long pixels() {
        return (long) width * height;
    }

    int storedWidth() {
        return turned > 4 ? height : width;
    }

    int storedHeight() {
        return turned > 4 ? width : height;
    }
}
