package org.broadsheet.ops.newsroom.painting;

import java.util.Map;

/// Streets, façades and stations.
final class CityScenes {

    private CityScenes() {}

    static void into(Map<String, Scene> scenes) {
        scenes.put("skyline-dusk", CityScenes::skylineDusk);
        scenes.put("parliament", CityScenes::parliament);
        scenes.put("court", CityScenes::court);
        scenes.put("central-bank", CityScenes::centralBank);
        scenes.put("night-train", CityScenes::nightTrain);
        scenes.put("protest", CityScenes::protest);
        scenes.put("lanterns", CityScenes::lanterns);
    }

    private static Film skylineDusk(Canvas c) {
        double water = 760;
        c.wash(0, water, 0x1D2B52, 0x55588A, 0xC07A82, 0xF5B583);
        c.clouds(30, 520, 560, 80, 0.5, 0x8E5F80, 0.7);
        c.light(520, 740, 820, 420, 0xFF9A5C, 0.4);
        for (int rank = 0; rank < 4; rank++) {
            double t = rank / 3.0;
            int tone = Canvas.mix(0x8A6E8C, 0x171C30, t);
            for (double x = -30; x < Canvas.WIDTH; ) {
                double width = c.between(46, 104) * (0.7 + t * 0.5);
                double middle = 1 - Math.abs(x - 900) / 1000;
                double height = c.between(60, 210) * (0.6 + t * 0.3)
                        + Math.max(0, middle) * c.between(40, 260) * (1.1 - t * 0.5);
                Props.block(c, x, water - height, width, water, tone, 0xFFCE85, 0.1 + t * 0.32);
                if (c.chance(0.12)) {
                    c.line(
                            tone,
                            1,
                            2.5,
                            x + width / 2,
                            water - height,
                            x + width / 2,
                            water - height - c.between(20, 70));
                    c.light(x + width / 2, water - height - 40, 16, 16, 0xFF5A44, 0.7);
                }
                x += width + c.between(-6, 14);
            }
            c.haze(water - 320, water, 0xE09A80, 0, 0.22 - t * 0.1);
        }
        c.blur(1);
        c.water(water, 0x151D38, 0.85, 34);
        c.glints(water + 10, Canvas.HEIGHT, 520, 240, 0xFFC890, 380);
        for (int i = 0; i < 24; i++) {
            double x = 20 + i * 68;
            c.light(x, water - 8, 26, 26, 0xFFD9A0, 0.7);
        }
        return Film.DUSK;
    }

    private static Film parliament(Canvas c) {
        c.wash(0, 760, 0x3E618C, 0x8FA7BC, 0xE4D5BE);
        c.clouds(0, 560, 460, 130, 0.55, 0xEDE4D6, 0.8);
        c.light(1300, 240, 820, 520, 0xFFE2AE, 0.35);
        c.wash(740, 1000, 0xDCCDB4, 0x9A8F7E, 0x8A8174);
        c.ridge(860, 60, 160, 0x5E6A4E, 0x6E7458);
        int stone = 0xD9CBB0;
        int shade = 0x7E715F;
        c.g.setPaint(Canvas.vertical(300, 860, Canvas.mix(stone, shade, 0.3), Canvas.mix(stone, shade, 0.55)));
        c.g.fill(Canvas.box(60, 400, 1480, 470));
        for (int side = 0; side < 2; side++) {
            for (int row = 0; row < 2; row++) {
                for (int i = 0; i < 4; i++) {
                    double x = (side == 0 ? 96 : 1248) + i * 68;
                    double y = 450 + row * 180;
                    c.fill(0xE6DAC2, Canvas.box(x - 6, y - 10, 44, 122));
                    c.fill(0x2B3440, Canvas.box(x, y, 32, 106));
                    c.fill(0x6A7886, 0.6, Canvas.poly(x, y, x + 32, y, x, y + 60));
                }
            }
        }
        c.fill(0x2E2A26, Canvas.box(400, 470, 800, 400));
        c.g.setPaint(Canvas.gradient(400, 0, 1200, 0, 0x1E1C1B, 0x4B4238, 0x241F1C));
        c.g.fill(Canvas.box(400, 470, 800, 400));
        for (int i = 0; i < 3; i++) {
            double x = 560 + i * 200;
            c.fill(0x6A4526, Canvas.box(x, 610, 90, 250));
            c.fill(0xF2C777, 0.85, Canvas.box(x + 8, 560, 74, 40));
            c.line(0x2B1A10, 0.9, 3, x + 45, 612, x + 45, 860);
        }
        Props.columns(c, 410, 1190, 470, 862, 8, 0xF1E5CC, 0x8D7E68);
        c.fill(0xD2C3A6, Canvas.box(350, 408, 900, 58));
        c.fill(0x9E8F77, 0.7, Canvas.box(350, 456, 900, 12));
        c.fill(0xE4D7BD, Canvas.poly(330, 408, 800, 236, 1270, 408));
        c.fill(0xA89A82, Canvas.poly(410, 396, 800, 258, 1190, 396));
        for (int i = 0; i < 15; i++) {
            double x = 520 + i * 40;
            double height = 96 - Math.abs(x - 800) * 0.26;
            Props.person(c, x, 394, Math.max(26, height), Canvas.mix(0xCDBFA4, 0x8A7C66, c.between(0, 0.6)));
        }
        for (int step = 0; step < 9; step++) {
            double y = 862 + step * 15;
            c.fill(Canvas.mix(0xDCCFB6, 0x8C8070, step / 12.0), Canvas.box(330 - step * 24, y, 940 + step * 48, 9));
            c.fill(Canvas.mix(0x9B8E79, 0x5E564A, step / 12.0), Canvas.box(330 - step * 24, y + 9, 940 + step * 48, 6));
        }
        c.wash(996, Canvas.HEIGHT, 0x8A8174, 0x57524B);
        c.texture(990, Canvas.HEIGHT, 60, 7, 0.16);
        Props.flag(c, 800, 236, 70, 150, 0x1F4E79, 0xF2F0EA, 0xA3122B);
        for (int i = 0; i < 16; i++) {
            double x = c.between(60, 1540);
            double depth = c.between(0, 1);
            Props.person(c, x, 985 + depth * 50, 84 + depth * 40, Canvas.mix(0x3B3A3C, 0x1B1C20, depth));
        }
        c.g.setPaint(Canvas.rgb(0x2A2118, 0.25));
        c.g.fill(Canvas.poly(0, 1067, 0, 880, 620, 1067));
        return Film.WARM;
    }

    private static Film court(Canvas c) {
        c.wash(0, Canvas.HEIGHT, 0x6D7A86, 0x8E979D, 0xA9ADAE);
        c.clouds(0, 420, 420, 120, 0.7, 0x59636E, 0.6);
        int stone = 0xA7A8A6;
        for (int i = 0; i < 24; i++) {
            double y = 150 + i * 34;
            for (double x = 180 - (i % 2) * 40; x < 1440; x += 84) {
                c.fill(Canvas.mix(stone, 0x6F7376, c.between(0.1, 0.45)), Canvas.box(x, y, 82, 32));
            }
        }
        c.haze(130, 700, 0x9AA3A8, 0.3, 0.0);
        Props.columns(c, 420, 1180, 250, 800, 6, 0xC9CACA, 0x6B7076);
        c.fill(0xB9BABA, Canvas.box(330, 170, 940, 78));
        c.fill(0x777C80, Canvas.box(330, 238, 940, 14));
        c.fill(0x1E2329, Canvas.box(690, 420, 220, 384));
        c.fill(0x3B2A1E, Canvas.box(706, 470, 92, 334));
        c.fill(0x34251A, Canvas.box(802, 470, 92, 334));
        for (int leaf = 0; leaf < 2; leaf++) {
            for (int panel = 0; panel < 3; panel++) {
                c.outline(0x6A4E36, 0.8, 3, Canvas.box(718 + leaf * 96, 488 + panel * 104, 68, 86));
            }
        }
        c.fill(0xE6C37C, 0.9, Canvas.poly(700, 462, 800, 424, 900, 462));
        double scale = 800;
        c.line(0x4A4F54, 1, 7, scale, 192, scale, 236);
        c.line(0x4A4F54, 1, 5, scale - 60, 196, scale + 60, 196);
        c.line(0x4A4F54, 1, 2, scale - 60, 196, scale - 76, 222);
        c.line(0x4A4F54, 1, 2, scale - 60, 196, scale - 44, 222);
        c.fill(0x4A4F54, Canvas.poly(scale - 80, 222, scale - 40, 222, scale - 60, 232));
        c.line(0x4A4F54, 1, 2, scale + 60, 196, scale + 76, 222);
        c.line(0x4A4F54, 1, 2, scale + 60, 196, scale + 44, 222);
        c.fill(0x4A4F54, Canvas.poly(scale + 40, 222, scale + 80, 222, scale + 60, 232));
        for (int step = 0; step < 8; step++) {
            c.fill(
                    Canvas.mix(0xBCBEBE, 0x5C6166, step / 10.0),
                    Canvas.box(300 - step * 40, 800 + step * 16, 1000 + step * 80, 10));
            c.fill(0x5A5F64, Canvas.box(300 - step * 40, 810 + step * 16, 1000 + step * 80, 6));
        }
        c.water(926, 0x4E565C, 0.5, 14);
        umbrella(c, 470, 960, 210, 0x20242A);
        umbrella(c, 1010, 948, 200, 0x8C2F2A);
        umbrella(c, 1180, 985, 230, 0x1B2A3A);
        umbrella(c, 250, 940, 190, 0x2D3238);
        rain(c, 900, 0xDDE4E8);
        return Film.COLD;
    }

    private static Film centralBank(Canvas c) {
        c.wash(0, 900, 0x27364F, 0x5E7088, 0xA7A9A6);
        c.clouds(0, 500, 420, 130, 0.6, 0x3B4A61, 0.7);
        double foot = 900;
        for (int wing = 0; wing < 2; wing++) {
            double near = wing == 0 ? -40 : 1640;
            double far = 800;
            int panes = 15;
            c.fill(wing == 0 ? 0x4A5261 : 0x343B48, Canvas.poly(near, 40, far, 330, far, foot - 60, near, foot + 60));
            for (int i = 0; i < panes; i++) {
                for (int row = 0; row < 7; row++) {
                    double t0 = Math.pow((i + 0.2) / panes, 0.75);
                    double t1 = Math.pow((i + 0.78) / panes, 0.75);
                    double x0 = near + (far - near) * t0;
                    double x1 = near + (far - near) * t1;
                    double[] y = new double[4];
                    double[] at = {t0, t1};
                    for (int k = 0; k < 2; k++) {
                        double top = 40 + 290 * at[k];
                        double low = foot + 60 - 120 * at[k];
                        y[k] = top + (low - top) * (row + 0.25) / 7.4;
                        y[k + 2] = top + (low - top) * (row + 0.85) / 7.4;
                    }
                    int glass = c.chance(0.3) ? 0xFFD79A : Canvas.mix(0x8FA3B8, 0x27303E, c.between(0.2, 0.9));
                    c.fill(glass, Canvas.poly(x0, y[0], x1, y[1], x1, y[3], x0, y[2]));
                }
            }
        }
        c.haze(200, 900, 0xB9B0A4, 0, 0.25);
        c.wash(foot, Canvas.HEIGHT, 0x5B5E62, 0x35373B);
        c.texture(foot - 20, Canvas.HEIGHT, 50, 8, 0.18);
        for (int i = 0; i < 8; i++) {
            c.light(200 + i * 170, 820 + Math.abs(3.5 - i) * 14, 70, 70, 0xFFDCA0, 0.5);
            c.line(0x1A1D22, 1, 5, 200 + i * 170, 820 + Math.abs(3.5 - i) * 14, 200 + i * 170, 950);
        }
        for (int i = 0; i < 13; i++) {
            double depth = c.between(0, 1);
            Props.person(
                    c,
                    c.between(100, 1500),
                    930 + depth * 90,
                    110 + depth * 110,
                    Canvas.mix(0x33363C, 0x121317, depth));
        }
        c.water(1010, 0x2B2E33, 0.35, 10);
        return Film.NIGHT;
    }

    private static Film nightTrain(Canvas c) {
        c.wash(0, Canvas.HEIGHT, 0x0A1226, 0x1B2A48, 0x2C3650);
        c.ridge(520, 150, 420, 0x16203A, 0x0E1626);
        for (int i = 0; i < 80; i++) {
            c.fill(0xDDE6FF, c.between(0.2, 0.8), Canvas.oval(c.between(0, 1600), c.between(0, 330), 1.3, 1.3));
        }
        double vx = 300;
        double vy = 560;
        c.fill(0x23262D, Canvas.poly(vx, vy, 1600, 900, 1600, 1067, 240, 1067));
        c.texture(560, Canvas.HEIGHT, 18, 5, 0.25);
        for (int rail = 0; rail < 2; rail++) {
            double x = 330 + rail * 300;
            c.fill(0x9AA6B8, 0.85, Canvas.poly(vx, vy, x + 22, 1067, x, 1067));
        }
        c.g.setPaint(Canvas.gradient(300, 0, 1600, 0, 0x1D2C44, 0x27466B, 0x16273D));
        c.g.fill(Canvas.poly(vx + 20, vy - 30, 1600, 150, 1600, 900, vx + 20, vy + 12));
        c.fill(0xC9B27A, Canvas.poly(vx + 20, vy - 4, 1600, 560, 1600, 585, vx + 20, vy - 2));
        int windows = 16;
        for (int i = 0; i < windows; i++) {
            double t0 = Math.pow((i + 0.18) / windows, 2.1);
            double t1 = Math.pow((i + 0.84) / windows, 2.1);
            double x0 = vx + 30 + t0 * 1320;
            double x1 = vx + 30 + t1 * 1320;
            double top0 = vy - 28 - t0 * 300;
            double top1 = vy - 28 - t1 * 300;
            double low0 = vy - 16 - t0 * 90;
            double low1 = vy - 16 - t1 * 90;
            boolean curtain = c.chance(0.25);
            int lamp = curtain ? 0xB5763A : 0xFFD992;
            c.fill(lamp, Canvas.poly(x0, top0, x1, top1, x1, low1, x0, low0));
            if (!curtain && i > 5) {
                double h = (low0 - top0) * 0.7;
                Props.person(c, (x0 + x1) / 2, low1 + h * 0.5, h * 1.25, 0x4A3320);
            }
            c.light((x0 + x1) / 2, (top0 + low0) / 2, 40 + t0 * 160, 30 + t0 * 130, 0xFFB95E, 0.2);
        }
        c.fill(0x3A3B40, Canvas.poly(700, 1067, 1600, 860, 1600, 1067));
        c.fill(0xE7D9A8, 0.8, Canvas.poly(690, 1067, 1600, 856, 1600, 870, 730, 1067));
        c.light(1200, 980, 480, 120, 0xFFC77A, 0.35);
        Props.person(c, 1330, 1010, 300, 0x0B0D12);
        c.fill(0x0B0D12, Canvas.box(1376, 930, 56, 84));
        Props.person(c, 1180, 990, 240, 0x11141B);
        c.light(vx, vy - 10, 150, 120, 0xFFF3D4, 0.9);
        for (int i = 0; i < 5; i++) {
            double x = 210 - i * 48;
            c.line(0x11151E, 1, 3 + i, x, 600 + i * 70, x, 430 - i * 80);
            c.line(0x11151E, 1, 2 + i * 0.6, x, 445 - i * 76, x + 80 + i * 30, 452 - i * 70);
        }
        c.haze(480, 640, 0x6A7696, 0, 0.25);
        return Film.NIGHT;
    }

    private static Film protest(Canvas c) {
        c.wash(0, Canvas.HEIGHT, 0x4A4350, 0xA97A5E, 0xE9B67A);
        for (double x = -10; x < 420; x += 106) {
            Props.block(c, x, 120 + x * 0.4, 110, 900, 0x4A3F45, 0xFFD9A0, 0.15);
            Props.block(c, 1500 - x, 90 + x * 0.42, 110, 900, 0x463A42, 0xFFD9A0, 0.15);
        }
        c.light(800, 560, 640, 460, 0xFFD79A, 0.8);
        c.clouds(260, 900, 300, 210, 0.7, 0xF2CFA6, 0.75);
        c.blur(4);
        int[] cloths = {0xC9C0AE, 0x8C2F2A, 0xD7B45A, 0x2E5A72, 0xBFB6A6};
        for (int i = 0; i < 9; i++) {
            double x = 60 + i * 175 + c.between(-40, 40);
            double y = 430 + c.between(-70, 90);
            double w = c.between(120, 220);
            double h = w * 0.42;
            double tilt = c.between(-16, 16);
            int tone = Canvas.mix(cloths[i % cloths.length], 0x2A2020, 0.35);
            c.fill(tone, Canvas.poly(x, y, x + w, y + tilt, x + w - 6, y + h + tilt, x + 4, y + h));
            for (int lineNumber = 0; lineNumber < 2; lineNumber++) {
                double ly = y + h * (0.32 + lineNumber * 0.34);
                for (double lx = x + w * 0.1; lx < x + w * 0.85; lx += w * 0.09) {
                    c.line(
                            0x1A1412,
                            0.75,
                            w * 0.03,
                            lx,
                            ly + tilt * (lx - x) / w,
                            lx + w * c.between(0.02, 0.06),
                            ly + h * 0.12);
                }
            }
            c.line(0x241A16, 1, 5, x + 10, y, x + 16, y + h + 220);
            c.line(0x241A16, 1, 5, x + w - 12, y + tilt, x + w - 18, y + h + 220);
        }
        Props.flag(c, 500, 820, 330, 190, 0x2F7D5B, 0xF2F0EA, 0x1F4E79);
        Props.crowd(c, 640, 1010, 20, 66, 0x6A4A3C, 0x120E10, 0.22);
        c.haze(560, 800, 0xF0C48C, 0.25, 0);
        return Film.DUSK;
    }

    private static Film lanterns(Canvas c) {
        c.wash(0, Canvas.HEIGHT, 0x0C1024, 0x1A1C34, 0x24202C);
        for (double x = -20; x < Canvas.WIDTH; x += c.between(110, 170)) {
            double top = 190 + c.between(0, 190);
            Props.block(c, x, top, c.between(110, 170), 800, 0x1D1A28, 0xFFC777, 0.25);
            c.fill(0x15131F, Canvas.poly(x - 8, top + 2, x + 70, top - 74, x + 160, top + 2));
        }
        c.blur(5);
        c.water(800, 0x14131C, 0.8, 20);
        int[] papers = {0xFF9C3A, 0xFFC65A, 0xE8563A, 0xF2E2B0, 0x7FB7C9};
        for (int i = 0; i < 58; i++) {
            double depth = Math.pow(c.random.nextDouble(), 0.8);
            double x = c.between(-20, 1620);
            double y = 540 + depth * 210 + c.between(-130, 60);
            double r = 10 + depth * 34;
            int paper = papers[c.random.nextInt(papers.length)];
            c.light(x, y, r * 3.2, r * 3.2, paper, 0.13);
            c.g.setPaint(Canvas.vertical(
                    y - r, y + r * 1.2, Canvas.mix(paper, 0xFFFFFF, 0.45), Canvas.mix(paper, 0x5A1E10, 0.35)));
            c.g.fill(Canvas.oval(x, y, r, r * 1.18));
            for (int rib = -1; rib <= 1; rib++) {
                c.outline(
                        Canvas.mix(paper, 0, 0.4),
                        0.5,
                        1.2,
                        Canvas.oval(x, y, Math.max(1, r * Math.abs(rib) * 0.55), r * 1.18));
            }
            c.line(
                    0x15110F,
                    0.9,
                    2 + depth * 2,
                    x,
                    y + r * 1.2,
                    x + c.between(-10, 10),
                    y + r * 1.2 + 60 + depth * 160);
            c.light(x, 1600 - y + 60, r * 2, r * 3, paper, 0.12);
        }
        Props.crowd(c, 770, 1010, 22, 62, 0x2A2028, 0x08070B, 0.06);
        rain(c, 420, 0xFFDDB0);
        return Film.NIGHT;
    }

    private static void umbrella(Canvas c, double x, double foot, double height, int tone) {
        Props.person(c, x, foot, height * 0.86, 0x1A1D22);
        java.awt.geom.Path2D top = new java.awt.geom.Path2D.Double();
        double w = height * 0.38;
        double y = foot - height * 0.84;
        top.moveTo(x - w, y);
        top.curveTo(x - w * 0.7, y - w * 0.75, x + w * 0.7, y - w * 0.75, x + w, y);
        top.quadTo(x + w * 0.66, y - w * 0.14, x + w * 0.33, y);
        top.quadTo(x, y - w * 0.14, x - w * 0.33, y);
        top.quadTo(x - w * 0.66, y - w * 0.14, x - w, y);
        top.closePath();
        c.g.setPaint(Canvas.vertical(y - w * 0.6, y, Canvas.mix(tone, 0xFFFFFF, 0.25), tone));
        c.g.fill(top);
    }

    static void rain(Canvas c, int drops, int tone) {
        for (int i = 0; i < drops; i++) {
            double x = c.between(0, Canvas.WIDTH);
            double y = c.between(-20, Canvas.HEIGHT);
            double length = c.between(10, 34);
            c.line(tone, c.between(0.06, 0.26), c.between(0.6, 1.6), x, y, x - length * 0.16, y + length);
        }
    }
}
