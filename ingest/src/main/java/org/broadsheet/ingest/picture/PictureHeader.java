package org.broadsheet.ingest.picture;

import org.broadsheet.ingest.format.Unreadable;

/// The size of a JPEG as its header states it (ITU-T T.81, B.2.2); nothing is decoded.
record PictureHeader(int width, int height) {

    static boolean isJpeg(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8 && bytes[2] == (byte) 0xFF;
    }

    static PictureHeader ofJpeg(byte[] bytes) throws Unreadable {
        int at = 2;
        while (at + 4 <= bytes.length) {
            if (bytes[at] != (byte) 0xFF) {
                throw new Unreadable("The JPEG is damaged: no marker at byte " + at);
            }
            int marker = bytes[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
                at += 2;
                continue;
            }
            int length = number(bytes, at + 2);
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame && at + 9 <= bytes.length) {
                int height = number(bytes, at + 5);
                int width = number(bytes, at + 7);
                if (width == 0 || height == 0) {
                    throw new Unreadable("The JPEG states no size");
                }
                return new PictureHeader(width, height);
            }
            if (marker == 0xD9 || marker == 0xDA || length < 2) {
                break;
            }
            at += 2 + length;
        }
        throw new Unreadable("The JPEG ends before it states its size");
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }
}
