package org.broadsheet.cms.picture;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/// Draws an original in another size. The header is read before a single pixel is, so that a small file that claims to
/// be enormous costs nothing.
final class PictureDrawing {

    private static final float QUALITY = 0.8f;
    private static final Map<String, String> MIME_TYPES = Map.of(
            "jpeg", "image/jpeg", "png", "image/png", "gif", "image/gif", "tif", "image/tiff", "tiff", "image/tiff");

    static {
        ImageIO.setUseCache(false);
    }

    private PictureDrawing() {}

    /// What the header of a picture says.
    ///
    /// @param width upright
    /// @param height upright
    /// @param turned the Exif orientation, 1 to 8
    record Header(String mimeType, int width, int height, int turned) {}

    /// Reads the header; empty where the bytes are not a picture in a format we print.
    static Optional<Header> header(byte[] original) {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(original))) {
            ImageReader reader = reader(input);
            if (reader == null) {
                return Optional.empty();
            }
            try {
                reader.setInput(input, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                String mimeType = MIME_TYPES.get(reader.getFormatName().toLowerCase(Locale.ROOT));
                if (width < 1 || height < 1 || mimeType == null) {
                    return Optional.empty();
                }
                int turned = orientation(original);
                return Optional.of(
                        turned > 4
                                ? new Header(mimeType, height, width, turned)
                                : new Header(mimeType, width, height, turned));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Image readers answer hostile bytes with all sorts of runtime exceptions.
            return Optional.empty();
        }
    }

    /// Draws the picture upright as a progressive JPEG in sRGB, at most `width` pixels wide.
    ///
    /// @throws IOException if the pixels cannot be read
    static byte[] jpeg(byte[] original, Header header, int width) throws IOException {
        int drawnWidth = Math.min(width, header.width());
        int drawnHeight = Math.max(1, (int) Math.round((double) header.height() * drawnWidth / header.width()));
        try {
            boolean onItsSide = header.turned() > 4;
            BufferedImage source =
                    read(original, onItsSide ? drawnHeight : drawnWidth, onItsSide ? drawnWidth : drawnHeight);
            return write(upright(
                    scaled(
                            inColoursOfTheWeb(source),
                            onItsSide ? drawnHeight : drawnWidth,
                            onItsSide ? drawnWidth : drawnHeight),
                    header.turned()));
        } catch (RuntimeException e) {
            throw new IOException("The pixels cannot be read", e);
        }
    }

    private static BufferedImage read(byte[] original, int width, int height) throws IOException {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(original))) {
            ImageReader reader = reader(input);
            if (reader == null) {
                throw new IOException("Not a picture");
            }
            try {
                reader.setInput(input, true, true);
                // Every n-th pixel is enough to begin with, as long as at least twice the pixels stay that are needed.
                int every = Math.max(1, Math.min(reader.getWidth(0) / (2 * width), reader.getHeight(0) / (2 * height)));
                ImageReadParam wanted = reader.getDefaultReadParam();
                wanted.setSourceSubsampling(every, every, 0, 0);
                return reader.read(0, wanted);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage inColoursOfTheWeb(BufferedImage source) {
        BufferedImage target = new BufferedImage(source.getWidth(), source.getHeight(), BufferedImage.TYPE_INT_RGB);
        ColorSpace colours = source.getColorModel().getColorSpace();
        if (!colours.isCS_sRGB() && !source.getColorModel().hasAlpha()) {
            try {
                new ColorConvertOp(null).filter(source, target);
                return target;
            } catch (RuntimeException e) {
                // A damaged colour profile: draw it without.
            }
        }
        Graphics2D pen = target.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, target.getWidth(), target.getHeight());
        pen.drawImage(source, 0, 0, null);
        pen.dispose();
        return target;
    }

    private static BufferedImage scaled(BufferedImage source, int width, int height) {
        BufferedImage current = source;
        while (current.getWidth() != width || current.getHeight() != height) {
            // Halving at most keeps every pixel's share; one big step would skip pixels.
            int nextWidth = Math.max(width, (current.getWidth() + 1) / 2);
            int nextHeight = Math.max(height, (current.getHeight() + 1) / 2);
            BufferedImage next = new BufferedImage(nextWidth, nextHeight, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = next.createGraphics();
            pen.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION,
                    nextWidth == width && nextHeight == height
                            ? RenderingHints.VALUE_INTERPOLATION_BICUBIC
                            : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(current, 0, 0, nextWidth, nextHeight, null);
            pen.dispose();
            current = next;
        }
        return current;
    }

    private static BufferedImage upright(BufferedImage source, int turned) {
        if (turned == 1) {
            return source;
        }
        int width = source.getWidth();
        int height = source.getHeight();
        // Exif 3.0, tag 0x0112: which way the camera was held.
        AffineTransform turn =
                switch (turned) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
                    case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
                    default -> new AffineTransform();
                };
        BufferedImage target = turned > 4
                ? new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = target.createGraphics();
        pen.drawImage(source, turn, null);
        pen.dispose();
        return target;
    }

    private static byte[] write(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static @Nullable ImageReader reader(ImageInputStream input) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        return readers.hasNext() ? readers.next() : null;
    }

    private static int orientation(byte[] original) {
        try {
            ExifIFD0Directory exif = ImageMetadataReader.readMetadata(new ByteArrayInputStream(original))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            if (exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
                return 1;
            }
            int turned = exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
            return turned >= 1 && turned <= 8 ? turned : 1;
        } catch (ImageProcessingException | MetadataException | IOException | RuntimeException e) {
            return 1;
        }
    }
}
