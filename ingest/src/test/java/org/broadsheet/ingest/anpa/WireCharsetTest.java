package org.broadsheet.ingest.anpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireCharsetTest {

    private static final String GERMAN =
            "Die Gebühren für die Fähren und die größeren Schiffe steigen. Der Hafen ist nicht schuld, sagte ein"
                    + " Sprecher.";

    private final List<String> remarks = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ''",
        "ISO-8859-1, ISO 8859-1",
        "windows-1252, ISO 8859-1",
        "IBM437, code page 437",
    })
    void eightBitTextIsReadInItsOwnCharacters(String charset, String guessed) {
        assertThat(decode(GERMAN.getBytes(Charset.forName(charset)))).isEqualTo(GERMAN);
        assertThat(String.join("", remarks))
                .isEqualTo(guessed.isEmpty() ? "" : "Its characters were guessed to be " + guessed);
    }

    @Test
    void windowsQuotationMarksAreMarks() {
        String text = "The port\u2019s head said: \u201CNo caf\u00E9\u201D \u2013 twice.";

        assertThat(decode(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(text);
        assertThat(remarks).containsExactly("Its characters were guessed to be Windows-1252");
    }

    @Test
    void cyrillicIsReadAsCyrillic() {
        String text = "Портовые сборы вырастут на десятую часть, сообщил начальник порта в среду вечером журналистам.";

        assertThat(decode(text.getBytes(Charset.forName("windows-1251")))).isEqualTo(text);
        assertThat(decode(text.getBytes(Charset.forName("KOI8-R")))).isEqualTo(text);
    }

    @Test
    void accentsBeforeTheirLettersAreIso6937() {
        byte[] bytes = "Geb\u00C8uhren im Caf\u00C2e, Stra\u00FBe".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(decode(bytes)).isEqualTo("Gebühren im Café, Straße");
        assertThat(remarks).containsExactly("Its characters were guessed to be ISO 6937");
    }

    @Test
    void sevenBitGermanIsGuessedByItsWordsAndAsciiBracesStay() {
        String seven =
                GERMAN.replace('ü', '}').replace('ä', '{').replace('ö', '|').replace('ß', '~');

        assertThat(decode(seven.getBytes(StandardCharsets.US_ASCII))).isEqualTo(GERMAN);
        assertThat(remarks).containsExactly("Its characters were guessed to be the seven-bit set for German (ISO 646)");
        assertThat(decode("a{b}c and d|e, if (x) {y} else {z}~".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("a{b}c and d|e, if (x) {y} else {z}~");
    }

    @Test
    void whatATextDeclaresCounts() {
        assertThat(decode(latin("\u001B(KGr}~e\u001B(B {x}"))).isEqualTo("Grüße {x}");
        assertThat(decode(latin("\u001B-Rcaf\u00C2e"))).isEqualTo("café");
        assertThat(decode(latin("\u001B-Acaf\u00E9"))).isEqualTo("café");
        assertThat(decode("\u001B%Gcafé".getBytes(StandardCharsets.UTF_8))).isEqualTo("café");
        assertThat(remarks).isEmpty();
    }

    @Test
    void bytesThatAreNoCharactersAreRemarked() {
        assertThat(decode(new byte[] {'a', (byte) 0x81, ' ', (byte) 0x93, (byte) 0xFF}))
                .contains("\uFFFD");
        assertThat(remarks).contains("Some of its bytes are no characters of Windows-1252");
    }

    private String decode(byte[] bytes) {
        return WireCharset.decode(new String(bytes, StandardCharsets.ISO_8859_1), remarks::add);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
