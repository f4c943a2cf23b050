package org.broadsheet.cms.picturefile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes a slip into a finished picture, beside the pixels, which stay as they are.
public final class SlipWriter {

    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String PHOTOSHOP = "Photoshop 3.0\0";
    private static final int LONGEST_SEGMENT = 65_533;

    private SlipWriter() {}

    /// A JPEG with the slip as XMP and as IIM, behind the JFIF head.
    ///
    /// @param jpeg as an encoder wrote it, without any words of its own
    public static byte[] intoJpeg(byte[] jpeg, Slip slip) {
        Bytes bytes = new Bytes(jpeg);
        int behindHead = 2;
        while (bytes.int16(behindHead) == 0xffe0) {
            behindHead += 2 + bytes.int16(behindHead + 2);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + 2048);
        out.write(jpeg, 0, behindHead);
        segment(out, 0xe1, latin(XMP), XmpPacket.of(slip));
        segment(out, 0xed, latin(PHOTOSHOP), iimResource(slip));
        out.write(jpeg, behindHead, jpeg.length - behindHead);
        return out.toByteArray();
    }

    /// A WebP with the slip as its XMP chunk; a simple file becomes an extended one (RFC 9649, 2.7).
    ///
    /// @param webp as an encoder wrote it: one picture, no transparency, no words of its own
    public static byte[] intoWebp(byte[] webp, int width, int height, Slip slip) {
        Bytes bytes = new Bytes(webp);
        byte[] xmp = XmpPacket.of(slip);
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(webp.length + 2048);
        chunks.writeBytes(latin("WEBP"));
        byte[] head = new byte[10];
        head[0] = 0x04;
        lowFirst(head, 4, width - 1, 3);
        lowFirst(head, 7, height - 1, 3);
        chunk(chunks, "VP8X", head);
        int at = 12;
        while (at + 8 <= webp.length) {
            int size = bytes.int32LowFirst(at + 4);
            if (!bytes.says(at, "VP8X")) {
                chunk(chunks, bytes.latin(at, 4), bytes.slice(at + 8, size));
            }
            at += 8 + size + (size & 1);
        }
        chunk(chunks, "XMP ", xmp);
        ByteArrayOutputStream out = new ByteArrayOutputStream(chunks.size() + 8);
        out.writeBytes(latin("RIFF"));
        byte[] size = new byte[4];
        lowFirst(size, 0, chunks.size(), 4);
        out.writeBytes(size);
        out.writeBytes(chunks.toByteArray());
        return out.toByteArray();
    }

    /// The slip as an XMP packet, for an encoder that takes one along.
    public static byte[] packet(Slip slip) {
        return XmpPacket.of(slip);
    }

    /// One Photoshop resource with the IIM records. IIM allows a credit 32 bytes and a caption 2,000; agencies write
    /// longer ones, every reader takes them, and a name that is cut off would be a wrong one.
    private static byte[] iimResource(Slip slip) {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        // IIM 4.2, 1:90: the words are UTF-8. 2:0: the version of the record.
        dataset(records, 1, 90, new byte[] {0x1b, '%', 'G'});
        dataset(records, 2, 0, new byte[] {0, 4});
        words(records, 110, slip.credit());
        words(records, 116, slip.copyright());
        words(records, 120, slip.caption());
        ByteArrayOutputStream resource = new ByteArrayOutputStream();
        resource.writeBytes(latin("8BIM"));
        resource.writeBytes(new byte[] {0x04, 0x04, 0, 0});
        int size = records.size();
        resource.writeBytes(new byte[] {0, 0, (byte) (size >> 8), (byte) size});
        resource.writeBytes(records.toByteArray());
        if ((size & 1) == 1) {
            resource.write(0);
        }
        return resource.toByteArray();
    }

    private static void words(ByteArrayOutputStream records, int number, String words) {
        if (!words.isEmpty()) {
            dataset(records, 2, number, words.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void dataset(ByteArrayOutputStream records, int record, int number, byte[] value) {
        records.writeBytes(
                new byte[] {0x1c, (byte) record, (byte) number, (byte) (value.length >> 8), (byte) value.length});
        records.writeBytes(value);
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] word, byte[] content) {
        int length = 2 + word.length + content.length;
        if (length > LONGEST_SEGMENT) {
            throw new IllegalArgumentException("More words than a segment holds: " + length);
        }
        out.writeBytes(new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length});
        out.writeBytes(word);
        out.writeBytes(content);
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
        out.writeBytes(latin(name));
        byte[] size = new byte[4];
        lowFirst(size, 0, content.length, 4);
        out.writeBytes(size);
        out.writeBytes(content);
        if ((content.length & 1) == 1) {
            out.write(0);
        }
    }

    private static void lowFirst(byte[] into, int at, int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            into[at + i] = (byte) (value >> 8 * i);
        }
    }

    private static byte[] latin(String words) {
        return words.getBytes(StandardCharsets.ISO_8859_1);
    }
}
