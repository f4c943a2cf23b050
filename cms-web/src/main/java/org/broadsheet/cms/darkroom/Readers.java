package org.broadsheet.cms.darkroom;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import org.broadsheet.cms.picturefile.PictureFormat;

/// Picks the reader for a format. Never the first that offers itself: what reads hostile bytes here is Java, or the
/// JPEG library of the JDK itself.
final class Readers {

    static {
        ImageIO.setUseCache(false);
    }

    private Readers() {}

    /// A reader at the beginning of the bytes, which looks at neither metadata nor what stood before.
    ///
    /// @throws IOException if the bytes cannot be opened
    static ImageReader open(PictureFormat format, byte[] bytes) throws IOException {
        String wanted =
                switch (format) {
                    case JPEG -> "com.twelvemonkeys.imageio.plugins.jpeg";
                    case PNG -> "com.sun.imageio.plugins.png";
                    case WEBP -> "com.twelvemonkeys.imageio.plugins.webp";
                    case TIFF -> "com.twelvemonkeys.imageio.plugins.tiff";
                    case AVIF -> throw new IOException("AVIF is read by a program of the host");
                };
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(format.mimeType());
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith(wanted)) {
                reader.setInput(new ByteArrayImageInputStream(bytes), true, true);
                return reader;
            }
            reader.dispose();
        }
        throw new IOException("No reader for " + format);
    }

    /// Gives up once the time has come: readers tell how far they are every few rows.
    static void giveUpAt(ImageReader reader, long nanoTime) {
        reader.addIIOReadProgressListener(new Deadline(nanoTime));
    }

    private record Deadline(long nanoTime) implements IIOReadProgressListener {

        @Override
        public void imageProgress(ImageReader source, float percentageDone) {
            if (System.nanoTime() - nanoTime > 0) {
                source.abort();
            }
        }

        @Override
        public void sequenceStarted(ImageReader source, int minIndex) {}

        @Override
        public void sequenceComplete(ImageReader source) {}

        @Override
        public void imageStarted(ImageReader source, int imageIndex) {}

        @Override
        public void imageComplete(ImageReader source) {}

        @Override
        public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

        @Override
        public void thumbnailProgress(ImageReader source, float percentageDone) {}

        @Override
        public void thumbnailComplete(ImageReader source) {}

        @Override
        public void readAborted(ImageReader source) {}
    }
}
