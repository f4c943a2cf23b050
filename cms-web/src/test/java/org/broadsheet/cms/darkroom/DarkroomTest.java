package org.broadsheet.cms.darkroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.broadsheet.cms.Negatives;
import org.broadsheet.cms.picturefile.PictureFormat;
import org.broadsheet.cms.picturefile.Slip;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class DarkroomTest {

    static final DarkroomSettings SETTINGS = settings(2, 16, Duration.ofSeconds(20));

    private static final Darkroom DARKROOM = Darkroom.with(SETTINGS);

    private static DarkroomSettings settings(int atOnce, int waiting, Duration wait) {
        return new DarkroomSettings(
                60_000_000,
                DataSize.ofMegabytes(100),
                atOnce,
                waiting,
                wait,
                Duration.ofSeconds(20),
                DataSize.ofMegabytes(256),
                "avifenc",
                "avifdec");
    }

    @AfterAll
    static void close() {
        DARKROOM.close();
    }

    @Test
    void everyFormatOfTheTradeComesOutAsItWentIn() throws Exception {
        BufferedImage scene = Negatives.scene(900, 600, 3);
        List<byte[]> files = new java.util.ArrayList<>(List.of(
                Negatives.file(scene, "jpeg"),
                Negatives.progressive(scene),
                Negatives.file(scene, "png"),
                Negatives.file(scene, "tiff"),
                Negatives.file(scene, "webp"),
                Negatives.cmykJpeg(scene)));
        if (new AvifTools(SETTINGS).writes() && new AvifTools(SETTINGS).reads()) {
            files.add(new AvifTools(SETTINGS).avif(scene, 12, "<x/>".getBytes(StandardCharsets.UTF_8)));
        }

        for (byte[] file : files) {
            Original original = fit(file);
            BufferedImage print = decoded(print(original, 450));
            BufferedImage wanted = Scaler.scale(scene, 450, 300);

            assertThat(original.width()).isEqualTo(900);
            assertThat(Likeness.of(wanted, print))
                    .describedAs(original.format() + " of " + file.length)
                    .isGreaterThan(0.9);
            assertThat(meanDifference(wanted, print))
                    .describedAs(original.format() + " of " + file.length)
                    .isLessThan(6);
        }
    }

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

    @ParameterizedTest
    @EnumSource(PrintFormat.class)
    void aPieceIsCutFromThePictureAsItStandsUpright(PrintFormat format) throws Exception {
        // A red corner at the upper left of the picture as stored; held so that it stands at the upper right.
        BufferedImage scene = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 100; x++) {
                scene.setRGB(x, y, 0xff0000);
            }
        }
        Original original = fit(turned(Negatives.file(scene, "jpeg"), 6));

        assertThat(original.width()).isEqualTo(200);
        assertThat(original.height()).isEqualTo(400);
        Print corner = DARKROOM.print(original, new Area(100, 0, 100, 100), 80, format, Slip.BLANK);
        assertThat(corner.width()).isEqualTo(80);
        if (corner.format() != PrintFormat.AVIF) {
            assertThat(decoded(corner).getRGB(40, 40) >> 16 & 255).isGreaterThan(200);
            Print other = DARKROOM.print(original, new Area(0, 0, 100, 100), 80, format, Slip.BLANK);
            assertThat(decoded(other).getRGB(40, 40) >> 16 & 255).isLessThan(60);
        }
    }

    @Test
    void aPieceIsFoundWhicheverWayTheCameraWasHeld() {
        for (int turned = 1; turned <= 8; turned++) {
            Area back = new Area(3, 5, 20, 10).asStored(turned, 100, 60);
            assertThat(back.liesIn(turned > 4 ? 60 : 100, turned > 4 ? 100 : 60))
                    .isTrue();
            assertThat(back.width()).isEqualTo(turned > 4 ? 10 : 20);
        }
        assertThat(new Area(0, 0, 20, 10).asStored(6, 100, 60)).isEqualTo(new Area(0, 80, 10, 20));
        assertThat(new Area(0, 0, 20, 10).asStored(8, 100, 60)).isEqualTo(new Area(50, 0, 10, 20));
        assertThat(new Area(0, 0, 20, 10).asStored(3, 100, 60)).isEqualTo(new Area(80, 50, 20, 10));
    }

    @Test
    void colourOfAnotherProfileBecomesThatOfTheWeb() throws Exception {
        // A picture whose numbers are linear: half the light is 188 in sRGB, not 128.
        ColorSpace linear = ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB);
        BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                grey.setRGB(x, y, 0x808080);
            }
        }
        byte[] profile = ((java.awt.color.ICC_ColorSpace) linear).getProfile().getData();
        byte[] jpeg = Negatives.behindHead(
                Negatives.file(grey, "jpeg"),
                Negatives.segment(0xe2, "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1), profile));
        Deflater deflater = new Deflater();
        deflater.setInput(profile);
        deflater.finish();
        byte[] packed = new byte[1 << 16];
        byte[] chunk = ByteBuffer.allocate(5 + packed.length)
                .put("icc\0\0".getBytes(StandardCharsets.ISO_8859_1))
                .put(packed, 0, deflater.deflate(packed))
                .array();
        byte[] png = Negatives.withChunk(Negatives.file(grey, "png"), Negatives.pngChunk("iCCP", chunk));

        for (byte[] file : List.of(jpeg, png)) {
            assertThat(decoded(print(fit(file), 64)).getRGB(32, 32) & 255).isBetween(184, 192);
        }
    }

    @Test
    void greyStaysTheGreyItWas() throws Exception {
        BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                grey.getRaster().setSample(x, y, 0, 90);
            }
        }
        for (String format : List.of("jpeg", "png", "tiff")) {
            assertThat(decoded(print(fit(Negatives.file(grey, format)), 64)).getRGB(32, 32) & 255)
                    .describedAs(format)
                    .isBetween(88, 92);
        }
    }

    @Test
    void aPhotographOf24MegapixelsIsPrintedWithinOneAndAHalfSeconds() throws Exception {
        byte[] jpeg = Negatives.file(Negatives.large(6000, 4000, 4), "jpeg");
        print(fit(Negatives.file(Negatives.scene(600, 400, 4), "jpeg")), 320);

        Duration best = Duration.ofDays(1);
        AvifTools avif = new AvifTools(SETTINGS);
        Enlarger enlarger = new Enlarger(SETTINGS, avif);
        Printer printer = new Printer(avif);
        for (int round = 0; round < 3; round++) {
            Costs costs = Costs.of(() -> {
                Original original = fit(jpeg);
                long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
                BufferedImage print = enlarger
                        .enlarge(original, Area.whole(6000, 4000), 828, until);
                assertThat(printer.print(print, PrintFormat.JPEG, Slip.BLANK).height())
                        .isEqualTo(552);
            });
            best = costs.took().compareTo(best) < 0 ? costs.took() : best;
        }

        assertThat(best).isLessThan(Duration.ofMillis(1500));
    }

    @Test
    void aFullQueueSendsWhoeverComesNextAway() throws Exception {
        Darkroom narrow = Darkroom.with(settings(1, 0, Duration.ofMillis(30)));
        Original large = fit(Negatives.file(Negatives.large(4000, 3000, 4), "jpeg"));

        assertThatThrownBy(() -> narrow.print(large, Area.whole(4000, 3000), 2400, PrintFormat.JPEG, Slip.BLANK))
                .isInstanceOf(DarkroomBusy.class);
        assertThatThrownBy(() -> narrow.print(large, Area.whole(4000, 3000), 2400, PrintFormat.JPEG, Slip.BLANK))
                .isInstanceOf(DarkroomBusy.class);
        narrow.close();
    }

    @Test
    void aReadingThatTakesTooLongIsGivenUp() {
        Original large = fit(Negatives.file(Negatives.large(3000, 2000, 4), "jpeg"));

        long began = System.nanoTime();
        assertThatThrownBy(() -> new Enlarger(SETTINGS, new AvifTools(SETTINGS))
                        .enlarge(large, Area.whole(3000, 2000), 2400, began))
                .isInstanceOf(Undrawable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void printsAreSmallAndLikeThePicture() throws Exception {
        byte[] png = Negatives.file(Negatives.scene(1656, 1104, 8), "png");
        BufferedImage wanted = Scaler.scale(Negatives.scene(1656, 1104, 8), 828, 552);

        Print jpeg = print(fit(png), 828);
        assertThat(Likeness.of(wanted, decoded(jpeg))).isGreaterThan(0.93);
        for (PrintFormat format : DARKROOM.formats()) {
            Print print = DARKROOM.print(fit(png), Area.whole(1656, 1104), 828, format, Slip.BLANK);
            assertThat(print.format()).isEqualTo(format);
            assertThat(PictureFormat.of(print.bytes()).orElseThrow().mimeType()).isEqualTo(format.mimeType());
            assertThat(print.bytes().length).isLessThanOrEqualTo(jpeg.bytes().length);
            if (format == PrintFormat.AVIF) {
                byte[] back = new AvifTools(SETTINGS).png(print.bytes(), 10_000_000);
                assertThat(Likeness.of(wanted, ImageIO.read(new ByteArrayInputStream(back))))
                        .isGreaterThan(0.93);
            } else {
                assertThat(Likeness.of(wanted, decoded(print)))
                        .describedAs(format.name())
                        .isGreaterThan(0.93);
            }
        }
    }

    private static Original fit(byte[] file) {
        Look look = DARKROOM.look(file);
        assertThat(look).isInstanceOf(Look.Fit.class);
        return ((Look.Fit) look).original();
    }

    private static String refusal(byte[] file) {
        Look look = DARKROOM.look(file);
        assertThat(look).isInstanceOf(Look.Refused.class);
        return ((Look.Refused) look).sentence();
    }

    private static Print print(Original original, int width) throws Undrawable {
        return DARKROOM.print(
                original, Area.whole(original.width(), original.height()), width, PrintFormat.JPEG, Slip.BLANK);
    }

    private static BufferedImage decoded(Print print) throws IOException {
        ImageReader reader = Readers.open(PictureFormat.of(print.bytes()).orElseThrow(), print.bytes());
        try {
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static double meanDifference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((one.getRGB(x, y) >> shift & 255) - (other.getRGB(x, y) >> shift & 255));
                }
            }
        }
        return sum / (3.0 * one.getWidth() * one.getHeight());
    }

    private static byte[] turned(byte[] jpeg, int orientation) {
        byte[] exif = {
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        return Negatives.behindHead(jpeg, Negatives.segment(0xe1, exif));
    }

    /// What something takes: bytes asked for by the thread, whether they were given back or not, and time on a
    // processor.
    private record Costs(long bytes, Duration took) {

        interface Work {
            void run() throws Exception;
        }

        static Costs of(Work work) {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            long began = threads.getCurrentThreadCpuTime();
            try {
                work.run();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return new Costs(
                    threads.getCurrentThreadAllocatedBytes() - before,
                    Duration.ofNanos(threads.getCurrentThreadCpuTime() - began));
        }
    }
}
