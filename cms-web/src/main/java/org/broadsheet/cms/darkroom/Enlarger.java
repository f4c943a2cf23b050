package org.broadsheet.cms.darkroom;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.broadsheet.cms.picturefile.AvifShape;
import org.broadsheet.cms.picturefile.PictureFormat;
import org.broadsheet.cms.picturefile.PictureParts;
import org.springframework.stereotype.Component;

/// Reads originals. The header is read before a single pixel, and what it promises is weighed against what the file
/// holds, so that a small file that claims to be enormous costs nothing.
@Component
class Enlarger {

    /// What any file may cost in memory, however small it is.
    static final long FREE_MEMORY = 36L << 20;

    /// A photograph does not get below: at its emptiest, a JPEG is one byte for some 57 pixels.
    private static final int MOST_PIXELS_A_BYTE = 50;

    private static final int LONGEST_SIDE = 65_535;

    /// So many bytes show what a file is that is no picture.
    private static final int HEAD = 1024;

    private final DarkroomSettings settings;
    private final AvifTools avif;

    Enlarger(DarkroomSettings settings, AvifTools avif) {
        this.settings = settings;
        this.avif = avif;
    }

    Look look(byte[] file) {
        Optional<PictureFormat> format = PictureFormat.of(file);
        Optional<Look.Refused> refused = unwelcome(format, file, file.length);
        if (refused.isPresent()) {
            return refused.get();
        }
        try {
            return weigh(header(format.orElseThrow(), file), file.length);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Image readers answer hostile bytes with all sorts of exceptions.
            return new Look.Refused(
                    "The file begins like a " + format.get() + " but is not a picture that can be read.");
        }
    }

    /// A first look at a file that is not all there.
    ///
    /// @param size how many bytes it will have
    Optional<Look.Refused> glance(byte[] head, long size) {
        Optional<PictureFormat> format = PictureFormat.of(head);
        if (format.isEmpty() && head.length < Math.min(size, HEAD)) {
            return Optional.empty();
        }
        Optional<Look.Refused> refused = unwelcome(format, head, size);
        if (refused.isPresent()) {
            return refused;
        }
        try {
            return weigh(header(format.orElseThrow(), head), size) instanceof Look.Refused heavy
                    ? Optional.of(heavy)
                    : Optional.empty();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The header is not all there yet; once the file is, it is looked at again.
            return Optional.empty();
        }
    }

    private Optional<Look.Refused> unwelcome(Optional<PictureFormat> format, byte[] file, long size) {
        long most = settings.mostBytes().toBytes();
        if (size > most) {
            return Optional.of(new Look.Refused("The file has " + size + " bytes; the most we take is " + most + "."));
        }
        if (format.isEmpty()) {
            return Optional.of(new Look.Refused(Strangers.sentence(file)));
        }
        if (format.get() == PictureFormat.AVIF && !avif.reads()) {
            return Optional.of(new Look.Refused(
                    "The file is an AVIF, which cannot be read on this machine; send it as JPEG, PNG, WebP or TIFF."));
        }
        return Optional.empty();
    }

    private static Original header(PictureFormat format, byte[] file) throws IOException {
        PictureParts parts = PictureParts.of(format, file);
        if (format == PictureFormat.AVIF) {
            AvifShape shape = AvifShape.of(file).orElseThrow(() -> new IOException("An AVIF without a size"));
            return upright(file, format, parts, shape.width(), shape.height(), shape.turned());
        }
        ImageReader reader = Readers.open(format, file);
        try {
            return upright(file, format, parts, reader.getWidth(0), reader.getHeight(0), parts.orientation());
        } finally {
            reader.dispose();
        }
    }

    private static Original upright(
            byte[] file, PictureFormat format, PictureParts parts, int width, int height, int turned) {
        return turned > 4
                ? new Original(file, format, parts, height, width, turned)
                : new Original(file, format, parts, width, height, turned);
    }

    private Look weigh(Original original, long size) throws IOException {
        if (original.width() < 1
                || original.height() < 1
                || original.width() > LONGEST_SIDE
                || original.height() > LONGEST_SIDE) {
            return new Look.Refused("The picture measures " + original.width() + " x " + original.height()
                    + ": that is not a picture we print.");
        }
        if (original.pixels() > settings.mostPixels()) {
            return new Look.Refused("The picture has " + original.pixels() + " pixels; the most we print is "
                    + settings.mostPixels() + ".");
        }
        if (original.pixels() * bytesAPixel(original) > FREE_MEMORY && original.pixels() / MOST_PIXELS_A_BYTE > size) {
            return new Look.Refused(
                    "The file claims " + original.pixels() + " pixels in " + size + " bytes: that is no photograph.");
        }
        return new Look.Fit(original);
    }

    /// What reading the original for a print takes in memory at most, in bytes.
    long cost(Original original, Area area, int width) {
        try {
            Area stored = area.asStored(original.turned(), original.width(), original.height());
            int every = every(original, stored, printed(original, area, width));
            long read = (long) (stored.width() / every + 1) * (stored.height() / every + 1);
            boolean isReadWhole = original.format() == PictureFormat.WEBP || original.format() == PictureFormat.AVIF;
            return (isReadWhole ? original.pixels() : read) * bytesAPixel(original);
        } catch (IOException | RuntimeException e) {
            return FREE_MEMORY;
        }
    }

    /// Draws a piece of the original upright and in the colours of the web.
    ///
    /// @param width at most as wide as the piece
    /// @param until the moment of [System#nanoTime] at which to give up
    BufferedImage enlarge(Original original, Area area, int width, long until) throws Undrawable {
        try {
            Area stored = area.asStored(original.turned(), original.width(), original.height());
            int[] size = printed(original, area, width);
            BufferedImage read = read(original, stored, size, until);
            Optional<ColorSpace> meant = original.format() == PictureFormat.PNG
                    ? PngProfile.of(original.bytes()).flatMap(Colours::of)
                    : Colours.of(read);
            BufferedImage small = Scaler.scale(read, size[0], size[1]);
            BufferedImage coloured =
                    meant.map(colours -> Colours.ofTheWeb(small, colours)).orElse(small);
            return upright(coloured, original.turned());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Undrawable("The pixels cannot be read", e);
        }
    }

    /// Width and height of the print before it is turned upright.
    private static int[] printed(Original original, Area area, int width) {
        int height = area.heightAt(width);
        return original.turned() > 4 ? new int[] {height, width} : new int[] {width, height};
    }

    private BufferedImage read(Original original, Area stored, int[] size, long until) throws IOException {
        PictureFormat format = original.format();
        byte[] bytes = original.bytes();
        if (format == PictureFormat.AVIF) {
            bytes = avif.png(bytes, settings.mostPixels());
            format = PictureFormat.PNG;
        } else if (format == PictureFormat.JPEG) {
            bytes = InkProfile.fitting(bytes);
        }
        ImageReader reader = Readers.open(format, bytes);
        try {
            if (reader.getWidth(0) != original.storedWidth() || reader.getHeight(0) != original.storedHeight()) {
                throw new IOException("The pixels are not those of the header");
            }
            Readers.giveUpAt(reader, until);
            ImageReadParam wanted = reader.getDefaultReadParam();
            wanted.setSourceRegion(new Rectangle(stored.left(), stored.top(), stored.width(), stored.height()));
            int every = every(original, stored, size);
            wanted.setSourceSubsampling(every, every, 0, 0);
            BufferedImage read = reader.read(0, wanted);
            if (System.nanoTime() - until > 0) {
                throw new IOException("It took too long");
            }
            return read;
        } finally {
            reader.dispose();
        }
    }

    /// Every n-th pixel is enough to begin with, as long as twice the pixels stay that are needed; where that costs too
    /// much memory, as long as all of them stay.
    private int every(Original original, Area stored, int[] size) throws IOException {
        int every = Math.max(1, Math.min(stored.width() / (2 * size[0]), stored.height() / (2 * size[1])));
        int weight = bytesAPixel(original);
        while ((long) stored.width() * stored.height() / every / every * weight > FREE_MEMORY
                && stored.width() / (every + 1) >= size[0]
                && stored.height() / (every + 1) >= size[1]) {
            every++;
        }
        return every;
    }

    private static int bytesAPixel(Original original) throws IOException {
        return switch (original.format()) {
            // A reader of WebP holds the frame and what becomes of it.
            case WEBP -> 8;
            case AVIF -> 4;
            case JPEG -> 3;
            case PNG, TIFF -> {
                ImageReader reader = Readers.open(original.format(), original.bytes());
                try {
                    Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
                    ImageTypeSpecifier type = types.hasNext() ? types.next() : null;
                    yield type == null ? 8 : Math.max(1, type.getNumBands() * (type.getBitsPerBand(0) + 7) / 8);
                } finally {
                    reader.dispose();
                }
            }
        };
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
}
