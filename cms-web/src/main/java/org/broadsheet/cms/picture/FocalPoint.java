package org.broadsheet.cms.picture;

import org.broadsheet.cms.darkroom.Area;

/// The point of a picture that a crop keeps.
///
/// @param x from the left edge, 0 to 1
/// @param y from the upper edge, 0 to 1
public record FocalPoint(double x, double y) {

    /// @throws IllegalArgumentException if it lies outside the picture
    public FocalPoint {
        if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
            throw new IllegalArgumentException("Not in the picture: " + x + ", " + y);
        }
    }

    /// The largest area of a crop's shape, with this point as near to its middle as the edges of the picture allow.
    public Area area(CropName name, int width, int height) {
        if (!name.isShaped()) {
            return Area.whole(width, height);
        }
        int cutWidth = (int) Math.clamp((long) height * name.across() / name.down(), 1, width);
        int cutHeight = (int) Math.clamp((long) cutWidth * name.down() / name.across(), 1, height);
        int left = Math.clamp(Math.round(x * width - cutWidth / 2.0), 0, width - cutWidth);
        int top = Math.clamp(Math.round(y * height - cutHeight / 2.0), 0, height - cutHeight);
        return new Area(left, top, cutWidth, cutHeight);
    }
}
