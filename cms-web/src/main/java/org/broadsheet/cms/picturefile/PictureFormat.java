package org.broadsheet.cms.picturefile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The kinds of file in which originals come in. Which one a file is, its first bytes say: never its name, and never
/// whoever sent it.
public enum PictureFormat {
    /// JPEG (ISO/IEC 10918-1).
    JPEG("image/jpeg"),
    /// PNG (ISO/IEC 15948).
    PNG("image/png"),
    /// WebP in its RIFF container (RFC 9649).
    WEBP("image/webp"),
    /// TIFF 6.0, either byte order.
    TIFF("image/tiff"),
    /// AVIF: a HEIF container whose brand is `avif`.
    AVIF("image/avif");

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final String mimeType;

    PictureFormat(String mimeType) {
        this.mimeType = mimeType;
    }

    /// The registered name, such as `image/jpeg`.
    public String mimeType() {
        return mimeType;
    }

    /// What the first bytes say; empty for every other kind of file, SVG and GIF among them.
    public static Optional<PictureFormat> of(byte[] file) {
        if (file.length < 12) {
            return Optional.empty();
        }
        if ((file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xd8 && (file[2] & 0xff) == 0xff) {
            return Optional.of(JPEG);
        }
        if (Arrays.equals(file, 0, 8, PNG_SIGNATURE, 0, 8)) {
            return Optional.of(PNG);
        }
        if (says(file, 0, "RIFF") && says(file, 8, "WEBP")) {
            return Optional.of(WEBP);
        }
        if (says(file, 0, "II*\0") || says(file, 0, "MM\0*")) {
            return Optional.of(TIFF);
        }
        if (says(file, 4, "ftyp") && isAvif(file)) {
            return Optional.of(AVIF);
        }
        return Optional.empty();
    }

    /// The brand itself or one of the compatible ones (ISO/IEC 14496-12, 4.3).
    private static boolean isAvif(byte[] file) {
        int end = Math.min(Math.min(file.length, new Bytes(file).int32(0)), 256);
        for (int at = 8; at + 4 <= end; at += 4) {
            if (at != 12 && says(file, at, "avif")) {
                return true;
            }
        }
        return false;
    }

    static boolean says(byte[] file, int at, String word) {
        byte[] wanted = word.getBytes(StandardCharsets.ISO_8859_1);
        return at >= 0
                && at + wanted.length <= file.length
                && Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
