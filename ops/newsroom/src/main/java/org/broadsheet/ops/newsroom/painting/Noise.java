package org.broadsheet.ops.newsroom.painting;

import java.util.Random;

/// Smooth random fields: what clouds, water, rock and cloth are made of.
final class Noise {

    private static final int SIZE = 256;
    private static final int MASK = SIZE - 1;

    private final float[] lattice = new float[SIZE * SIZE];

    Noise(Random random) {
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = random.nextFloat();
        }
    }

    /// A value from 0 to 1 that changes smoothly over a distance of one.
    float at(double x, double y) {
        double fx = Math.floor(x);
        double fy = Math.floor(y);
        int x0 = (int) fx & MASK;
        int y0 = (int) fy & MASK;
        int x1 = (x0 + 1) & MASK;
        int y1 = (y0 + 1) & MASK;
        float u = smooth((float) (x - fx));
        float v = smooth((float) (y - fy));
        float top = lattice[y0 * SIZE + x0] + u * (lattice[y0 * SIZE + x1] - lattice[y0 * SIZE + x0]);
        float low = lattice[y1 * SIZE + x0] + u * (lattice[y1 * SIZE + x1] - lattice[y1 * SIZE + x0]);
        return top + v * (low - top);
    }

    /// The same with finer and finer detail laid over it, about 0.5 on average.
    float cloud(double x, double y, int octaves) {
        float sum = 0;
        float weight = 0.5f;
        float total = 0;
        for (int i = 0; i < octaves; i++) {
            sum += weight * at(x, y);
            total += weight;
            weight *= 0.5f;
            x = x * 2.03 + 17.3;
            y = y * 2.03 + 9.7;
        }
        return sum / total;
    }

    private static float smooth(float t) {
        return t * t * (3 - 2 * t);
    }
}
