package org.broadsheet.cms.picture;

import org.broadsheet.core.picture.PictureHash;

/// An original that we hold.
///
/// @param hash what it is known by
/// @param mimeType what its bytes say it is, such as `image/jpeg`
/// @param width in pixels, as a reader sees it: turned upright where the camera was not
/// @param height in pixels, as a reader sees it
/// @param bytes how many the original has
public record HeldPicture(PictureHash hash, String mimeType, int width, int height, long bytes) {}
