package org.broadsheet.ingest.mail;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/// What the lines of a mail's head say in characters: folded lines joined, encoded words (RFC 2047) and parameters
/// (RFC 2231) decoded, raw UTF-8 (RFC 6532) understood.
final class HeaderText {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern PARAMETER = Pattern.compile(
            ";\\s*([A-Za-z0-9!#$&+.^_`|~-]+?)(\\*(\\d+))?(\\*)?\\s*=\\s*(\"((?:[^\"\\\\]|\\\\.)*+)\"?|[^;]*+)");

    private HeaderText() {}

    /// The value of a line as it stands, unfolded.
    static String raw(byte[] line) {
        String text = characters(line);
        int colon = text.indexOf(':');
        return (colon < 0 ? text : text.substring(colon + 1))
                .replaceAll("\\r?\\n[ \\t]", " ")
                .replaceAll("[\\x00-\\x08\\x0B-\\x1F\\n]", "")
                .strip();
    }

    /// A text with its encoded words decoded.
    static String decoded(String raw) {
        if (!raw.contains("=?")) {
            return raw;
        }
        try {
            String text = DecoderUtil.decodeEncodedWords(raw, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
            return text.replaceAll("[\\x00-\\x1F]", " ").strip();
        } catch (RuntimeException unknownCharset) {
            return raw;
        }
    }

    /// The value of a line before its first parameter, in small letters.
    static String value(String raw) {
        int semicolon = raw.indexOf(';');
        return (semicolon < 0 ? raw : raw.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    /// The parameters of a line by their names in small letters.
    static Map<String, String> parameters(String raw) {
        Map<String, String> parameters = new TreeMap<>();
        Map<String, StringBuilder> continued = new TreeMap<>();
        Matcher found = PARAMETER.matcher(raw);
        while (found.find()) {
            String name = found.group(1).toLowerCase(Locale.ROOT);
            String value = found.group(6) == null
                    ? found.group(5).strip()
                    : found.group(6).replaceAll("\\\\(.)", "$1");
            if (found.group(3) != null) {
                continued
                        .computeIfAbsent(name, key -> new StringBuilder())
                        .append(found.group(4) != null && found.group(3).equals("0") ? "\u0001" : "")
                        .append(value);
            } else {
                parameters.putIfAbsent(name, found.group(4) == null ? decoded(value) : extended(value));
            }
        }
        continued.forEach((name, value) -> {
            String whole = value.toString();
            parameters.put(name, whole.startsWith("\u0001") ? extended(whole.substring(1)) : decoded(whole));
        });
        return parameters;
    }

    /// RFC 2231, 4: charset, language, and the characters in percents.
    private static String extended(String value) {
        int first = value.indexOf('\'');
        int second = first < 0 ? -1 : value.indexOf('\'', first + 1);
        Charset charset =
                second < 0 ? StandardCharsets.UTF_8 : charset(value.substring(0, first), StandardCharsets.UTF_8);
        String coded = second < 0 ? value : value.substring(second + 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(coded.length());
        for (int i = 0; i < coded.length(); i++) {
            char c = coded.charAt(i);
            int high = c == '%' && i + 2 < coded.length() ? Character.digit(coded.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(coded.charAt(i + 2), 16);
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(charset));
            }
        }
        return bytes.toString(charset);
    }

    /// The charset of a name; the other where nobody knows it.
    static Charset charset(String name, Charset other) {
        try {
            return name.isBlank() ? other : Charset.forName(name.strip());
        } catch (IllegalArgumentException unknown) {
            return other;
        }
    }

    /// Bytes as UTF-8 where they are, else as Windows-1252.
    static String characters(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WESTERN);
        }
    }
}
