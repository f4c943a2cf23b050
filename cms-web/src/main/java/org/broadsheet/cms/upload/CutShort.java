package org.broadsheet.cms.upload;

/// Sees whether a JPEG ends before its end. A reader of pictures paints the rest grey and says nothing.
final class CutShort {

    private static final int SCAN = 0xda;
    private static final int END = 0xd9;

    private CutShort() {}

    /// Whether the bytes begin like a JPEG and nothing says that the picture ends (ISO/IEC 10918-1, B.1.1.3: within a
    /// scan, 0xff stands before nothing else but 0 and the marks of a restart).
    static boolean jpeg(byte[] file) {
        if (file.length < 4 || at(file, 0) != 0xff || at(file, 1) != 0xd8) {
            return false;
        }
        for (int i = scan(file); i + 1 < file.length; i++) {
            if (at(file, i) == 0xff && at(file, i + 1) == END) {
                return false;
            }
        }
        return true;
    }

    /// Where the first scan begins; the thumbnail in the Exif data, which has an end of its own, lies before.
    private static int scan(byte[] file) {
        int i = 2;
        while (i + 3 < file.length) {
            int marker = at(file, i + 1);
            if (at(file, i) != 0xff || marker == 0xff) {
                i++;
            } else if (marker == SCAN) {
                return i;
            } else if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
                i += 2;
            } else {
                i += 2 + (at(file, i + 2) << 8 | at(file, i + 3));
            }
        }
        return file.length;
    }

    private static int at(byte[] file, int index) {
        return file[index] & 0xff;
    }
}
