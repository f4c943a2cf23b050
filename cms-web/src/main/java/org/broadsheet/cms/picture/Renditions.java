package org.broadsheet.cms.picture;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.cms.darkroom.PrintFormat;
import org.broadsheet.core.picture.PictureHash;

/// The sizes in which pictures are sent to readers, and their addresses. Each format has an address of its own, so that
/// no cache has to know what a browser takes.
public final class Renditions {

    /// The widths that pages name, in pixels.
    public static final List<Integer> WIDTHS = List.of(320, 480, 640, 828, 1080, 1600, 2400);

    /// Every width that has an address: those, and what pages named before.
    static final List<Integer> ANSWERED =
            Stream.concat(WIDTHS.stream(), Stream.of(1280, 1920)).sorted().toList();

    private Renditions() {}

    /// The public address of a picture in one width, as a JPEG, which everything shows.
    public static String address(PictureHash hash, int width) {
        return address(hash, width, PrintFormat.JPEG);
    }

    /// The public address of a picture in one width and one format.
    public static String address(PictureHash hash, int width, PrintFormat format) {
        return "/pictures/" + hash + "/" + width + "." + format.extension();
    }

    /// The public address of a crop of a picture in one width and one format.
    public static String address(PictureHash hash, CropName crop, int width, PrintFormat format) {
        return "/pictures/" + hash + "/" + crop.word() + "/" + width + "." + format.extension();
    }

    /// The candidates of a crop for HTML's `srcset`, as far as what it shows goes.
    ///
    /// @param cropWidth what the crop shows across, in pixels of the original
    public static String sourceSet(PictureHash hash, CropName crop, int cropWidth, PrintFormat format) {
        return candidates(cropWidth, width -> address(hash, crop, width, format));
    }

    /// The candidates of a picture for HTML's `srcset`, as far as the original goes: the last is as wide as the
    /// original, or as the widest that is made.
    ///
    /// @param originalWidth in pixels
    public static String sourceSet(PictureHash hash, int originalWidth, PrintFormat format) {
        return candidates(originalWidth, width -> address(hash, width, format));
    }

    /// The width to send to whoever asks for this one: the same or the next wider that is made.
    static int widthFor(int asked) {
        return WIDTHS.stream().filter(width -> width >= asked).findFirst().orElse(WIDTHS.getLast());
    }

    private static String candidates(int whole, IntFunction<String> address) {
        return WIDTHS.stream()
                .filter(width -> isWorthSending(width, whole))
                .map(width -> address.apply(width) + " " + Math.min(width, whole) + "w")
                .collect(Collectors.joining(", "));
    }

    private static boolean isWorthSending(int width, int originalWidth) {
        int previous = WIDTHS.stream().filter(other -> other < width).reduce(0, (first, second) -> second);
        return previous < originalWidth;
    }
}
