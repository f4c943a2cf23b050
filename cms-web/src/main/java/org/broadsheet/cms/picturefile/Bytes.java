package org.broadsheet.cms.picturefile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The bytes of a file, read with care: what lies behind its end reads as nothing.
///
/// @param all of them, not copied
record Bytes(byte[] all) {

    int length() {
        return all.length;
    }

    /// One byte, 0 to 255; 0 outside the file.
    int int8(int at) {
        return at >= 0 && at < all.length ? all[at] & 0xff : 0;
    }

    /// Two bytes, the higher first.
    int int16(int at) {
        return int8(at) << 8 | int8(at + 1);
    }

    /// Four bytes, the highest first; a number above two thousand million comes out as [Integer#MAX_VALUE].
    int int32(int at) {
        long value = (long) int16(at) << 16 | int16(at + 2);
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    /// Four bytes, the lowest first, with the same bound.
    int int32LowFirst(int at) {
        long value = (long) int8(at + 3) << 24 | (long) int8(at + 2) << 16 | (long) int8(at + 1) << 8 | int8(at);
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    boolean says(int at, String word) {
        return PictureFormat.says(all, at, word);
    }

    String latin(int at, int length) {
        byte[] piece = slice(at, length);
        return new String(piece, StandardCharsets.ISO_8859_1);
    }

    /// As many of these bytes as there are.
    byte[] slice(int at, int length) {
        int from = Math.clamp(at, 0, all.length);
        int to = (int) Math.clamp((long) from + Math.max(0, length), from, all.length);
        return Arrays.copyOfRange(all, from, to);
    }
}
