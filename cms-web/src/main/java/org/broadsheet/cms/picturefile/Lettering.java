package org.broadsheet.cms.picturefile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Makes words of the bytes of strangers. What a file says of its own letters is a hint: the bytes decide.
final class Lettering {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\ufffe\uffff]");

    private Lettering() {}

    /// UTF-8 where the bytes are, which nothing else is by chance; else the letters of western Europe. A last letter
    /// that was cut off in its middle is left out.
    static String read(byte[] bytes) {
        for (int cut = 0; cut <= Math.min(3, bytes.length); cut++) {
            if (cut > 0 && isPlain(bytes[bytes.length - cut])) {
                break;
            }
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes, 0, bytes.length - cut))
                        .toString();
            } catch (CharacterCodingException e) {
                if (cut == 0 && !endsInTheMiddle(bytes)) {
                    break;
                }
            }
        }
        return new String(bytes, WESTERN);
    }

    /// UTF-8 as far as the bytes are; each that is not is one of the letters of western Europe, and a control character
    /// is a blank.
    static String forgive(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        while (in.hasRemaining()) {
            CoderResult result = decoder.decode(in, out, true);
            for (int i = result.isMalformed() ? result.length() : 0; i > 0; i--) {
                out.put(new String(new byte[] {in.get()}, WESTERN));
            }
            decoder.reset();
        }
        return CONTROL.matcher(out.flip()).replaceAll(" ").strip();
    }

    /// Whether the bytes are UTF-8 with letters beyond ASCII.
    static boolean isUtf8(byte[] bytes) {
        return !isAscii(bytes) && !read(bytes).equals(new String(bytes, WESTERN));
    }

    /// Whether every byte is of ASCII, which all declarations agree about.
    static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (!isPlain(b)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(byte b) {
        return b >= 0;
    }

    /// Whether the last letter announces more bytes than follow.
    private static boolean endsInTheMiddle(byte[] bytes) {
        for (int behind = 1; behind <= Math.min(3, bytes.length); behind++) {
            int b = bytes[bytes.length - behind] & 0xff;
            if (b >= 0xc2) {
                int wanted = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
                // A single letter of western Europe at the end looks the same: something of UTF-8 must stand before it.
                return behind < wanted && hasPair(bytes, bytes.length - behind);
            }
            if (b < 0x80) {
                return false;
            }
        }
        return false;
    }

    private static boolean hasPair(byte[] bytes, int before) {
        for (int i = 0; i + 1 < before; i++) {
            if ((bytes[i] & 0xff) >= 0xc2 && (bytes[i + 1] & 0xc0) == 0x80) {
                return true;
            }
        }
        return false;
    }

    /// Words without what no field of ours can hold: control characters, halves of letters. Line ends stay.
    static String clean(String words) {
        StringBuilder clean = new StringBuilder(words.length());
        int at = 0;
        while (at < words.length()) {
            int c = words.codePointAt(at);
            at += Character.charCount(c);
            if (c == '\r') {
                boolean pair = at < words.length() && words.charAt(at) == '\n';
                if (!pair) {
                    clean.append('\n');
                }
            } else if (c == '\n' || c == '\t') {
                clean.append((char) c);
            } else if (!Character.isISOControl(c) && (c < 0xd800 || c > 0xdfff) && c != 0xfffe && c != 0xffff) {
                clean.appendCodePoint(c);
            }
        }
        return clean.toString().strip();
    }
}
