package org.broadsheet.cms.darkroom;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// Says of a file that is no picture what it seems to be, so that whoever sent it knows what to do.
final class Strangers {

    private static final String SEND = "; send it as JPEG, PNG, WebP, TIFF or AVIF.";

    private Strangers() {}

    static String sentence(byte[] file) {
        if (file.length == 0) {
            return "The file is empty: that is not a picture.";
        }
        String head = new String(Arrays.copyOf(file, Math.min(file.length, 1024)), StandardCharsets.ISO_8859_1);
        String low = head.replace("\0", "").toLowerCase(Locale.ROOT);
        if (low.contains("<svg")) {
            return "An SVG drawing is not a picture we print: it can carry scripts" + SEND;
        }
        if (head.startsWith("GIF8")) {
            return "A GIF is not a picture we print" + SEND;
        }
        if (head.startsWith("BM")) {
            return "A bitmap (BMP) is not a picture we print" + SEND;
        }
        if (head.startsWith("%PDF")) {
            return "A PDF is not a picture" + SEND;
        }
        if (head.startsWith("8BPS")) {
            return "A Photoshop document is not a picture we print" + SEND;
        }
        if (head.startsWith("ftyp", 4)) {
            return "A HEIC photograph or a film is not a picture we print" + SEND;
        }
        if (low.contains("<html") || low.contains("<!doctype")) {
            return "A web page is not a picture" + SEND;
        }
        return "The file is not a picture that can be printed" + SEND;
    }
}
