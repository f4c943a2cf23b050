package org.broadsheet.cms.darkroom;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import org.jspecify.annotations.Nullable;

/// Reads the lines of a picture as red, green and blue, whatever lies in its memory: grey, with transparency, of
/// sixteen bits, of a palette. What is transparent lies on white paper.
final class Lines {

    private static final int BAND = 64;

    private final BufferedImage picture;
    private final Raster raster;
    private final int columns;
    private final boolean isPlain;
    private final byte @Nullable [] packed;
    private int @Nullable [] samples;
    private @Nullable BufferedImage band;
    private int bandTop = -1;

    Lines(BufferedImage picture) {
        this.picture = picture;
        this.raster = picture.getRaster();
        this.columns = picture.getWidth();
        this.isPlain = picture.getColorModel() instanceof ComponentColorModel
                && (raster.getTransferType() == DataBuffer.TYPE_BYTE
                        || raster.getTransferType() == DataBuffer.TYPE_USHORT)
                && !picture.isAlphaPremultiplied();
        this.packed = raster.getDataBuffer() instanceof DataBufferByte buffer
                        && buffer.getNumBanks() == 1
                        && raster.getSampleModel() instanceof PixelInterleavedSampleModel
                        && raster.getNumBands() == 3
                        && picture.getColorModel().getTransparency() == Transparency.OPAQUE
                        && isPlain
                ? buffer.getData()
                : null;
    }

    /// @param line gets three numbers from 0 to 255 a pixel
    void read(int y, float[] line) {
        if (packed != null) {
            readPacked(packed, y, line);
        } else if (isPlain && raster.getNumBands() <= 4) {
            readPlain(y, line);
        } else {
            readDrawn(y, line);
        }
    }

    private void readPacked(byte[] data, int y, float[] line) {
        PixelInterleavedSampleModel how = (PixelInterleavedSampleModel) raster.getSampleModel();
        int[] offsets = how.getBandOffsets();
        int at = raster.getDataBuffer().getOffset()
                + (y - raster.getSampleModelTranslateY()) * how.getScanlineStride()
                - raster.getSampleModelTranslateX() * how.getPixelStride();
        for (int x = 0; x < 3 * columns; x += 3) {
            line[x] = data[at + offsets[0]] & 0xff;
            line[x + 1] = data[at + offsets[1]] & 0xff;
            line[x + 2] = data[at + offsets[2]] & 0xff;
            at += how.getPixelStride();
        }
    }

    private void readPlain(int y, float[] line) {
        int bands = raster.getNumBands();
        samples = raster.getPixels(0, y, columns, 1, samples);
        float scale = raster.getTransferType() == DataBuffer.TYPE_USHORT ? 1 / 257f : 1;
        boolean isGrey = bands < 3;
        boolean hasAlpha = bands == 2 || bands == 4;
        for (int x = 0; x < columns; x++) {
            int at = x * bands;
            float red = samples[at] * scale;
            float green = isGrey ? red : samples[at + 1] * scale;
            float blue = isGrey ? red : samples[at + 2] * scale;
            if (hasAlpha) {
                float cover = samples[at + bands - 1] * scale / 255;
                red = 255 + (red - 255) * cover;
                green = 255 + (green - 255) * cover;
                blue = 255 + (blue - 255) * cover;
            }
            line[3 * x] = red;
            line[3 * x + 1] = green;
            line[3 * x + 2] = blue;
        }
    }

    private void readDrawn(int y, float[] line) {
        BufferedImage drawn = band;
        if (drawn == null || y >= bandTop + drawn.getHeight()) {
            drawn = draw(y, drawn);
        }
        int[] pixels = ((DataBufferInt) drawn.getRaster().getDataBuffer()).getData();
        int at = (y - bandTop) * columns;
        for (int x = 0; x < columns; x++) {
            int pixel = pixels[at + x];
            line[3 * x] = pixel >> 16 & 0xff;
            line[3 * x + 1] = pixel >> 8 & 0xff;
            line[3 * x + 2] = pixel & 0xff;
        }
    }

    private BufferedImage draw(int y, @Nullable BufferedImage before) {
        BufferedImage drawn = before == null
                ? new BufferedImage(columns, Math.min(BAND, picture.getHeight()), BufferedImage.TYPE_INT_RGB)
                : before;
        band = drawn;
        bandTop = y;
        Graphics2D pen = drawn.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, columns, drawn.getHeight());
        pen.drawImage(
                picture.getSubimage(0, y, columns, Math.min(drawn.getHeight(), picture.getHeight() - y)), 0, 0, null);
        pen.dispose();
        return drawn;
    }
}
