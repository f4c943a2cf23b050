package org.broadsheet.cms.darkroom;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The colour profile of a PNG (chunk `iCCP`), which the JDK's reader leaves out.
final class PngProfile {

    private static final int LONGEST = 1 << 20;

    private PngProfile() {}

    /// The profile unpacked; empty where there is none, or it is damaged or larger than any profile is.
    static Optional<byte[]> of(byte[] png) {
        ByteBuffer file = ByteBuffer.wrap(png);
        int at = 8;
        while (at + 12 <= png.length) {
            int size = file.getInt(at);
            String name = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (size < 0 || size > png.length - at - 12 || name.equals("IDAT")) {
                return Optional.empty();
            }
            if (name.equals("iCCP")) {
                return unpacked(Arrays.copyOfRange(png, at + 8, at + 8 + size));
            }
            at += 12 + size;
        }
        return Optional.empty();
    }

    /// A name, a zero, the method, and the profile.
    private static Optional<byte[]> unpacked(byte[] chunk) {
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        if (name + 2 >= chunk.length) {
            return Optional.empty();
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(chunk, name + 2, chunk.length - name - 2);
            byte[] profile = new byte[LONGEST];
            int size = inflater.inflate(profile);
            return inflater.finished() ? Optional.of(Arrays.copyOf(profile, size)) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
