package org.broadsheet.cms.picture;

import java.util.List;
import java.util.stream.Collectors;
import org.broadsheet.core.picture.PictureHash;

/// The sizes in which pictures are sent to readers, and their addresses.
public final class Renditions {

    /// The widths a picture can be had in, in pixels.
    public static final List<Integer> WIDTHS = List.of(320, 480, 640, 828, 1280, 1920);

    private Renditions() {}

    /// The public address of a picture in one width.
    public static String address(PictureHash hash, int width) {
        return "/pictures/" + hash + "/" + width + ".jpg";
    }

    /// The candidates of a picture for HTML's `srcset`, none of them wider than the original.
    ///
    /// @param originalWidth in pixels
    public static String sourceSet(PictureHash hash, int originalWidth) {
        return WIDTHS.stream()
                .filter(width -> isWorthSending(width, originalWidth))
                .map(width -> address(hash, width) + " " + Math.min(width, originalWidth) + "w")
                .collect(Collectors.joining(", "));
    }

    /// The width to send to whoever asks for this one: the same or the next wider that is made.
    static int widthFor(int asked) {
        return WIDTHS.stream().filter(width -> width >= asked).findFirst().orElse(WIDTHS.getLast());
    }

    private static boolean isWorthSending(int width, int originalWidth) {
        int previous = WIDTHS.stream().filter(other -> other < width).reduce(0, (first, second) -> second);
        return previous < originalWidth;
    }
}
