package org.broadsheet.ops.newsroom.painting;

/// Stands, grounds and people who play on them.
final class SportProps {

    private SportProps() {}

    static void stand(Canvas c, double top, double bottom, double dark) {
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

    static void field(Canvas c, double top, double nearHalf, double reach) {
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

    static void players(Canvas c, double top, double bottom, int count) {
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

    static void footballer(Canvas c, double x, double foot, double height, int shirt, int shorts) {
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

    static void boxer(Canvas c, double x, double foot, int way, int trunks) {
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

    static void rider(Canvas c, double x, double y, double size, int tone) {
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
