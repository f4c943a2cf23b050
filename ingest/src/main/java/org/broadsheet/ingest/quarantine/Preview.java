package org.broadsheet.ingest.quarantine;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The beginning of a payload as text to look at.
final class Preview {

    private static final int LONGEST = 64 * 1024;

    private Preview() {}

    /// The first 64 KB: UTF-16 where a mark says so, else UTF-8, else Windows-1252; a control character that no screen
    /// shows becomes its picture (U+2400 and following).
    static String of(byte[] bytes) {
        int length = Math.min(bytes.length, LONGEST);
        String text = decoded(bytes, length);
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isSilent = c < ' ' && c != '\n' && c != '\t' && c != '\r';
            shown.append(isSilent ? (char) ('\u2400' + c) : c == '\u007F' ? '\u2421' : c);
        }
        return shown.toString();
    }

    private static String decoded(byte[] bytes, int length) {
        Charset charset = StandardCharsets.UTF_8;
        if (length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF
                || length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            charset = StandardCharsets.UTF_16;
        } else if (!isUtf8(bytes, length)) {
            charset = Charset.forName("windows-1252");
        }
        return new String(bytes, 0, length, charset);
    }

    /// Whether it is UTF-8, but for a character that the cut goes through.
    private static boolean isUtf8(byte[] bytes, int length) {
        for (int cut = 0; cut < 4 && cut < length; cut++) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length - cut));
                return true;
            } catch (CharacterCodingException e) {
                if (length == bytes.length) {
                    return false;
                }
            }
        }
        return false;
    }
}
