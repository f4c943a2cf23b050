package org.broadsheet.ops.newsroom.painting;

/// Focus: passes of a running mean, which the eye cannot tell from a soft lens.
final class Lens {

    private Lens() {}

    static void blur(int[] pixels, int width, int height, int radius) {
        blur(pixels, width, height, radius, 2);
    }

    static void blur(int[] pixels, int width, int height, int radius, int passes) {
        int[] other = new int[pixels.length];
        for (int pass = 0; pass < passes; pass++) {
            rows(pixels, other, width, height, radius);
            columns(other, pixels, width, height, radius);
        }
    }

    private static void rows(int[] from, int[] to, int width, int height, int radius) {
        int share = share(radius);
        for (int y = 0; y < height; y++) {
            int row = y * width;
            int red = 0;
            int green = 0;
            int blue = 0;
            for (int i = -radius; i <= radius; i++) {
                int p = from[row + Math.max(0, Math.min(width - 1, i))];
                red += p >> 16 & 255;
                green += p >> 8 & 255;
                blue += p & 255;
            }
            for (int x = 0; x < width; x++) {
                to[row + x] = (red * share >>> 16) << 16 | (green * share >>> 16) << 8 | (blue * share >>> 16);
                int in = from[row + Math.min(width - 1, x + radius + 1)];
                int out = from[row + Math.max(0, x - radius)];
                red += (in >> 16 & 255) - (out >> 16 & 255);
                green += (in >> 8 & 255) - (out >> 8 & 255);
                blue += (in & 255) - (out & 255);
            }
        }
    }

    private static void columns(int[] from, int[] to, int width, int height, int radius) {
        int share = share(radius);
        int[] red = new int[width];
        int[] green = new int[width];
        int[] blue = new int[width];
        for (int i = -radius; i <= radius; i++) {
            int row = Math.max(0, Math.min(height - 1, i)) * width;
            for (int x = 0; x < width; x++) {
                int p = from[row + x];
                red[x] += p >> 16 & 255;
                green[x] += p >> 8 & 255;
                blue[x] += p & 255;
            }
        }
        for (int y = 0; y < height; y++) {
            int row = y * width;
            int inRow = Math.min(height - 1, y + radius + 1) * width;
            int outRow = Math.max(0, y - radius) * width;
            for (int x = 0; x < width; x++) {
                to[row + x] = (red[x] * share >>> 16) << 16 | (green[x] * share >>> 16) << 8 | (blue[x] * share >>> 16);
                int in = from[inRow + x];
                int out = from[outRow + x];
                red[x] += (in >> 16 & 255) - (out >> 16 & 255);
                green[x] += (in >> 8 & 255) - (out >> 8 & 255);
                blue[x] += (in & 255) - (out & 255);
            }
        }
    }

    /// One part of the mean in 65,536ths: a multiplication is much cheaper than a division a pixel.
    private static int share(int radius) {
        return 65_536 / (2 * radius + 1) + 1;
    }
}
