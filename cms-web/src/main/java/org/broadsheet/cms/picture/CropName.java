package org.broadsheet.cms.picture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The crops that pages ask for by name.
public enum CropName {
    /// 16 to 9.
    WIDE(16, 9),
    /// 4 to 3.
    STANDARD(4, 3),
    /// As wide as high.
    SQUARE(1, 1),
    /// Whatever shape the picture editor drew; there is none until somebody draws it.
    FREE(0, 0);

    private final int across;
    private final int down;

    CropName(int across, int down) {
        this.across = across;
        this.down = down;
    }

    /// How it is written in addresses and in the database, such as `wide`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The crop of that word; empty where there is none.
    public static Optional<CropName> of(String word) {
        return Arrays.stream(values()).filter(name -> name.word().equals(word)).findFirst();
    }

    /// Whether it has a shape of its own.
    public boolean isShaped() {
        return across > 0;
    }

    /// Whether an area has this shape, as near as whole pixels come to it.
    public boolean fits(int width, int height) {
        return !isShaped() || Math.abs((long) width * down - (long) height * across) <= Math.max(across, down);
    }

    /// How high an area of this shape is, to the nearest pixel; 0 where it has none of its own.
    public int heightOf(int width) {
        return isShaped() ? Math.max(1, Math.round((float) width * down / across)) : 0;
    }

    int across() {
        return across;
    }

    int down() {
        return down;
    }
}
