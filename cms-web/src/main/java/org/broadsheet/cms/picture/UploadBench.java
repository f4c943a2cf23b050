package org.broadsheet.cms.picture;

import com.sun.management.OperatingSystemMXBean;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.broadsheet.cms.darkroom.Area;
import org.broadsheet.cms.darkroom.Darkroom;
import org.broadsheet.cms.darkroom.DarkroomSettings;
import org.broadsheet.cms.darkroom.Look;
import org.broadsheet.cms.darkroom.Original;
import org.broadsheet.cms.darkroom.PrintFormat;
import org.broadsheet.cms.darkroom.Undrawable;
import org.broadsheet.cms.picturefile.ContentCredentials;
import org.broadsheet.cms.picturefile.Slip;
import org.broadsheet.cms.picturefile.SlipReader;
import org.broadsheet.core.picture.PictureHash;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// Measures how long a photograph of 24 megapixels takes from its bytes to its first rendition: looked at, hashed, read
/// for its words, written durably, read back and checked, drawn 828 pixels wide, written. All that the service does but
/// one line in the database. What runs it is `ops/broadsheet bench pictures`.
public final class UploadBench {

    private static final int WIDTH = 6000;
    private static final int HEIGHT = 4000;
    private static final int RENDITION = 828;
    private static final double LONGEST_SECONDS = 1.5;

    private final Darkroom darkroom;
    private final FolderVault vault;
    private final PrintStream out;
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private UploadBench(Darkroom darkroom, FolderVault vault, PrintStream out) {
        this.darkroom = darkroom;
        this.vault = vault;
        this.out = out;
    }

    /// @param arguments the folder with the pictures, of which the first is blown up, and how many rounds are measured
    /// @throws IOException if the picture cannot be read
    /// @throws Undrawable if it is no picture
    public static void main(String[] arguments) throws IOException, Undrawable {
        DarkroomSettings settings = new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("broadsheet.cms.darkroom", DarkroomSettings.class);
        Path folder = Files.createTempDirectory("broadsheet-bench-vault-");
        try (Stream<Path> pictures = Files.list(Path.of(arguments[0]))) {
            byte[] small = Files.readAllBytes(pictures.sorted().findFirst().orElseThrow());
            Darkroom darkroom = Darkroom.with(settings);
            new UploadBench(darkroom, new FolderVault(folder), System.out)
                    .run(photograph(small), Integer.parseInt(arguments[1]));
        } finally {
            clear(folder);
        }
        System.exit(0);
    }

    private void run(byte[] photograph, int rounds) throws Undrawable {
        say("");
        say(
                "a photograph of 24 megapixels (%,d kB) from its bytes to its first rendition at %d px, %d rounds",
                photograph.length / 1024, RENDITION, rounds);
        say("CPU is that of the service; the AVIF encoder is a process of its own");
        say("");
        say("%-8s %14s %14s %14s", "format", "median", "CPU", "the first");
        for (PrintFormat format : darkroom.formats()) {
            List<Double> took = new ArrayList<>();
            List<Double> worked = new ArrayList<>();
            double first = 0;
            for (int round = 0; round <= rounds; round++) {
                byte[] upload = photograph.clone();
                // Another picture each time, so that it has to be written.
                upload[upload.length - 3] = (byte) round;
                upload[upload.length - 4] = (byte) format.ordinal();
                long cpu = system.getProcessCpuTime();
                long began = System.nanoTime();
                keepAndPrint(upload, format);
                double seconds = (System.nanoTime() - began) / 1e9;
                if (round == 0) {
                    first = seconds;
                } else {
                    took.add(seconds);
                    worked.add((system.getProcessCpuTime() - cpu) / 1e9);
                }
            }
            say(
                    "%-8s %12.2f s %12.2f s %12.2f s%s",
                    format.extension(),
                    median(took),
                    median(worked),
                    first,
                    median(took) < LONGEST_SECONDS ? "" : "   more than " + LONGEST_SECONDS + " s");
        }
    }

    private void keepAndPrint(byte[] upload, PrintFormat format) throws Undrawable {
        Original seen = fit(upload);
        PictureHash hash = PictureHash.of(upload);
        Slip words = SlipReader.of(seen.parts());
        ContentCredentials.of(seen.parts().manifest());
        vault.write("originals/" + hash, upload, true);
        byte[] kept = vault.read("originals/" + hash).orElseThrow();
        if (!PictureHash.of(kept).equals(hash)) {
            throw new IllegalStateException("The folder gave other bytes back");
        }
        Original original = fit(kept);
        Area whole = Area.whole(original.width(), original.height());
        byte[] print = darkroom.print(original, whole, RENDITION, format, words).bytes();
        vault.write("renditions/" + hash + "." + format.extension(), Seal.put(print), false);
    }

    private Original fit(byte[] file) {
        return switch (darkroom.look(file)) {
            case Look.Fit fit -> fit.original();
            case Look.Refused refused -> throw new IllegalStateException(refused.sentence());
        };
    }

    /// As large as cameras make them, with the grain of a sensor: without it a blown-up picture would be a quarter of
    /// the bytes, and read in half the time.
    private static byte[] photograph(byte[] picture) throws IOException {
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(picture));
        BufferedImage large = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = large.createGraphics();
        pen.drawImage(small, 0, 0, WIDTH, HEIGHT, null);
        pen.dispose();
        byte[] values = ((DataBufferByte) large.getRaster().getDataBuffer()).getData();
        Random grain = new Random(24);
        for (int i = 0; i < values.length; i += 3) {
            int step = (int) (grain.nextGaussian() * 5);
            for (int band = i; band < i + 3; band++) {
                values[band] = (byte) Math.clamp((values[band] & 255) + step, 0, 255);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(0.9f);
            writer.setOutput(output);
            writer.write(null, new IIOImage(large, null, null), how);
        } finally {
            writer.dispose();
        }
        // What comes after the end of a JPEG is nobody's: room to make each upload another one.
        bytes.writeBytes(new byte[8]);
        return bytes.toByteArray();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void say(String line, Object... values) {
        out.println(String.format(Locale.ROOT, line, values));
    }
}
