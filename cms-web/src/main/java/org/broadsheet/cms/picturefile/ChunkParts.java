package org.broadsheet.cms.picturefile;

/// Walks the chunks of a PNG and of a WebP.
final class ChunkParts {

    private static final String XMP = "XML:com.adobe.xmp\0";
    private static final int MOST_CHUNKS = 100_000;

    private ChunkParts() {}

    /// PNG: `eXIf`, XMP as uncompressed `iTXt`, C2PA as `caBX`. Compressed words stay unread.
    static PictureParts png(Bytes file) {
        PictureParts.Found found = new PictureParts.Found();
        int at = 8;
        for (int chunk = 0; chunk < MOST_CHUNKS && at + 12 <= file.length(); chunk++) {
            int size = file.int32(at);
            if (size > file.length() - at - 12) {
                break;
            }
            int from = at + 8;
            switch (file.latin(at + 4, 4)) {
                case "eXIf" ->
                    found.exif = PictureParts.Found.first(found.exif, file, from, size, PictureParts.LONGEST_WORDS);
                case "caBX" ->
                    found.manifest =
                            PictureParts.Found.first(found.manifest, file, from, size, PictureParts.LONGEST_MANIFEST);
                case "iTXt" -> {
                    if (file.says(from, XMP) && file.int8(from + XMP.length()) == 0) {
                        // Compression flag and method, then the ends of an empty language and an empty translation.
                        int head = XMP.length() + 4;
                        found.xmp = PictureParts.Found.first(
                                found.xmp, file, from + head, size - head, PictureParts.LONGEST_WORDS);
                    }
                }
                default -> {
                    // Pixels, palettes and comments.
                }
            }
            at += 12 + size;
        }
        return found.parts();
    }

    /// WebP: `EXIF`, `XMP ` and `C2PA` (RFC 9649, 2.7).
    static PictureParts webp(Bytes file) {
        PictureParts.Found found = new PictureParts.Found();
        int at = 12;
        for (int chunk = 0; chunk < MOST_CHUNKS && at + 8 <= file.length(); chunk++) {
            int size = file.int32LowFirst(at + 4);
            if (size > file.length() - at - 8) {
                break;
            }
            int from = at + 8;
            switch (file.latin(at, 4)) {
                case "EXIF" -> {
                    int word = file.says(from, "Exif\0\0") ? 6 : 0;
                    found.exif = PictureParts.Found.first(
                            found.exif, file, from + word, size - word, PictureParts.LONGEST_WORDS);
                }
                case "XMP " ->
                    found.xmp = PictureParts.Found.first(found.xmp, file, from, size, PictureParts.LONGEST_WORDS);
                case "C2PA" ->
                    found.manifest =
                            PictureParts.Found.first(found.manifest, file, from, size, PictureParts.LONGEST_MANIFEST);
                default -> {
                    // Pixels, animation, profile.
                }
            }
            at += 8 + size + (size & 1);
        }
        return found.parts();
    }
}
