package org.broadsheet.cms.picturefile;

/// Reads the first directory of a TIFF, which is also the form of Exif (TIFF 6.0, section 2).
final class TiffParts {

    private static final int ORIENTATION = 0x0112;
    private static final int XMP = 700;
    private static final int IIM = 33723;
    private static final int C2PA = 52545;

    private final Bytes file;
    private final boolean lowFirst;

    private TiffParts(Bytes file) {
        this.file = file;
        this.lowFirst = file.says(0, "II");
    }

    static PictureParts of(Bytes file) {
        TiffParts tiff = new TiffParts(file);
        PictureParts.Found found = new PictureParts.Found();
        tiff.eachEntry((tag, size, at) -> {
            switch (tag) {
                case XMP -> found.xmp = PictureParts.Found.first(found.xmp, file, at, size, PictureParts.LONGEST_WORDS);
                case IIM -> found.iim = PictureParts.Found.first(found.iim, file, at, size, PictureParts.LONGEST_WORDS);
                case C2PA ->
                    found.manifest =
                            PictureParts.Found.first(found.manifest, file, at, size, PictureParts.LONGEST_MANIFEST);
                default -> {
                    // Pixels and how they lie.
                }
            }
        });
        // The file is its own Exif; only the orientation is asked of it, which stands in its first directory.
        found.exif = tiff.orientationAlone();
        return found.parts();
    }

    static int orientation(Bytes exif) {
        int[] turned = {1};
        TiffParts tiff = new TiffParts(exif);
        tiff.eachEntry((tag, size, at) -> {
            if (tag == ORIENTATION) {
                turned[0] = tiff.int16(at);
            }
        });
        return turned[0] >= 1 && turned[0] <= 8 ? turned[0] : 1;
    }

    /// A TIFF block that says nothing but how the camera was held.
    private byte[] orientationAlone() {
        int turned = orientation(file);
        return new byte[] {
            'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) turned, 0, 0, 0, 0, 0, 0
        };
    }

    private interface Entry {
        /// @param size of the value in bytes
        /// @param at where the value stands
        void seen(int tag, int size, int at);
    }

    private void eachEntry(Entry entry) {
        if (!lowFirst && !file.says(0, "MM")) {
            return;
        }
        int directory = int32(4);
        if (directory < 8 || directory > file.length() - 2) {
            return;
        }
        int entries = Math.min(int16(directory), 4096);
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + 12 * i;
            if (at + 12 > file.length()) {
                return;
            }
            long size = (long) int32(at + 4)
                    * switch (int16(at + 2)) {
                        case 3, 8 -> 2;
                        case 4, 9, 11, 13 -> 4;
                        case 5, 10, 12 -> 8;
                        default -> 1;
                    };
            if (size <= 4) {
                entry.seen(int16(at), (int) size, at + 8);
            } else {
                int value = int32(at + 8);
                if (size <= file.length() && value <= file.length() - size) {
                    entry.seen(int16(at), (int) size, value);
                }
            }
        }
    }

    private int int16(int at) {
        return lowFirst ? file.int8(at + 1) << 8 | file.int8(at) : file.int16(at);
    }

    private int int32(int at) {
        return lowFirst ? file.int32LowFirst(at) : file.int32(at);
    }
}
