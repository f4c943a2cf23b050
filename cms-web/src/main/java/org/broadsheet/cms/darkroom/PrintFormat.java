package org.broadsheet.cms.darkroom;

import java.util.Arrays;
import java.util.Optional;

/// The formats in which pictures are sent to readers, the smallest first.
public enum PrintFormat {
    /// AVIF, where the host has an encoder.
    AVIF("avif", "image/avif"),
    /// WebP, lossy.
    WEBP("webp", "image/webp"),
    /// Progressive JPEG: everything shows it.
    JPEG("jpg", "image/jpeg");

    private final String extension;
    private final String mimeType;

    PrintFormat(String extension, String mimeType) {
        this.extension = extension;
        this.mimeType = mimeType;
    }

    /// How its addresses end, such as `jpg`.
    public String extension() {
        return extension;
    }

    /// Its registered name, such as `image/jpeg`.
    public String mimeType() {
        return mimeType;
    }

    /// The format whose addresses end so; empty where there is none.
    public static Optional<PrintFormat> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst();
    }
}
