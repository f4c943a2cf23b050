package org.broadsheet.cms.darkroom;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.util.Optional;

/// Turns the colours of an original into those of the web (sRGB, IEC 61966-2-1). It is done on the small picture, where
/// it costs next to nothing.
final class Colours {

    private Colours() {}

    /// The colours of three parts in which a picture was read; empty where they are those of the web, or grey.
    static Optional<ColorSpace> of(BufferedImage picture) {
        ColorSpace colours = picture.getColorModel().getColorSpace();
        return colours.isCS_sRGB() || colours.getType() != ColorSpace.TYPE_RGB
                ? Optional.empty()
                : Optional.of(colours);
    }

    /// The colours of a profile (ICC.1); empty where it is damaged or is not one of red, green and blue.
    static Optional<ColorSpace> of(byte[] profile) {
        try {
            ICC_ColorSpace colours = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
            return colours.getType() == ColorSpace.TYPE_RGB ? Optional.of(colours) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The picture in the colours of the web.
    ///
    /// @param picture whose numbers are meant in other colours
    static BufferedImage ofTheWeb(BufferedImage picture, ColorSpace meant) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        try {
            ComponentColorModel model =
                    new ComponentColorModel(meant, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
            WritableRaster raster = model.createCompatibleWritableRaster(width, height);
            int[] line = new int[3 * width];
            for (int y = 0; y < height; y++) {
                raster.setPixels(0, y, width, 1, picture.getRaster().getPixels(0, y, width, 1, line));
            }
            BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            new ColorConvertOp(null).filter(new BufferedImage(model, raster, false, null), target);
            return target;
        } catch (RuntimeException e) {
            // A damaged profile: the picture is drawn without.
            return picture;
        }
    }
}
