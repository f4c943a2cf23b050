package org.broadsheet.cms.darkroom;

/// A piece of a picture as a reader sees it, upright.
///
/// @param left in pixels of the original
/// @param top in pixels of the original
/// @param width in pixels of the original, 1 or more
/// @param height in pixels of the original, 1 or more
public record Area(int left, int top, int width, int height) {

    /// @throws IllegalArgumentException if it is empty or begins outside the picture
    public Area {
        if (left < 0 || top < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("No area: " + left + ", " + top + ", " + width + " x " + height);
        }
    }

    /// The whole picture.
    public static Area whole(int width, int height) {
        return new Area(0, 0, width, height);
    }

    /// Whether it lies in a picture of this size.
    public boolean liesIn(int pictureWidth, int pictureHeight) {
        return (long) left + width <= pictureWidth && (long) top + height <= pictureHeight;
    }

    /// How high it comes out at a width, 1 or more.
    public int heightAt(int printedWidth) {
        return Math.max(1, (int) Math.round((double) height * printedWidth / width));
    }

    /// The same piece in a picture that has not been turned upright.
    ///
    /// @param turned the Exif orientation that turns the picture upright, 1 to 8
    /// @param uprightWidth of the picture
    /// @param uprightHeight of the picture
    Area asStored(int turned, int uprightWidth, int uprightHeight) {
        int right = uprightWidth - left - width;
        int bottom = uprightHeight - top - height;
        return switch (turned) {
            case 2 -> new Area(right, top, width, height);
            case 3 -> new Area(right, bottom, width, height);
            case 4 -> new Area(left, bottom, width, height);
            case 5 -> new Area(top, left, height, width);
            case 6 -> new Area(top, right, height, width);
            case 7 -> new Area(bottom, right, height, width);
            case 8 -> new Area(bottom, left, height, width);
            default -> this;
        };
    }
}
