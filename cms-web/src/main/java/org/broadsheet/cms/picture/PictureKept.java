package org.broadsheet.cms.picture;

import org.broadsheet.cms.picturefile.PictureParts;
import org.broadsheet.core.picture.PictureHash;

/// An original was kept, or kept again. Whoever hears of it hears of it before the keeping returns.
///
/// @param parts what the file carries beside its pixels
public record PictureKept(PictureHash hash, PictureParts parts) {}
