package org.broadsheet.cms;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Files as cameras, agencies and people who mean harm make them.
public final class Negatives {

    private Negatives() {}

    /// Something to see: soft shapes with a little grain, as a lens gives it.
    public static BufferedImage scene(int width, int height, int seed) {
        BufferedImage scene = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int noise = seed * 7919 + 1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                noise ^= noise << 13;
                noise ^= noise >>> 17;
                noise ^= noise << 5;
                double u = (double) x / width;
                double v = (double) y / height;
                double hill = 0.55 + 0.12 * Math.sin(7 * u + seed) + 0.03 * Math.sin(41 * u);
                boolean isSky = v < hill;
                int grain = (noise & 15) - 8;
                int wave = (int) (24 * Math.sin(90 * v + 6 * Math.sin(30 * u)));
                int red = isSky ? (int) (120 + 90 * v) : (int) (60 + 40 * u) + wave;
                int green = isSky ? (int) (150 + 60 * v) : (int) (80 + 30 * v) + wave;
                int blue = isSky ? (int) (200 - 20 * v) : (int) (50 + 20 * u);
                scene.setRGB(x, y, bounded(red + grain) << 16 | bounded(green + grain) << 8 | bounded(blue + grain));
            }
        }
        return scene;
    }

    /// A photograph as large as cameras make them: many of the same scene side by side, which is soon drawn.
    public static BufferedImage large(int width, int height, int seed) {
        BufferedImage scene = scene(Math.min(width, 600), Math.min(height, 400), seed);
        BufferedImage large = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = large.createGraphics();
        for (int y = 0; y < height; y += scene.getHeight()) {
            for (int x = 0; x < width; x += scene.getWidth()) {
                pen.drawImage(scene, x, y, null);
            }
        }
        pen.dispose();
        return large;
    }

    private static int bounded(int value) {
        return Math.clamp(value, 0, 255);
    }

    public static byte[] file(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(picture, format, out)) {
                throw new IllegalArgumentException("Nothing writes " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A JPEG of four inks, as printers have them, without a profile; Adobe's marker says that they are inverted.
    public static byte[] cmykJpeg(BufferedImage picture) {
        // Inverted: 255 is no ink.
        return inks(picture, 0, p -> new int[] {p >> 16 & 255, p >> 8 & 255, p & 255, 255});
    }

    /// The same with as much black ink as there can be, and the three coloured ones written as brightness and colour
    /// (YCCK, Adobe's transform 2), as Photoshop does. There brightness and colour are those of the ink itself,
    /// while black stays inverted.
    public static byte[] ycckJpeg(BufferedImage picture) {
        return inks(picture, 2, p -> {
            int lightest = Math.max(1, Math.max(p >> 16 & 255, Math.max(p >> 8 & 255, p & 255)));
            double c = 255 - 255.0 * (p >> 16 & 255) / lightest;
            double m = 255 - 255.0 * (p >> 8 & 255) / lightest;
            double y = 255 - 255.0 * (p & 255) / lightest;
            return new int[] {
                bounded((int) Math.round(0.299 * c + 0.587 * m + 0.114 * y)),
                bounded((int) Math.round(128 - 0.168736 * c - 0.331264 * m + 0.5 * y)),
                bounded((int) Math.round(128 + 0.5 * c - 0.418688 * m - 0.081312 * y)),
                lightest
            };
        });
    }

    private static byte[] inks(BufferedImage picture, int transform, IntFunction<int[]> inks) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var raster = java.awt.image.Raster.createInterleavedRaster(
                java.awt.image.DataBuffer.TYPE_BYTE, width, height, 4, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, inks.apply(picture.getRGB(x, y)));
            }
        }
        ImageWriter writer = jdkJpegWriter();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(raster, null, null), writer.getDefaultWriteParam());
            }
            return behindHead(bytes.toByteArray(), adobe(transform));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    private static ImageWriter jdkJpegWriter() {
        var writers = ImageIO.getImageWritersByFormatName("jpeg");
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun")) {
                return writer;
            }
        }
        throw new IllegalStateException("The JDK writes JPEG");
    }

    private static byte[] adobe(int transform) {
        return ByteBuffer.allocate(16)
                .putShort((short) 0xffee)
                .putShort((short) 14)
                .put("Adobe".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 100)
                .putShort((short) 0)
                .putShort((short) 0)
                .put((byte) transform)
                .array();
    }

    /// The JPEG with something between its first marker and the rest.
    public static byte[] behindHead(byte[] jpeg, byte[] segments) {
        return ByteBuffer.allocate(jpeg.length + segments.length)
                .put(jpeg, 0, 2)
                .put(segments)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /// A segment of a JPEG.
    public static byte[] segment(int marker, byte[]... contents) {
        int size = 2;
        for (byte[] content : contents) {
            size += content.length;
        }
        ByteBuffer segment = ByteBuffer.allocate(size + 2)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) size);
        for (byte[] content : contents) {
            segment.put(content);
        }
        return segment.array();
    }

    /// A progressive JPEG.
    public static byte[] progressive(BufferedImage picture) {
        ImageWriter writer = jdkJpegWriter();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(picture, null, null), how);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    /// A whole, valid PNG of one colour: enormous when unpacked, tiny as a file.
    public static byte[] emptyPng(int width, int height, int bits) {
        int row = 1 + width * 3 * bits / 8;
        Deflater deflater = new Deflater(9);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] rows = new byte[row];
        byte[] out = new byte[1 << 16];
        for (int y = 0; y < height; y++) {
            deflater.setInput(rows);
            while (!deflater.needsInput()) {
                packed.write(out, 0, deflater.deflate(out));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            packed.write(out, 0, deflater.deflate(out));
        }
        deflater.end();
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {(byte) bits, 2, 0, 0, 0})
                .array();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        png.writeBytes(pngChunk("IHDR", header));
        png.writeBytes(pngChunk("IDAT", packed.toByteArray()));
        png.writeBytes(pngChunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    public static byte[] pngChunk(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.ISO_8859_1));
        sum.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    /// The PNG with a chunk behind its header.
    public static byte[] withChunk(byte[] png, byte[] chunk) {
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, 33)
                .put(chunk)
                .put(png, 33, png.length - 33)
                .array();
    }

    /// A profile of four inks (ICC.1, version 2) that says so little that it fits here: a table of two steps for each
    /// ink, which leads to CIELAB. It takes every colour to a grey that is as light as there is no ink.
    public static byte[] inkProfile() {
        // The first ink changes slowest; each takes a quarter of the light.
        byte[] toColour = table(4, 3, corner -> new int[] {255 - 255 * Integer.bitCount(corner) / 4, 128, 128});
        byte[] toInks = table(3, 4, corner -> {
            int ink = corner >= 4 ? 0 : 255;
            return new int[] {ink, ink, ink, ink};
        });
        byte[] words = ByteBuffer.allocate(104)
                .put("desc".getBytes(StandardCharsets.US_ASCII))
                .putInt(0)
                .putInt(5)
                .put("inks\0".getBytes(StandardCharsets.US_ASCII))
                .array();
        byte[] white = ByteBuffer.allocate(20)
                .put("XYZ \0\0\0\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(0xf6d6)
                .putInt(0x10000)
                .putInt(0xd32d)
                .array();
        int tags = 128 + 4 + 4 * 12;
        int size = tags + words.length + white.length + toColour.length + toInks.length;
        ByteBuffer profile = ByteBuffer.allocate(size).putInt(size).putInt(0).putInt(0x02400000);
        profile.put("prtrCMYKLab ".getBytes(StandardCharsets.US_ASCII)).position(36);
        profile.put("acsp".getBytes(StandardCharsets.US_ASCII)).position(68);
        profile.putInt(0xf6d6).putInt(0x10000).putInt(0xd32d).position(128);
        profile.putInt(4);
        int at = tags;
        for (var tag : java.util.List.of(
                java.util.Map.entry("desc", words),
                java.util.Map.entry("wtpt", white),
                java.util.Map.entry("A2B0", toColour),
                java.util.Map.entry("B2A0", toInks))) {
            profile.put(tag.getKey().getBytes(StandardCharsets.US_ASCII))
                    .putInt(at)
                    .putInt(tag.getValue().length);
            at += tag.getValue().length;
        }
        return profile.put(words).put(white).put(toColour).put(toInks).array();
    }

    private static byte[] table(int in, int out, IntFunction<int[]> corners) {
        ByteBuffer table = ByteBuffer.allocate(48 + in * 256 + (1 << in) * out + out * 256);
        table.put("mft1".getBytes(StandardCharsets.US_ASCII)).putInt(0);
        table.put((byte) in).put((byte) out).put((byte) 2).put((byte) 0);
        for (int i = 0; i < 9; i++) {
            table.putInt(i % 4 == 0 ? 0x10000 : 0);
        }
        straight(table, in);
        for (int corner = 0; corner < 1 << in; corner++) {
            for (int value : corners.apply(corner)) {
                table.put((byte) value);
            }
        }
        straight(table, out);
        return table.array();
    }

    private static void straight(ByteBuffer table, int channels) {
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < 256; i++) {
                table.put((byte) i);
            }
        }
    }
}
