package org.broadsheet.cms.picturefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A box of JUMBF (ISO/IEC 19566-5): a super-box has a description with a label, and boxes within.
///
/// @param label such as `c2pa` or `c2pa.signature`
/// @param children the super-boxes within
/// @param contents what its content boxes hold
record Jumbf(String label, List<Jumbf> children, List<byte[]> contents) {

    private static final int DEEPEST = 8;
    private static final int MOST_BOXES = 5_000;

    /// Whether these bytes begin with a super-box whose label is that of a C2PA manifest store.
    static boolean isManifestStore(Bytes bytes) {
        return read(bytes).filter(box -> box.label().equals("c2pa")).isPresent();
    }

    /// The super-box these bytes begin with; empty where they begin with anything else.
    static Optional<Jumbf> read(Bytes bytes) {
        if (!bytes.says(4, "jumb")) {
            return Optional.empty();
        }
        int size = bytes.int32(0);
        int head = size == 1 ? 16 : 8;
        int end = size < 8 ? bytes.length() : Math.min(size, bytes.length());
        return Optional.of(superBox(bytes, head, end, 0, new int[] {0}));
    }

    /// The boxes within that have this label.
    List<Jumbf> called(String wanted) {
        return children.stream().filter(child -> child.label.equals(wanted)).toList();
    }

    private static Jumbf superBox(Bytes bytes, int from, int to, int depth, int[] seen) {
        String label = "";
        List<Jumbf> children = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        int at = from;
        while (at + 8 <= to && depth < DEEPEST && seen[0]++ < MOST_BOXES) {
            int size = bytes.int32(at);
            int head = 8;
            if (size == 1) {
                size = bytes.int32(at + 8) == 0 ? bytes.int32(at + 12) : Integer.MAX_VALUE;
                head = 16;
            } else if (size == 0) {
                size = to - at;
            }
            if (size < head || size > to - at) {
                break;
            }
            switch (bytes.latin(at + 4, 4)) {
                case "jumd" -> label = label(bytes, at + head, at + size);
                case "jumb" -> children.add(superBox(bytes, at + head, at + size, depth + 1, seen));
                case "cbor" -> contents.add(bytes.slice(at + head, size - head));
                default -> {
                    // Thumbnails, JSON and free boxes.
                }
            }
            at += size;
        }
        return new Jumbf(label, List.copyOf(children), List.copyOf(contents));
    }

    /// Sixteen bytes of type, one of toggles; the label ends with a zero where the second toggle says there is one.
    private static String label(Bytes bytes, int from, int to) {
        if ((bytes.int8(from + 16) & 2) == 0) {
            return "";
        }
        int end = from + 17;
        while (end < to && end - from < 300 && bytes.int8(end) != 0) {
            end++;
        }
        return bytes.latin(from + 17, end - from - 17);
    }
}
