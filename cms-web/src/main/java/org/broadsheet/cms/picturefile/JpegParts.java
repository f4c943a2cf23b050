package org.broadsheet.cms.picturefile;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Walks the segments of a JPEG up to the first scan.
final class JpegParts {

    private static final int APP1 = 0xe1;
    private static final int APP11 = 0xeb;
    private static final int APP13 = 0xed;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final String EXIF = "Exif\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String PHOTOSHOP = "Photoshop 3.0\0";

    /// A manifest store of 16 MiB fills 257 segments of APP11.
    private static final int MOST_PIECES = 1024;

    private JpegParts() {}

    static PictureParts of(Bytes file) {
        PictureParts.Found found = new PictureParts.Found();
        ByteArrayOutputStream resources = new ByteArrayOutputStream();
        Map<Long, int[]> jumbf = new TreeMap<>();
        int at = 2;
        while (at + 4 <= file.length() && file.int8(at) == 0xff) {
            int marker = file.int8(at + 1);
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
                break;
            }
            int length = file.int16(at + 2);
            if (length < 2 || at + 2 + length > file.length()) {
                break;
            }
            int from = at + 4;
            int size = length - 2;
            switch (marker) {
                case APP1 -> {
                    if (file.says(from, EXIF)) {
                        found.exif = PictureParts.Found.first(found.exif, file, from + 6, size - 6, size);
                    } else if (file.says(from, XMP)) {
                        int words = from + XMP.length();
                        found.xmp = PictureParts.Found.first(found.xmp, file, words, size - XMP.length(), size);
                    }
                }
                case APP13 -> {
                    if (file.says(from, PHOTOSHOP)) {
                        PictureParts.append(
                                resources,
                                file,
                                from + PHOTOSHOP.length(),
                                size - PHOTOSHOP.length(),
                                PictureParts.LONGEST_WORDS);
                    }
                }
                case APP11 -> {
                    // ISO/IEC 19566-5, annex D: "JP", the box's number, the number of the piece, and the box's head.
                    if (file.says(from, "JP") && size > 16 && jumbf.size() < MOST_PIECES) {
                        long piece = (long) file.int16(from + 2) << 32 | file.int32(from + 4);
                        jumbf.putIfAbsent(piece, new int[] {from, size});
                    }
                }
                default -> {
                    // Tables, comments and profiles say nothing of what is asked.
                }
            }
            at += 2 + length;
        }
        found.iim = iim(new Bytes(resources.toByteArray()));
        found.manifest = manifest(file, jumbf);
        return found.parts();
    }

    /// Photoshop image resources: 8BIM, number, Pascal name, length, data, each even.
    private static byte @Nullable [] iim(Bytes resources) {
        int at = 0;
        while (at + 12 <= resources.length() && resources.says(at, "8BIM")) {
            int number = resources.int16(at + 4);
            int name = resources.int8(at + 6) + 1;
            int length = at + 6 + name + (name & 1);
            int size = resources.int32(length);
            if (size > resources.length() - length - 4) {
                return null;
            }
            if (number == 0x0404) {
                return resources.slice(length + 4, size);
            }
            at = length + 4 + size + (size & 1);
        }
        return null;
    }

    /// The pieces of the first box that is a C2PA store, joined in the order of their numbers.
    private static byte @Nullable [] manifest(Bytes file, Map<Long, int[]> pieces) {
        Map<Long, ByteArrayOutputStream> boxes = new TreeMap<>();
        for (Map.Entry<Long, int[]> piece : pieces.entrySet()) {
            long box = piece.getKey() >> 32;
            int from = piece.getValue()[0] + 8;
            int size = piece.getValue()[1] - 8;
            ByteArrayOutputStream whole = boxes.get(box);
            if (whole == null) {
                whole = new ByteArrayOutputStream();
                boxes.put(box, whole);
                PictureParts.append(whole, file, from, size, PictureParts.LONGEST_MANIFEST);
            } else {
                // Each piece repeats the box's length and type, and its long length where it has one.
                int head = file.int32(from) == 1 ? 16 : 8;
                PictureParts.append(whole, file, from + head, size - head, PictureParts.LONGEST_MANIFEST);
            }
        }
        for (ByteArrayOutputStream box : boxes.values()) {
            byte[] whole = box.toByteArray();
            if (Jumbf.isManifestStore(new Bytes(whole))) {
                return whole;
            }
        }
        return null;
    }
}
