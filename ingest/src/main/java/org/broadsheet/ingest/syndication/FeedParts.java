package org.broadsheet.ingest.syndication;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading.EnclosedFile;

/// Cuts what a very long feed holds beyond the entries that are settled in one go into feeds of the same head, so that
/// a million entries are a thousand small payloads, each settled by itself.
final class FeedParts {

    private final byte[] bytes;
    private final byte[] begins;

    private FeedParts(byte[] bytes, String name) {
        this.bytes = bytes;
        this.begins = ("<" + name).getBytes(StandardCharsets.US_ASCII);
    }

    /// Whether a feed holds more entries than that, told by the tags they begin with.
    static boolean holdsMoreThan(int most, byte[] bytes) {
        for (String name : List.of("item", "entry")) {
            FeedParts feed = new FeedParts(bytes, name);
            int count = 0;
            for (int at = feed.next(0); at >= 0; at = feed.next(at + 1)) {
                count++;
                if (count > most) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The rest of a feed in parts; empty where its bytes cannot be cut (UTF-16, prefixed names).
    ///
    /// @param atOnce how many entries were read, and how many a part may hold
    static List<EnclosedFile> behind(Copy copy, int atOnce) {
        byte[] bytes = copy.bytes();
        if (bytes.length > 1
                && (bytes[0] == 0 || bytes[1] == 0 || bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF)) {
            return List.of();
        }
        for (String name : List.of("item", "entry")) {
            List<EnclosedFile> parts = new FeedParts(bytes, name).cut(copy.name(), atOnce, "</" + name);
            if (!parts.isEmpty()) {
                return parts;
            }
        }
        return List.of();
    }

    private List<EnclosedFile> cut(String name, int atOnce, String closes) {
        int first = next(0);
        int end = lastEnd(closes.getBytes(StandardCharsets.US_ASCII));
        if (first < 0 || end < first) {
            return List.of();
        }
        List<EnclosedFile> parts = new ArrayList<>();
        int from = -1;
        int count = 0;
        for (int at = first; at >= 0 && at < end; at = next(at + 1)) {
            if (count > 0 && count % atOnce == 0) {
                if (from >= 0) {
                    parts.add(part(name, parts.size() + 2, first, from, at, end));
                }
                from = at;
            }
            count++;
        }
        if (from >= 0) {
            parts.add(part(name, parts.size() + 2, first, from, end, end));
        }
        return parts;
    }

    private EnclosedFile part(String name, int number, int head, int from, int to, int tail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(head + to - from + bytes.length - tail);
        out.write(bytes, 0, head);
        out.write(bytes, from, to - from);
        out.write(bytes, tail, bytes.length - tail);
        return new EnclosedFile("part " + number + " of " + name, out.toByteArray());
    }

    /// Where the next entry begins; -1 where none does.
    private int next(int from) {
        for (int at = from; at < bytes.length - begins.length; at++) {
            if (bytes[at] == '<' && matches(begins, at) && isEndOfName(bytes[at + begins.length])) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isEndOfName(byte b) {
        return b == '>' || b == '/' || b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    /// Behind the last end tag of an entry.
    private int lastEnd(byte[] closes) {
        for (int at = bytes.length - closes.length - 1; at >= 0; at--) {
            if (bytes[at] == '<' && matches(closes, at)) {
                int end = at;
                while (end < bytes.length && bytes[end] != '>') {
                    end++;
                }
                return Math.min(end + 1, bytes.length);
            }
        }
        return -1;
    }

    private boolean matches(byte[] wanted, int at) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
