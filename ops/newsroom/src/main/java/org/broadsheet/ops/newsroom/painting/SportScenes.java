package org.broadsheet.ops.newsroom.painting;

import java.awt.geom.Path2D;
import java.util.Map;

/// Grounds, roads and rings where something is won.
final class SportScenes {

    private SportScenes() {}

    static void into(Map<String, Scene> scenes) {
        scenes.put("stadium", SportScenes::stadium);
        scenes.put("pitch", SportScenes::pitch);
        scenes.put("goal-net", SportScenes::goalNet);
        scenes.put("cyclists", SportScenes::cyclists);
        scenes.put("boxing-ring", SportScenes::boxingRing);
        scenes.put("rowing", SportScenes::rowing);
    }

    private static Film stadium(Canvas c) {
        c.wash(0, 420, 0x0C1630, 0x24385E, 0x4A5A7C);
        c.clouds(0, 360, 520, 110, 0.5, 0x2E3E60, 0.6);
        stand(c, 250, 640, 0.9);
        c.g.setPaint(Canvas.vertical(196, 262, 0xB9C4D0, 0x4A5668));
        c.g.fill(Canvas.poly(0, 150, 520, 214, 1080, 214, 1600, 150, 1600, 216, 1080, 262, 520, 262, 0, 216));
        for (int i = 0; i < 36; i++) {
            c.light(20 + i * 45, 226 - 24 * Math.abs(i - 17.5) / 17.5, 22, 18, 0xFFFFFF, 0.8);
        }
        field(c, 640, 560, 1040);
        for (int i = 0; i < 4; i++) {
            double x = 120 + i * 453;
            double top = 36 + Math.abs(i - 1.5) * 10;
            c.line(0x222C3C, 1, 9, x, 210, x, top);
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 6; column++) {
                    c.light(x - 50 + column * 20, top + row * 18, 22, 22, 0xFFFFFF, 0.9);
                }
            }
            c.light(x, top + 20, 330, 260, 0xBFD6F4, 0.42);
        }
        c.light(800, 760, 900, 260, 0xE8F4E0, 0.22);
        players(c, 660, 1010, 15);
        return new Film(0x0A1830, 0xF6FBFF, 1.14, 1.02, 0.42, 8, 0.6);
    }

    private static Film pitch(Canvas c) {
        c.wash(0, 320, 0x7F9CB4, 0xC6D2D8);
        stand(c, 90, 380, 0.55);
        c.blur(5);
        for (int i = 0; i < 9; i++) {
            c.fill(new int[] {0x1F4E79, 0xA3122B, 0xE0B23A, 0x2F7D5B}[i % 4], Canvas.box(i * 180, 384, 176, 56));
            c.fill(0xF4F4EE, 0.85, Canvas.box(i * 180 + 30, 402, 110, 18));
        }
        c.blur(3);
        field(c, 440, 900, 1700);
        for (int i = 0; i < 5; i++) {
            footballer(
                    c,
                    200 + i * 300 + c.between(-70, 70),
                    760 + c.between(-120, 200),
                    250 + c.between(-20, 70),
                    i % 2 == 0 ? 0xB0202C : 0xEDEFF2,
                    i % 2 == 0 ? 0x20242C : 0x1F3F70);
        }
        c.fill(0xF6F6F2, Canvas.oval(980, 930, 22, 22));
        c.fill(0x22262C, Canvas.oval(976, 926, 7, 7));
        c.fill(0x22262C, Canvas.oval(990, 938, 5, 5));
        c.fill(0x102008, 0.4, Canvas.oval(1000, 954, 34, 7));
        return Film.NEUTRAL;
    }

    private static Film goalNet(Canvas c) {
        c.wash(0, 420, 0x1B2B4A, 0x4A6288);
        stand(c, 60, 430, 0.7);
        field(c, 430, 700, 1500);
        players(c, 480, 700, 8);
        for (int i = 0; i < 5; i++) {
            c.light(160 + i * 320, 60, 130, 110, 0xFFFFFF, 0.8);
        }
        c.blur(16);
        double sag = 30;
        for (int i = -6; i < 40; i++) {
            Path2D down = new Path2D.Double();
            Path2D across = new Path2D.Double();
            down.moveTo(i * 62, -20);
            across.moveTo(-20, i * 56);
            for (int k = 0; k <= 20; k++) {
                double t = k / 20.0;
                double bulge = Math.exp(-((i * 62 - 640) * (i * 62 - 640)) / 120_000.0
                        - (t * 1100 - 500) * (t * 1100 - 500) / 90_000.0);
                down.lineTo(i * 62 + t * 90 + bulge * 26, t * 1100 + Math.sin(t * 9 + i) * 4);
                double by = Math.exp(-((t * 1640 - 640) * (t * 1640 - 640)) / 120_000.0
                        - (i * 56 - 500) * (i * 56 - 500) / 90_000.0);
                across.lineTo(t * 1640, i * 56 + Math.sin(t * Math.PI) * sag + by * 40);
            }
            c.outline(0x0A0F18, 0.35, 7, down);
            c.outline(0x0A0F18, 0.35, 7, across);
            c.outline(0xF2F4F4, 0.92, 4, down);
            c.outline(0xF2F4F4, 0.92, 4, across);
        }
        c.g.setPaint(Canvas.gradient(1400, 0, 1500, 0, 0xAEB6BC, 0xFFFFFF, 0x8A949C));
        c.g.fill(Canvas.box(1410, 0, 74, 1067));
        c.g.setPaint(new java.awt.RadialGradientPaint(600, 460, 190, new float[] {0, 0.6f, 1}, new java.awt.Color[] {
            Canvas.rgb(0xFFFFFF), Canvas.rgb(0xDADFE2), Canvas.rgb(0x7A838C)
        }));
        c.g.fill(Canvas.oval(640, 510, 150, 150));
        for (int i = 0; i < 6; i++) {
            double angle = i * Math.PI / 3 + 0.3;
            double x = 640 + Math.cos(angle) * (i == 0 ? 0 : 92);
            double y = 510 + Math.sin(angle) * (i == 0 ? 0 : 92);
            Path2D patch = new Path2D.Double();
            for (int k = 0; k < 5; k++) {
                double px = x + Math.cos(k * Math.PI * 0.4 + angle) * 34;
                double py = y + Math.sin(k * Math.PI * 0.4 + angle) * 34;
                if (k == 0) {
                    patch.moveTo(px, py);
                } else {
                    patch.lineTo(px, py);
                }
            }
            patch.closePath();
            c.fill(0x1E242C, patch);
        }
        return Film.NEUTRAL;
    }

    private static Film cyclists(Canvas c) {
        double road = 800;
        c.wash(0, 860, 0x2F3F72, 0xA8627A, 0xF28A54, 0xFFD58A);
        c.clouds(40, 600, 600, 70, 0.5, 0xC2607A, 0.7);
        c.light(1040, 660, 640, 460, 0xFFC26A, 0.7);
        c.light(1040, 650, 110, 110, 0xFFF4CC, 1);
        c.ridge(690, 200, 460, 0x8A5A74, 0xC07A6A);
        c.haze(480, 760, 0xFFBE7A, 0, 0.5);
        c.ridge(780, 110, 340, 0x4A3450, 0x6A4450);
        c.fill(0x17121C, Canvas.poly(0, road + 30, 1600, road - 40, 1600, 1067, 0, 1067));
        for (int i = 0; i < 500; i++) {
            double x = c.between(0, 1600);
            double y = road + 30 - x * 0.044;
            c.line(0x120E16, 0.9, 2, x, y + 4, x + c.between(-8, 8), y - c.between(4, 26));
        }
        for (int i = 0; i < 9; i++) {
            double x = 170 + i * 150 + c.between(-24, 24);
            rider(c, x, road + 30 - x * 0.044, 150 + c.between(-8, 8), 0x0E0B12);
        }
        return Film.DUSK;
    }

    private static Film boxingRing(Canvas c) {
        c.wash(0, Canvas.HEIGHT, 0x07080C, 0x10131A);
        Props.crowd(c, 330, 560, 14, 26, 0x1A2028, 0x0C0F14, 0.08);
        for (int i = 0; i < 30; i++) {
            c.light(c.between(0, 1600), c.between(320, 600), 16, 16, 0xFFFFFF, c.between(0.2, 0.9));
        }
        c.blur(6);
        for (int i = 0; i < 6; i++) {
            double x = 300 + i * 200;
            c.light(x, 60, 120, 80, 0xFFFFFF, 1);
            c.fill(
                    0xDCE8FF,
                    0.05,
                    Canvas.poly(
                            x - 30,
                            70,
                            x + 30,
                            70,
                            800 + (x - 800) * 1.3 + 260,
                            800,
                            800 + (x - 800) * 1.3 - 260,
                            800));
        }
        c.g.setPaint(Canvas.vertical(650, 900, 0xC6CCD2, 0x7E8A98));
        c.g.fill(Canvas.poly(330, 650, 1270, 650, 1560, 900, 40, 900));
        c.g.setPaint(Canvas.vertical(900, 1067, 0x2A3E66, 0x0E1626));
        c.g.fill(Canvas.box(40, 900, 1520, 167));
        c.fill(0xA3122B, Canvas.box(40, 900, 1520, 22));
        c.light(800, 760, 560, 130, 0xFFFFFF, 0.4);
        boxer(c, 660, 800, 1, 0x9A1E24);
        boxer(c, 930, 806, -1, 0x1F3F80);
        Props.person(c, 1130, 740, 300, 0x59636E);
        for (int rope = 0; rope < 3; rope++) {
            double y = 440 + rope * 66;
            c.line(rope == 1 ? 0xF0F0F0 : 0xA82030, 0.7, 6, 330, y + 60, 1270, y + 60);
        }
        for (int rope = 0; rope < 3; rope++) {
            double y = 560 + rope * 100;
            c.line(rope == 1 ? 0xF4F4F4 : 0xC62A38, 1, 15, 40, y, 1560, y);
            c.line(0xFFFFFF, 0.3, 4, 40, y - 4, 1560, y - 4);
        }
        c.fill(0x1F3F80, Canvas.box(10, 500, 70, 420));
        c.fill(0xA3122B, Canvas.box(1520, 500, 70, 420));
        return Film.NIGHT;
    }

    private static Film rowing(Canvas c) {
        double water = 430;
        c.wash(0, water, 0x9FB4BE, 0xD4DCDA, 0xEFE6D2);
        c.ridge(water, 120, 420, 0x8C9C9A, 0xB4BCB2);
        c.haze(240, water, 0xEAE6DA, 0.1, 0.7);
        c.ridge(water + 4, 40, 120, 0x6A7C74, 0x8C9A8C);
        c.haze(330, water + 6, 0xEDE8DC, 0.1, 0.55);
        c.water(water + 4, 0x6F8A94, 0.85, 16);
        c.light(1200, 420, 700, 500, 0xFFF0CE, 0.35);
        for (int lane = 0; lane < 2; lane++) {
            double y = 640 + lane * 190;
            double x = 120 + lane * 160;
            double l = 1080 + lane * 180;
            double s = 1 + lane * 0.35;
            c.fill(0x14222A, 0.45, Canvas.oval(x + l / 2, y + 14 * s, l / 2, 10 * s));
            c.fill(
                    lane == 0 ? 0xE9E2D0 : 0x8C2F2A,
                    Canvas.poly(x, y, x + l, y - 6, x + l * 0.93, y + 12 * s, x + l * 0.06, y + 12 * s));
            for (int i = 0; i < 8; i++) {
                double px = x + l * (0.14 + i * 0.095);
                int shirt = lane == 0 ? 0x1F4E79 : 0xF0EAE0;
                c.line(shirt, 1, 26 * s, px, y - 6, px + 22 * s, y - 52 * s);
                c.fill(0x9A6A50, Canvas.oval(px + 28 * s, y - 76 * s, 12 * s, 14 * s));
                c.line(0x9A6A50, 1, 9 * s, px + 22 * s, y - 48 * s, px - 26 * s, y - 30 * s);
                c.line(0x2A2420, 1, 4 * s, px - 26 * s, y - 30 * s, px - 60 * s, y + 66 * s);
                c.fill(
                        lane == 0 ? 0xA3122B : 0x1F4E79,
                        Canvas.poly(
                                px - 54 * s,
                                y + 50 * s,
                                px - 72 * s,
                                y + 54 * s,
                                px - 80 * s,
                                y + 92 * s,
                                px - 60 * s,
                                y + 88 * s));
                c.fill(0xFFFFFF, 0.5, Canvas.oval(px - 70 * s, y + 92 * s, 26 * s, 6 * s));
            }
        }
        c.glints(water + 30, Canvas.HEIGHT, 1200, 300, 0xFFFBEC, 300);
        return Film.NEUTRAL;
    }

    private static void stand(Canvas c, double top, double bottom, double dark) {
        int[] coats = {0xB0202C, 0xE8E4DA, 0x1F3F70, 0x2A2E36, 0x8A7A6A, 0xD9A63A, 0x4A5A6A};
        c.wash(top, bottom, 0x1A222E, 0x2C3642);
        for (double y = top + 4; y < bottom; y += 10) {
            double size = 3.2 + (y - top) / (bottom - top) * 3;
            for (double x = c.between(-8, 0); x < Canvas.WIDTH; x += size * 2.5) {
                int coat =
                        Canvas.mix(coats[c.random.nextInt(coats.length)], 0x0C1018, c.between(0.1, 0.6) * dark + 0.1);
                c.fill(coat, Canvas.box(x, y, size * 2, size * 2));
                c.fill(
                        Canvas.mix(0xC99A7A, 0x0C1018, 0.35 * dark + 0.1),
                        Canvas.oval(x + size, y - size * 0.5, size * 0.8, size));
            }
        }
        for (int aisle = 0; aisle < 9; aisle++) {
            double x = 800 + (aisle - 4) * 200;
            c.line(0x8A929A, 0.5, 5, x, top, 800 + (x - 800) * 1.12, bottom);
        }
    }

    private static void field(Canvas c, double top, double nearHalf, double reach) {
        for (int band = 0; band < 12; band++) {
            double t0 = Math.pow(band / 12.0, 1.7);
            double t1 = Math.pow((band + 1) / 12.0, 1.7);
            c.fill(
                    band % 2 == 0 ? 0x3F7A36 : 0x357030,
                    Canvas.box(0, top + t0 * (Canvas.HEIGHT - top), 1600, (t1 - t0) * (Canvas.HEIGHT - top) + 1));
        }
        c.texture(top, Canvas.HEIGHT, 9, 4, 0.16);
        c.line(0xF2F4EE, 0.8, 4, 800 - nearHalf, top + 16, 800 + nearHalf, top + 16);
        c.line(0xF2F4EE, 0.8, 5, 800 - nearHalf, top + 16, 800 - reach, Canvas.HEIGHT);
        c.line(0xF2F4EE, 0.8, 5, 800 + nearHalf, top + 16, 800 + reach, Canvas.HEIGHT);
        c.line(0xF2F4EE, 0.8, 5, 800, top + 16, 800, Canvas.HEIGHT);
        c.outline(
                0xF2F4EE,
                0.8,
                5,
                Canvas.oval(800, top + (Canvas.HEIGHT - top) * 0.44, 230, (Canvas.HEIGHT - top) * 0.2));
    }

    private static void players(Canvas c, double top, double bottom, int count) {
        for (int i = 0; i < count; i++) {
            double t = c.random.nextDouble();
            double y = top + 30 + t * (bottom - top - 30);
            footballer(
                    c,
                    c.between(220, 1380),
                    y,
                    46 + t * 60,
                    i % 2 == 0 ? 0xC22A34 : 0xF0F2F4,
                    i % 2 == 0 ? 0xF0F0EC : 0x1F3F70);
        }
    }

    private static void footballer(Canvas c, double x, double foot, double height, int shirt, int shorts) {
        double way = c.chance(0.5) ? 1 : -1;
        double stride = height * c.between(0.1, 0.2) * way;
        c.fill(0x0C1808, 0.4, Canvas.oval(x + height * 0.1, foot, height * 0.3, height * 0.05));
        double hipX = x;
        double hipY = foot - height * 0.46;
        double limb = height * 0.075;
        int skin = c.chance(0.5) ? 0xB98462 : 0x7A5440;
        c.line(skin, 1, limb, hipX, hipY, hipX + stride, foot - height * 0.22);
        c.line(shirt, 1, limb, hipX + stride, foot - height * 0.22, hipX + stride * 0.6, foot - height * 0.03);
        c.line(skin, 1, limb, hipX, hipY, hipX - stride * 0.7, foot - height * 0.24);
        c.line(shirt, 1, limb, hipX - stride * 0.7, foot - height * 0.24, hipX - stride * 1.6, foot - height * 0.12);
        c.fill(
                shorts,
                Canvas.poly(
                        x - height * 0.09,
                        hipY - height * 0.1,
                        x + height * 0.09,
                        hipY - height * 0.1,
                        x + height * 0.11 + stride * 0.3,
                        hipY + height * 0.08,
                        x - height * 0.11 - stride * 0.3,
                        hipY + height * 0.08));
        double chestX = x + stride * 0.3;
        c.g.setPaint(Canvas.gradient(
                chestX - height * 0.12, 0, chestX + height * 0.12, 0, shirt, Canvas.mix(shirt, 0x101018, 0.35)));
        c.g.fill(Canvas.poly(
                chestX - height * 0.12,
                foot - height * 0.86,
                chestX + height * 0.12,
                foot - height * 0.86,
                x + height * 0.09,
                hipY - height * 0.06,
                x - height * 0.09,
                hipY - height * 0.06));
        c.line(
                shirt,
                1,
                limb * 0.9,
                chestX + height * 0.1,
                foot - height * 0.83,
                chestX + height * 0.17 + stride * 0.4,
                foot - height * 0.68);
        c.line(
                skin,
                1,
                limb * 0.7,
                chestX + height * 0.17 + stride * 0.4,
                foot - height * 0.68,
                chestX + height * 0.12 + stride,
                foot - height * 0.58);
        c.line(
                shirt,
                1,
                limb * 0.9,
                chestX - height * 0.1,
                foot - height * 0.83,
                chestX - height * 0.17 - stride * 0.4,
                foot - height * 0.68);
        c.line(
                skin,
                1,
                limb * 0.7,
                chestX - height * 0.17 - stride * 0.4,
                foot - height * 0.68,
                chestX - height * 0.2,
                foot - height * 0.56);
        c.fill(skin, Canvas.oval(chestX + stride * 0.1, foot - height * 0.94, height * 0.056, height * 0.068));
        c.fill(
                0x2A1E18,
                Canvas.oval(
                        chestX + stride * 0.1 - way * height * 0.01,
                        foot - height * 0.965,
                        height * 0.056,
                        height * 0.045));
    }

    private static void boxer(Canvas c, double x, double foot, int way, int trunks) {
        int skin = way > 0 ? 0xA8785A : 0x6A4836;
        c.fill(0x202830, 0.45, Canvas.oval(x, foot + 4, 110, 14));
        c.line(skin, 1, 36, x - way * 20, foot - 180, x - way * 70, foot - 10);
        c.line(skin, 1, 36, x + way * 16, foot - 180, x + way * 60, foot - 8);
        c.fill(trunks, Canvas.poly(x - 56, foot - 236, x + 56, foot - 236, x + 74, foot - 120, x - 74, foot - 120));
        c.fill(0xF0F0EA, Canvas.box(x - 56, foot - 244, 112, 18));
        c.g.setPaint(Canvas.gradient(
                x - 70, 0, x + 70, 0, Canvas.mix(skin, 0xFFFFFF, 0.3), skin, Canvas.mix(skin, 0, 0.45)));
        c.g.fill(Canvas.poly(x - 62, foot - 400, x + 64, foot - 404, x + 50, foot - 240, x - 50, foot - 240));
        c.fill(skin, Canvas.oval(x + way * 20, foot - 446, 36, 44));
        c.fill(0x1A1412, Canvas.oval(x + way * 14, foot - 468, 36, 26));
        c.line(skin, 1, 32, x + way * 54, foot - 386, x + way * 104, foot - 360);
        c.line(skin, 1, 30, x + way * 104, foot - 360, x + way * (way > 0 ? 168 : 110), foot - (way > 0 ? 430 : 440));
        c.fill(trunks, Canvas.oval(x + way * (way > 0 ? 182 : 112), foot - (way > 0 ? 440 : 452), 36, 32));
        c.line(skin, 1, 32, x - way * 40, foot - 384, x + way * 10, foot - 320);
        c.line(skin, 1, 30, x + way * 10, foot - 320, x + way * 66, foot - 410);
        c.fill(trunks, Canvas.oval(x + way * 72, foot - 422, 34, 32));
    }

    private static void rider(Canvas c, double x, double y, double size, int tone) {
        double r = size * 0.23;
        double wheelY = y - r;
        double front = x + size * 0.66;
        for (double wx : new double[] {x, front}) {
            c.outline(tone, 1, size * 0.028, Canvas.oval(wx, wheelY, r, r));
            for (int i = 0; i < 6; i++) {
                double angle = i * Math.PI / 6 + x;
                c.line(
                        tone,
                        0.6,
                        1,
                        wx - Math.cos(angle) * r,
                        wheelY - Math.sin(angle) * r,
                        wx + Math.cos(angle) * r,
                        wheelY + Math.sin(angle) * r);
            }
        }
        double w = size * 0.03;
        double crankX = x + size * 0.28;
        c.line(tone, 1, w, x, wheelY, x + size * 0.2, wheelY - size * 0.33);
        c.line(tone, 1, w, x, wheelY, crankX, wheelY);
        c.line(tone, 1, w, crankX, wheelY, x + size * 0.18, wheelY - size * 0.4);
        c.line(tone, 1, w, crankX, wheelY, x + size * 0.58, wheelY - size * 0.3);
        c.line(tone, 1, w, x + size * 0.2, wheelY - size * 0.33, x + size * 0.58, wheelY - size * 0.34);
        c.line(tone, 1, w, front, wheelY, x + size * 0.57, wheelY - size * 0.4);
        c.line(tone, 1, w * 1.6, x + size * 0.55, wheelY - size * 0.42, x + size * 0.66, wheelY - size * 0.38);
        double hipX = x + size * 0.17;
        double hipY = wheelY - size * 0.45;
        double shoulderX = x + size * 0.47;
        double shoulderY = wheelY - size * c.between(0.68, 0.76);
        c.line(tone, 1, size * 0.14, hipX, hipY, shoulderX, shoulderY);
        c.line(tone, 1, size * 0.06, shoulderX, shoulderY, x + size * 0.62, wheelY - size * 0.42);
        double pedal = c.between(0, 6.2);
        for (int leg = 0; leg < 2; leg++) {
            double footX = crankX + Math.cos(pedal + leg * Math.PI) * size * 0.1;
            double footY = wheelY + Math.sin(pedal + leg * Math.PI) * size * 0.1;
            double kneeX = (hipX + footX) / 2 + size * 0.17;
            double kneeY = (hipY + footY) / 2 - size * 0.05;
            c.line(tone, 1, size * 0.085, hipX, hipY, kneeX, kneeY);
            c.line(tone, 1, size * 0.06, kneeX, kneeY, footX, footY);
        }
        c.fill(tone, Canvas.oval(shoulderX + size * 0.1, shoulderY - size * 0.09, size * 0.075, size * 0.08));
        c.fill(tone, Canvas.oval(shoulderX + size * 0.08, shoulderY - size * 0.12, size * 0.1, size * 0.06));
    }
}
