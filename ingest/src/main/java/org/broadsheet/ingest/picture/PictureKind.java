package org.broadsheet.ingest.picture;

import java.nio.charset.StandardCharsets;
import org.broadsheet.ingest.markup.RootElement;
import org.jspecify.annotations.Nullable;

/// What a picture file is by its first bytes: those that are printed, and those that are not and are named so.
enum PictureKind {
    JPEG("image/jpeg", "a JPEG"),
    PNG("image/png", "a PNG"),
    WEBP("image/webp", "a WebP"),
    TIFF("image/tiff", "a TIFF"),
    GIF("", "a GIF"),
    SVG("", "a drawing in SVG"),
    PHOTOSHOP("", "a Photoshop file"),
    HEIF("", "a HEIC or AVIF"),
    BMP("", "a bitmap (BMP)"),
    POSTSCRIPT("", "a drawing in PostScript"),
    RAW("", "a camera's raw file");

    private final String mimeType;
    private final String called;

    PictureKind(String mimeType, String called) {
        this.mimeType = mimeType;
        this.called = called;
    }

    boolean isPrinted() {
        return !mimeType.isEmpty();
    }

    /// Empty where it is not printed.
    String mimeType() {
        return mimeType;
    }

    String called() {
        return called;
    }

    static @Nullable PictureKind of(byte[] bytes) {
        if (bytes.length < 12) {
            return null;
        }
        if (begins(bytes, 0, "\u00FF\u00D8\u00FF")) {
            return JPEG;
        }
        if (begins(bytes, 0, "\u0089PNG\r\n\u001A\n")) {
            return PNG;
        }
        if (begins(bytes, 0, "RIFF")) {
            return begins(bytes, 8, "WEBP") ? WEBP : null;
        }
        if (begins(bytes, 0, "II*\0") || begins(bytes, 0, "MM\0*")) {
            return begins(bytes, 8, "CR") ? RAW : TIFF;
        }
        if (begins(bytes, 0, "GIF87a") || begins(bytes, 0, "GIF89a")) {
            return GIF;
        }
        if (begins(bytes, 0, "8BPS")) {
            return PHOTOSHOP;
        }
        if (begins(bytes, 0, "%!PS") || begins(bytes, 0, "\u00C5\u00D0\u00D3\u00C6")) {
            return POSTSCRIPT;
        }
        if (begins(bytes, 4, "ftyp")) {
            return begins(bytes, 8, "hei") || begins(bytes, 8, "mif1") || begins(bytes, 8, "avi") ? HEIF : null;
        }
        if (begins(bytes, 0, "BM") && bytes[6] == 0 && bytes[7] == 0 && bytes[8] == 0 && bytes[9] == 0) {
            return BMP;
        }
        RootElement root = bytes[0] == '<' || bytes[0] == (byte) 0xEF ? RootElement.of(bytes) : null;
        return root != null && root.name().equals("svg") ? SVG : null;
    }

    private static boolean begins(byte[] bytes, int at, String wanted) {
        byte[] pattern = wanted.getBytes(StandardCharsets.ISO_8859_1);
        if (at + pattern.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (bytes[at + i] != pattern[i]) {
                return false;
            }
        }
        return true;
    }
}
