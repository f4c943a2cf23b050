package org.broadsheet.cms.darkroom;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// How hard a print may be compressed. Two things decide. A busy picture (a crowd, leaves, water) hides what
/// compression does to it and would be large; a smooth one (sky, a studio wall) shows every band and is small
/// anyway. And a wide print stands on screens with two pixels to the point, where an error is half as large to
/// the eye. The measure is the mean step of brightness from pixel to pixel. The numbers were set on one invented
/// scene with a little grain, which keeps a structural similarity (SSIM, Wang et al. 2004) of 0.93 or more to the
/// picture before compression in each format; a test holds them to that. They were not measured on photographs.
///
/// @param jpeg for the JPEG encoder, 0 to 1
/// @param webp for the WebP encoder, 0 to 1
/// @param avif constant quality of AV1, 63 to 0
record Quality(float jpeg, float webp, int avif) {

    private static final int WIDE = 1_000;

    static Quality of(BufferedImage print) {
        float busy = Math.clamp(busyness(print) / 16, 0, 1);
        float wide = print.getWidth() > WIDE ? 1 : 0;
        return new Quality(
                0.80f - 0.08f * busy - 0.05f * wide,
                0.78f - 0.08f * busy - 0.05f * wide,
                Math.round(25 + 4 * busy + 3 * wide));
    }

    /// The mean step of brightness between neighbours, 0 to 255.
    static float busyness(BufferedImage print) {
        int width = print.getWidth();
        int height = print.getHeight();
        int[] pixels = ((DataBufferInt) print.getRaster().getDataBuffer()).getData();
        long steps = 0;
        for (int y = 1; y < height; y++) {
            for (int x = 1; x < width; x++) {
                int here = luma(pixels[y * width + x]);
                int above = luma(pixels[(y - 1) * width + x]);
                steps += Math.abs(here - above) + Math.abs(here - luma(pixels[y * width + x - 1]));
            }
        }
        return steps / (2f * Math.max(1, (width - 1) * (height - 1)));
    }

    private static int luma(int p) {
        return (77 * (p >> 16 & 255) + 150 * (p >> 8 & 255) + 29 * (p & 255)) >> 8;
    }
}
