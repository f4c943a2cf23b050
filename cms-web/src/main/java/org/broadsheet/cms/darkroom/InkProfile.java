package org.broadsheet.cms.darkroom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Sees to it that the colour profile of a JPEG of four inks is one of four inks. Some programs leave in the file the
/// profile of the picture that it was before it was made ready for a press; a reader that is given such a profile takes
/// brightness and colour (YCCK) for inks.
final class InkProfile {

    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] FOUR_INKS = "CMYK".getBytes(StandardCharsets.ISO_8859_1);

    private static final int APP2 = 0xe2;
    private static final int SCAN = 0xda;

    /// In front of a profile: its name, the number of the piece and how many there are.
    private static final int BEFORE = 14;

    /// Where a profile says of which colours it is (ICC.1, 7.2.8).
    private static final int COLOURS = 16;

    private InkProfile() {}

    /// The file itself, or the file without its profile where that is not one of its inks.
    static byte[] fitting(byte[] jpeg) {
        boolean isOfFour = false;
        boolean isStrange = false;
        int scan = 2;
        while (scan + 3 < jpeg.length && at(jpeg, scan) == 0xff && at(jpeg, scan + 1) != SCAN) {
            int marker = at(jpeg, scan + 1);
            int end = scan + 2 + (at(jpeg, scan + 2) << 8 | at(jpeg, scan + 3));
            if (isFrame(marker) && scan + 9 < jpeg.length) {
                isOfFour = at(jpeg, scan + 9) == 4;
            } else if (isProfile(jpeg, scan) && at(jpeg, scan + 4 + PROFILE.length) == 1) {
                int colours = scan + 4 + BEFORE + COLOURS;
                isStrange = colours + 4 > Math.min(end, jpeg.length)
                        || !Arrays.equals(jpeg, colours, colours + 4, FOUR_INKS, 0, 4);
            }
            scan = end;
        }
        return isOfFour && isStrange && scan < jpeg.length ? without(jpeg, scan) : jpeg;
    }

    private static byte[] without(byte[] jpeg, int scan) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream(jpeg.length);
        rest.write(jpeg, 0, 2);
        int from = 2;
        while (from < scan) {
            int length = 2 + (at(jpeg, from + 2) << 8 | at(jpeg, from + 3));
            if (!isProfile(jpeg, from)) {
                rest.write(jpeg, from, length);
            }
            from += length;
        }
        rest.write(jpeg, scan, jpeg.length - scan);
        return rest.toByteArray();
    }

    private static boolean isProfile(byte[] jpeg, int segment) {
        int from = segment + 4;
        return at(jpeg, segment + 1) == APP2
                && from + BEFORE <= jpeg.length
                && Arrays.equals(jpeg, from, from + PROFILE.length, PROFILE, 0, PROFILE.length);
    }

    /// Any start of a frame (ISO/IEC 10918-1, table B.1); between them lie tables.
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static int at(byte[] jpeg, int index) {
        return jpeg[index] & 0xff;
    }
}
