package org.broadsheet.ingest.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a file looks written to its end: a slow sender may pause in the middle for longer than the quiet time.
final class Finish {

    private static final int EDGE = 4096;
    private static final int JPEG_EDGE = 64 * 1024;
    private static final Pattern FIRST_TAG = Pattern.compile("<([A-Za-z_][\\w.:-]*)");
    private static final Pattern LAST_TAG =
            Pattern.compile("</([A-Za-z_][\\w.:-]*)\\s*>(?:\\s|<!--.*?-->|<\\?.*?\\?>)*$", Pattern.DOTALL);

    private Finish() {}

    static boolean looksWhole(Path file, long size) throws IOException {
        if (size == 0) {
            return false;
        }
        try (SeekableByteChannel in =
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            byte[] head = edge(in, 0, (int) Math.min(EDGE, size));
            if (head.length > 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xD8) {
                long from = Math.max(0, size - JPEG_EDGE);
                return endsTheJpeg(edge(in, from, (int) (size - from)));
            }
            String text =
                    text(head).replaceAll("(?s)<\\?.*?\\?>|<!--.*?-->", "").stripLeading();
            if (!text.startsWith("<") && !text.startsWith("\u00EF\u00BB\u00BF<")) {
                return true;
            }
            Matcher first = FIRST_TAG.matcher(text);
            long from = Math.max(0, size - EDGE);
            Matcher last = LAST_TAG.matcher(text(edge(in, from, (int) (size - from))));
            return first.find() && last.find() && first.group(1).equals(last.group(1));
        }
    }

    private static boolean endsTheJpeg(byte[] tail) {
        for (int i = tail.length - 2; i >= 0; i--) {
            if (tail[i] == (byte) 0xFF && tail[i + 1] == (byte) 0xD9) {
                return true;
            }
        }
        return false;
    }

    /// ASCII is enough to see the tags; the second byte of UTF-16 falls away.
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace("\u0000", "");
    }

    private static byte[] edge(SeekableByteChannel in, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        in.position(from);
        while (buffer.hasRemaining() && in.read(buffer) >= 0) {
            // until the edge is read or the file ends
        }
        byte[] read = new byte[buffer.flip().remaining()];
        buffer.get(read);
        return read;
    }
}
