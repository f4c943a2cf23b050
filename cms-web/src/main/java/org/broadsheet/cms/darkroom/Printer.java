package org.broadsheet.cms.darkroom;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.broadsheet.cms.picturefile.Slip;
import org.broadsheet.cms.picturefile.SlipWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Writes finished pictures in the formats of the site, with their slip and nothing else beside the pixels.
@Component
class Printer {

    private static final Logger log = LoggerFactory.getLogger(Printer.class);

    private final AvifTools avif;
    private final Set<PrintFormat> formats;

    Printer(AvifTools avif) {
        this.avif = avif;
        this.formats = EnumSet.of(PrintFormat.JPEG);
        if (writesWebp()) {
            formats.add(PrintFormat.WEBP);
        }
        if (avif.writes()) {
            formats.add(PrintFormat.AVIF);
        }
    }

    Set<PrintFormat> formats() {
        return formats;
    }

    /// Writes a print. Where the wanted format cannot be made it comes out as a JPEG: a reader whose page was printed
    /// elsewhere, or earlier, still gets a picture.
    Print print(BufferedImage picture, PrintFormat wanted, Slip slip) throws Undrawable {
        Quality quality = Quality.of(picture);
        if (formats.contains(wanted) && wanted != PrintFormat.JPEG) {
            try {
                byte[] bytes =
                        switch (wanted) {
                            case AVIF -> avif.avif(picture, quality.avif(), SlipWriter.packet(slip));
                            case WEBP ->
                                SlipWriter.intoWebp(
                                        webp(picture, quality.webp()), picture.getWidth(), picture.getHeight(), slip);
                            case JPEG -> jpeg(picture, quality.jpeg());
                        };
                return new Print(bytes, wanted, picture.getWidth(), picture.getHeight());
            } catch (IOException | RuntimeException e) {
                log.atWarn().addKeyValue("format", wanted).setCause(e).log("A print came out as JPEG");
            }
        }
        try {
            byte[] bytes = SlipWriter.intoJpeg(jpeg(picture, quality.jpeg()), slip);
            return new Print(bytes, PrintFormat.JPEG, picture.getWidth(), picture.getHeight());
        } catch (IOException | RuntimeException e) {
            throw new Undrawable("The picture cannot be written", e);
        }
    }

    private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = writer("image/jpeg", "com.sun.imageio.plugins.jpeg");
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        return write(writer, how, picture);
    }

    private static byte[] webp(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = writer("image/webp", "com.luciad.imageio.webp");
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionType("Lossy");
        how.setCompressionQuality(quality);
        return write(writer, how, picture);
    }

    private static byte[] write(ImageWriter writer, ImageWriteParam how, BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriter writer(String mimeType, String wanted) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByMIMEType(mimeType);
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith(wanted)) {
                return writer;
            }
            writer.dispose();
        }
        throw new IOException("Nothing here writes " + mimeType);
    }

    /// The encoder is a library of the machine's own kind: there may be none for this one.
    private static boolean writesWebp() {
        try {
            webp(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), 0.5f);
            return true;
        } catch (IOException | RuntimeException | LinkageError e) {
            log.atWarn().setCause(e).log("No WebP on this machine");
            return false;
        }
    }
}
