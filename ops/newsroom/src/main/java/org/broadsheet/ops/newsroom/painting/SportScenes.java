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
        SportProps.stand(c, 250, 640, 0.9);
        c.g.setPaint(Canvas.vertical(196, 262, 0xB9C4D0, 0x4A5668));
        c.g.fill(Canvas.poly(0, 150, 520, 214, 1080, 214, 1600, 150, 1600, 216, 1080, 262, 520, 262, 0, 216));
        for (int i = 0; i < 36; i++) {
            c.light(20 + i * 45, 226 - 24 * Math.abs(i - 17.5) / 17.5, 22, 18, 0xFFFFFF, 0.8);
        }
        SportProps.field(c, 640, 560, 1040);
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
        SportProps.players(c, 660, 1010, 15);
        return new Film(0x0A1830, 0xF6FBFF, 1.14f, 1.02f, 0.42f, 8, 0.6f);
    }

    private static Film pitch(Canvas c) {
        c.wash(0, 320, 0x7F9CB4, 0xC6D2D8);
        SportProps.stand(c, 90, 380, 0.55);
        c.blur(5);
        for (int i = 0; i < 9; i++) {
            c.fill(new int[] {0x1F4E79, 0xA3122B, 0xE0B23A, 0x2F7D5B}[i % 4], Canvas.box(i * 180, 384, 176, 56));
            c.fill(0xF4F4EE, 0.85, Canvas.box(i * 180 + 30, 402, 110, 18));
        }
        c.blur(3);
        SportProps.field(c, 440, 900, 1700);
        for (int i = 0; i < 5; i++) {
            SportProps.footballer(
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
        SportProps.stand(c, 60, 430, 0.7);
        SportProps.field(c, 430, 700, 1500);
        SportProps.players(c, 480, 700, 8);
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
            SportProps.rider(c, x, road + 30 - x * 0.044, 150 + c.between(-8, 8), 0x0E0B12);
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
        SportProps.boxer(c, 660, 800, 1, 0x9A1E24);
        SportProps.boxer(c, 930, 806, -1, 0x1F3F80);
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
}
