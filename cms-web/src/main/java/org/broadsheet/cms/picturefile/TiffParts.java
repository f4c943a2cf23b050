package org.broadsheet.cms.picturefile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// Reads the first directory of a TIFF, which is also the form of Exif (TIFF 6.0, section 2).
final class TiffParts {

    static final int DESCRIPTION = 0x010e;
    static final int ARTIST = 0x013b;
    static final int COPYRIGHT = 0x8298;
    static final int TAKEN = 0x9003;

    private static final int ORIENTATION = 0x0112;
    private static final int EXIF = 0x8769;
    private static final int LONGEST_WORDS = 20_000;
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
        // The file is its own Exif; what is asked of it is put into a block of its own, without the pixels.
        found.exif = tiff.ownWords();
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

    /// The words in a block, and the day in the directory of Exif that it names.
    static void eachWord(Bytes exif, Entry entry) {
        TiffParts tiff = new TiffParts(exif);
        int[] more = {0};
        tiff.eachEntry((tag, size, at) -> {
            if (tag == EXIF) {
                more[0] = tiff.int32(at);
            } else {
                entry.seen(tag, size, at);
            }
        });
        tiff.eachEntry(more[0], (tag, size, at) -> {
            if (tag == TAKEN) {
                entry.seen(tag, size, at);
            }
        });
    }

    /// A TIFF block that says how the camera was held, and what the file's own directories say in words.
    private byte[] ownWords() {
        Map<Integer, byte[]> words = new TreeMap<>();
        eachWord(file, (tag, size, at) -> {
            if (tag == DESCRIPTION || tag == ARTIST || tag == COPYRIGHT || tag == TAKEN) {
                // A value of four bytes and less stands in the entry itself: a zero more moves it out.
                byte[] value = file.slice(at, Math.min(size, LONGEST_WORDS));
                words.put(tag, Arrays.copyOf(value, Math.max(value.length + 1, 5)));
            }
        });
        int behind = 8 + 2 + 12 * (words.size() + 1) + 4;
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(behind);
        head.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) (words.size() + 1));
        head.putShort((short) ORIENTATION).putShort((short) 3).putInt(1).putInt(orientation(file) << 16);
        words.forEach((tag, value) -> {
            head.putShort(tag.shortValue())
                    .putShort((short) 2)
                    .putInt(value.length)
                    .putInt(behind + values.size());
            values.writeBytes(value);
        });
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(head.array());
        block.writeBytes(values.toByteArray());
        return block.toByteArray();
    }

    /// Told of each entry of a directory.
    interface Entry {
        /// @param size of the value in bytes
        /// @param at where the value stands
        void seen(int tag, int size, int at);
    }

    private void eachEntry(Entry entry) {
        if (!lowFirst && !file.says(0, "MM")) {
            return;
        }
        eachEntry(int32(4), entry);
    }

    private void eachEntry(int directory, Entry entry) {
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
