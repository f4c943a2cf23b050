package org.broadsheet.ingest.anpa;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/// Finds out in which characters a dispatch was written: as it declares (ISO 2022 escape sequences), else as its bytes
/// look. What was guessed is remarked. The text comes in as ISO 8859-1 has its bytes.
final class WireCharset {

    private static final int LOOKED_AT = 1 << 16;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Charset DOS = Charset.forName("IBM437");

    /// Charsets the detector is trusted with: those whose texts do not look like Western ones.
    private static final Set<String> FOREIGN = Set.of(
            "WINDOWS-1251",
            "KOI8-R",
            "ISO-8859-5",
            "IBM866",
            "WINDOWS-1253",
            "ISO-8859-7",
            "WINDOWS-1255",
            "ISO-8859-8",
            "SHIFT_JIS",
            "EUC-JP",
            "EUC-KR",
            "BIG5",
            "GB18030",
            "EUC-TW",
            "TIS620");

    private static final Map<String, Pattern> SMALL_WORDS = Map.of(
            "German", Pattern.compile("\\b(?:der|die|das|und|ist|mit|den|von|auf|nicht|ein|eine)\\b"),
            "Swedish", Pattern.compile("\\b(?:och|att|det|som|en|f\\|r|med|inte|till|den)\\b"),
            "Danish or Norwegian", Pattern.compile("\\b(?:og|at|det|som|en|for|med|ikke|til|den)\\b"));

    private static final Pattern SEVEN_BIT_LETTER = Pattern.compile("[A-Za-z][{|}~][a-z]|[a-z][{|}]\\b");

    private WireCharset() {}

    /// The text in its own characters.
    ///
    /// @param raw its bytes as ISO 8859-1 has them
    /// @param remark told what was guessed
    static String decode(String raw, Consumer<String> remark) {
        boolean ascii = isAscii(raw);
        if (raw.indexOf('\u001B') >= 0) {
            EscapedText declared = EscapedText.of(raw);
            if (declared.declares()) {
                declared.remarks().forEach(remark);
                return declared.text();
            }
        }
        return ascii ? sevenBit(raw, remark) : eightBit(raw, remark);
    }

    private static boolean isAscii(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String sevenBit(String raw, Consumer<String> remark) {
        String head = raw.length() > LOOKED_AT ? raw.substring(0, LOOKED_AT) : raw;
        if (SEVEN_BIT_LETTER.matcher(head).results().limit(2).count() < 2) {
            return raw;
        }
        String lower = head.toLowerCase(Locale.ROOT);
        String language = "";
        long most = 3;
        for (Map.Entry<String, Pattern> words : SMALL_WORDS.entrySet()) {
            long found = words.getValue().matcher(lower).results().limit(200).count();
            if (found > most) {
                most = found;
                language = words.getKey();
            }
        }
        NationalVariant variant =
                switch (language) {
                    case "German" -> NationalVariant.GERMAN;
                    case "Swedish" -> NationalVariant.SWEDISH;
                    case "Danish or Norwegian" -> NationalVariant.NORWEGIAN;
                    default -> null;
                };
        if (variant == null) {
            return raw;
        }
        remark.accept("Its characters were guessed to be the seven-bit set for " + language + " (ISO 646)");
        return variant.decode(raw);
    }

    private static String eightBit(String raw, Consumer<String> remark) {
        byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
        String utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return utf8.startsWith("\uFEFF") ? utf8.substring(1) : utf8;
        }
        if (Iso6937.looksLike(raw)) {
            remark.accept("Its characters were guessed to be ISO 6937");
            return Iso6937.decode(raw);
        }
        String detected = detected(bytes);
        if (detected != null && FOREIGN.contains(detected)) {
            String foreign = strict(bytes, Charset.forName(detected));
            if (foreign != null) {
                remark.accept("Its characters were guessed to be " + detected);
                return foreign;
            }
        }
        Charset guess = western(raw);
        remark.accept("Its characters were guessed to be " + name(guess));
        String text = new String(bytes, guess);
        if (text.indexOf('\uFFFD') >= 0) {
            remark.accept("Some of its bytes are no characters of " + name(guess));
        }
        return text;
    }

    private static String name(Charset charset) {
        return charset.equals(DOS) ? "code page 437" : charset.equals(WINDOWS) ? "Windows-1252" : "ISO 8859-1";
    }

    /// Between two small letters stands a small letter: the code page in which more bytes do that is the right one.
    private static Charset western(String raw) {
        boolean c1 = false;
        int dos = 0;
        int windows = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < 0x80) {
                continue;
            }
            c1 |= c < 0xA0;
            if (i == 0 || i + 1 >= raw.length() || !isSmall(raw.charAt(i - 1)) || !isSmall(raw.charAt(i + 1))) {
                continue;
            }
            byte[] one = {(byte) c};
            dos += isSmallLetter(new String(one, DOS)) && c != 0x85 && c != 0x96 && c != 0x97 ? 1 : 0;
            windows += isSmallLetter(new String(one, WINDOWS)) ? 1 : 0;
        }
        if (dos > windows) {
            return DOS;
        }
        return c1 ? WINDOWS : StandardCharsets.ISO_8859_1;
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isSmallLetter(String one) {
        return Character.isLowerCase(one.charAt(0));
    }

    private static @Nullable String detected(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        int from = 0;
        while (from < bytes.length && bytes[from] >= 0) {
            from++;
        }
        from = Math.max(0, from - 1_024);
        detector.handleData(bytes, from, Math.min(bytes.length - from, LOOKED_AT));
        detector.dataEnd();
        return detector.getDetectedCharset();
    }

    private static @Nullable String strict(byte[] bytes, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return text.toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
