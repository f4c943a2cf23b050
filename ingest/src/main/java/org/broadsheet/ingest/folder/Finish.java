package org.broadsheet.ingest.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;

/// Whether a file looks written to its end: a slow sender may pause in the middle for longer than the quiet time.
final class Finish {

    private static final int EDGE = 4096;
    private static final int JPEG_EDGE = 64 * 1024;

    private Finish() {}

    /// Looks at the edges of a file that is not in memory.
    static boolean looksWhole(Path file, long size) throws IOException {
        if (size == 0) {
            return false;
        }
        try (SeekableByteChannel in =
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            byte[] head = edge(in, 0, (int) Math.min(EDGE, size));
            long from = Math.max(0, size - (isJpeg(head) ? JPEG_EDGE : EDGE));
            return looksWhole(head, edge(in, from, (int) (size - from)));
        }
    }

    /// The same for a file that is.
    static boolean looksWhole(byte[] content) {
        if (content.length == 0) {
            return false;
        }
        byte[] head = content.length <= EDGE ? content : Arrays.copyOf(content, EDGE);
        int from = Math.max(0, content.length - (isJpeg(head) ? JPEG_EDGE : EDGE));
        return looksWhole(head, from == 0 ? content : Arrays.copyOfRange(content, from, content.length));
    }

    private static boolean looksWhole(byte[] head, byte[] tail) {
        if (isJpeg(head)) {
            return endsTheJpeg(tail);
        }
        String begin = text(head);
        int at = skipSpace(begin, begin.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0);
        if (at >= begin.length() || begin.charAt(at) != '<') {
            return true;
        }
        String root = firstElement(begin, at);
        return !root.isEmpty() && root.equals(lastEnd(text(tail)));
    }

    private static boolean isJpeg(byte[] head) {
        return head.length > 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xD8;
    }

    private static boolean endsTheJpeg(byte[] tail) {
        for (int i = tail.length - 2; i >= 0; i--) {
            if (tail[i] == (byte) 0xFF && tail[i + 1] == (byte) 0xD9) {
                return true;
            }
        }
        return false;
    }

    /// The name of the first element behind declarations and comments; empty where there is none.
    private static String firstElement(String text, int from) {
        int at = from;
        while (at >= 0 && at + 1 < text.length()) {
            if (text.startsWith("<?", at)) {
                at = behind(text, "?>", at);
            } else if (text.startsWith("<!--", at)) {
                at = behind(text, "-->", at);
            } else if (isNameStart(text.charAt(at + 1))) {
                return name(text, at + 1);
            } else {
                at++;
            }
            at = at < 0 ? -1 : text.indexOf('<', at);
        }
        return "";
    }

    /// The name of the end tag that ends the text, but for space, comments and instructions behind it; empty where it
    /// ends otherwise.
    private static String lastEnd(String text) {
        int end = text.length();
        while (true) {
            while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            int open;
            if (text.startsWith("-->", end - 3)) {
                open = text.lastIndexOf("<!--", end - 3);
            } else if (text.startsWith("?>", end - 2)) {
                open = text.lastIndexOf("<?", end - 2);
            } else {
                break;
            }
            if (open < 0) {
                return "";
            }
            end = open;
        }
        int tag = text.lastIndexOf("</", end);
        if (end == 0 || text.charAt(end - 1) != '>' || tag < 0) {
            return "";
        }
        String name = name(text, tag + 2);
        return skipSpace(text, tag + 2 + name.length()) == end - 1 ? name : "";
    }

    private static int behind(String text, String what, int from) {
        int at = text.indexOf(what, from);
        return at < 0 ? -1 : at + what.length();
    }

    private static String name(String text, int from) {
        int end = from;
        while (end < text.length() && (isNameStart(text.charAt(end)) || isInName(text.charAt(end)))) {
            end++;
        }
        return text.substring(from, end);
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isInName(char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == ':' || c == '-';
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// ASCII is enough to see the tags; the second byte of UTF-16 falls away, and so do its byte order marks.
    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.indexOf('\u0000') < 0) {
            return text;
        }
        return text.replace("\u0000", "").replace("\u00FE\u00FF", "").replace("\u00FF\u00FE", "");
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
