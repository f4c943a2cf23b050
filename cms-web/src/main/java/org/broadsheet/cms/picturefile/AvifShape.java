package org.broadsheet.cms.picturefile;

import java.util.Optional;

/// What an AVIF measures, read from its boxes.
///
/// @param width as stored, in pixels
/// @param height as stored, in pixels
/// @param turned the Exif orientation that its rotation amounts to
public record AvifShape(int width, int height, int turned) {

    /// The shape of the largest picture in the file; empty where none has a size.
    public static Optional<AvifShape> of(byte[] file) {
        return BoxParts.shape(new Bytes(file));
    }
}
