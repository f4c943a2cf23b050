package org.broadsheet.cms.picturefile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the boxes of an AVIF (ISO/IEC 14496-12 and 23008-12): its size, how it was held, its words, its manifest.
final class BoxParts {

    /// The C2PA box (C2PA 2.1, A.4.1).
    private static final String C2PA = "\u00d8\u00fe\u00c3\u00d6\u001b\u000eH<\u0092\u0097X(\u0087~\u00c4\u0081";

    private static final int MOST_BOXES = 10_000;

    private final Bytes file;
    private final PictureParts.Found found = new PictureParts.Found();
    private final Set<Integer> documents = new HashSet<>();

    /// Where items stand: the box that says so may come before the one that says what they are.
    private final Map<Integer, long[]> places = new HashMap<>();

    private int width;
    private int height;
    private int quarters;
    private int seen;

    private BoxParts(Bytes file) {
        this.file = file;
    }

    static PictureParts of(Bytes file) {
        BoxParts boxes = new BoxParts(file);
        boxes.walk(0, file.length(), 0);
        boxes.findWords();
        // Orientation is the container's affair here, whatever Exif says (ISO/IEC 23008-12, 6.5.10).
        return new PictureParts(null, boxes.found.xmp, null, boxes.found.manifest);
    }

    /// The largest picture in the file; empty where none has a size.
    static Optional<AvifShape> shape(Bytes file) {
        BoxParts boxes = new BoxParts(file);
        boxes.walk(0, file.length(), 0);
        int turned =
                switch (boxes.quarters) {
                    case 1 -> 8;
                    case 2 -> 3;
                    case 3 -> 6;
                    default -> 1;
                };
        return boxes.width < 1 || boxes.height < 1
                ? Optional.empty()
                : Optional.of(new AvifShape(boxes.width, boxes.height, turned));
    }

    private void walk(int from, int to, int depth) {
        int at = from;
        while (at + 8 <= to && seen++ < MOST_BOXES) {
            int size = file.int32(at);
            int head = 8;
            if (size == 1) {
                size = file.int32(at + 8) == 0 ? file.int32(at + 12) : Integer.MAX_VALUE;
                head = 16;
            } else if (size == 0) {
                size = to - at;
            }
            if (size < head || size > to - at) {
                return;
            }
            box(file.latin(at + 4, 4), at + head, at + size, depth);
            at += size;
        }
    }

    private void box(String type, int from, int to, int depth) {
        if (depth > 4) {
            return;
        }
        switch (type) {
            case "meta" -> walk(from + 4, to, depth + 1);
            case "iprp", "ipco" -> walk(from, to, depth + 1);
            case "ispe" -> size(file.int32(from + 4), file.int32(from + 8));
            case "irot" -> quarters = file.int8(from) & 3;
            case "iinf" -> walk(from + (file.int8(from) == 0 ? 6 : 8), to, depth + 1);
            case "infe" -> item(from);
            case "iloc" -> places(from, to);
            case "uuid" -> {
                // The box says of itself what it is for, then where the store stands.
                if (file.says(from, C2PA) && file.says(from + 20, "manifest\0")) {
                    int store = from + 20 + 9 + 8;
                    found.manifest = PictureParts.Found.first(
                            found.manifest, file, store, to - store, PictureParts.LONGEST_MANIFEST);
                }
            }
            default -> {
                // Pixels, colours, references.
            }
        }
    }

    private void size(int itsWidth, int itsHeight) {
        if ((long) itsWidth * itsHeight > (long) width * height) {
            width = itsWidth;
            height = itsHeight;
        }
    }

    private void item(int from) {
        int version = file.int8(from);
        if (version < 2) {
            return;
        }
        int number = version == 2 ? file.int16(from + 4) : file.int32(from + 4);
        int type = from + (version == 2 ? 8 : 10);
        if (file.says(type, "mime")) {
            documents.add(number);
        }
    }

    /// The item location box: where each item's bytes stand.
    private void places(int from, int to) {
        int version = file.int8(from);
        int offsetSize = file.int8(from + 4) >> 4;
        int lengthSize = file.int8(from + 4) & 15;
        int baseSize = file.int8(from + 5) >> 4;
        int indexSize = version > 0 ? file.int8(from + 5) & 15 : 0;
        int at = from + 6;
        int count = version < 2 ? file.int16(at) : file.int32(at);
        at += version < 2 ? 2 : 4;
        for (int i = 0; i < count && at < to && seen++ < MOST_BOXES; i++) {
            int number = version < 2 ? file.int16(at) : file.int32(at);
            at += version < 2 ? 2 : 4;
            int construction = version > 0 ? file.int16(at) & 15 : 0;
            at += version > 0 ? 4 : 2;
            long base = number(at, baseSize);
            at += baseSize;
            int extents = file.int16(at);
            at += 2;
            for (int extent = 0; extent < extents && at < to; extent++) {
                at += indexSize;
                long offset = base + number(at, offsetSize);
                at += offsetSize;
                long length = number(at, lengthSize);
                at += lengthSize;
                if (extents == 1 && construction == 0) {
                    places.put(number, new long[] {offset, length});
                }
            }
        }
    }

    private void findWords() {
        for (int document : documents) {
            long[] place = places.get(document);
            if (place == null || place[0] < 0 || place[1] < 0 || place[0] + place[1] > file.length()) {
                continue;
            }
            int at = (int) place[0];
            int length = (int) place[1];
            if (file.latin(at, Math.min(length, 4096)).contains("xmpmeta")) {
                found.xmp = PictureParts.Found.first(found.xmp, file, at, length, PictureParts.LONGEST_WORDS);
            }
        }
    }

    private long number(int at, int size) {
        return switch (size) {
            case 2 -> file.int16(at);
            case 4 -> file.int32(at);
            case 8 -> file.int32(at) == 0 ? file.int32(at + 4) : Integer.MAX_VALUE;
            default -> 0;
        };
    }
}
