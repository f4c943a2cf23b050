package org.broadsheet.cms.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.broadsheet.cms.Photographs;
import org.broadsheet.cms.darkroom.Darkroom;
import org.broadsheet.cms.darkroom.DarkroomSettings;
import org.broadsheet.cms.picturefile.Slip;
import org.broadsheet.cms.picturefile.SlipWriter;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.ops.postgresql.PostgresForTests;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What every place for pictures must do.
abstract class PictureStoreContract {

    private static JdbcClient database;
    private static Darkroom darkroom;

    private PictureStore store;

    /// An empty place.
    abstract PictureVault vault();

    /// The names under which anything lies there.
    abstract List<String> names();

    /// Takes away what lies under a name, behind the back of the store.
    abstract void remove(String name);

    @BeforeAll
    static void aDatabase() {
        var fresh = PostgresForTests.freshDatabase();
        Flyway.configure().dataSource(fresh.dataSource()).load().migrate();
        database = JdbcClient.create(fresh.dataSource());
        darkroom = Darkroom.with(new Binder(
                        new MapConfigurationPropertySource(Map.of("broadsheet.cms.darkroom.most-pixels", "10000000")))
                .bindOrCreate("broadsheet.cms.darkroom", DarkroomSettings.class));
    }

    @BeforeEach
    void nothingIsHeld() {
        database.sql("DELETE FROM picture").update();
        store = new KeptPictures(
                vault(), database, darkroom, JsonMapper.builder().build(), _ -> {});
    }

    @Test
    void anOriginalComesBackByteForByte() {
        byte[] original = Photographs.jpeg(900, 600, 1);

        HeldPicture kept = kept(store.keep(original, "image/jpeg"));

        assertThat(store.holds(kept.hash())).isTrue();
        assertThat(store.original(kept.hash())).isEqualTo(original);
        assertThat(kept).isEqualTo(new HeldPicture(PictureHash.of(original), "image/jpeg", 900, 600, original.length));
        assertThat(store.facts(kept.hash())).isEqualTo(kept);
    }

    @Test
    void keepingTheSamePictureTwiceChangesNothing() {
        byte[] original = Photographs.jpeg(900, 600, 1);

        assertThat(store.keep(original, "image/jpeg")).isEqualTo(store.keep(original, "image/jpeg"));
        assertThat(names()).hasSize(1);
    }

    @Test
    void whatTheSenderSaysOfTheFormatDoesNotCount() {
        assertThat(kept(store.keep(Photographs.png(300, 200, 2), "image/jpeg")).mimeType())
                .isEqualTo("image/png");
    }

    @Test
    void aPictureIsHeldOnlyWhenFileAndRowAreThere() {
        PictureHash hash =
                kept(store.keep(Photographs.jpeg(300, 200, 1), "image/jpeg")).hash();

        remove(names().getFirst());
        assertThat(store.holds(hash)).isFalse();
        assertThatThrownBy(() -> store.original(hash)).isInstanceOf(PictureMissing.class);

        store.keep(Photographs.jpeg(300, 200, 1), "image/jpeg");
        assertThat(store.holds(hash)).isTrue();
    }

    @Test
    void aDamagedOriginalIsNoticedAndReplacedByTheNextKeeping() {
        byte[] original = Photographs.jpeg(300, 200, 1);
        PictureHash hash = kept(store.keep(original, "image/jpeg")).hash();
        vault().write(names().getFirst(), Arrays.copyOf(original, original.length / 2), true);

        assertThatThrownBy(() -> store.original(hash)).isInstanceOf(PictureMissing.class);

        store.keep(original, "image/jpeg");
        assertThat(store.original(hash)).isEqualTo(original);
    }

    @Test
    void whatIsNoPictureIsRefusedWithASentence() {
        for (byte[] hostile : List.of(
                new byte[0],
                "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
                Arrays.copyOf(Photographs.jpeg(300, 200, 1), 40))) {
            assertThat(store.keep(hostile, "image/jpeg"))
                    .isInstanceOfSatisfying(
                            Keeping.Refused.class,
                            refused -> assertThat(refused.sentence()).containsAnyOf("not a picture", "empty"));
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void aSmallFileThatClaimsToBeEnormousIsRefusedUnread() {
        assertThat(store.keep(pngThatClaims(60_000, 60_000), "image/png"))
                .isInstanceOfSatisfying(
                        Keeping.Refused.class,
                        refused -> assertThat(refused.sentence()).contains("3600000000 pixels"));
    }

    @Test
    void aPictureWhosePixelsAreBrokenIsMissingAndNothingWorse() {
        byte[] broken = pngThatClaims(400, 300);
        PictureHash hash = kept(store.keep(broken, "image/png")).hash();

        assertThatThrownBy(() -> store.rendition(hash, 320)).isInstanceOf(PictureMissing.class);
        assertThatThrownBy(() -> store.rendition(PictureHash.of(new byte[] {1}), 320))
                .isInstanceOf(PictureMissing.class);
    }

    @Test
    void flippedBytesNeverEndInAnythingButAPictureOrAMissingOne() {
        byte[] good = Photographs.jpeg(400, 300, 5);
        java.util.Random random = new java.util.Random(42);
        for (int round = 0; round < 40; round++) {
            byte[] hostile = good.clone();
            for (int flip = 0; flip < 1 + round % 9; flip++) {
                hostile[random.nextInt(2, Math.min(hostile.length, 50 + round * 40))] = (byte) random.nextInt();
            }
            if (store.keep(hostile, "image/jpeg") instanceof Keeping.Kept kept) {
                try {
                    assertThat(store.rendition(kept.picture().hash(), 320).jpeg())
                            .isNotEmpty();
                } catch (PictureMissing e) {
                    assertThat(e).hasMessageContaining(kept.picture().hash().value());
                }
            }
        }
    }

    @Test
    void aRenditionIsNeverWiderThanTheOriginal() throws IOException {
        PictureHash hash =
                kept(store.keep(Photographs.jpeg(500, 400, 1), "image/jpeg")).hash();

        assertThat(drawn(hash, 1920).getWidth()).isEqualTo(500);
        assertThat(drawn(hash, 320).getWidth()).isEqualTo(320);
        assertThat(drawn(hash, 320).getHeight()).isEqualTo(256);
    }

    @Test
    void anOddWidthGivesTheNextWiderRendition() throws IOException {
        PictureHash hash =
                kept(store.keep(Photographs.jpeg(1000, 800, 1), "image/jpeg")).hash();

        assertThat(drawn(hash, 500).getWidth()).isEqualTo(640);
        assertThat(drawn(hash, 1).getWidth()).isEqualTo(320);
    }

    @Test
    void aPictureTakenWithTheCameraOnItsSideStandsUpright() throws IOException {
        HeldPicture kept = kept(store.keep(turned(Photographs.jpeg(600, 400, 4), 6), "image/jpeg"));

        assertThat(kept.width()).isEqualTo(400);
        assertThat(kept.height()).isEqualTo(600);
        BufferedImage upright = drawn(kept.hash(), 320);
        assertThat(upright.getWidth()).isEqualTo(320);
        assertThat(upright.getHeight()).isEqualTo(480);
        BufferedImage asTaken = ImageIO.read(new ByteArrayInputStream(Photographs.jpeg(600, 400, 4)));
        // Turned by a quarter, what was at the left edge is on top.
        assertThat(isNear(upright.getRGB(160, 4), asTaken.getRGB(4, 200))).isTrue();
        assertThat(isNear(upright.getRGB(310, 240), asTaken.getRGB(300, 4))).isTrue();
    }

    @Test
    void transparencyBecomesPaper() throws IOException {
        BufferedImage empty = new BufferedImage(400, 300, BufferedImage.TYPE_INT_ARGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(empty, "png", png);

        PictureHash hash = kept(store.keep(png.toByteArray(), "image/png")).hash();

        assertThat(isNear(drawn(hash, 320).getRGB(100, 100), 0xffffffff)).isTrue();
    }

    @Test
    void manyAtOnceGetTheSamePictureAndNoHalfFileStays() throws Exception {
        PictureHash hash =
                kept(store.keep(Photographs.jpeg(1600, 1200, 1), "image/jpeg")).hash();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService readers = Executors.newFixedThreadPool(12)) {
            List<Future<byte[]>> answers = IntStream.range(0, 24)
                    .mapToObj(i -> readers.submit(() -> {
                        start.await();
                        return store.rendition(hash, 640).jpeg();
                    }))
                    .toList();
            start.countDown();
            for (Future<byte[]> answer : answers) {
                assertThat(answer.get()).isEqualTo(answers.getFirst().get());
            }
        }

        assertThat(names()).hasSize(2).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void aRenditionThatIsNoLongerWholeIsDrawnAnew() {
        PictureHash hash =
                kept(store.keep(Photographs.jpeg(900, 600, 1), "image/jpeg")).hash();
        byte[] drawn = store.rendition(hash, 320).jpeg();
        String name = names().stream()
                .filter(at -> at.startsWith("renditions/"))
                .findFirst()
                .orElseThrow();

        vault().write(name, Arrays.copyOf(drawn, drawn.length / 2), false);

        assertThat(store.rendition(hash, 320).jpeg()).isEqualTo(drawn);
        assertThat(vault().read(name))
                .hasValueSatisfying(kept -> assertThat(Seal.open(kept)).contains(drawn));
    }

    @Test
    void whatAFileSaysOfItselfIsKept() {
        Slip slip = new Slip("The quay at dawn", "Northwind", "© Northwind", "https://northwind.example/terms", "");
        byte[] original = SlipWriter.intoJpeg(Photographs.jpeg(300, 200, 1), slip);

        PictureHash hash = kept(store.keep(original, "image/jpeg")).hash();

        assertThat(store.words(hash)).isEqualTo(slip);
        assertThat(store.credentials(hash)).isEmpty();
        database.sql("UPDATE picture SET own_words = NULL").update();
        assertThat(store.words(hash)).isEqualTo(slip);
        assertThatThrownBy(() -> store.words(PictureHash.of(new byte[] {1}))).isInstanceOf(PictureMissing.class);
    }

    @Test
    void aNameIsThereWholeOrNotAtAll() throws Exception {
        byte[] one = new byte[400_000];
        byte[] other = new byte[300_000];
        Arrays.fill(other, (byte) 1);
        vault().write("originals/aa/bb/test", one, true);
        try (ExecutorService writers = Executors.newFixedThreadPool(2)) {
            Future<?> writing = writers.submit(() -> {
                for (int round = 0; round < 40; round++) {
                    vault().write("originals/aa/bb/test", round % 2 == 0 ? other : one, false);
                }
            });
            while (!writing.isDone()) {
                byte[] read = vault().read("originals/aa/bb/test").orElseThrow();
                assertThat(Arrays.equals(read, one) || Arrays.equals(read, other))
                        .isTrue();
            }
            writing.get();
        }
        assertThat(vault().has("originals/aa/bb/test")).isTrue();
        assertThat(vault().has("originals/aa/bb/other")).isFalse();
        assertThat(vault().read("originals/aa/bb/other")).isEmpty();
    }

    private BufferedImage drawn(PictureHash hash, int width) throws IOException {
        return ImageIO.read(
                new ByteArrayInputStream(store.rendition(hash, width).jpeg()));
    }

    private static HeldPicture kept(Keeping keeping) {
        assertThat(keeping).isInstanceOf(Keeping.Kept.class);
        return ((Keeping.Kept) keeping).picture();
    }

    private static boolean isNear(int one, int other) {
        return IntStream.of(0, 8, 16).allMatch(shift -> Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) < 24);
    }

    /// The JPEG with an Exif segment that says how the camera was held (Exif 3.0, tag 0x0112).
    private static byte[] turned(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.put(new byte[] {(byte) 0xff, (byte) 0xe1})
                .putShort((short) 34)
                .put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        exif.put("MM".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8);
        exif.putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0);
        ByteBuffer whole = ByteBuffer.allocate(jpeg.length + 36);
        whole.put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2);
        return whole.array();
    }

    /// A PNG with a sound header and no pixels behind it.
    private static byte[] pngThatClaims(int width, int height) {
        ByteBuffer png = ByteBuffer.allocate(8 + 25 + 12);
        png.putLong(0x89504e470d0a1a0aL);
        byte[] header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 sum = new CRC32();
        sum.update(header);
        png.putInt(13).put(header).putInt((int) sum.getValue());
        png.putInt(0).put("IDAT".getBytes(StandardCharsets.US_ASCII)).putInt(0x35af061e);
        return png.array();
    }
}
