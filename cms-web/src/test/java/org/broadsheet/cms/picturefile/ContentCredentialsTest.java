package org.broadsheet.cms.picturefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.broadsheet.cms.Negatives;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentCredentialsTest {

    @TempDir
    static Path folder;

    private static byte[] certificate;

    /// A certificate signed by itself, made by the JDK's own tool.
    @BeforeAll
    static void certificate() throws Exception {
        Path store = folder.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        run(
                keytool,
                "-genkeypair",
                "-alias",
                "desk",
                "-keyalg",
                "EC",
                "-dname",
                "CN=Harbour Camera 7\\, Northwind, O=Northwind",
                "-keystore",
                store.toString(),
                "-storepass",
                "secret1",
                "-storetype",
                "PKCS12");
        Path file = folder.resolve("desk.der");
        run(
                keytool,
                "-exportcert",
                "-alias",
                "desk",
                "-keystore",
                store.toString(),
                "-storepass",
                "secret1",
                "-file",
                file.toString());
        certificate = Files.readAllBytes(file);
    }

    @Test
    void aJpegSaysWhomItClaimsToBeSignedBy() throws Exception {
        byte[] store = store(true);
        byte[] jpeg = Negatives.behindHead(Negatives.file(Negatives.scene(60, 40, 1), "jpeg"), segments(store));

        assertThat(of(PictureFormat.JPEG, jpeg)).contains(new ContentCredentials(2, "Harbour Camera 7, Northwind"));
    }

    @Test
    void otherContainersAreReadToo() throws Exception {
        byte[] store = store(false);
        ContentCredentials wanted = new ContentCredentials(2, "Harbour Camera 7, Northwind");
        byte[] png = Negatives.withChunk(
                Negatives.file(Negatives.scene(60, 40, 1), "png"), Negatives.pngChunk("caBX", store));
        byte[] webp = Negatives.file(Negatives.scene(60, 40, 1), "webp");
        byte[] chunk = ByteBuffer.allocate(8 + store.length + (store.length & 1))
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .put("C2PA".getBytes(StandardCharsets.US_ASCII))
                .putInt(store.length)
                .put(store)
                .array();

        assertThat(of(PictureFormat.PNG, png)).contains(wanted);
        assertThat(of(PictureFormat.WEBP, join(webp, chunk))).contains(wanted);
    }

    @Test
    void aPictureWithoutAManifestHasNone() {
        assertThat(of(PictureFormat.JPEG, Negatives.file(Negatives.scene(60, 40, 1), "jpeg")))
                .isEmpty();
        assertThat(ContentCredentials.of("nonsense".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void aDamagedManifestIsPresentWithoutASignerOrNotAtAll() throws Exception {
        byte[] store = store(true);
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            byte[] hostile = Arrays.copyOf(store, round % 3 == 0 ? random.nextInt(1, store.length) : store.length);
            for (int flip = 0; flip < 1 + round % 5; flip++) {
                hostile[random.nextInt(hostile.length)] = (byte) random.nextInt();
            }

            ContentCredentials.of(hostile)
                    .ifPresent(credentials ->
                            assertThat(credentials.signer().length()).isLessThan(201));
        }
    }

    private static java.util.Optional<ContentCredentials> of(PictureFormat format, byte[] file) {
        return ContentCredentials.of(PictureParts.of(format, file).manifest());
    }

    /// A store of two manifests; the second is signed by the certificate.
    private static byte[] store(boolean guarded) {
        byte[] chain = join(
                new byte[] {(byte) 0x81, 0x59, (byte) (certificate.length >> 8), (byte) certificate.length},
                certificate);
        byte[] header = join(new byte[] {(byte) 0xa2, 0x01, 0x26, 0x18, 0x21}, chain);
        byte[] other = guarded
                ? new byte[] {(byte) 0xa0}
                : join(new byte[] {(byte) 0xa1, 0x67}, "x5chain".getBytes(StandardCharsets.UTF_8), chain);
        byte[] wrapped = guarded
                ? join(new byte[] {0x59, (byte) (header.length >> 8), (byte) header.length}, header)
                : new byte[] {0x40};
        byte[] cose = join(new byte[] {(byte) 0xd2, (byte) 0x84}, wrapped, other, new byte[] {(byte) 0xf6, 0x42, 1, 2});
        byte[] first = superBox("urn:uuid:first", superBox("c2pa.signature", box("cbor", new byte[] {(byte) 0xa0})));
        byte[] second = superBox("urn:uuid:second", superBox("c2pa.signature", box("cbor", cose)));
        return superBox("c2pa", first, second);
    }

    private static byte[] superBox(String label, byte[]... content) {
        byte[] description = join(new byte[16], new byte[] {3}, (label + "\0").getBytes(StandardCharsets.UTF_8));
        return box("jumb", join(box("jumd", description), join(content)));
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    /// APP11 segments of 300 bytes, in the wrong order (ISO/IEC 19566-5, annex D).
    private static byte[] segments(byte[] store) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int pieces = (store.length - 8 + 299) / 300;
        for (int piece = pieces; piece >= 1; piece--) {
            int from = 8 + (piece - 1) * 300;
            byte[] head = ByteBuffer.allocate(8)
                    .putShort((short) 0x4a50)
                    .putShort((short) 1)
                    .putInt(piece)
                    .array();
            all.writeBytes(Negatives.segment(
                    0xeb,
                    head,
                    Arrays.copyOf(store, 8),
                    Arrays.copyOfRange(store, from, Math.min(from + 300, store.length))));
        }
        return all.toByteArray();
    }

    private static byte[] join(byte[]... pieces) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            whole.writeBytes(piece);
        }
        return whole.toByteArray();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).describedAs(said).isZero();
    }
}
