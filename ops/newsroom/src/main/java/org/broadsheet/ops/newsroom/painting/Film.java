package org.broadsheet.ops.newsroom.painting;

/// The film a scene is developed on: contrast, tone of shadows and lights, bloom, vignette and grain.
///
/// @param shadows the tone laid into the dark
/// @param lights the tone laid into the bright
/// @param contrast 1 leaves it
/// @param saturation 1 leaves it, 0 is black and white
/// @param vignette 0 none to 1 strong
/// @param grain standard deviation in steps of 255
/// @param bloom how far bright spots spill over
record Film(int shadows, int lights, float contrast, float saturation, float vignette, float grain, float bloom) {

    static final Film NEUTRAL = new Film(0x14202C, 0xFFF4E2, 1.12f, 0.92f, 0.34f, 6.5f, 0.28f);
    static final Film DUSK = new Film(0x101A33, 0xFFD9A8, 1.14f, 1.0f, 0.42f, 7.5f, 0.5f);
    static final Film COLD = new Film(0x10222E, 0xE8F2FA, 1.1f, 0.78f, 0.36f, 7, 0.25f);
    static final Film NIGHT = new Film(0x0A1020, 0xFFE2B8, 1.16f, 0.98f, 0.5f, 9, 0.7f);
    static final Film WARM = new Film(0x1C1610, 0xFFECC8, 1.12f, 0.96f, 0.38f, 6.5f, 0.3f);

    /// Develops the canvas in place.
    void develop(Canvas canvas) {
        int[] pixels = canvas.pixels;
        Lens.blur(pixels, Canvas.WIDTH, Canvas.HEIGHT, 1, 1);
        int[] spill = spill(pixels);
        int spillWidth = Canvas.WIDTH / 8;
        int spillHeight = (Canvas.HEIGHT + 7) / 8;
        int seed = canvas.random.nextInt() | 1;
        for (int y = 0; y < Canvas.HEIGHT; y++) {
            float dy = (y - Canvas.HEIGHT / 2.0f) / (Canvas.HEIGHT / 2.0f);
            for (int x = 0; x < Canvas.WIDTH; x++) {
                int at = y * Canvas.WIDTH + x;
                int p = pixels[at];
                int s = spillAt(spill, spillWidth, spillHeight, x, y);
                float red = (p >> 16 & 255) + (s >> 16 & 255) * bloom;
                float green = (p >> 8 & 255) + (s >> 8 & 255) * bloom;
                float blue = (p & 255) + (s & 255) * bloom;
                float luma = 0.3f * red + 0.59f * green + 0.11f * blue;
                red = luma + (red - luma) * saturation;
                green = luma + (green - luma) * saturation;
                blue = luma + (blue - luma) * saturation;
                float bright = Math.min(1, luma / 255);
                float dark = (1 - bright) * (1 - bright) * 0.3f;
                float high = bright * bright * 0.16f;
                red = tone(red, shadows >> 16 & 255, lights >> 16 & 255, dark, high);
                green = tone(green, shadows >> 8 & 255, lights >> 8 & 255, dark, high);
                blue = tone(blue, shadows & 255, lights & 255, dark, high);
                float dx = (x - Canvas.WIDTH / 2.0f) / (Canvas.WIDTH / 2.0f);
                float edge = 1 - vignette * Math.max(0, (dx * dx + dy * dy) * 0.5f - 0.12f);
                seed ^= seed << 13;
                seed ^= seed >>> 17;
                seed ^= seed << 5;
                float noise = ((seed & 0xFF) + (seed >> 8 & 0xFF) + (seed >> 16 & 0xFF) - 382.5f)
                        / 128
                        * grain
                        * (1.1f - bright * 0.7f);
                pixels[at] = Canvas.clamp((int) (red * edge + noise)) << 16
                        | Canvas.clamp((int) (green * edge + noise)) << 8
                        | Canvas.clamp((int) (blue * edge + noise));
            }
        }
    }

    private float tone(float value, int shadow, int light, float dark, float high) {
        float contrasted = (value - 118) * contrast + 118;
        return contrasted * (1 - dark - high) + (shadow * 1.6f) * dark + light * high;
    }

    /// What the brightest parts throw over their surroundings, an eighth of the size.
    private static int[] spill(int[] pixels) {
        int width = Canvas.WIDTH / 8;
        int height = (Canvas.HEIGHT + 7) / 8;
        int[] small = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int red = 0;
                int green = 0;
                int blue = 0;
                for (int i = 0; i < 8; i++) {
                    int p = pixels[Math.min(Canvas.HEIGHT - 1, y * 8 + i) * Canvas.WIDTH + x * 8 + i];
                    red += Math.max(0, (p >> 16 & 255) - 150);
                    green += Math.max(0, (p >> 8 & 255) - 150);
                    blue += Math.max(0, (p & 255) - 150);
                }
                small[y * width + x] = red / 8 << 16 | green / 8 << 8 | blue / 8;
            }
        }
        Lens.blur(small, width, height, 5);
        return small;
    }

    private static int spillAt(int[] spill, int width, int height, int x, int y) {
        return spill[Math.min(height - 1, y >> 3) * width + Math.min(width - 1, x >> 3)];
    }
}
