package org.broadsheet.ingest.picture;

import org.broadsheet.ingest.format.Unreadable;

/// The size of a picture as its header states it; nothing is decoded.
record PictureHeader(int width, int height) {

    private static final int LARGEST = 1_000_000;

    /// @throws Unreadable if the file ends before it states a size or states none
    static PictureHeader of(PictureKind kind, byte[] bytes) throws Unreadable {
        PictureHeader size =
                switch (kind) {
                    case JPEG -> ofJpeg(bytes);
                    case PNG -> ofPng(bytes);
                    case WEBP -> ofWebp(bytes);
                    case TIFF -> ofTiff(bytes);
                    case GIF, SVG, PHOTOSHOP, HEIF, BMP, POSTSCRIPT, RAW -> new PictureHeader(0, 0);
                };
        if (size.width() <= 0 || size.height() <= 0 || size.width() > LARGEST || size.height() > LARGEST) {
            throw new Unreadable("The picture states no size that a picture can have");
        }
        return size;
    }

    /// W3C PNG, 11.2.1: the header chunk comes first.
    private static PictureHeader ofPng(byte[] bytes) throws Unreadable {
        if (bytes.length < 33 || bytes[12] != 'I' || bytes[13] != 'H' || bytes[14] != 'D' || bytes[15] != 'R') {
            throw new Unreadable("The PNG ends before it states its size");
        }
        return new PictureHeader(
                number(bytes, 16) << 16 | number(bytes, 18), number(bytes, 20) << 16 | number(bytes, 22));
    }

    /// WebP container: lossy, lossless or extended (RFC 9649, 2.5 to 2.7).
    private static PictureHeader ofWebp(byte[] bytes) throws Unreadable {
        if (bytes.length >= 30 && bytes[12] == 'V' && bytes[13] == 'P' && bytes[14] == '8') {
            if (bytes[15] == ' ') {
                return new PictureHeader(little(bytes, 26) & 0x3FFF, little(bytes, 28) & 0x3FFF);
            }
            if (bytes[15] == 'L') {
                int bits = little(bytes, 21) | little(bytes, 23) << 16;
                return new PictureHeader((bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1);
            }
            if (bytes[15] == 'X') {
                return new PictureHeader(
                        (little(bytes, 24) | (bytes[26] & 0xFF) << 16) + 1,
                        (little(bytes, 27) | (bytes[29] & 0xFF) << 16) + 1);
            }
        }
        throw new Unreadable("The WebP ends before it states its size");
    }

    /// TIFF 6.0, section 2: width and height are fields 256 and 257 of the first directory.
    private static PictureHeader ofTiff(byte[] bytes) throws Unreadable {
        boolean little = bytes[0] == 'I';
        long directory = whole(bytes, 4, little);
        if (directory < 8 || directory + 2 > bytes.length) {
            throw new Unreadable("The TIFF ends before it states its size");
        }
        int at = (int) directory;
        int fields = little ? little(bytes, at) : number(bytes, at);
        int width = 0;
        int height = 0;
        for (int i = 0; i < fields && at + 2 + (i + 1) * 12 <= bytes.length; i++) {
            int field = at + 2 + i * 12;
            int tag = little ? little(bytes, field) : number(bytes, field);
            int type = little ? little(bytes, field + 2) : number(bytes, field + 2);
            long value = type == 3
                    ? (little ? little(bytes, field + 8) : number(bytes, field + 8))
                    : whole(bytes, field + 8, little);
            if (tag == 256) {
                width = (int) Math.min(value, Integer.MAX_VALUE);
            } else if (tag == 257) {
                height = (int) Math.min(value, Integer.MAX_VALUE);
            }
        }
        return new PictureHeader(width, height);
    }

    private static int little(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    private static long whole(byte[] bytes, int at, boolean little) {
        long first = little ? little(bytes, at) : number(bytes, at);
        long second = little ? little(bytes, at + 2) : number(bytes, at + 2);
        return little ? first | second << 16 : first << 16 | second;
    }

    /// ITU-T T.81, B.2.2.
    private static PictureHeader ofJpeg(byte[] bytes) throws Unreadable {
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
