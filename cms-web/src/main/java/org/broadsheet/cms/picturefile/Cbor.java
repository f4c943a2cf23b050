package org.broadsheet.cms.picturefile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the little of CBOR (RFC 8949) that a signature's header is made of: numbers, bytes, words, lists, maps, tags.
final class Cbor {

    private static final int DEEPEST = 16;
    private static final int MOST_VALUES = 10_000;

    private final Bytes bytes;
    private int at;
    private int values;

    private Cbor(Bytes bytes) {
        this.bytes = bytes;
    }

    /// Not CBOR, or more of it than a signature's header has.
    static final class Unreadable extends Exception {
        Unreadable(String why) {
            super(why);
        }
    }

    /// The first value: a [Long], `byte[]`, [String], [List], [Map] or [Simple]. A tag is left off its value.
    ///
    /// @throws Unreadable if it is damaged
    static Object read(byte[] cbor) throws Unreadable {
        return new Cbor(new Bytes(cbor)).value(0);
    }

    /// True, false, null or a fraction: nothing that is asked for.
    enum Simple {
        /// All of them.
        VALUE
    }

    private Object value(int depth) throws Unreadable {
        if (depth > DEEPEST || values++ > MOST_VALUES || at >= bytes.length()) {
            throw new Unreadable("too deep, too many values, or cut off");
        }
        int head = bytes.int8(at++);
        int kind = head >> 5;
        int small = head & 31;
        if (small == 31 && kind >= 2 && kind <= 5) {
            return endless(kind, depth);
        }
        long number = number(small);
        return switch (kind) {
            case 0 -> number;
            case 1 -> -1 - number;
            case 2 -> take(number);
            case 3 -> new String(take(number), StandardCharsets.UTF_8);
            case 4 -> {
                List<Object> list = new ArrayList<>();
                for (long i = 0; i < number; i++) {
                    list.add(value(depth + 1));
                }
                yield list;
            }
            case 5 -> {
                Map<Object, Object> map = new LinkedHashMap<>();
                for (long i = 0; i < number; i++) {
                    Object key = value(depth + 1);
                    map.put(key, value(depth + 1));
                }
                yield map;
            }
            case 6 -> value(depth + 1);
            default -> Simple.VALUE;
        };
    }

    /// A list or a map that says where it ends only when it does.
    private Object endless(int kind, int depth) throws Unreadable {
        if (kind < 4) {
            throw new Unreadable("words in pieces");
        }
        List<Object> list = new ArrayList<>();
        while (bytes.int8(at) != 0xff) {
            list.add(value(depth + 1));
        }
        at++;
        if (kind == 4) {
            return list;
        }
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i + 1 < list.size(); i += 2) {
            map.put(list.get(i), list.get(i + 1));
        }
        return map;
    }

    private long number(int small) throws Unreadable {
        if (small < 24) {
            return small;
        }
        int size =
                switch (small) {
                    case 24 -> 1;
                    case 25 -> 2;
                    case 26 -> 4;
                    case 27 -> 8;
                    default -> throw new Unreadable("a number of no known size");
                };
        long number = 0;
        for (int i = 0; i < size; i++) {
            number = number << 8 | bytes.int8(at++);
        }
        if (number < 0) {
            throw new Unreadable("a number too large");
        }
        return number;
    }

    private byte[] take(long size) throws Unreadable {
        if (size > bytes.length() - at) {
            throw new Unreadable("cut off");
        }
        byte[] taken = bytes.slice(at, (int) size);
        at += (int) size;
        return taken;
    }
}
