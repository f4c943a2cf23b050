package org.broadsheet.ingest.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.broadsheet.ingest.Jpegs;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.PictureDetails;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureFormatTest {

    private static final PictureFormat FORMAT = new PictureFormat();

    @ParameterizedTest
    @CsvSource({"jpeg, image/jpeg", "png, image/png", "tiff, image/tiff"})
    void aPictureStatesItsSizeWhateverItsFormat(String format, String mimeType) throws Exception {
        Reading.Picture picture = read(drawn(format));

        assertThat(picture.mimeType()).isEqualTo(mimeType);
        assertThat(picture.width()).isEqualTo(37);
        assertThat(picture.height()).isEqualTo(23);
    }

    @ParameterizedTest
    @CsvSource({
        "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==, 1, 1",
        "UklGRkAAAABXRUJQVlA4WAoAAAAQAAAAHwIADwEAQUxQSAIAAAAAAFZQOCAYAAAAMAEAnQEqAQABAAIANCWkAANwAP77/VAA, 544, 272",
        "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vv9UAA=, 1, 1",
    })
    void aWebpStatesItsSize(String base64, int width, int height) throws Exception {
        Reading.Picture picture = read(Base64.getDecoder().decode(base64));

        assertThat(picture.mimeType()).isEqualTo("image/webp");
        assertThat(picture.width()).isEqualTo(width);
        assertThat(picture.height()).isEqualTo(height);
    }

    @ParameterizedTest
    @CsvSource({
        "GIF89a-------------, a GIF",
        "<svg xmlns='http://www.w3.org/2000/svg'/>, a drawing in SVG",
        "8BPS----------------, a Photoshop file",
        "----ftypheic--------, a HEIC or AVIF",
        "----ftypavif--------, a HEIC or AVIF",
        "%!PS-Adobe-3.0 EPSF-, a drawing in PostScript",
    })
    void whatIsNotPrintedIsRefusedByItsName(String bytes, String called) {
        Copy copy = copy(bytes.replace('-', '\0').getBytes(StandardCharsets.ISO_8859_1));

        assertThat(FORMAT.recognises(copy)).isTrue();
        assertThatThrownBy(() -> FORMAT.read(copy))
                .isInstanceOf(Unreadable.class)
                .hasMessage("Pictures are taken as JPEG, PNG, WebP or TIFF; this is " + called);
    }

    @Test
    void everythingThatIsWrittenInsideIsTaken() throws Exception {
        PictureDetails details = read(Jpegs.drawn(64, 48, 10)
                        .iim(5, "Harbour")
                        .iim(10, "4")
                        .iim(12, "IPTC:11000000:Politics")
                        .iim(25, "ships")
                        .iim(25, "fees")
                        .iim(30, "20261126")
                        .iim(35, "060000+0000")
                        .iim(90, "Vastholm")
                        .iim(92, "Quay")
                        .iim(95, "Norland")
                        .iim(100, "NOR")
                        .iim(101, "Norway")
                        .iim(103, "NW4711")
                        .iim(116, "(c) Northwind")
                        .iim(122, "jl")
                        .iim(135, "en")
                        .bytes())
                .inside()
                .details();

        assertThat(details.title()).isEqualTo("Harbour");
        assertThat(details.urgency()).as("52 is the character 4").isEqualTo(4);
        assertThat(details.subjectCodes()).containsExactly("IPTC:11000000:Politics");
        assertThat(details.keywords()).containsExactly("ships", "fees");
        assertThat(details.releaseDay()).hasToString("2026-11-26");
        assertThat(details.releaseTime()).startsWith("060000");
        assertThat(details.places()).containsExactly("Quay", "Vastholm", "Norland", "Norway");
        assertThat(details.countryCode()).isEqualTo("NOR");
        assertThat(details.transmission()).isEqualTo("NW4711");
        assertThat(details.copyright()).isEqualTo("(c) Northwind");
        assertThat(details.writer()).isEqualTo("jl");
        assertThat(details.language()).isEqualTo("en");
    }

    @Test
    void aFileThatIsCutOffOrLiesIsRefusedInASentence() throws Exception {
        for (String format : new String[] {"jpeg", "png", "tiff"}) {
            byte[] whole = drawn(format);
            for (int length : new int[] {12, 13, 16, 20, 24, 31}) {
                byte[] cut = Arrays.copyOf(whole, Math.min(length, whole.length));
                assertThatThrownBy(() -> FORMAT.read(copy(cut)))
                        .as(format + " of " + length + " bytes")
                        .isInstanceOf(Unreadable.class)
                        .hasMessageMatching("(?s).{20,}");
            }
        }
        byte[] empty = drawn("png");
        Arrays.fill(empty, 16, 24, (byte) 0);
        assertThatThrownBy(() -> FORMAT.read(copy(empty)))
                .hasMessage("The picture states no size that a picture can have");
    }

    private static byte[] drawn(String format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(37, 23, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static Reading.Picture read(byte[] bytes) throws Unreadable {
        assertThat(FORMAT.recognises(copy(bytes))).isTrue();
        return (Reading.Picture) FORMAT.read(copy(bytes));
    }

    private static Copy copy(byte[] bytes) {
        return new Copy("nord", "x", "0".repeat(64), Instant.EPOCH, bytes);
    }
}
