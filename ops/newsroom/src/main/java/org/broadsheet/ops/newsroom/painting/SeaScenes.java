package org.broadsheet.ops.newsroom.painting;

import java.awt.geom.Path2D;
import java.util.Map;

/// Harbours, ships and open water.
final class SeaScenes {

    private SeaScenes() {}

    static void into(Map<String, Scene> scenes) {
        scenes.put("harbour-queue", SeaScenes::harbourQueue);
        scenes.put("harbour-cranes", SeaScenes::harbourCranes);
        scenes.put("pilot-boat", SeaScenes::pilotBoat);
        scenes.put("fishing-boats", SeaScenes::fishingBoats);
        scenes.put("ferry-library", SeaScenes::ferryLibrary);
        scenes.put("wind-farm", SeaScenes::windFarm);
        scenes.put("salt-flats", SeaScenes::saltFlats);
        scenes.put("bulk-carrier", SeaScenes::bulkCarrier);
    }

    /// Ships at anchor in rows at dusk.
    private static Film harbourQueue(Canvas c) {
        double horizon = 585;
        c.wash(0, horizon, 0x3C4E69, 0x6F7F95, 0xC9A88C, 0xF2C391);
        c.clouds(20, 430, 420, 95, 0.5, 0x55607A, 0.75);
        c.clouds(260, 560, 520, 46, 0.45, 0xE8A57A, 0.55);
        c.light(1090, 560, 620, 330, 0xFF9E4A, 0.55);
        c.light(1090, 566, 120, 90, 0xFFE3B0, 0.9);
        c.ridge(horizon - 6, 74, 420, 0x8C8790, 0xA99486);
        c.ridge(horizon - 2, 44, 300, 0x5F6270, 0x7E7371);
        c.haze(horizon - 150, horizon, 0xE9B88C, 0, 0.45);
        for (int i = 0; i < 9; i++) {
            Props.containerShip(
                    c,
                    -40 + i * 186 + c.between(-24, 24),
                    horizon - c.between(0, 3),
                    c.between(96, 136),
                    c.chance(0.5),
                    0xB99B88,
                    0.5);
        }
        for (int i = 0; i < 4; i++) {
            Props.containerShip(
                    c,
                    20 + i * 400 + c.between(-60, 60),
                    horizon + 4,
                    c.between(240, 300),
                    c.chance(0.4),
                    0x8E7F7E,
                    0.28);
        }
        c.blur(1);
        c.water(horizon + 4, 0x2B3B50, 0.8, 30);
        c.glints(horizon + 20, Canvas.HEIGHT, 1090, 120, 0xFFD29A, 620);
        Props.containerShip(c, 300, 772, 760, false, 0x40465A, 0.18);
        c.haze(760, 800, 0x20283A, 0.0, 0.5);
        c.glints(790, Canvas.HEIGHT, 700, 420, 0x91A2B8, 260);
        return Film.DUSK;
    }

    /// Cranes over a berth in the morning.
    private static Film harbourCranes(Canvas c) {
        double horizon = 640;
        c.wash(0, horizon, 0x5B7C9E, 0xA9BFCE, 0xEAD9C2);
        c.clouds(0, 420, 360, 120, 0.55, 0xF4F1EC, 0.8);
        c.light(320, 560, 700, 420, 0xFFD8A0, 0.4);
        c.ridge(horizon - 4, 60, 380, 0x94A3AE, 0xBFB9B0);
        c.haze(horizon - 200, horizon, 0xF0DFC8, 0, 0.5);
        for (int i = 0; i < 6; i++) {
            Props.crane(c, 140 + i * 150, horizon, 240, true, 0x7F8C99);
        }
        c.haze(horizon - 260, horizon, 0xE6DBCB, 0.1, 0.35);
        Props.containerShip(c, 520, horizon + 6, 900, true, 0x9AA3AA, 0.12);
        Props.crane(c, 420, horizon + 14, 520, true, 0x38475A);
        Props.crane(c, 860, horizon + 14, 540, true, 0x9A3B2E);
        c.water(horizon + 8, 0x3C566B, 0.74, 26);
        c.glints(horizon + 20, Canvas.HEIGHT, 320, 260, 0xFFEFD2, 420);
        c.fill(0x262B31, Canvas.poly(0, 915, 620, 980, 760, Canvas.HEIGHT, 0, Canvas.HEIGHT));
        c.texture(915, Canvas.HEIGHT, 26, 5, 0.12);
        for (int i = 0; i < 5; i++) {
            double x = 60 + i * 120;
            c.fill(0x15181C, Canvas.box(x, 902 + i * 13, 26, 34));
            c.fill(0x1C2026, Canvas.oval(x + 13, 902 + i * 13, 19, 8));
        }
        return Film.NEUTRAL;
    }

    /// A pilot's boat in a swell, a tanker behind.
    private static Film pilotBoat(Canvas c) {
        double horizon = 430;
        c.wash(0, horizon, 0x5E6B78, 0x8E99A1, 0xC3C7C6);
        c.clouds(0, 420, 500, 120, 0.75, 0x78838D, 0.8);
        Props.containerShip(c, 820, horizon + 6, 560, false, 0xA3AAAE, 0.5);
        c.haze(horizon - 180, horizon + 10, 0xC2C8C9, 0, 0.5);
        c.blur(2);
        c.water(horizon, 0x40545C, 0.35, 60);
        swell(c, horizon, 9, 0x33474F, 0x8FA3A8);
        double x = 420;
        double y = 735;
        Path2D hull = new Path2D.Double();
        hull.moveTo(x, y - 70);
        hull.curveTo(x + 40, y + 70, x + 120, y + 80, x + 180, y + 84);
        hull.lineTo(x + 610, y + 70);
        hull.curveTo(x + 660, y + 20, x + 700, y - 60, x + 742, y - 132);
        hull.curveTo(x + 560, y - 70, x + 300, y - 66, x, y - 70);
        hull.closePath();
        c.g.setPaint(Canvas.vertical(y - 130, y + 90, 0x2F4A68, 0x14202E));
        c.g.fill(hull);
        c.line(0xE8E3D6, 0.9, 7, x + 6, y - 64, x + 700, y - 100);
        c.fill(0xD8472B, Canvas.poly(x + 170, y - 70, x + 470, y - 82, x + 430, y - 210, x + 200, y - 200));
        c.fill(0x16242F, Canvas.poly(x + 190, y - 140, x + 448, y - 148, x + 432, y - 196, x + 206, y - 188));
        for (int i = 1; i < 5; i++) {
            c.line(0xD8472B, 1, 7, x + 194 + i * 50, y - 138, x + 202 + i * 46, y - 196);
        }
        c.fill(0xE5E0D4, Canvas.poly(x + 190, y - 200, x + 446, y - 210, x + 436, y - 226, x + 200, y - 218));
        c.line(0x2A2F36, 1, 6, x + 300, y - 220, x + 296, y - 360);
        c.line(0x2A2F36, 1, 4, x + 250, y - 300, x + 346, y - 306);
        c.light(x + 296, y - 356, 26, 26, 0xFFE9C0, 0.8);
        Props.person(c, x + 540, y - 80, 120, 0x1D1F24);
        Props.person(c, x + 590, y - 86, 118, 0xB8521E);
        spray(c, x + 640, y + 40, 170, 900);
        spray(c, x + 60, y + 70, 140, 420);
        return Film.COLD;
    }

    /// Fishing boats putting out at dawn.
    private static Film fishingBoats(Canvas c) {
        double horizon = 520;
        c.wash(0, horizon, 0x36507C, 0x8C86A4, 0xE9A18C, 0xFBD2A0);
        c.clouds(60, 420, 600, 60, 0.5, 0xD98A86, 0.7);
        c.light(560, 515, 760, 380, 0xFFAF62, 0.5);
        c.light(560, 508, 70, 66, 0xFFF0C8, 1);
        c.ridge(horizon - 2, 90, 520, 0x5B5A78, 0x87738A);
        c.haze(horizon - 120, horizon, 0xF6BE92, 0, 0.4);
        for (int i = 0; i < 6; i++) {
            trawler(c, 180 + i * 230 + c.between(-50, 50), horizon + 3, c.between(44, 76), 0x584D5C);
        }
        c.water(horizon + 2, 0x35466A, 0.85, 34);
        c.glints(horizon + 10, Canvas.HEIGHT, 560, 90, 0xFFE3AE, 700);
        trawler(c, 1000, 800, 330, 0x1C2230);
        c.fill(0x10141F, 0.55, Canvas.oval(1000 + 150, 806, 210, 20));
        trawler(c, 250, 690, 190, 0x2A2C3D);
        c.fill(0x141928, 0.5, Canvas.oval(340, 693, 120, 9));
        for (int i = 0; i < 26; i++) {
            double x = 1000 + c.between(-60, 420);
            double y = 560 + c.between(-170, 130);
            double w = c.between(6, 15);
            c.line(0x252431, 0.85, 2, x, y, x - w, y - w * 0.45);
            c.line(0x252431, 0.85, 2, x, y, x + w, y - w * 0.4);
        }
        return Film.DUSK;
    }

    /// An old ferry at its berth after dark, its windows full of shelves.
    private static Film ferryLibrary(Canvas c) {
        double horizon = 720;
        c.wash(0, horizon, 0x0E1A33, 0x263A5C, 0x5B6482);
        c.clouds(0, 520, 520, 130, 0.5, 0x2B3553, 0.8);
        for (double x = -20; x < Canvas.WIDTH; x += c.between(50, 96)) {
            Props.block(c, x, 560 - c.between(0, 130), c.between(46, 90), horizon, 0x1B2338, 0xFFC873, 0.28);
        }
        c.haze(500, horizon, 0x4C5878, 0, 0.4);
        c.blur(2);
        int white = 0xBFB9AC;
        c.g.setPaint(Canvas.vertical(590, 730, 0x2F5C63, 0x12282E));
        c.g.fill(Canvas.poly(150, 590, 1440, 590, 1500, 575, 1440, 726, 220, 726));
        c.g.setPaint(Canvas.vertical(400, 590, 0x9F998F, white));
        c.g.fill(Canvas.poly(210, 590, 1380, 590, 1350, 480, 240, 480));
        c.g.fill(Canvas.poly(330, 480, 1240, 480, 1210, 390, 360, 390));
        c.g.fill(Canvas.poly(900, 390, 1130, 390, 1110, 318, 920, 318));
        c.fill(0xB4412F, Canvas.poly(600, 390, 720, 390, 706, 262, 616, 262));
        c.fill(0x16181C, Canvas.poly(611, 300, 710, 300, 706, 262, 616, 262));
        for (int row = 0; row < 2; row++) {
            double y = row == 0 ? 508 : 412;
            double from = row == 0 ? 270 : 390;
            double to = row == 0 ? 1320 : 1170;
            for (double x = from; x < to; x += 62) {
                c.fill(0xFFD48A, Canvas.box(x, y, 46, 54));
                for (int shelf = 0; shelf < 3; shelf++) {
                    for (double book = x + 2; book < x + 42; book += c.between(4, 8)) {
                        c.fill(
                                Canvas.mix(0x5B3A22, 0xC98A4A, c.between(0, 1)),
                                Canvas.box(book, y + 4 + shelf * 17, 4, c.between(9, 14)));
                    }
                }
                c.light(x + 23, y + 26, 60, 60, 0xFFB858, 0.12);
            }
        }
        for (int i = 0; i <= 26; i++) {
            double t = i / 26.0;
            double x = 240 + t * 1100;
            double y = 330 - Math.abs(0.45 - t) * -120 + Math.sin(t * Math.PI) * -70;
            c.light(x, y, 22, 22, 0xFFD58C, 0.9);
        }
        c.water(726, 0x0B1626, 0.85, 34);
        c.fill(0x0B0F18, Canvas.box(0, 1000, Canvas.WIDTH, 67));
        for (int i = 0; i < 11; i++) {
            Props.person(c, 90 + i * 140 + c.between(-40, 40), 1030, c.between(130, 156), 0x0A0D15);
        }
        return Film.NIGHT;
    }

    /// Turbines at sea, rank behind rank.
    private static Film windFarm(Canvas c) {
        double horizon = 690;
        c.wash(0, horizon, 0x3A6A96, 0x7EA3BE, 0xC9CFCF);
        c.clouds(0, 560, 460, 150, 0.5, 0xFBFAF7, 0.85);
        c.light(1420, 330, 520, 380, 0xFFF0D0, 0.25);
        for (int rank = 0; rank < 5; rank++) {
            double t = rank / 4.0;
            int tone = Canvas.mix(0x93A5B3, 0xDADDDC, t);
            for (int i = 0; i < 7 - rank; i++) {
                double x = 80 + rank * 60 + i * (230 + t * 190);
                Props.turbine(c, x, horizon + t * 6, 120 + t * t * 470, tone);
            }
            c.haze(horizon - 300, horizon, 0xD5DDDF, 0, 0.16);
        }
        c.water(horizon, 0x2F5A74, 0.42, 40);
        swell(c, horizon + 30, 5, 0x2B5068, 0xA9C3CF);
        trawler(c, 620, 760, 130, 0x24384A);
        return Film.NEUTRAL;
    }

    /// Salt flats under a hard sky, a column of cars far out.
    private static Film saltFlats(Canvas c) {
        double horizon = 470;
        c.wash(0, horizon, 0x4A86BC, 0x9CC3DC, 0xEBE7DA);
        c.clouds(60, 420, 520, 70, 0.35, 0xFFFFFF, 0.8);
        c.ridge(horizon, 74, 300, 0x8F93A4, 0xB9AEA6);
        c.ridge(horizon + 4, 34, 200, 0x9C8C80, 0xC4B6A4);
        c.haze(horizon - 90, horizon + 6, 0xF3ECDD, 0, 0.55);
        c.wash(horizon, Canvas.HEIGHT, 0xE9E4D8, 0xD8D2C6, 0xB9B2A8);
        c.texture(horizon, Canvas.HEIGHT, 90, 9, 0.13);
        for (double y = horizon + 14; y < Canvas.HEIGHT; y += 6 + (y - horizon) * 0.16) {
            double near = (y - horizon) / (Canvas.HEIGHT - horizon);
            double previousX = -60;
            double previousY = y;
            double step = 20 + near * 190;
            for (double x = -60 + c.between(0, step); x < Canvas.WIDTH + step; x += step * c.between(0.7, 1.3)) {
                double ny = y + c.between(-1, 1) * near * 26;
                c.line(0x8F877B, 0.25 + near * 0.4, 0.8 + near * 3, previousX, previousY, x, ny);
                c.line(
                        0x8F877B,
                        0.2 + near * 0.35,
                        0.6 + near * 2,
                        x,
                        ny,
                        x + c.between(-30, 30) * near * 3,
                        ny + 10 + near * 90);
                previousX = x;
                previousY = ny;
            }
        }
        for (int i = 0; i < 6; i++) {
            double x = 700 + i * 52;
            c.fill(0x23262B, Canvas.box(x, horizon + 20 - i * 1.2, 30, 9));
            c.fill(0x3A424B, Canvas.box(x + 7, horizon + 13 - i * 1.2, 16, 8));
        }
        c.light(660, horizon + 16, 110, 26, 0xFFF6E4, 0.4);
        flagTents(c, horizon);
        return Film.WARM;
    }

    /// A laden bulk carrier hard aground, tugs around it.
    private static Film bulkCarrier(Canvas c) {
        double horizon = 560;
        c.wash(0, horizon, 0x68798A, 0xA3ADB2, 0xD7D4CB);
        c.clouds(0, 500, 420, 110, 0.65, 0x8B959C, 0.7);
        c.ridge(horizon, 110, 500, 0x7D8A8C, 0xA1A49D);
        c.haze(horizon - 160, horizon, 0xD3D3CB, 0, 0.45);
        c.blur(1);
        double y = horizon + 40;
        c.g.setPaint(Canvas.vertical(y - 130, y + 10, 0x6E2A22, 0x3B1815));
        c.g.fill(Canvas.poly(260, y - 84, 1330, y - 104, 1420, y - 140, 1360, y, 300, y));
        for (int i = 0; i < 6; i++) {
            double x = 480 + i * 138;
            c.fill(
                    0x8C8578,
                    Canvas.poly(
                            x,
                            y - 92 - i * 2,
                            x + 100,
                            y - 94 - i * 2,
                            x + 92,
                            y - 116 - i * 2,
                            x + 10,
                            y - 114 - i * 2));
            c.line(0xBBA05A, 1, 7, x + 114, y - 94 - i * 2, x + 112, y - 180);
            c.line(0xBBA05A, 1, 5, x + 112, y - 176, x + 46, y - 214);
        }
        c.fill(0xCFC9BB, Canvas.box(300, y - 230, 120, 150));
        for (int i = 0; i < 5; i++) {
            c.fill(0x28323A, Canvas.box(308, y - 218 + i * 27, 104, 9));
        }
        c.fill(0x2D5C4A, Canvas.box(330, y - 270, 46, 44));
        c.water(y - 2, 0x4D5F60, 0.5, 40);
        swell(c, y + 30, 6, 0x46585A, 0xA8B5B2);
        trawler(c, 120, 720, 180, 0x9E3A22);
        trawler(c, 1150, 780, 260, 0x22435C);
        c.line(0x2A2622, 0.8, 2.5, 1250, 740, 1390, y - 120);
        return Film.COLD;
    }

    private static void flagTents(Canvas c, double horizon) {
        for (int i = 0; i < 3; i++) {
            double x = 300 + i * 90;
            c.fill(0xF6F3EA, Canvas.poly(x, horizon + 30, x + 38, horizon + 2, x + 76, horizon + 30));
            c.fill(0xCFC8BA, Canvas.poly(x + 38, horizon + 2, x + 76, horizon + 30, x + 50, horizon + 30));
        }
        Props.flag(c, 284, horizon + 32, horizon - 40, 44, 0x1F4E79, 0xF2F2F2, 0x2F7D5B);
    }

    private static void trawler(Canvas c, double x, double y, double length, int tone) {
        Path2D hull = new Path2D.Double();
        hull.moveTo(x, y - length * 0.12);
        hull.lineTo(x + length * 0.7, y - length * 0.12);
        hull.quadTo(x + length * 0.9, y - length * 0.14, x + length, y - length * 0.26);
        hull.quadTo(x + length * 0.94, y - length * 0.05, x + length * 0.84, y);
        hull.lineTo(x + length * 0.06, y);
        hull.closePath();
        c.g.setPaint(Canvas.vertical(y - length * 0.26, y, Canvas.mix(tone, 0x8A8A90, 0.25), Canvas.mix(tone, 0, 0.3)));
        c.g.fill(hull);
        int cabin = Canvas.mix(tone, 0xD8D2C4, 0.55);
        c.fill(cabin, Canvas.box(x + length * 0.5, y - length * 0.32, length * 0.2, length * 0.2));
        c.fill(
                Canvas.mix(tone, 0, 0.4),
                Canvas.box(x + length * 0.52, y - length * 0.29, length * 0.16, length * 0.06));
        double line = Math.max(1, length * 0.012);
        c.line(tone, 1, line, x + length * 0.3, y - length * 0.12, x + length * 0.3, y - length * 0.55);
        c.line(tone, 1, line, x + length * 0.3, y - length * 0.55, x + length * 0.02, y - length * 0.3);
        c.line(tone, 0.8, line * 0.5, x + length * 0.3, y - length * 0.55, x + length * 0.98, y - length * 0.26);
        c.line(tone, 0.8, line * 0.5, x + length * 0.3, y - length * 0.55, x, y - length * 0.12);
        c.line(tone, 1, line, x + length * 0.6, y - length * 0.32, x + length * 0.6, y - length * 0.48);
    }

    private static void swell(Canvas c, double horizon, int rows, int deep, int crest) {
        for (int row = 0; row < rows; row++) {
            double t = (row + 1.0) / rows;
            double y = horizon + Math.pow(t, 1.6) * (Canvas.HEIGHT - horizon);
            double height = 6 + t * 46;
            double shift = c.between(0, 90);
            Path2D wave = new Path2D.Double();
            wave.moveTo(0, y + height * 1.6);
            for (int x = 0; x <= Canvas.WIDTH; x += 8) {
                wave.lineTo(x, y - height * (c.noise.cloud(x / (60 + t * 260) + shift, row * 3.1, 3) - 0.5) * 2);
            }
            wave.lineTo(Canvas.WIDTH, y + height * 1.6);
            wave.closePath();
            c.g.setPaint(Canvas.vertical(y - height, y + height * 1.6, Canvas.mix(deep, crest, 0.4), deep));
            c.g.setComposite(java.awt.AlphaComposite.getInstance(java.awt.AlphaComposite.SRC_OVER, 0.45f));
            c.g.fill(wave);
            c.g.setComposite(java.awt.AlphaComposite.SrcOver);
            for (int i = 0; i < 40; i++) {
                double x = c.between(0, Canvas.WIDTH);
                double top = y - height * (c.noise.cloud(x / (60 + t * 260) + shift, row * 3.1, 3) - 0.5) * 2;
                c.line(
                        0xE8EEEE,
                        c.between(0.1, 0.5),
                        1 + t * 2.4,
                        x,
                        top + 1,
                        x + c.between(6, 20 + t * 60),
                        top + c.between(0, 5));
            }
        }
    }

    private static void spray(Canvas c, double x, double y, double spread, int drops) {
        for (int i = 0; i < drops; i++) {
            double dx = c.random.nextGaussian() * spread;
            double dy = -Math.abs(c.random.nextGaussian())
                    * spread
                    * 0.42
                    * Math.max(0.1, 1 - Math.abs(dx) / (2.2 * spread));
            double size = c.between(1, 7);
            c.fill(0xF2F5F5, c.between(0.08, 0.5), Canvas.oval(x + dx, y + dy + 26, size * 1.6, size));
        }
    }
}
