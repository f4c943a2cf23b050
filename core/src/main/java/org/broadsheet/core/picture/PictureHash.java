package org.broadsheet.core.picture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// What a picture is known by: the SHA-256 of its original bytes. The same bytes twice are one picture.
///
/// @param value 64 lower-case hexadecimal digits
public record PictureHash(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    /// @throws IllegalArgumentException if the value is not a hash
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PictureHash {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a picture hash: " + value);
        }
    }

    /// Whether a text could be a picture's hash.
    public static boolean isHash(String text) {
        return SHAPE.matcher(text).matches();
    }

    /// The hash of a picture's bytes.
    public static PictureHash of(byte[] original) {
        try {
            return new PictureHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(original)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
