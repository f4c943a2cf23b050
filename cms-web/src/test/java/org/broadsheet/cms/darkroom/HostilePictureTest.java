package org.broadsheet.cms.darkroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.broadsheet.cms.Negatives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of people who mean harm.
class HostilePictureTest extends DarkroomCase {

    @Test
    void whatHasNoPlaceHereIsRefusedWithASentenceThatNamesIt() {
        assertThat(refusal("<?xml version='1.0'?><svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)))
                .contains("SVG")
                .contains("JPEG");
        assertThat(refusal("<svg>".getBytes(StandardCharsets.UTF_16))).contains("SVG");
        assertThat(refusal("GIF89a/*\1\0\1\0*/=alert(1)//".getBytes(StandardCharsets.ISO_8859_1)))
                .contains("GIF");
        assertThat(refusal(Negatives.file(Negatives.scene(20, 20, 1), "bmp"))).contains("BMP");
        assertThat(refusal("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).contains("PDF");
        assertThat(refusal("<!doctype html><p>404".getBytes(StandardCharsets.US_ASCII)))
                .contains("web page");
        assertThat(refusal(new byte[0])).contains("empty");
        assertThat(refusal("PK\3\4 zip".getBytes(StandardCharsets.ISO_8859_1))).contains("not a picture");
        byte[] jpeg = Negatives.file(Negatives.scene(300, 200, 1), "jpeg");
        assertThat(refusal(Arrays.copyOf(jpeg, 40))).contains("JPEG");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void aWholeBombCostsLittleOrIsRefused(int bits) {
        // Two sizes: one below what is weighed, which is drawn, and one above, which is refused unread.
        for (int side : new int[] {bits == 8 ? 3_500 : 2_500, 7_500}) {
            byte[] bomb = Negatives.emptyPng(side, side, bits);
            assertThat(bomb.length).isLessThan(side * side / 100);

            Costs costs = Costs.of(() -> {
                if (DARKROOM.look(bomb) instanceof Look.Fit fit) {
                    new Enlarger(SETTINGS, new AvifTools(SETTINGS))
                            .enlarge(
                                    fit.original(),
                                    Area.whole(side, side),
                                    2400,
                                    System.nanoTime() + Duration.ofSeconds(20).toNanos());
                }
            });

            assertThat(costs.bytes()).describedAs(side + " bytes").isLessThan(64L << 20);
            assertThat(costs.took()).describedAs(side + " time").isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void aProgressiveBombIsRefusedBeforeItsCoefficientsAreUnpacked() {
        byte[] small = Negatives.progressive(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB));
        // The frame header (0xffc2) gets another size: six bytes behind the marker stand height and width.
        byte[] bomb = small.clone();
        for (int at = 0; at + 9 < bomb.length; at++) {
            if ((bomb[at] & 0xff) == 0xff && (bomb[at + 1] & 0xff) == 0xc2) {
                ByteBuffer.wrap(bomb).putShort(at + 5, (short) 7_500).putShort(at + 7, (short) 7_500);
                break;
            }
        }

        Costs costs = Costs.of(() -> assertThat(refusal(bomb)).contains("no photograph"));

        assertThat(costs.bytes()).isLessThan(8L << 20);
        assertThat(costs.took()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aSmallFileThatClaimsToBeEnormousIsRefusedUnread() {
        byte[] png = Negatives.emptyPng(1, 1, 8);
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);

        assertThat(refusal(png)).contains("3600000000 pixels");
    }

    @Test
    void aTruncatedPictureIsUndrawableOrShowsWhatThereIs() throws Exception {
        BufferedImage scene = Negatives.scene(900, 600, 3);
        for (String format : List.of("jpeg", "png", "tiff", "webp")) {
            byte[] whole = Negatives.file(scene, format);
            byte[] half = Arrays.copyOf(whole, whole.length / 2);
            if (DARKROOM.look(half) instanceof Look.Fit fit) {
                try {
                    assertThat(print(fit.original(), 320).width()).isEqualTo(320);
                } catch (Undrawable e) {
                    assertThat(e).hasMessageContaining("cannot be read");
                }
            }
        }
    }

    @Test
    void aPolyglotIsReadAsThePictureItIsAndSentAsNothingElse() throws Exception {
        byte[] jpeg = Negatives.file(Negatives.scene(600, 400, 2), "jpeg");
        byte[] script = "/*<script>alert(1)</script>*/".getBytes(StandardCharsets.US_ASCII);
        byte[] zip = "PK\3\4 a program PK\5\6".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(Negatives.behindHead(jpeg, Negatives.segment(0xfe, script)));
        both.writeBytes(zip);

        Print print = print(fit(both.toByteArray()), 320);

        String sent = new String(print.bytes(), StandardCharsets.ISO_8859_1);
        assertThat(sent).doesNotContain("<script").doesNotContain("PK\3\4");
    }

    @Test
    void hugeMetadataCostsNoMoreThanItsBytes() throws Exception {
        ByteArrayOutputStream segments = new ByteArrayOutputStream();
        byte[] filler = new byte[65_000];
        Arrays.fill(filler, (byte) 'x');
        for (int i = 0; i < 300; i++) {
            byte[] word = (i % 2 == 0 ? "http://ns.adobe.com/xap/1.0/\0" : "Photoshop 3.0\0")
                    .getBytes(StandardCharsets.ISO_8859_1);
            segments.writeBytes(Negatives.segment(i % 2 == 0 ? 0xe1 : 0xed, word, filler));
        }
        byte[] heavy =
                Negatives.behindHead(Negatives.file(Negatives.scene(600, 400, 2), "jpeg"), segments.toByteArray());

        Costs costs = Costs.of(() -> fit(heavy));

        assertThat(print(fit(heavy), 320).bytes().length).isLessThan(60_000);
        assertThat(costs.bytes()).isLessThan(64L << 20);
        assertThat(costs.took()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aCompressedCommentOfAPngIsNeverUnpacked() {
        Deflater deflater = new Deflater(9);
        deflater.setInput(new byte[200 << 20]);
        deflater.finish();
        byte[] packed = new byte[1 << 20];
        int size = deflater.deflate(packed);
        deflater.end();
        byte[] text = ByteBuffer.allocate(9 + size)
                .put("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1))
                .put(packed, 0, size)
                .array();
        byte[] profile = ByteBuffer.allocate(5 + size)
                .put("icc\0\0".getBytes(StandardCharsets.ISO_8859_1))
                .put(packed, 0, size)
                .array();
        byte[] png = Negatives.file(Negatives.scene(400, 300, 2), "png");
        byte[] bomb = Negatives.withChunk(
                Negatives.withChunk(png, Negatives.pngChunk("zTXt", text)), Negatives.pngChunk("iCCP", profile));

        Costs costs = Costs.of(() -> new Enlarger(SETTINGS, new AvifTools(SETTINGS))
                .enlarge(
                        fit(bomb),
                        Area.whole(400, 300),
                        320,
                        System.nanoTime() + Duration.ofSeconds(20).toNanos()));

        assertThat(costs.bytes()).isLessThan(32L << 20);
        assertThat(costs.took()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void flippedBytesNeverEndInAnythingButAPictureOrARefusal() {
        Random random = new Random(42);
        for (String format : List.of("jpeg", "png", "tiff", "webp")) {
            byte[] good = Negatives.file(Negatives.scene(200, 150, 5), format);
            for (int round = 0; round < 60; round++) {
                byte[] hostile = good.clone();
                for (int flip = 0; flip < 1 + round % 9; flip++) {
                    hostile[random.nextInt(12, Math.min(hostile.length, 60 + round * 40))] = (byte) random.nextInt();
                }
                if (DARKROOM.look(hostile) instanceof Look.Fit fit) {
                    try {
                        assertThat(print(fit.original(), 160).bytes()).isNotEmpty();
                    } catch (Undrawable e) {
                        assertThat(e).hasMessageContaining("cannot be");
                    }
                }
            }
        }
    }
}
