package org.broadsheet.ops.newsroom.painting;

import java.awt.geom.Path2D;
import java.util.Map;

/// Halls, stages and rooms where something is said or shown.
final class StageScenes {

    private StageScenes() {}

    static void into(Map<String, Scene> scenes) {
        scenes.put("podium", StageScenes::podium);
        scenes.put("concert", StageScenes::concert);
        scenes.put("theatre", StageScenes::theatre);
        scenes.put("museum-doors", StageScenes::museumDoors);
        scenes.put("ballot-box", StageScenes::ballotBox);
        scenes.put("cinema", StageScenes::cinema);
    }

    private static Film podium(Canvas c) {
        c.wash(0, Canvas.HEIGHT, 0x22354F, 0x2E4666, 0x182538);
        for (int i = 0; i < 30; i++) {
            double x = i * 56;
            c.g.setPaint(Canvas.gradient(x, 0, x + 56, 0, 0x1E304A, 0x3A557A, 0x1B2B43));
            c.g.fill(Canvas.box(x, 0, 57, 860));
        }
        c.light(800, 240, 760, 560, 0x9FC0E6, 0.4);
        int[][] flags = {
            {0x1F4E79, 0xF2F0EA, 0xA3122B},
            {0x2F7D5B, 0xF2E3B0, 0x1A1A1A},
            {0xB4412F, 0x22354F, 0xF2F0EA},
            {0xE0B23A, 0x2E5A72, 0xE0B23A}
        };
        for (int i = 0; i < 4; i++) {
            double x = 190 + i * 130 + (i > 1 ? 740 : 0);
            hanging(c, x, 150, 600, flags[i]);
        }
        c.blur(5);
        c.fill(0x3B2B20, Canvas.poly(560, 640, 1040, 640, 1000, 1067, 600, 1067));
        c.g.setPaint(Canvas.gradient(560, 0, 1040, 0, 0x3A2618, 0x7A5636, 0x33210F));
        c.g.fill(Canvas.poly(560, 640, 1040, 640, 1000, 1067, 600, 1067));
        c.g.setPaint(Canvas.vertical(600, 650, 0xA87C50, 0x5C3F28));
        c.g.fill(Canvas.poly(520, 600, 1080, 600, 1052, 650, 548, 650));
        c.fill(0xC9A65A, Canvas.oval(800, 830, 92, 92));
        c.fill(0x3F5B7A, Canvas.oval(800, 830, 80, 80));
        for (int i = 0; i < 3; i++) {
            Path2D wave = new Path2D.Double();
            wave.moveTo(738, 822 + i * 26);
            wave.curveTo(770, 796 + i * 26, 790, 850 + i * 26, 822, 822 + i * 26);
            wave.curveTo(840, 806 + i * 26, 856, 812 + i * 26, 866, 824 + i * 26);
            c.outline(0xE9DDB8, 0.9, 7, wave);
        }
        for (int i = 0; i < 7; i++) {
            double x = 650 + i * 50;
            double top = 430 + Math.abs(3 - i) * 22 + c.between(-12, 12);
            Path2D neck = new Path2D.Double();
            neck.moveTo(x, 610);
            neck.quadTo(x + (i - 3) * 4, 540, x + (3 - i) * 12, top + 40);
            c.outline(0x0E1013, 1, 6, neck);
            double headX = x + (3 - i) * 12;
            c.g.setPaint(Canvas.gradient(headX - 17, 0, headX + 17, 0, 0x3A3D42, 0x15171A));
            c.g.fill(Canvas.oval(headX, top + 16, 16, 30));
            int[] cubes = {0xA3122B, 0x1F4E79, 0xE0B23A, 0x2F7D5B};
            c.fill(cubes[i % 4], Canvas.box(headX - 15, top + 44, 30, 24));
        }
        c.light(1000, 120, 500, 400, 0xFFF3DC, 0.28);
        for (int i = 0; i < 9; i++) {
            double x = 60 + i * 190 + c.between(-40, 40);
            if (Math.abs(x - 800) > 230) {
                c.fill(0x07090D, Canvas.oval(x, 1010 + c.between(-20, 30), 66, 82));
                c.fill(0x07090D, Canvas.oval(x, 1140, 140, 100));
            }
        }
        c.fill(0x090B10, Canvas.box(1250, 930, 120, 76));
        c.fill(0x090B10, Canvas.oval(1230, 968, 30, 30));
        return Film.NEUTRAL;
    }

    private static Film concert(Canvas c) {
        c.wash(0, Canvas.HEIGHT, 0x070612, 0x181034, 0x2A1440);
        c.fill(0x0B0913, Canvas.box(180, 610, 1240, 150));
        int[] lamps = {0x6A4DFF, 0xFF3F8E, 0x3FB8FF, 0xFFB04A, 0xB04AFF};
        for (int i = 0; i < 11; i++) {
            double x = 200 + i * 120;
            int lamp = lamps[i % lamps.length];
            double aim = x + c.between(-380, 380);
            for (int soft = 0; soft < 7; soft++) {
                double half = 20 + soft * 16;
                c.fill(lamp, 0.075, Canvas.poly(x - 4, 120, x + 4, 120, aim + half, 800, aim - half, 800));
            }
        }
        c.clouds(180, 800, 380, 170, 0.6, 0x6A4A9A, 0.25);
        c.blur(6);
        for (int i = 0; i < 11; i++) {
            c.light(200 + i * 120, 120, 80, 80, lamps[i % lamps.length], 1.4);
            c.light(200 + i * 120, 120, 26, 26, 0xFFFFFF, 1.2);
        }
        c.line(0x1B1626, 1, 12, 120, 100, 1480, 100);
        c.line(0x1B1626, 1, 6, 120, 70, 1480, 70);
        for (int i = 0; i < 46; i++) {
            c.line(0x1B1626, 1, 3, 120 + i * 30, i % 2 == 0 ? 70 : 100, 150 + i * 30, i % 2 == 0 ? 100 : 70);
        }
        c.light(800, 640, 420, 220, 0xFFD9B0, 0.6);
        Props.person(c, 800, 745, 190, 0x0A0810);
        c.line(0x0A0810, 1, 5, 826, 640, 826, 748);
        c.line(0x0A0810, 1, 9, 770, 660, 870, 632);
        Props.person(c, 560, 740, 176, 0x0C0912);
        c.line(0x0C0912, 1, 10, 520, 672, 640, 640);
        Props.person(c, 1060, 742, 180, 0x0C0912);
        c.fill(0x0C0912, Canvas.oval(960, 700, 46, 40));
        c.fill(0x0C0912, Canvas.oval(900, 716, 30, 24));
        c.light(800, 745, 700, 60, 0xC58AFF, 0.5);
        Props.crowd(c, 770, 1015, 18, 66, 0x3A1F55, 0x05040A, 0.42);
        return new Film(0x120A2A, 0xFFE0F0, 1.15f, 1.1f, 0.45f, 9, 0.8f);
    }

    private static Film theatre(Canvas c) {
        c.wash(0, Canvas.HEIGHT, 0x14060A, 0x2A0C10);
        double left = 170;
        double right = 1430;
        for (double x = left; x < right; x += 6) {
            double n = 0.5 + 0.5 * Math.sin(x * 0.075 + 2.2 * c.noise.cloud(x / 120, 3, 2));
            c.g.setPaint(
                    Canvas.vertical(60, 800, Canvas.mix(0x3A0509, 0x9E1820, n), Canvas.mix(0x5A0A10, 0xD6323A, n)));
            c.g.fill(Canvas.box(x, 60, 7, 740));
        }
        c.light(800, 760, 620, 420, 0xFFB070, 0.42);
        for (int i = 0; i < 9; i++) {
            double x = left + i * (right - left) / 9;
            double w = (right - left) / 9;
            Path2D swag = new Path2D.Double();
            swag.moveTo(x, 40);
            swag.lineTo(x + w, 40);
            swag.curveTo(x + w * 0.8, 190, x + w * 0.2, 190, x, 40);
            c.g.setPaint(Canvas.vertical(40, 160, 0x6E0E14, 0xB4222A));
            c.g.fill(swag);
            c.outline(0xD9AE5A, 0.9, 6, swag);
        }
        c.g.setPaint(Canvas.gradient(0, 0, left, 0, 0x1A0F0A, 0x7A5A2A));
        c.g.fill(Canvas.box(0, 0, left, 900));
        c.g.setPaint(Canvas.gradient(right, 0, 1600, 0, 0x7A5A2A, 0x1A0F0A));
        c.g.fill(Canvas.box(right, 0, 170, 900));
        c.g.setPaint(Canvas.vertical(0, 62, 0x2A1B10, 0xA07A3A));
        c.g.fill(Canvas.box(0, 0, 1600, 62));
        for (int i = 0; i < 26; i++) {
            c.fill(0xE6C276, 0.8, Canvas.oval(60 + i * 60, 34, 12, 12));
        }
        for (int side = 0; side < 2; side++) {
            for (int row = 0; row < 3; row++) {
                double x = side == 0 ? 30 : 1462;
                double y = 170 + row * 190;
                c.fill(0x2A1610, Canvas.box(x, y, 108, 120));
                c.fill(0xB98A45, Canvas.box(x - 10, y + 110, 128, 34));
                c.light(x + 54, y + 20, 90, 80, 0xFFC878, 0.6);
                Props.person(c, x + 36, y + 150, 100, 0x120A08);
                Props.person(c, x + 74, y + 150, 94, 0x160C08);
                c.fill(0xB98A45, Canvas.box(x - 10, y + 112, 128, 30));
            }
        }
        c.g.setPaint(Canvas.vertical(796, 850, 0xB07A46, 0x4A2C18));
        c.g.fill(Canvas.box(left, 796, right - left, 54));
        c.light(800, 806, 520, 40, 0xFFE2B0, 0.7);
        for (int row = 0; row < 4; row++) {
            double y = 870 + row * 62;
            double size = 40 + row * 12;
            for (double x = -20 + (row % 2) * size * 0.6; x < 1640; x += size * 1.5) {
                c.fill(Canvas.mix(0x4A1216, 0x12060A, row / 4.0), Canvas.box(x, y, size * 1.2, 150));
                if (c.chance(0.82)) {
                    c.fill(
                            Canvas.mix(0x2A1814, 0x060405, row / 4.0),
                            Canvas.oval(x + size * 0.6, y - size * 0.2, size * 0.34, size * 0.44));
                }
            }
        }
        return Film.NIGHT;
    }

    private static Film museumDoors(Canvas c) {
        c.wash(0, 860, 0xBDB4A4, 0xD9D2C4, 0xA79D8E);
        c.light(800, 120, 800, 560, 0xFFF1D4, 0.35);
        c.fill(0x6E675C, Canvas.poly(0, 0, 210, 110, 210, 850, 0, 980));
        c.fill(0x857D70, Canvas.poly(1600, 0, 1390, 110, 1390, 850, 1600, 980));
        c.g.setPaint(Canvas.vertical(850, 1067, 0x9A8C78, 0x4F463A));
        c.g.fill(Canvas.poly(0, 980, 210, 850, 1390, 850, 1600, 980, 1600, 1067, 0, 1067));
        c.fill(0x3A2A1C, Canvas.box(470, 110, 660, 740));
        for (int leaf = 0; leaf < 2; leaf++) {
            double x = 490 + leaf * 314;
            c.g.setPaint(Canvas.gradient(x, 0, x + 306, 0, 0x5A3C22, 0x8A6036, 0x4C321C));
            c.g.fill(Canvas.box(x, 126, 306, 724));
            for (int row = 0; row < 5; row++) {
                for (int column = 0; column < 2; column++) {
                    carving(c, x + 18 + column * 140, 146 + row * 140, 128, row + column + leaf);
                }
            }
        }
        c.texture(110, 850, 7, 60, 0.12);
        for (int i = 0; i < 3; i++) {
            double x = 560 + i * 240;
            c.fill(0xFFF4DA, 0.10, Canvas.poly(x - 12, 0, x + 12, 0, x + 190, 850, x - 190, 850));
            c.light(x, 6, 60, 30, 0xFFFFFF, 0.8);
        }
        c.light(800, 470, 520, 460, 0xFFE0A8, 0.22);
        c.line(0x7A2A2A, 1, 9, 300, 880, 560, 910);
        c.line(0x7A2A2A, 1, 9, 1300, 880, 1040, 910);
        for (double x : new double[] {300, 560, 1040, 1300}) {
            c.line(0xB89A5A, 1, 12, x, 860, x, 985);
            c.fill(0xB89A5A, Canvas.oval(x, 988, 34, 8));
        }
        Props.person(c, 690, 985, 330, 0x23252B);
        Props.person(c, 770, 1000, 300, 0x5A2E2A);
        Props.person(c, 1010, 980, 320, 0x2A3440);
        Props.person(c, 1120, 1010, 230, 0x40342A);
        c.fill(0x2A241C, 0.3, Canvas.oval(760, 1004, 180, 16));
        return Film.WARM;
    }

    private static Film ballotBox(Canvas c) {
        c.wash(0, 700, 0x8E9A94, 0xB9BDB0, 0x9A988A);
        for (int i = 0; i < 4; i++) {
            double x = 60 + i * 400;
            c.g.setPaint(Canvas.vertical(60, 480, 0xEFF4F2, 0xC9D6D6));
            c.g.fill(Canvas.box(x, 60, 240, 420));
            c.line(0x7A7F78, 1, 8, x + 120, 60, x + 120, 480);
            c.line(0x7A7F78, 1, 8, x, 270, x + 240, 270);
        }
        for (int i = 0; i < 3; i++) {
            double x = 180 + i * 480;
            c.fill(0x4F6A7A, Canvas.box(x, 420, 260, 270));
            c.fill(0x3B5262, Canvas.poly(x, 420, x + 30, 440, x + 30, 690, x, 690));
            Props.person(c, x + 140, 720, 330, Canvas.mix(0x2A2E36, 0x6A4A3A, i * 0.4));
            c.fill(0x46606F, Canvas.box(x + 40, 560, 220, 140));
        }
        for (int i = 0; i < 8; i++) {
            Props.person(
                    c, 60 + i * 210 + c.between(-30, 30), 730, 300, Canvas.mix(0x3A3F46, 0x7A5A48, c.between(0, 1)));
        }
        c.blur(10);
        c.g.setPaint(Canvas.vertical(790, 1067, 0x8A6A48, 0x4E3824));
        c.g.fill(Canvas.box(0, 800, 1600, 267));
        c.texture(800, Canvas.HEIGHT, 160, 6, 0.14);
        c.fill(0x000000, 0.3, Canvas.oval(810, 960, 440, 40));
        c.g.setPaint(Canvas.gradient(460, 0, 1160, 0, 0xD8DEDC, 0xF4F6F3, 0xAEB8B8));
        c.g.fill(Canvas.poly(480, 520, 1140, 520, 1110, 950, 510, 950));
        c.g.setPaint(Canvas.vertical(440, 520, 0xE9ECE8, 0xC4CBC9));
        c.g.fill(Canvas.poly(540, 446, 1080, 446, 1140, 520, 480, 520));
        c.fill(0x14181C, Canvas.poly(690, 474, 930, 474, 940, 492, 680, 492));
        c.outline(0x1F4E79, 0.9, 16, Canvas.box(600, 610, 420, 230));
        c.fill(0x1F4E79, Canvas.box(630, 646, 360, 40));
        for (int i = 0; i < 3; i++) {
            c.fill(0x6A7A88, 0.8, Canvas.box(630, 716 + i * 34, 360 - i * 70, 12));
        }
        c.fill(0xB03A2E, Canvas.oval(1060, 560, 24, 24));
        c.line(0xB03A2E, 1, 5, 1060, 560, 1084, 520);
        c.g.setPaint(Canvas.gradient(700, 300, 920, 480, 0xFDFCF6, 0xE4E0D2));
        c.g.fill(Canvas.poly(720, 268, 930, 300, 912, 484, 702, 484));
        for (int i = 0; i < 4; i++) {
            c.line(0x9AA0A4, 0.8, 4, 748, 322 + i * 34, 880, 340 + i * 34);
            c.outline(0x6A7076, 0.8, 3, Canvas.box(728, 312 + i * 34, 13, 13));
        }
        Path2D hand = new Path2D.Double();
        hand.moveTo(1250, 60);
        hand.curveTo(1130, 170, 1010, 210, 930, 268);
        hand.curveTo(880, 292, 868, 330, 892, 352);
        hand.curveTo(930, 350, 960, 372, 1000, 366);
        hand.curveTo(1100, 330, 1210, 300, 1420, 190);
        hand.closePath();
        c.g.setPaint(Canvas.gradient(900, 200, 1350, 330, 0xC99372, 0xA9745A, 0x7A4E3A));
        c.g.fill(hand);
        c.g.setPaint(Canvas.gradient(1150, 100, 1600, 300, 0x2E3E52, 0x1A2534));
        c.g.fill(Canvas.poly(1160, 90, 1600, -160, 1600, 240, 1330, 300));
        c.outline(0x6A4030, 0.5, 4, Canvas.poly(930, 300, 980, 318, 1050, 312));
        return Film.NEUTRAL;
    }

    private static Film cinema(Canvas c) {
        c.wash(0, Canvas.HEIGHT, 0x06070C, 0x0E1018);
        c.g.setPaint(Canvas.vertical(130, 620, 0xB7CBD8, 0x7C94A6, 0xC9A98A));
        c.g.fill(Canvas.box(260, 130, 1080, 500));
        c.g.setClip(Canvas.box(260, 130, 1080, 500));
        c.ridge(520, 150, 330, 0x5A6F80, 0x8A94A0);
        c.ridge(600, 90, 240, 0x2E3C48, 0x46525C);
        Props.person(c, 620, 640, 260, 0x11161C);
        c.fill(0x11161C, Canvas.poly(700, 640, 1100, 590, 1340, 600, 1340, 640));
        c.g.setClip(null);
        c.blur(2);
        c.light(800, 380, 820, 520, 0x9FBAD0, 0.22);
        for (int i = 0; i < 5; i++) {
            c.fill(0xDCE8F2, 0.035, Canvas.poly(800, 1067, 240 + i * 12, 100, 1360 - i * 12, 100));
        }
        for (int row = 0; row < 6; row++) {
            double y = 700 + row * 64;
            double size = 30 + row * 11;
            for (double x = -20 + (row % 2) * size; x < 1640; x += size * 2.1) {
                int seat = Canvas.mix(0x3A2026, 0x08070A, row / 6.0);
                c.fill(seat, Canvas.poly(x, y, x + size * 1.6, y, x + size * 1.7, y + 160, x - size * 0.1, y + 160));
                if (c.chance(0.7)) {
                    c.fill(
                            Canvas.mix(0x1F232C, 0x050608, row / 6.0),
                            Canvas.oval(x + size * 0.8, y - size * 0.3, size * 0.42, size * 0.54));
                    c.line(0xA9C0D0, 0.35, 2, x + size * 0.5, y - size * 0.72, x + size * 1.1, y - size * 0.72);
                }
            }
        }
        return Film.NIGHT;
    }

    private static void carving(Canvas c, double x, double y, double size, int kind) {
        c.fill(0x3C2614, Canvas.box(x, y, size, size));
        c.g.setPaint(Canvas.gradient(x, y, x + size, y + size, 0x9A6C3C, 0x5A3A1E));
        c.g.fill(Canvas.box(x + 6, y + 6, size - 12, size - 12));
        double cx = x + size / 2;
        double cy = y + size / 2;
        for (int i = 0; i < 8; i++) {
            double angle = i * Math.PI / 4 + kind * 0.2;
            double reach = size * (kind % 3 == 0 ? 0.34 : 0.28);
            Path2D leaf = new Path2D.Double();
            leaf.moveTo(cx, cy);
            leaf.quadTo(
                    cx + Math.cos(angle - 0.4) * reach,
                    cy + Math.sin(angle - 0.4) * reach,
                    cx + Math.cos(angle) * reach * 1.2,
                    cy + Math.sin(angle) * reach * 1.2);
            leaf.quadTo(cx + Math.cos(angle + 0.4) * reach, cy + Math.sin(angle + 0.4) * reach, cx, cy);
            c.fill(i % 2 == 0 ? 0xC08E54 : 0x8A5E32, leaf);
            c.outline(0x2C1A0C, 0.6, 2, leaf);
        }
        c.fill(kind % 2 == 0 ? 0xD0A066 : 0x4A2E18, Canvas.oval(cx, cy, size * 0.11, size * 0.11));
        c.outline(0x2C1A0C, 0.7, 3, Canvas.oval(cx, cy, size * 0.42, size * 0.42));
    }

    private static void hanging(Canvas c, double x, double top, double height, int[] bands) {
        c.line(0xB89A5A, 1, 8, x, top - 40, x, top + height + 120);
        c.fill(0xD9BE7A, Canvas.oval(x, top - 46, 12, 16));
        for (int strip = 0; strip < 24; strip++) {
            double t = strip / 24.0;
            double fold = 0.5 + 0.5 * Math.sin(t * 17 + x);
            double w = 110;
            for (int band = 0; band < 3; band++) {
                c.fill(
                        Canvas.mix(bands[band], 0x05070C, 0.1 + fold * 0.45),
                        Canvas.box(
                                x + t * w,
                                top + band * height / 3 + t * 60 * (band == 0 ? 1 : 1),
                                w / 24 + 1,
                                height / 3 + 1));
            }
        }
    }
}
