package org.broadsheet.cms.darkroom;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/// Makes a picture smaller: every pixel of the original has its share in the new one (bicubic convolution whose reach
/// grows with the reduction, as in Catmull and Rom 1974). It reads the original row by row, so that the only
/// large thing in memory is the original itself.
final class Scaler {

    private final BufferedImage source;
    private final int width;
    private final int height;

    private Scaler(BufferedImage source, int width, int height) {
        this.source = source;
        this.width = width;
        this.height = height;
    }

    /// The picture in another size, opaque, its colours as they are in the source ([Colours] turns them into those of
    /// the web); what is transparent comes out as white paper.
    static BufferedImage scale(BufferedImage source, int width, int height) {
        return new Scaler(source, width, height).scaled();
    }

    private BufferedImage scaled() {
        Shares columns = Shares.of(source.getWidth(), width);
        Shares rows = Shares.of(source.getHeight(), height);
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) target.getRaster().getDataBuffer()).getData();
        float[][] kept = new float[rows.most() + 1][];
        int read = 0;
        float[] line = new float[3 * source.getWidth()];
        float[] sum = new float[3 * width];
        Lines lines = new Lines(source);
        for (int y = 0; y < height; y++) {
            int from = rows.from[y];
            float[] shares = rows.shares[y];
            while (read < from + shares.length) {
                int slot = read % kept.length;
                if (kept[slot] == null) {
                    kept[slot] = new float[3 * width];
                }
                lines.read(read, line);
                across(line, kept[slot], columns);
                read++;
            }
            Arrays.fill(sum, 0);
            for (int i = 0; i < shares.length; i++) {
                float share = shares[i];
                float[] row = kept[(from + i) % kept.length];
                for (int x = 0; x < sum.length; x++) {
                    sum[x] += share * row[x];
                }
            }
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] =
                        bounded(sum[3 * x]) << 16 | bounded(sum[3 * x + 1]) << 8 | bounded(sum[3 * x + 2]);
            }
        }
        return target;
    }

    private static int bounded(float value) {
        int rounded = (int) (value + 0.5f);
        return rounded < 0 ? 0 : Math.min(rounded, 255);
    }

    private void across(float[] line, float[] into, Shares columns) {
        for (int x = 0; x < width; x++) {
            float[] shares = columns.shares[x];
            int at = 3 * columns.from[x];
            float red = 0;
            float green = 0;
            float blue = 0;
            for (float share : shares) {
                red += share * line[at];
                green += share * line[at + 1];
                blue += share * line[at + 2];
                at += 3;
            }
            into[3 * x] = red;
            into[3 * x + 1] = green;
            into[3 * x + 2] = blue;
        }
    }

    /// Which pixels of a line have a share in each pixel of a shorter line, and how large it is.
    private record Shares(int[] from, float[][] shares) {

        static Shares of(int source, int target) {
            double ratio = (double) source / target;
            double stretch = Math.max(1, ratio);
            int[] from = new int[target];
            float[][] shares = new float[target][];
            for (int i = 0; i < target; i++) {
                double centre = (i + 0.5) * ratio;
                int first = Math.clamp((long) Math.floor(centre - 2 * stretch + 0.5), 0, source - 1);
                int behind = Math.clamp((long) Math.floor(centre + 2 * stretch + 0.5), first + 1, source);
                float[] own = new float[behind - first];
                double sum = 0;
                for (int k = 0; k < own.length; k++) {
                    double share = cubic((first + k + 0.5 - centre) / stretch);
                    own[k] = (float) share;
                    sum += share;
                }
                for (int k = 0; k < own.length; k++) {
                    own[k] /= (float) sum;
                }
                from[i] = first;
                shares[i] = own;
            }
            return new Shares(from, shares);
        }

        int most() {
            int most = 0;
            for (float[] own : shares) {
                most = Math.max(most, own.length);
            }
            return most;
        }

        private static double cubic(double distance) {
            double x = Math.abs(distance);
            if (x < 1) {
                return (1.5 * x - 2.5) * x * x + 1;
            }
            return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
        }
    }
}
