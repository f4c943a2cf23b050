package org.broadsheet.ops.newsroom.painting;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Random;

/// What a scene is painted on, with the painter's tools: washes, ridges, light, haze, focus and mirrors of water.
final class Canvas {

    static final int WIDTH = 1600;
    static final int HEIGHT = 1067;

    final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    final int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    final Graphics2D g = image.createGraphics();
    final Random random;
    final Noise noise;

    Canvas(long seed) {
        this.random = new Random(seed * 7_919 + 31);
        this.noise = new Noise(random);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    static Color rgb(int hex) {
        return new Color(hex);
    }

    static Color rgb(int hex, double alpha) {
        return new Color((hex & 0xFFFFFF) | (clamp((int) Math.round(alpha * 255)) << 24), true);
    }

    static int mix(int a, int b, double share) {
        double s = Math.max(0, Math.min(1, share));
        int red = (int) ((a >> 16 & 255) * (1 - s) + (b >> 16 & 255) * s);
        int green = (int) ((a >> 8 & 255) * (1 - s) + (b >> 8 & 255) * s);
        int blue = (int) ((a & 255) * (1 - s) + (b & 255) * s);
        return red << 16 | green << 8 | blue;
    }

    /// A gradient from top to bottom over the full width.
    void wash(double top, double bottom, int... hexes) {
        g.setPaint(vertical(top, bottom, hexes));
        g.fill(new Rectangle2D.Double(0, top, WIDTH, bottom - top + 1));
    }

    static LinearGradientPaint vertical(double top, double bottom, int... hexes) {
        return gradient(0, top, 0, bottom, hexes);
    }

    static LinearGradientPaint gradient(double x0, double y0, double x1, double y1, int... hexes) {
        float[] stops = new float[hexes.length];
        Color[] colours = new Color[hexes.length];
        for (int i = 0; i < hexes.length; i++) {
            stops[i] = (float) i / (hexes.length - 1);
            colours[i] = rgb(hexes[i]);
        }
        return new LinearGradientPaint((float) x0, (float) y0, (float) x1, (float) y1, stops, colours);
    }

    void fill(int hex, Shape shape) {
        g.setPaint(rgb(hex));
        g.fill(shape);
    }

    void fill(int hex, double alpha, Shape shape) {
        g.setPaint(rgb(hex, alpha));
        g.fill(shape);
    }

    void line(int hex, double alpha, double width, double x0, double y0, double x1, double y1) {
        g.setPaint(rgb(hex, alpha));
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(x0, y0, x1, y1));
    }

    void outline(int hex, double alpha, double width, Shape shape) {
        g.setPaint(rgb(hex, alpha));
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    static Rectangle2D box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }

    static Ellipse2D oval(double centreX, double centreY, double radiusX, double radiusY) {
        return new Ellipse2D.Double(centreX - radiusX, centreY - radiusY, 2 * radiusX, 2 * radiusY);
    }

    static Path2D poly(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }

    /// Clouds between two heights: the cover is the share of sky they hide, about.
    void clouds(double top, double bottom, double scaleX, double scaleY, double cover, int hex, double strength) {
        double shiftX = between(0, 200);
        double shiftY = between(0, 200);
        float threshold = (float) (1 - cover) * 0.5f + 0.22f;
        for (int y = (int) Math.max(0, top); y < Math.min(HEIGHT, bottom); y += 2) {
            double fade = Math.min(1, Math.min((y - top) / 90 + 0.05, (bottom - y) / 90));
            for (int x = 0; x < WIDTH; x += 2) {
                float n = noise.cloud(x / scaleX + shiftX, y / scaleY + shiftY, 5);
                float amount = Math.min(1, Math.max(0, (n - threshold) * 4.5f));
                if (amount > 0) {
                    cell(x, y, hex, amount * fade * strength);
                }
            }
        }
    }

    /// A line of hills filled down to the lower edge of the picture, darker at its foot.
    void ridge(double base, double height, double scale, int topHex, int footHex) {
        double shift = between(0, 200);
        Path2D path = new Path2D.Double();
        path.moveTo(0, HEIGHT);
        double highest = HEIGHT;
        for (int x = 0; x <= WIDTH; x += 4) {
            double y = base - height * (noise.cloud(x / scale + shift, shift, 5) - 0.25) * 1.6;
            highest = Math.min(highest, y);
            path.lineTo(x, y);
        }
        path.lineTo(WIDTH, HEIGHT);
        path.closePath();
        g.setPaint(vertical(highest, base + height * 0.6, topHex, footHex));
        g.fill(path);
    }

    /// Light that adds to what is there, as a lamp seen through air does.
    void light(double centreX, double centreY, double radiusX, double radiusY, int hex, double strength) {
        int red = hex >> 16 & 255;
        int green = hex >> 8 & 255;
        int blue = hex & 255;
        for (int y = (int) Math.max(0, centreY - radiusY); y < Math.min(HEIGHT, centreY + radiusY); y++) {
            double dy = (y - centreY) / radiusY;
            for (int x = (int) Math.max(0, centreX - radiusX); x < Math.min(WIDTH, centreX + radiusX); x++) {
                double dx = (x - centreX) / radiusX;
                double distance = dx * dx + dy * dy;
                if (distance < 1) {
                    double fall = (1 - distance) * (1 - distance) * strength;
                    int at = y * WIDTH + x;
                    int p = pixels[at];
                    pixels[at] = clamp((p >> 16 & 255) + (int) (red * fall)) << 16
                            | clamp((p >> 8 & 255) + (int) (green * fall)) << 8
                            | clamp((p & 255) + (int) (blue * fall));
                }
            }
        }
    }

    /// Haze that thickens from one height to another.
    void haze(double top, double bottom, int hex, double alphaTop, double alphaBottom) {
        g.setPaint(new LinearGradientPaint(0, (float) top, 0, (float) bottom, new float[] {0, 1}, new Color[] {
            rgb(hex, alphaTop), rgb(hex, alphaBottom)
        }));
        g.fill(new Rectangle2D.Double(0, top, WIDTH, bottom - top));
    }

    /// Puts everything painted so far out of focus.
    void blur(int radius) {
        Lens.blur(pixels, WIDTH, HEIGHT, radius);
    }

    /// Mottles a band with streaks, as water, asphalt or grass are.
    void texture(double top, double bottom, double scaleX, double scaleY, double amount) {
        double shift = between(0, 200);
        for (int y = (int) Math.max(0, top); y < Math.min(HEIGHT, bottom); y++) {
            for (int x = 0; x < WIDTH; x++) {
                float n = noise.cloud(x / scaleX + shift, y / scaleY + shift, 3) - 0.5f;
                shade(y * WIDTH + x, 1 + n * 2 * amount);
            }
        }
    }

    /// Water below a horizon: mirrors what stands above it, broken by waves that grow towards the eye.
    ///
    /// @param depthHex the water's own colour
    /// @param still 0 rough, showing its own colour, to 1 a mirror
    /// @param wave how far a wave shifts the mirrored picture, in pixels at the lower edge
    void water(double horizon, int depthHex, double still, double wave) {
        int[] above = pixels.clone();
        double shift = between(0, 200);
        int from = (int) horizon;
        for (int y = from; y < HEIGHT; y++) {
            double near = (y - horizon) / (HEIGHT - horizon);
            double scaleY = 1.5 + near * 16;
            double scaleX = 14 + near * 130;
            double mirrored = still * (1 - near * 0.55);
            for (int x = 0; x < WIDTH; x++) {
                float n = noise.cloud(x / scaleX + shift, y / scaleY + shift, 3) - 0.5f;
                int sy = (int) (2 * horizon - y - 1 + n * wave * (0.25 + near) * 2.2);
                int sx = (int) (x + n * wave * near * 0.8);
                int source = above[Math.max(0, Math.min(from - 1, sy)) * WIDTH + Math.max(0, Math.min(WIDTH - 1, sx))];
                int at = y * WIDTH + x;
                pixels[at] = mix(depthHex, source, mirrored);
                shade(at, 1 + n * (0.25 + near * 0.7));
            }
        }
    }

    /// Scatters short glints over a band of water.
    void glints(double top, double bottom, double centreX, double spread, int hex, int count) {
        for (int i = 0; i < count; i++) {
            double t = Math.pow(random.nextDouble(), 1.4);
            double y = top + t * (bottom - top);
            double x = centreX + random.nextGaussian() * spread * (0.35 + t);
            double length = 3 + t * between(6, 34);
            line(hex, between(0.15, 0.75), 0.8 + t * 2, x - length, y, x + length, y);
        }
    }

    private void cell(int x, int y, int hex, double amount) {
        for (int dy = 0; dy < 2 && y + dy < HEIGHT; dy++) {
            for (int dx = 0; dx < 2; dx++) {
                int at = (y + dy) * WIDTH + x + dx;
                pixels[at] = mix(pixels[at], hex, amount);
            }
        }
    }

    private void shade(int at, double factor) {
        int p = pixels[at];
        pixels[at] = clamp((int) ((p >> 16 & 255) * factor)) << 16
                | clamp((int) ((p >> 8 & 255) * factor)) << 8
                | clamp((int) ((p & 255) * factor));
    }

    static int clamp(int value) {
        return value < 0 ? 0 : Math.min(255, value);
    }
}
