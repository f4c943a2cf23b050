package org.broadsheet.cms.darkroom;

import java.awt.image.BufferedImage;

/// Structural similarity of the brightness of two pictures (SSIM, Wang et al. 2004) over squares of eight pixels.
final class Likeness {

    private static final double C1 = Math.pow(0.01 * 255, 2);
    private static final double C2 = Math.pow(0.03 * 255, 2);

    private Likeness() {}

    static double of(BufferedImage one, BufferedImage other) {
        double sum = 0;
        int squares = 0;
        for (int y = 0; y + 8 <= one.getHeight(); y += 8) {
            for (int x = 0; x + 8 <= one.getWidth(); x += 8) {
                sum += square(one, other, x, y);
                squares++;
            }
        }
        return sum / squares;
    }

    private static double square(BufferedImage one, BufferedImage other, int left, int top) {
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int y = top; y < top + 8; y++) {
            for (int x = left; x < left + 8; x++) {
                double p = luma(one.getRGB(x, y));
                double q = luma(other.getRGB(x, y));
                a += p;
                b += q;
                aa += p * p;
                bb += q * q;
                ab += p * q;
            }
        }
        double n = 64;
        double meanA = a / n;
        double meanB = b / n;
        double varianceA = aa / n - meanA * meanA;
        double varianceB = bb / n - meanB * meanB;
        double together = ab / n - meanA * meanB;
        return (2 * meanA * meanB + C1)
                * (2 * together + C2)
                / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
    }

    private static double luma(int p) {
        return 0.299 * (p >> 16 & 255) + 0.587 * (p >> 8 & 255) + 0.114 * (p & 255);
    }
}
