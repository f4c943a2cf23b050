package org.broadsheet.cms;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Invented photographs: a sky over a sea.
public final class Photographs {

    private Photographs() {}

    /// A JPEG, different for each number.
    public static byte[] jpeg(int width, int height, int number) {
        return bytes(draw(width, height, number, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    public static byte[] png(int width, int height, int number) {
        return bytes(draw(width, height, number, BufferedImage.TYPE_INT_ARGB), "png");
    }

    private static BufferedImage draw(int width, int height, int number, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D pen = picture.createGraphics();
        float hue = number * 0.137f % 1;
        pen.setPaint(new GradientPaint(
                0,
                0,
                Color.getHSBColor(hue, 0.45f, 0.55f),
                0,
                height * 0.6f,
                Color.getHSBColor(hue + 0.5f, 0.3f, 0.9f)));
        pen.fillRect(0, 0, width, height);
        pen.setPaint(new GradientPaint(
                0, height * 0.55f, Color.getHSBColor(hue, 0.5f, 0.45f), 0, height, Color.getHSBColor(hue, 0.6f, 0.2f)));
        pen.fillRect(0, height * 55 / 100, width, height);
        pen.setColor(Color.getHSBColor(hue, 0.7f, 0.15f));
        for (int ship = 0; ship < 5 + number % 4; ship++) {
            int x = (ship * 211 + number * 97) % width;
            int y = height * 55 / 100 + (ship * 53) % Math.max(1, height / 5);
            pen.fillRect(x, y, width / 9, height / 40);
            pen.fillRect(x + width / 14, y - height / 22, width / 40, height / 22);
        }
        pen.dispose();
        return picture;
    }

    private static byte[] bytes(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
