package org.broadsheet.ingest.words;

import java.util.Base64;
import java.util.Locale;
import org.broadsheet.ingest.format.Reading.EnclosedFile;
import org.broadsheet.ingest.markup.ContentHash;
import org.jspecify.annotations.Nullable;

/// A picture whose file stands in the mark-up itself, in base 64. It is received as a payload of its own, under a name
/// made of its bytes, and the item names that.
///
/// @param file its name and its bytes
/// @param mimeType by its first bytes
public record InlinePicture(EnclosedFile file, String mimeType) {

    private static final int NAME = 16;

    /// Reads the characters of an element; `null` where they are no picture in base 64.
    ///
    /// @param encoding as sent; it has to say base 64 somewhere
    public static @Nullable InlinePicture of(String characters, String encoding) {
        if (!encoding.toLowerCase(Locale.ROOT).replace("-", "").contains("base64")) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(characters.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
        String type = type(bytes);
        String name = ContentHash.of(bytes).substring(0, NAME) + "." + type;
        return type.isEmpty()
                ? null
                : new InlinePicture(new EnclosedFile(name, bytes), "image/" + (type.equals("jpg") ? "jpeg" : type));
    }

    /// The form in which the item offers it.
    ///
    /// @param width in pixels; 0 where not sent
    /// @param height in pixels; 0 where not sent
    public OfferedPicture form(long width, long height) {
        return new OfferedPicture(file.name(), "", mimeType, width, height, file.bytes().length);
    }

    private static String type(byte[] bytes) {
        if (begins(bytes, 0xFF, 0xD8, 0xFF)) {
            return "jpg";
        }
        if (begins(bytes, 0x89, 'P', 'N', 'G')) {
            return "png";
        }
        if (begins(bytes, 'R', 'I', 'F', 'F')) {
            return "webp";
        }
        return begins(bytes, 'I', 'I', 42, 0) || begins(bytes, 'M', 'M', 0, 42) ? "tiff" : "";
    }

    private static boolean begins(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
