package org.broadsheet.cms.picture;

import org.broadsheet.core.picture.PictureHash;

/// A picture was asked for that we do not hold, or that is damaged and cannot be drawn. Whoever asked over HTTP is
/// answered 404.
public class PictureMissing extends RuntimeException {

    /// @param why the rest of a sentence that begins with the picture
    public PictureMissing(PictureHash hash, String why) {
        super("Picture " + hash + " " + why);
    }

    PictureMissing(PictureHash hash, String why, Throwable cause) {
        super("Picture " + hash + " " + why, cause);
    }
}
