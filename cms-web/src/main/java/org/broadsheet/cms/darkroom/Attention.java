package org.broadsheet.cms.darkroom;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// A guess at where a reader looks first, to propose a crop from. It is a plain measure and no more: steps of
/// brightness and of colour between neighbours, saturated warm tones counted double as they are those of skin,
/// and the middle and upper thirds favoured a little, since that is where photographers put people. It knows
/// nothing of faces, words or news, it is wrong on pictures that are busy all over, and it is therefore only ever
/// a proposal.
public final class Attention {

    /// How wide the picture is that is looked at.
    static final int WIDTH = 160;

    /// A point of a picture.
    ///
    /// @param x from the left edge, 0 to 1
    /// @param y from the upper edge, 0 to 1
    public record Point(double x, double y) {}

    private Attention() {}

    /// The centre of what draws attention. Weights are squared, so that one strong thing counts for more than much
    /// that is weak.
    static Point point(BufferedImage small) {
        int width = small.getWidth();
        int height = small.getHeight();
        int[] pixels = ((DataBufferInt) small.getRaster().getDataBuffer()).getData();
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                double edge =
                        difference(pixels[at - 1], pixels[at + 1]) + difference(pixels[at - width], pixels[at + width]);
                double weight = edge * (isWarm(pixels[at]) ? 2 : 1) * placed((x + 0.5) / width, (y + 0.5) / height);
                weight *= weight;
                sum += weight;
                sumX += weight * (x + 0.5);
                sumY += weight * (y + 0.5);
            }
        }
        return sum < 1 ? new Point(0.5, 0.4) : new Point(sumX / sum / width, sumY / sum / height);
    }

    private static double placed(double x, double y) {
        double across = 1 - 0.5 * Math.abs(x - 0.5);
        double down = 1 - 0.6 * Math.abs(y - 0.4);
        return across * down;
    }

    private static int difference(int one, int other) {
        return Math.abs((one >> 16 & 255) - (other >> 16 & 255))
                + Math.abs((one >> 8 & 255) - (other >> 8 & 255))
                + Math.abs((one & 255) - (other & 255));
    }

    private static boolean isWarm(int pixel) {
        int red = pixel >> 16 & 255;
        int green = pixel >> 8 & 255;
        int blue = pixel & 255;
        return red > 90 && red > green && green > blue && red - blue > 25 && red - green < 110;
    }
}
