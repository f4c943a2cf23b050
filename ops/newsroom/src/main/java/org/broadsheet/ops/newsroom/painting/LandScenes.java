package org.broadsheet.ops.newsroom.painting;

import java.awt.geom.Path2D;
import java.util.Map;

/// Mountains, fields and the earth from above.
final class LandScenes {

    private LandScenes() {}

    static void into(Map<String, Scene> scenes) {
        scenes.put("snow-road", LandScenes::snowRoad);
        scenes.put("volcano", LandScenes::volcano);
        scenes.put("harvest", LandScenes::harvest);
        scenes.put("satellite", LandScenes::satellite);
        scenes.put("village", LandScenes::village);
    }

    private static Film snowRoad(Canvas c) {
        c.wash(0, 620, 0x8C9BAA, 0xB9C3CB, 0xDDE1E3);
        c.clouds(0, 520, 520, 150, 0.75, 0xA2ADB8, 0.7);
        c.ridge(470, 330, 420, 0xBAC5CF, 0xD5DBE0);
        c.texture(180, 520, 50, 90, 0.12);
        c.haze(200, 560, 0xDADFE3, 0.1, 0.55);
        c.ridge(600, 210, 300, 0xC9D2DA, 0xE6EAED);
        for (int i = 0; i < 420; i++) {
            double x = c.between(0, 1600);
            double y = 560 + c.between(-40, 130) + Math.abs(x - 800) * -0.06;
            spruce(c, x, y, c.between(22, 52), Canvas.mix(0x6A7A84, 0x3A4A52, c.between(0, 0.7)));
        }
        c.haze(480, 720, 0xE2E6E9, 0.35, 0.05);
        c.wash(690, Canvas.HEIGHT, 0xE9EDF0, 0xD2DAE2, 0xB9C5D2);
        c.texture(690, Canvas.HEIGHT, 120, 16, 0.06);
        c.g.setPaint(Canvas.vertical(640, 1067, 0xA2A9B0, 0x5E666E));
        Path2D road = new Path2D.Double();
        road.moveTo(1010, 646);
        road.curveTo(820, 690, 1240, 730, 860, 800);
        road.curveTo(620, 850, 380, 930, 240, 1067);
        road.lineTo(1120, 1067);
        road.curveTo(1080, 930, 1180, 860, 1190, 800);
        road.curveTo(1330, 720, 900, 690, 1040, 646);
        road.closePath();
        c.g.fill(road);
        c.outline(0xF4F6F8, 0.9, 16, road);
        for (int i = 0; i < 3; i++) {
            double y = 1000 - i * 70;
            c.line(0xE6EAEE, 0.8, 9 - i * 2, 640 + i * 60, y + 60, 690 + i * 60, y + 16);
        }
        for (int i = 0; i < 7; i++) {
            double t = i / 6.0;
            double x = 220 + t * 640;
            double y = 1040 - t * 250;
            c.line(0xC2452E, 1, 10 - t * 6, x, y, x, y - 130 + t * 90);
            c.line(0xF4F4F0, 1, 10 - t * 6, x, y - 60 + t * 40, x, y - 90 + t * 60);
        }
        c.fill(0xC97A1E, Canvas.poly(830, 830, 1030, 830, 1044, 900, 1030, 940, 824, 940, 816, 890));
        c.fill(0x26313A, Canvas.poly(850, 842, 1010, 842, 1020, 886, 842, 886));
        c.fill(0xD8DCE0, Canvas.poly(770, 900, 1080, 900, 1110, 964, 750, 964));
        c.light(850, 900, 80, 80, 0xFFEFC4, 1);
        c.light(1010, 900, 80, 80, 0xFFEFC4, 1);
        c.light(930, 820, 60, 50, 0xFF9A2A, 1);
        spruce(c, 110, 1020, 300, 0x2A3A40);
        spruce(c, 1440, 1010, 360, 0x26363C);
        spruce(c, 1560, 1060, 300, 0x1E2C32);
        for (int i = 0; i < 1400; i++) {
            double near = Math.pow(c.random.nextDouble(), 3);
            double r = 1 + near * 7;
            c.fill(0xFFFFFF, 0.75 - near * 0.5, Canvas.oval(c.between(0, 1600), c.between(0, 1067), r, r * 1.2));
        }
        return Film.COLD;
    }

    private static Film volcano(Canvas c) {
        double horizon = 730;
        c.wash(0, horizon, 0x3A4C70, 0x8A89A0, 0xE0AE90);
        c.clouds(320, 700, 600, 60, 0.4, 0xE9B79A, 0.6);
        plume(c);
        Path2D cone = new Path2D.Double();
        cone.moveTo(60, horizon);
        cone.curveTo(360, 650, 560, 470, 690, 330);
        cone.lineTo(730, 345);
        cone.lineTo(800, 338);
        cone.lineTo(860, 326);
        cone.curveTo(1000, 480, 1200, 650, 1560, horizon);
        cone.closePath();
        c.g.setPaint(Canvas.gradient(400, 330, 1200, 730, 0x5A5058, 0x3A3640, 0x24242E));
        c.g.fill(cone);
        c.g.setClip(cone);
        for (int i = 0; i < 34; i++) {
            double x = c.between(640, 900);
            double spread = (x - 770) * c.between(2.4, 4.2);
            c.line(c.chance(0.5) ? 0x7E737A : 0x1B1A22, 0.35, c.between(3, 12), x, 330, 770 + spread, 760);
        }
        c.g.setClip(null);
        c.light(776, 336, 190, 120, 0xFF6A2A, 1);
        c.light(776, 340, 70, 34, 0xFFD08A, 1);
        c.haze(520, horizon, 0xD8A890, 0, 0.5);
        c.ridge(horizon, 40, 220, 0x2E3038, 0x1E2028);
        for (int i = 0; i < 40; i++) {
            double x = c.between(880, 1560);
            double y = horizon - c.between(2, 26);
            c.fill(Canvas.mix(0xB9A79A, 0x4A4450, c.between(0, 0.8)), Canvas.box(x, y - 14, c.between(14, 30), 16));
            if (c.chance(0.5)) {
                c.light(x + 8, y - 6, 9, 9, 0xFFD08A, 0.8);
            }
        }
        c.water(horizon, 0x27344C, 0.75, 34);
        c.glints(horizon + 10, Canvas.HEIGHT, 776, 160, 0xFFB98A, 240);
        return Film.DUSK;
    }

    private static void plume(Canvas c) {
        for (int i = 0; i < 420; i++) {
            double t = i / 420.0;
            double drift = Math.pow(t, 1.6) * 520;
            double x = 776 + drift * 0.9 + c.random.nextGaussian() * (16 + t * 120);
            double y = 330 - t * 330 + c.random.nextGaussian() * (10 + t * 44);
            double r = 22 + t * 110 * c.between(0.5, 1.1);
            int tone = Canvas.mix(0x4A444C, 0xB7AAAC, c.between(0, 1) * (0.4 + t * 0.6));
            c.fill(tone, 0.16, Canvas.oval(x, y, r, r * 0.8));
            c.fill(Canvas.mix(tone, 0xFFD9B8, 0.5), 0.08, Canvas.oval(x - r * 0.3, y - r * 0.3, r * 0.6, r * 0.5));
        }
        c.blur(3);
        c.clouds(0, 340, 90, 70, 0.35, 0x6A626A, 0.25);
    }

    private static Film harvest(Canvas c) {
        double horizon = 470;
        c.wash(0, horizon, 0x3F76B0, 0x92B9D6, 0xF0E2C0);
        c.clouds(30, 420, 420, 100, 0.45, 0xFFFDF6, 0.85);
        c.light(260, 430, 700, 380, 0xFFE2A0, 0.45);
        c.ridge(horizon, 50, 500, 0x6A7F78, 0x8A9A80);
        c.haze(horizon - 70, horizon + 10, 0xF2E6C8, 0, 0.5);
        for (int i = 0; i < 60; i++) {
            double x = c.between(0, 1600);
            c.fill(
                    Canvas.mix(0x4A5F48, 0x8A9A78, c.between(0, 0.7)),
                    Canvas.oval(x, horizon + 2, c.between(14, 34), c.between(8, 20)));
        }
        c.wash(horizon + 6, Canvas.HEIGHT, 0xE3C682, 0xCFA652, 0x8F6A2A);
        c.texture(horizon + 6, Canvas.HEIGHT, 50, 7, 0.14);
        for (int i = -14; i < 24; i++) {
            c.line(0x9A7434, 0.25, 2.4, 760 + i * 14, horizon + 10, 760 + i * 160, 1067);
        }
        double x = 860;
        double y = 700;
        dust(c, x + 260, y);
        c.fill(0x1E1A14, 0.4, Canvas.oval(x + 140, y + 66, 300, 26));
        c.g.setPaint(Canvas.vertical(y - 170, y + 30, 0xC8402C, 0x7E2318));
        c.g.fill(Canvas.poly(x, y - 150, x + 300, y - 160, x + 330, y - 60, x + 310, y + 10, x + 10, y + 10));
        c.fill(0x26303A, Canvas.poly(x - 60, y - 190, x + 70, y - 190, x + 84, y - 60, x - 50, y - 60));
        c.fill(0x9FB6C4, 0.8, Canvas.poly(x - 48, y - 178, x + 56, y - 178, x + 66, y - 76, x - 40, y - 76));
        c.fill(0xD9CBB0, Canvas.poly(x + 130, y - 168, x + 270, y - 172, x + 290, y - 214, x + 110, y - 210));
        c.line(0xB4412F, 1, 20, x + 240, y - 160, x + 420, y - 260);
        c.g.setPaint(Canvas.vertical(y - 40, y + 70, 0xD8A93A, 0x8A6A22));
        c.g.fill(Canvas.poly(x - 270, y + 10, x - 20, y - 30, x - 10, y + 66, x - 270, y + 70));
        for (int i = 0; i < 9; i++) {
            c.line(0x3A2A14, 0.8, 4, x - 265 + i * 30, y + 6 - i * 4, x - 250 + i * 30, y + 66);
        }
        wheel(c, x + 60, y + 10, 78);
        wheel(c, x + 270, y + 30, 52);
        for (int i = 0; i < 2600; i++) {
            double near = Math.sqrt(c.random.nextDouble());
            double sx = c.between(0, 1600);
            double sy = 850 + near * 260;
            double h = 30 + near * 130;
            int tone = Canvas.mix(0x8A6424, 0xF2D58A, c.between(0, 1));
            double lean = c.between(-10, 24) * near;
            c.line(tone, 0.75, 1 + near * 2, sx, sy, sx + lean, sy - h);
            c.fill(tone, 0.9, Canvas.oval(sx + lean * 1.1, sy - h - 6, 2 + near * 3.4, 7 + near * 12));
        }
        return Film.WARM;
    }

    private static Film satellite(Canvas c) {
        double sx = c.between(0, 90);
        for (int y = 0; y < Canvas.HEIGHT; y++) {
            for (int x = 0; x < Canvas.WIDTH; x++) {
                double land =
                        c.noise.cloud(x / 420.0 + sx, y / 420.0 + 11, 6) + (x - 800) / 4200.0 + (y - 500) / 5200.0;
                int tone;
                if (land > 0.52) {
                    double high = Math.min(1, (land - 0.52) * 5);
                    double dry = c.noise.cloud(x / 120.0 + 60, y / 120.0, 4);
                    tone = Canvas.mix(Canvas.mix(0x3F5A36, 0x7A7448, dry), Canvas.mix(0x6A5A42, 0xC9BDA8, dry), high);
                } else {
                    double shelf = Math.max(0, Math.min(1, (0.52 - land) * 13));
                    tone = Canvas.mix(0x3F8A96, 0x0C2A4E, Math.sqrt(shelf));
                }
                double light = 1 + (c.noise.cloud(x / 60.0 + 5, y / 60.0 + 9, 3) - 0.5) * 0.35;
                tone = Canvas.mix(0x000000, tone, Math.min(1, light * 0.92));
                double dx = x - 560;
                double dy = y - 470;
                double r = Math.sqrt(dx * dx + dy * dy);
                double angle = Math.atan2(dy, dx) + 520 / (r + 150) * 1.9;
                double swirl =
                        c.noise.cloud(Math.cos(angle) * 2.2 + r / 190 + 40, Math.sin(angle) * 2.2 + r / 420 + 40, 5);
                double ring = Math.max(0, 1 - Math.abs(r - 190) / 420);
                double cover = Math.max(0, Math.min(1, (swirl - 0.5 + ring * 0.26) * 4.2)) * (r < 30 ? 0.1 : 1);
                c.pixels[y * Canvas.WIDTH + x] = Canvas.mix(tone, Canvas.mix(0xC6CFD8, 0xFFFFFF, swirl), cover * 0.94);
            }
        }
        return new Film(0x0A1826, 0xF4F8FF, 1.08f, 0.95f, 0.42f, 4.5f, 0.12f);
    }

    /// Houses climbing a hill over a small harbour.
    private static Film village(Canvas c) {
        double water = 800;
        c.wash(0, 520, 0x6F93B4, 0xB4C8D4, 0xEADFCB);
        c.clouds(0, 400, 460, 120, 0.5, 0xF6F2EA, 0.8);
        c.ridge(430, 260, 520, 0x7B8D94, 0x9AA69E);
        c.haze(200, 520, 0xE2DFD4, 0, 0.5);
        c.ridge(620, 260, 620, 0x57684F, 0x6F7A58);
        c.texture(330, 800, 40, 24, 0.16);
        int[] walls = {0xE6D8BE, 0xC9705A, 0xD9A55A, 0xEDE6D8, 0x8FA9A6, 0xB8503C, 0xF0E2C4};
        for (int row = 0; row < 8; row++) {
            double y = 560 + row * 34;
            double size = 34 + row * 9;
            for (double x = 120 + c.between(-60, 60) - row * 24;
                    x < 1500 + row * 20;
                    x += size * c.between(1.1, 2.3 - row * 0.1)) {
                house(c, x, y + c.between(-10, 14), size, walls[c.random.nextInt(walls.length)], 1 - row / 9.0);
            }
        }
        c.fill(0x8B8478, Canvas.box(0, 788, Canvas.WIDTH, 18));
        c.water(806, 0x3A5663, 0.8, 30);
        for (int i = 0; i < 8; i++) {
            double x = 120 + i * 190 + c.between(-40, 40);
            double y = 850 + c.between(0, 120);
            double l = 90 + (y - 850) * 0.7;
            int tone = walls[i % walls.length];
            c.fill(0x15202A, 0.4, Canvas.oval(x + l / 2, y + 6, l * 0.56, 8));
            c.fill(
                    Canvas.mix(tone, 0x22303C, 0.4),
                    Canvas.poly(x, y - l * 0.14, x + l, y - l * 0.17, x + l * 0.88, y + 4, x + l * 0.1, y + 4));
            c.line(0x4A4038, 1, 3, x + l * 0.45, y - l * 0.14, x + l * 0.45, y - l * 0.75);
        }
        return Film.WARM;
    }

    private static void house(Canvas c, double x, double foot, double size, int wall, double far) {
        int tone = Canvas.mix(wall, 0xC4CCC8, far * 0.45);
        double height = size * c.between(0.8, 1.15);
        c.g.setPaint(Canvas.gradient(x, 0, x + size, 0, tone, Canvas.mix(tone, 0x3A3A44, 0.28)));
        c.g.fill(Canvas.box(x, foot - height, size, height));
        int roof = Canvas.mix(c.chance(0.7) ? 0x8A4A36 : 0x4F545A, 0xC4CCC8, far * 0.4);
        c.fill(
                roof,
                Canvas.poly(
                        x - size * 0.07,
                        foot - height,
                        x + size * 0.5,
                        foot - height - size * 0.42,
                        x + size * 1.07,
                        foot - height));
        for (int i = 0; i < 4; i++) {
            double wx = x + size * (0.16 + (i % 2) * 0.42);
            double wy = foot - height * (0.86 - (i / 2) * 0.42);
            c.fill(Canvas.mix(0x2A3640, 0xC4CCC8, far * 0.4), Canvas.box(wx, wy, size * 0.2, height * 0.24));
        }
    }

    private static void spruce(Canvas c, double x, double foot, double height, int tone) {
        for (int tier = 0; tier < 6; tier++) {
            double t = tier / 6.0;
            double y = foot - height * (1 - t * 0.82);
            double w = height * (0.06 + t * 0.2);
            c.fill(
                    Canvas.mix(tone, 0, 0.2 * t),
                    Canvas.poly(x, y - height * 0.1, x + w, y + height * 0.2, x - w, y + height * 0.2));
            c.fill(
                    0xF2F5F7,
                    0.75,
                    Canvas.poly(
                            x,
                            y - height * 0.1,
                            x + w * 0.7,
                            y + height * 0.1,
                            x + w * 0.1,
                            y + height * 0.05,
                            x - w * 0.6,
                            y + height * 0.1));
        }
    }

    private static void dust(Canvas c, double x, double y) {
        for (int i = 0; i < 260; i++) {
            double t = c.random.nextDouble();
            double r = 16 + t * 74;
            c.fill(
                    0xE9D3A0,
                    0.07,
                    Canvas.oval(
                            x + t * 460 + c.random.nextGaussian() * 40,
                            y - 20 - t * 120 + c.random.nextGaussian() * 30,
                            r,
                            r * 0.7));
        }
    }

    private static void wheel(Canvas c, double x, double y, double radius) {
        c.fill(0x17181A, Canvas.oval(x, y, radius, radius));
        c.fill(0x2C2E31, Canvas.oval(x, y, radius * 0.8, radius * 0.8));
        c.fill(0xC9A03A, Canvas.oval(x, y, radius * 0.42, radius * 0.42));
        c.fill(0x3A2E18, Canvas.oval(x, y, radius * 0.14, radius * 0.14));
    }
}
