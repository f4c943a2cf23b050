package org.broadsheet.ops.newsroom.painting;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Where pictures are painted and kept: the same scene and seed give the same JPEG, byte for byte.
public final class Darkroom {

    /// Changes whenever a picture would come out otherwise, so that no old print is taken for a new one.
    private static final String EDITION = "2";

    private static final float QUALITY = 0.78f;
    private static final Map<String, Scene> SCENES = scenes();

    private final Path prints;

    /// A finished picture, without any metadata.
    public record Print(Jpeg content, int width, int height) {

        /// The bytes.
        public byte[] jpeg() {
            return content.bytes();
        }
    }

    /// Bytes that nobody can change under a print.
    static final class Jpeg {

        private final byte[] bytes;

        Jpeg(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    /// @param prints where finished pictures are kept; made where it is missing
    public Darkroom(Path prints) {
        this.prints = prints;
    }

    /// A picture, painted where it is not there yet.
    ///
    /// @throws IllegalArgumentException if the painter does not know the scene
    public Print develop(String scene, long seed) {
        Scene subject = SCENES.get(scene);
        if (subject == null) {
            throw new IllegalArgumentException("The painter knows no scene " + scene + ", only " + SCENES.keySet());
        }
        Path kept = prints.resolve(scene + "-" + seed + "-" + EDITION + ".jpg");
        try {
            if (!Files.exists(kept)) {
                Files.createDirectories(prints);
                Path fresh = Files.createTempFile(prints, scene, ".part");
                Files.write(fresh, jpeg(paint(subject, seed)));
                Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return new Print(new Jpeg(Files.readAllBytes(kept)), Canvas.WIDTH, Canvas.HEIGHT);
        } catch (IOException e) {
            throw new UncheckedIOException("The picture " + kept.getFileName() + " cannot be kept", e);
        }
    }

    private static BufferedImage paint(Scene scene, long seed) {
        Canvas canvas = new Canvas(seed);
        Film film = scene.paint(canvas);
        film.develop(canvas);
        canvas.g.dispose();
        return canvas.image;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(300_000);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static Map<String, Scene> scenes() {
        Map<String, Scene> scenes = new TreeMap<>();
        SeaScenes.into(scenes);
        CityScenes.into(scenes);
        StageScenes.into(scenes);
        LandScenes.into(scenes);
        WorkScenes.into(scenes);
        SportScenes.into(scenes);
        return Map.copyOf(scenes);
    }
}
