package org.broadsheet.ops.newsroom.painting;

import java.awt.geom.Path2D;

/// Things that stand in more than one scene: ships, cranes, people, columns, flags, lit windows.
final class Props {

    private static final int[] BOXES = {0x7A2E2A, 0x2F4F66, 0x8A6A3A, 0x3F5B44, 0x8C8C86, 0x53536B, 0xA0562C, 0x244054};

    private Props() {}

    /// A container ship, stern on the left unless turned, seen through haze.
    static void containerShip(Canvas c, double x, double y, double length, boolean turned, int haze, double far) {
        double sign = turned ? -1 : 1;
        double left = turned ? x + length : x;
        double hull = length * 0.062;
        int hullTone = Canvas.mix(c.chance(0.5) ? 0x20262E : 0x45221F, haze, far);
        c.fill(
                hullTone,
                Canvas.poly(
                        left,
                        y - hull * 0.9,
                        left + sign * length * 0.94,
                        y - hull,
                        left + sign * length,
                        y - hull * 1.35,
                        left + sign * length * 0.965,
                        y,
                        left + sign * length * 0.02,
                        y));
        c.line(
                Canvas.mix(0x6B2A22, haze, far),
                0.8,
                Math.max(1, length * 0.006),
                left + sign * length * 0.03,
                y,
                left + sign * length * 0.95,
                y);
        double box = length * 0.036;
        for (double bay = 0.15; bay < 0.9; bay += 0.038) {
            int tiers = 3 + c.random.nextInt(4) - (bay > 0.8 ? 2 : 0);
            for (int tier = 0; tier < tiers; tier++) {
                double boxX = left + sign * length * bay - (turned ? box : 0);
                double boxY = y - hull - (tier + 1) * box * 0.62;
                int tone = Canvas.mix(BOXES[c.random.nextInt(BOXES.length)], haze, far);
                c.fill(tone, Canvas.box(boxX, boxY, box * 0.96, box * 0.6));
            }
        }
        double bridge = left + sign * length * 0.06 - (turned ? length * 0.07 : 0);
        c.fill(
                Canvas.mix(0xC9C6BE, haze, far),
                Canvas.box(bridge, y - hull - length * 0.17, length * 0.07, length * 0.17));
        for (int deck = 0; deck < 5; deck++) {
            c.fill(
                    Canvas.mix(0x2A323C, haze, far),
                    Canvas.box(
                            bridge + length * 0.006,
                            y - hull - length * (0.16 - deck * 0.029),
                            length * 0.058,
                            length * 0.008));
        }
        c.fill(
                Canvas.mix(0x8F2F28, haze, far),
                Canvas.box(bridge + length * 0.02, y - hull - length * 0.205, length * 0.025, length * 0.036));
    }

    /// A ship-to-shore crane with its boom over the water.
    static void crane(Canvas c, double x, double y, double height, boolean right, int tone) {
        double s = right ? 1 : -1;
        double leg = height * 0.045;
        double span = height * 0.26;
        c.line(tone, 1, leg, x, y, x + s * span * 0.06, y - height * 0.62);
        c.line(tone, 1, leg, x + s * span, y, x + s * span * 0.94, y - height * 0.62);
        c.line(tone, 1, leg * 0.7, x + s * span * 0.03, y - height * 0.28, x + s * span * 0.97, y - height * 0.28);
        c.line(tone, 1, leg * 0.4, x, y - height * 0.04, x + s * span * 0.95, y - height * 0.28);
        c.line(tone, 1, leg, x - s * height * 0.24, y - height * 0.62, x + s * height * 0.86, y - height * 0.66);
        c.line(tone, 1, leg * 0.8, x + s * span * 0.5, y - height * 0.62, x + s * span * 0.8, y - height);
        c.line(tone, 1, leg * 0.25, x + s * span * 0.8, y - height, x + s * height * 0.82, y - height * 0.66);
        c.line(tone, 1, leg * 0.25, x + s * span * 0.8, y - height, x + s * height * 0.5, y - height * 0.645);
        c.line(tone, 1, leg * 0.25, x + s * span * 0.8, y - height, x - s * height * 0.22, y - height * 0.62);
        c.fill(tone, Canvas.box(x - height * 0.05 + s * span * 0.2, y - height * 0.7, height * 0.13, height * 0.07));
        double trolley = x + s * height * c.between(0.4, 0.7);
        c.fill(tone, Canvas.box(trolley - height * 0.02, y - height * 0.65, height * 0.04, height * 0.03));
        c.line(tone, 0.9, 1.2, trolley, y - height * 0.63, trolley, y - height * 0.4);
        c.fill(tone, Canvas.box(trolley - height * 0.03, y - height * 0.41, height * 0.06, height * 0.03));
    }

    /// A standing figure from behind or as a silhouette.
    static void person(Canvas c, double x, double foot, double height, int tone) {
        double head = height * 0.068;
        double lean = c.between(-0.02, 0.02) * height;
        c.fill(tone, Canvas.oval(x + lean, foot - height + head, head * 0.86, head));
        Path2D body = new Path2D.Double();
        double shoulder = height * c.between(0.12, 0.15);
        body.moveTo(x + lean - head * 0.4, foot - height + head * 1.7);
        body.curveTo(
                x + lean - shoulder,
                foot - height + head * 2.1,
                x - shoulder,
                foot - height * 0.8,
                x - shoulder,
                foot - height * 0.5);
        body.lineTo(x - shoulder * 0.72, foot - height * 0.48);
        body.lineTo(x - shoulder * 0.7, foot);
        body.lineTo(x - shoulder * 0.1, foot);
        body.lineTo(x, foot - height * 0.4);
        body.lineTo(x + shoulder * 0.15, foot);
        body.lineTo(x + shoulder * 0.75, foot);
        body.lineTo(x + shoulder * 0.75, foot - height * 0.48);
        body.lineTo(x + shoulder, foot - height * 0.5);
        body.curveTo(
                x + shoulder,
                foot - height * 0.8,
                x + lean + shoulder,
                foot - height + head * 2.1,
                x + lean + head * 0.4,
                foot - height + head * 1.7);
        body.closePath();
        c.fill(tone, body);
    }

    /// Rows of heads and shoulders, the nearer the larger, some with raised arms.
    static void crowd(Canvas c, double top, double bottom, double small, double large, int far, int near, double arms) {
        int rows = 9;
        for (int row = 0; row < rows; row++) {
            double t = row / (rows - 1.0);
            double y = top + (bottom - top) * Math.pow(t, 1.5);
            double size = small + (large - small) * t;
            int tone = Canvas.mix(far, near, t);
            for (double x = c.between(-size, 0); x < Canvas.WIDTH + size; x += size * c.between(1.25, 2.1)) {
                double headY = y + c.between(-0.35, 0.35) * size;
                int own = Canvas.mix(tone, 0, c.between(0, 0.3));
                c.fill(own, Canvas.oval(x, headY, size * 0.42, size * 0.52));
                c.fill(own, Canvas.oval(x, headY + size * 1.25, size * 0.95, size * 0.85));
                c.fill(own, Canvas.box(x - size * 0.9, headY + size * 1.2, size * 1.8, size * 2.5));
                if (c.chance(arms)) {
                    double side = c.chance(0.5) ? 1 : -1;
                    double handX = x + side * size * c.between(0.5, 1.1);
                    double handY = headY - size * c.between(0.7, 1.7);
                    c.line(own, 1, size * 0.26, x + side * size * 0.75, headY + size * 0.9, handX, handY);
                    c.fill(own, Canvas.oval(handX, handY, size * 0.17, size * 0.2));
                }
            }
        }
    }

    /// A row of fluted columns between two edges.
    static void columns(Canvas c, double left, double right, double top, double foot, int count, int lit, int shade) {
        double step = (right - left) / (count - 1);
        double radius = step * 0.19;
        for (int i = 0; i < count; i++) {
            double x = left + i * step;
            c.g.setPaint(Canvas.gradient(
                    x - radius,
                    0,
                    x + radius,
                    0,
                    Canvas.mix(lit, shade, 0.35),
                    lit,
                    shade,
                    Canvas.mix(shade, 0, 0.35)));
            c.g.fill(Canvas.poly(x - radius * 0.86, top, x + radius * 0.86, top, x + radius, foot, x - radius, foot));
            for (int flute = -2; flute <= 2; flute++) {
                double fx = x + flute * radius * 0.36;
                c.line(Canvas.mix(shade, 0, 0.3), 0.35, 1.4, fx * 1, top + 14, fx, foot - 10);
            }
            c.fill(lit, Canvas.box(x - radius * 1.3, top - step * 0.05, radius * 2.6, step * 0.06));
            c.fill(
                    Canvas.mix(lit, shade, 0.5),
                    Canvas.box(x - radius * 1.25, foot - step * 0.04, radius * 2.5, step * 0.05));
        }
    }

    /// A flag in the wind on a pole: three bands.
    static void flag(Canvas c, double x, double foot, double top, double width, int first, int second, int third) {
        c.line(0x3A3D42, 1, Math.max(2, width * 0.02), x, foot, x, top);
        double height = width * 0.6;
        int[] bands = {first, second, third};
        double phase = c.between(0, 6);
        for (int strip = 0; strip < 40; strip++) {
            double t = strip / 40.0;
            double wave = Math.sin(phase + t * 7) * height * 0.07 * t;
            double shade = 0.5 + 0.5 * Math.cos(phase + t * 7);
            for (int band = 0; band < 3; band++) {
                c.fill(
                        Canvas.mix(bands[band], 0x101018, 0.1 + shade * 0.35),
                        Canvas.box(x + t * width, top + wave + band * height / 3, width / 40 + 1, height / 3 + 1));
            }
        }
    }

    /// A block of a house with windows, some of them lit.
    static void block(Canvas c, double x, double top, double width, double foot, int tone, int lamp, double lit) {
        c.g.setPaint(Canvas.vertical(top, foot, Canvas.mix(tone, 0x8090A0, 0.1), Canvas.mix(tone, 0, 0.25)));
        c.g.fill(Canvas.box(x, top, width, foot - top));
        double stepX = Math.max(6, width / Math.max(3, Math.round(width / 15)));
        double stepY = stepX * c.between(1.15, 1.5);
        for (double wy = top + stepY * 0.7; wy < foot - stepY * 0.5; wy += stepY) {
            double floor = c.between(0, 1) < 0.15 ? 0.15 : lit;
            for (double wx = x + stepX * 0.3; wx < x + width - stepX * 0.6; wx += stepX) {
                boolean on = c.chance(floor);
                int pane = on ? Canvas.mix(lamp, 0xFFFFFF, c.between(0, 0.4)) : Canvas.mix(tone, 0x000000, 0.45);
                c.fill(pane, on ? c.between(0.55, 1) : 0.5, Canvas.box(wx, wy, stepX * 0.48, stepY * 0.5));
            }
        }
    }

    /// A wind turbine, turned to nobody in particular.
    static void turbine(Canvas c, double x, double foot, double height, int tone) {
        double hub = foot - height;
        double width = height * 0.026;
        c.g.setPaint(Canvas.gradient(x - width, 0, x + width, 0, tone, Canvas.mix(tone, 0x6A7A88, 0.5)));
        c.g.fill(Canvas.poly(x - width * 0.4, hub, x + width * 0.4, hub, x + width, foot, x - width, foot));
        c.fill(0xD9A521, Canvas.box(x - width * 1.1, foot - height * 0.045, width * 2.2, height * 0.045));
        double turn = c.between(0, 2);
        for (int blade = 0; blade < 3; blade++) {
            double angle = turn + blade * Math.PI * 2 / 3;
            double tipX = x + Math.cos(angle) * height * 0.52;
            double tipY = hub + Math.sin(angle) * height * 0.52;
            double sideX = Math.cos(angle + 1.45) * width * 0.9;
            double sideY = Math.sin(angle + 1.45) * width * 0.9;
            c.fill(
                    Canvas.mix(tone, 0x8895A0, blade * 0.22),
                    Canvas.poly(x, hub, x + sideX + (tipX - x) * 0.2, hub + sideY + (tipY - hub) * 0.2, tipX, tipY));
        }
        c.fill(tone, Canvas.oval(x, hub, width * 0.8, width * 0.8));
    }
}
