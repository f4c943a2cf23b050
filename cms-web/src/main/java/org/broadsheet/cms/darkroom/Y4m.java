package org.broadsheet.cms.darkroom;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes a picture as one frame of YUV4MPEG2, the plainest way to hand one to an encoder: luma for each pixel, colour
/// for each square of four, full range, matrix of Rec. 601 (JFIF).
final class Y4m {

    private Y4m() {}

    /// @param picture in packed red, green and blue ([BufferedImage#TYPE_INT_RGB])
    static void write(BufferedImage picture, OutputStream out) throws IOException {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        out.write(("YUV4MPEG2 W" + width + " H" + height + " F1:1 Ip A1:1 C420jpeg XCOLORRANGE=FULL\nFRAME\n")
                .getBytes(StandardCharsets.US_ASCII));
        byte[] luma = new byte[width * height];
        for (int i = 0; i < luma.length; i++) {
            int p = pixels[i];
            luma[i] = (byte) bounded(0.299f * (p >> 16 & 255) + 0.587f * (p >> 8 & 255) + 0.114f * (p & 255));
        }
        out.write(luma);
        int halfWidth = (width + 1) / 2;
        int halfHeight = (height + 1) / 2;
        byte[] blue = new byte[halfWidth * halfHeight];
        byte[] red = new byte[halfWidth * halfHeight];
        for (int y = 0; y < halfHeight; y++) {
            for (int x = 0; x < halfWidth; x++) {
                int right = Math.min(2 * x + 1, width - 1);
                int below = Math.min(2 * y + 1, height - 1);
                int[] four = {
                    pixels[2 * y * width + 2 * x],
                    pixels[2 * y * width + right],
                    pixels[below * width + 2 * x],
                    pixels[below * width + right]
                };
                float r = 0;
                float g = 0;
                float b = 0;
                for (int p : four) {
                    r += (p >> 16 & 255) / 4f;
                    g += (p >> 8 & 255) / 4f;
                    b += (p & 255) / 4f;
                }
                blue[y * halfWidth + x] = (byte) bounded(128 - 0.168736f * r - 0.331264f * g + 0.5f * b);
                red[y * halfWidth + x] = (byte) bounded(128 + 0.5f * r - 0.418688f * g - 0.081312f * b);
            }
        }
        out.write(blue);
        out.write(red);
    }

    private static int bounded(float value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
