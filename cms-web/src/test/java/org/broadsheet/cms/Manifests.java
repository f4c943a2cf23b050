package org.broadsheet.cms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Content Credentials (C2PA) as an invented camera writes them, with a certificate signed by itself.
public final class Manifests {

    /// Whom they say they are signed by.
    public static final String SIGNER = "Harbour Camera 7, Northwind";

    private static final byte[] CERTIFICATE = certificate();

    private Manifests() {}

    /// A JPEG that carries them.
    public static byte[] inJpeg(byte[] jpeg) {
        return Negatives.behindHead(jpeg, segments(store(true)));
    }

    /// Made by the JDK's own tool.
    private static byte[] certificate() {
        try {
            Path folder = Files.createTempDirectory("broadsheet-test-keys-");
            String store = folder.resolve("keys.p12").toString();
            Path file = folder.resolve("desk.der");
            String tool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            run(
                    tool,
                    "-genkeypair",
                    "-alias",
                    "desk",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=Harbour Camera 7\\, Northwind, O=Northwind",
                    "-keystore",
                    store,
                    "-storepass",
                    "secret1",
                    "-storetype",
                    "PKCS12");
            run(
                    tool,
                    "-exportcert",
                    "-alias",
                    "desk",
                    "-keystore",
                    store,
                    "-storepass",
                    "secret1",
                    "-file",
                    file.toString());
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// A store of two manifests; the second is signed by the certificate.
    public static byte[] store(boolean guarded) {
        byte[] chain = join(
                new byte[] {(byte) 0x81, 0x59, (byte) (CERTIFICATE.length >> 8), (byte) CERTIFICATE.length},
                CERTIFICATE);
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
    public static byte[] segments(byte[] store) {
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

    public static byte[] join(byte[]... pieces) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            whole.writeBytes(piece);
        }
        return whole.toByteArray();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }
}
