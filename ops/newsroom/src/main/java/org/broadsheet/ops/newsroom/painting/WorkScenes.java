package org.broadsheet.ops.newsroom.painting;

import java.awt.geom.Path2D;
import java.util.Map;

/// Rooms where people work: trading floors, laboratories, data halls, wards.
final class WorkScenes {

    private WorkScenes() {}

    static void into(Map<String, Scene> scenes) {
        scenes.put("trading-floor", WorkScenes::tradingFloor);
        scenes.put("wafer", WorkScenes::wafer);
        scenes.put("server-room", WorkScenes::serverRoom);
        scenes.put("hospital", WorkScenes::hospital);
        scenes.put("laboratory", WorkScenes::laboratory);
    }

    private static Film tradingFloor(Canvas c) {
        c.wash(0, Canvas.HEIGHT, 0x0C121C, 0x141C28, 0x0A0E15);
        for (int column = 0; column < 4; column++) {
            for (int row = 0; row < 2; row++) {
                screen(c, 50 + column * 380, 70 + row * 250, 350, 225);
            }
        }
        c.fill(0x05070A, Canvas.box(0, 562, 1600, 26));
        int[] digits = {0x4ADE80, 0xF87171, 0xFACC15};
        for (double x = 10; x < 1600; ) {
            int tone = digits[c.random.nextInt(3)];
            for (int i = 0; i < 5; i++) {
                c.fill(tone, 0.9, Canvas.box(x, 568, 6, 13));
                x += 10;
            }
            x += 22;
        }
        c.light(800, 300, 900, 420, 0x4A7AB0, 0.45);
        c.blur(3);
        for (int desk = 0; desk < 6; desk++) {
            double x = 20 + desk * 280;
            for (int i = 0; i < 2; i++) {
                double sx = x + i * 128;
                screen(c, sx, 690 + (desk % 2) * 14, 118, 78);
                c.fill(0x0A0C10, Canvas.box(sx + 52, 766, 14, 34));
            }
        }
        c.g.setPaint(Canvas.vertical(796, 1067, 0x2A323E, 0x0B0E13));
        c.g.fill(Canvas.box(0, 800, 1600, 267));
        c.light(800, 806, 900, 40, 0x7AA6D0, 0.35);
        for (int i = 0; i < 6; i++) {
            double x = 130 + i * 275 + c.between(-50, 50);
            double foot = 1180 + c.between(-40, 30);
            Props.person(c, x, foot, c.between(470, 560), Canvas.mix(0x07090D, 0x161C26, c.between(0, 1)));
        }
        c.line(0x06080C, 1, 20, 410, 830, 340, 720);
        return new Film(0x0A1424, 0xE6F4FF, 1.12f, 1.0f, 0.45f, 8, 0.55f);
    }

    private static void screen(Canvas c, double x, double y, double width, double height) {
        c.fill(0x05080D, Canvas.box(x - 4, y - 4, width + 8, height + 8));
        c.g.setPaint(Canvas.vertical(y, y + height, 0x1C3C62, 0x122842));
        c.g.fill(Canvas.box(x, y, width, height));
        for (int i = 1; i < 6; i++) {
            c.line(0x3A5A7C, 0.35, 1, x, y + height * i / 6, x + width, y + height * i / 6);
            c.line(0x3A5A7C, 0.25, 1, x + width * i / 6, y, x + width * i / 6, y + height);
        }
        double value = c.between(0.3, 0.7);
        double drift = c.between(-0.012, 0.016);
        boolean candles = c.chance(0.5);
        Path2D path = new Path2D.Double();
        int steps = (int) (width / 7);
        for (int i = 0; i <= steps; i++) {
            double before = value;
            value = Math.max(0.08, Math.min(0.92, value + drift + c.between(-0.06, 0.06)));
            double px = x + width * i / steps;
            if (candles) {
                int tone = value > before ? 0x4ADE80 : 0xF05252;
                double top = y + height * (1 - Math.max(value, before));
                c.line(tone, 0.8, 1, px, top - 5, px, top + Math.abs(value - before) * height + 5);
                c.fill(tone, 0.95, Canvas.box(px - 2, top, 4, Math.abs(value - before) * height + 2));
            } else if (i == 0) {
                path.moveTo(px, y + height * (1 - value));
            } else {
                path.lineTo(px, y + height * (1 - value));
            }
        }
        if (!candles) {
            c.outline(drift > 0 ? 0x67E8A0 : 0xFF7A70, 1, 2.6, path);
            path.lineTo(x + width, y + height);
            path.lineTo(x, y + height);
            path.closePath();
            c.fill(drift > 0 ? 0x2A9A60 : 0xA03A34, 0.25, path);
        }
        for (int i = 0; i < 4; i++) {
            c.fill(0xC8DCF0, 0.6, Canvas.box(x + 8, y + 8 + i * 9, width * c.between(0.1, 0.25), 4));
        }
    }

    private static Film wafer(Canvas c) {
        c.wash(0, Canvas.HEIGHT, 0x0B1018, 0x141C26, 0x06090E);
        c.g.rotate(-0.22, 800, 560);
        double cx = 860;
        double cy = 720;
        double radius = 820;
        c.g.setPaint(new java.awt.RadialGradientPaint(
                (float) (cx - 260),
                (float) (cy - 320),
                1200,
                new float[] {0, 0.3f, 0.55f, 0.8f, 1},
                new java.awt.Color[] {
                    Canvas.rgb(0xF2C6E6),
                    Canvas.rgb(0x7FB6F0),
                    Canvas.rgb(0x58D0B0),
                    Canvas.rgb(0xC0B05A),
                    Canvas.rgb(0x7A4A8C)
                }));
        java.awt.Shape disc = Canvas.oval(cx, cy, radius, radius * 0.74);
        c.g.fill(disc);
        c.g.setClip(disc);
        double w = 104;
        double h = 78;
        for (int row = -9; row < 9; row++) {
            for (int column = -9; column < 9; column++) {
                double x = cx + column * w;
                double y = cy + row * h;
                c.fill(Canvas.mix(0x182848, 0x6A5AA0, c.between(0, 1)), 0.25, Canvas.box(x + 3, y + 3, w - 6, h - 6));
                for (int i = 0; i < 12; i++) {
                    double bx = x + 8 + c.random.nextInt(7) * 12.5;
                    double by = y + 8 + c.random.nextInt(5) * 12.5;
                    c.fill(
                            c.chance(0.5) ? 0xF6F2FF : 0x101A30,
                            c.between(0.1, 0.4),
                            Canvas.box(bx, by, 6 + c.random.nextInt(3) * 10, 5 + c.random.nextInt(2) * 10));
                }
                c.outline(0xF4F0FF, 0.45, 2.2, Canvas.box(x, y, w, h));
            }
        }
        c.g.setClip(null);
        c.outline(0xD9E6F4, 0.8, 8, disc);
        c.g.rotate(0.22, 800, 560);
        c.light(560, 300, 560, 300, 0xFFF2FF, 0.5);
        c.light(1180, 820, 420, 240, 0x7AE0FF, 0.3);
        focus(c, 620, 240);
        c.g.setPaint(Canvas.gradient(1180, 0, 1600, 300, 0x9AA4AE, 0x3A424C));
        c.g.fill(Canvas.poly(1210, 470, 1600, 130, 1600, 250, 1250, 520));
        c.fill(0x20262E, Canvas.poly(1180, 480, 1240, 440, 1290, 500, 1220, 540));
        return new Film(0x0A1428, 0xFFF6FF, 1.12f, 1.08f, 0.45f, 5.5f, 0.5f);
    }

    /// Keeps a band sharp and lets the rest go soft with the distance from it, as a macro lens does.
    private static void focus(Canvas c, double middle, double depth) {
        int[] sharp = c.pixels.clone();
        c.blur(7);
        for (int y = 0; y < Canvas.HEIGHT; y++) {
            double keep = Math.max(0, Math.min(1, 1.3 - Math.abs(y - middle) / depth));
            for (int x = 0; x < Canvas.WIDTH; x++) {
                int at = y * Canvas.WIDTH + x;
                c.pixels[at] = Canvas.mix(c.pixels[at], sharp[at], keep);
            }
        }
    }

    private static Film serverRoom(Canvas c) {
        double vx = 800;
        double vy = 470;
        c.wash(0, Canvas.HEIGHT, 0x0A1524, 0x16304A, 0x0A1626);
        for (int i = 0; i < 16; i++) {
            double t = Math.pow(i / 15.0, 2.2);
            c.line(
                    0x2C5274,
                    0.5,
                    1 + t * 3,
                    vx - 60 - t * 900,
                    vy + 40 + t * 560,
                    vx + 60 + t * 900,
                    vy + 40 + t * 560);
            c.fill(
                    0xD8ECFF,
                    0.75,
                    Canvas.poly(
                            vx - 20 - t * 260,
                            vy - 50 - t * 440,
                            vx + 20 + t * 260,
                            vy - 50 - t * 440,
                            vx + 20 + t * 266,
                            vy - 52 - t * 452,
                            vx - 20 - t * 266,
                            vy - 52 - t * 452));
        }
        int racks = 9;
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < racks; i++) {
                double t0 = Math.pow((i + 0.0) / racks, 2.0);
                double t1 = Math.pow((i + 0.96) / racks, 2.0);
                double x0 = vx + side * (66 + t0 * 900);
                double x1 = vx + side * (66 + t1 * 900);
                double top0 = vy - 46 - t0 * 420;
                double top1 = vy - 46 - t1 * 420;
                double low0 = vy + 44 + t0 * 560;
                double low1 = vy + 44 + t1 * 560;
                c.g.setPaint(Canvas.gradient(x0, 0, x1, 0, 0x1A2836, 0x0B1118));
                c.g.fill(Canvas.poly(x0, top0, x1, top1, x1, low1, x0, low0));
                int units = 26;
                for (int u = 0; u < units; u++) {
                    double a = (u + 0.2) / units;
                    double b = (u + 0.8) / units;
                    c.fill(
                            0x2A3C4E,
                            0.8,
                            Canvas.poly(
                                    x0,
                                    top0 + (low0 - top0) * a,
                                    x1,
                                    top1 + (low1 - top1) * a,
                                    x1,
                                    top1 + (low1 - top1) * b,
                                    x0,
                                    top0 + (low0 - top0) * b));
                    for (int led = 0; led < 5; led++) {
                        double s = c.between(0.1, 0.9);
                        double lx = x0 + (x1 - x0) * s;
                        double ly = (top0 + (low0 - top0) * (a + b) / 2) * (1 - s)
                                + (top1 + (low1 - top1) * (a + b) / 2) * s;
                        int tone = c.chance(0.7) ? 0x4AD6FF : c.chance(0.6) ? 0x5AF08A : 0xFFB03A;
                        double r = 0.8 + t1 * 3.2;
                        c.fill(tone, 0.95, Canvas.oval(lx, ly, r * 1.3, r));
                    }
                }
                c.line(0x4A6A88, 0.7, 1 + t1 * 4, x1, top1, x1, low1);
            }
        }
        c.light(vx, vy, 300, 260, 0x9FDCFF, 0.9);
        c.light(vx, 900, 420, 160, 0x3A9AD0, 0.35);
        Props.person(c, vx + 26, vy + 120, 190, 0x0A1018);
        c.haze(300, 760, 0x4A90C0, 0.06, 0.12);
        return new Film(0x06142A, 0xE0F4FF, 1.14f, 1.05f, 0.5f, 7, 0.6f);
    }

    private static Film hospital(Canvas c) {
        double vx = 760;
        double vy = 450;
        c.fill(0xC9D6D6, Canvas.box(0, 0, 1600, 1067));
        c.fill(0xE9EFEC, Canvas.poly(0, 0, 1600, 0, vx + 110, vy - 90, vx - 110, vy - 90));
        c.g.setPaint(Canvas.gradient(0, 0, vx, 0, 0xA9BFBF, 0xD3DEDB));
        c.g.fill(Canvas.poly(0, 0, vx - 110, vy - 90, vx - 110, vy + 110, 0, 1067));
        c.g.setPaint(Canvas.gradient(vx, 0, 1600, 0, 0xDCE4E0, 0xB2C2C0));
        c.g.fill(Canvas.poly(1600, 0, vx + 110, vy - 90, vx + 110, vy + 110, 1600, 1067));
        c.g.setPaint(Canvas.vertical(vy + 100, 1067, 0xD6DDD8, 0x8FA29E));
        c.g.fill(Canvas.poly(vx - 110, vy + 110, vx + 110, vy + 110, 1600, 1067, 0, 1067));
        c.g.setPaint(Canvas.vertical(vy - 90, vy + 110, 0xF8FCFA, 0xE0EAE8));
        c.g.fill(Canvas.box(vx - 110, vy - 90, 220, 200));
        c.fill(0xBFD2D6, Canvas.box(vx - 70, vy - 50, 62, 158));
        c.fill(0xBFD2D6, Canvas.box(vx + 8, vy - 50, 62, 158));
        for (int i = 0; i < 6; i++) {
            double t = Math.pow((i + 1) / 6.0, 2);
            double half = 34 + t * 300;
            double y = vy - 92 - t * 340;
            c.fill(
                    0xFFFFFF,
                    Canvas.poly(
                            vx - half,
                            y,
                            vx + half,
                            y,
                            vx + half * 1.1,
                            y - 10 - t * 50,
                            vx - half * 1.1,
                            y - 10 - t * 50));
            c.light(vx, y - 10, half * 1.5, 60 + t * 60, 0xFFFFFF, 0.25);
        }
        for (int i = 0; i < 4; i++) {
            double t0 = Math.pow((i + 0.25) / 4.0, 1.8);
            double t1 = Math.pow((i + 0.75) / 4.0, 1.8);
            for (int side = -1; side <= 1; side += 2) {
                double edge = side < 0 ? vx : 1600 - vx;
                double x0 = vx + side * (110 + t0 * edge * 0.9);
                double x1 = vx + side * (110 + t1 * edge * 0.9);
                c.fill(
                        side < 0 ? 0x6F97A0 : 0x8FB0B4,
                        Canvas.poly(
                                x0,
                                vy - 60 - t0 * 300,
                                x1,
                                vy - 60 - t1 * 300,
                                x1,
                                vy + 108 + t1 * 540,
                                x0,
                                vy + 108 + t0 * 540));
                double mx = (x0 + x1) / 2;
                c.fill(0xDCEBEA, Canvas.box(mx - 6 - t1 * 16, vy - 20 - t1 * 120, 12 + t1 * 32, 40 + t1 * 90));
            }
        }
        c.line(0x3F8A86, 0.8, 7, vx - 110, vy + 30, 0, 640);
        c.line(0x3F8A86, 0.8, 7, vx + 110, vy + 30, 1600, 690);
        c.blur(3);
        c.water(1064, 0xA0B0AC, 0.2, 4);
        Props.person(c, 690, 720, 330, 0x3F7F86);
        Props.person(c, 812, 700, 300, 0x8FA9B8);
        c.g.setPaint(Canvas.vertical(690, 790, 0xF4F7F8, 0xC3D0D2));
        c.g.fill(Canvas.poly(960, 690, 1360, 760, 1350, 830, 950, 750));
        c.fill(0x9FC4CA, Canvas.poly(1010, 694, 1330, 752, 1326, 790, 1000, 726));
        c.line(0x7C8A8E, 1, 8, 960, 680, 955, 860);
        c.line(0x7C8A8E, 1, 8, 1356, 740, 1348, 960);
        c.line(0x7C8A8E, 1, 6, 955, 850, 1348, 946);
        c.fill(0x30383C, Canvas.oval(955, 872, 16, 16));
        c.fill(0x30383C, Canvas.oval(1348, 972, 18, 18));
        c.line(0x8A969A, 1, 5, 1290, 760, 1290, 470);
        c.fill(0xE6F2F4, 0.9, Canvas.oval(1290, 500, 22, 36));
        c.fill(0x4A5A5C, 0.25, Canvas.oval(740, 716, 170, 16));
        return new Film(0x10282C, 0xF2FFFC, 1.06f, 0.8f, 0.3f, 6, 0.3f);
    }

    private static Film laboratory(Canvas c) {
        c.wash(0, 800, 0x2E4A5E, 0x6A8C9C, 0x9AB4BC);
        for (int i = 0; i < 40; i++) {
            c.light(
                    c.between(0, 1600),
                    c.between(40, 620),
                    c.between(30, 90),
                    c.between(30, 90),
                    c.chance(0.5) ? 0xBFE4F2 : 0xFFE4B8,
                    c.between(0.2, 0.5));
        }
        Props.person(c, 1220, 1000, 780, 0xD4DEE2);
        c.fill(0x4A3A30, Canvas.oval(1220, 262, 60, 62));
        c.blur(14);
        c.g.setPaint(Canvas.vertical(800, 1067, 0xDCE4E6, 0x8A9AA0));
        c.g.fill(Canvas.box(0, 800, 1600, 267));
        c.light(500, 830, 600, 60, 0xFFFFFF, 0.4);
        int[] liquids = {0x2F9E8F, 0xE08A2E, 0x4A6FD0, 0xC8386A, 0x6FB83A};
        for (int i = 0; i < 5; i++) {
            double x = 120 + i * 150;
            double h = 260 + (i % 3) * 50;
            flask(c, x, 880, h, liquids[i % liquids.length], i % 2 == 0);
        }
        c.g.setPaint(Canvas.gradient(960, 0, 1260, 0, 0x2A3238, 0xE6EAEC, 0x6A757C));
        c.g.fill(Canvas.poly(960, 890, 1300, 890, 1290, 850, 970, 850));
        c.fill(0xD9DEE0, Canvas.poly(1220, 850, 1280, 850, 1250, 520, 1190, 470, 1160, 500));
        c.fill(0x2A3238, Canvas.box(980, 760, 220, 22));
        c.g.rotate(-0.35, 1120, 560);
        c.g.setPaint(Canvas.gradient(1070, 0, 1150, 0, 0x20262C, 0xC9D0D4, 0x30383E));
        c.g.fill(Canvas.box(1076, 400, 72, 270));
        c.g.fill(Canvas.box(1088, 340, 48, 70));
        c.g.fill(Canvas.box(1094, 670, 36, 66));
        c.g.rotate(0.35, 1120, 560);
        c.fill(0x3A444A, Canvas.oval(1256, 780, 30, 30));
        c.light(1090, 756, 90, 40, 0xD8F4FF, 0.9);
        c.water(892, 0xAAB8BC, 0.45, 8);
        return new Film(0x0E2230, 0xF4FCFF, 1.1f, 0.98f, 0.4f, 6, 0.4f);
    }

    private static void flask(Canvas c, double x, double foot, double height, int liquid, boolean conical) {
        double w = conical ? height * 0.34 : height * 0.16;
        double neck = height * 0.075;
        Path2D glass = conical
                ? Canvas.poly(
                        x - neck,
                        foot - height,
                        x + neck,
                        foot - height,
                        x + neck,
                        foot - height * 0.62,
                        x + w,
                        foot,
                        x - w,
                        foot,
                        x - neck,
                        foot - height * 0.62)
                : Canvas.poly(x - w, foot - height, x + w, foot - height, x + w, foot, x - w, foot);
        c.fill(0xF4FBFF, 0.28, glass);
        c.g.setClip(glass);
        c.g.setPaint(Canvas.vertical(
                foot - height * 0.45, foot, Canvas.mix(liquid, 0xFFFFFF, 0.3), Canvas.mix(liquid, 0x101820, 0.25)));
        c.g.fill(Canvas.box(x - w, foot - height * 0.42, w * 2, height * 0.42));
        c.fill(0xFFFFFF, 0.35, Canvas.oval(x, foot - height * 0.42, w, height * 0.025));
        c.fill(0xFFFFFF, 0.3, Canvas.box(x - w * 0.62, foot - height, w * 0.16, height));
        c.g.setClip(null);
        c.outline(0xF4FBFF, 0.7, 3, glass);
        c.light(x, foot + 16, w * 1.6, 30, liquid, 0.35);
    }
}
