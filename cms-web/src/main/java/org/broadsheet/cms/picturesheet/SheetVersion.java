package org.broadsheet.cms.picturesheet;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.broadsheet.core.picture.PictureSheet;
import org.jspecify.annotations.Nullable;

/// A sheet as it was written at one time.
///
/// @param number counts up from 1, which is as the file says it
/// @param what how it came about
/// @param changes what was written over; empty for the first
/// @param source who on the wire says so; empty where it was not the wire
/// @param madeBy who wrote it; `null` where it was not the desk
public record SheetVersion(
        int number,
        What what,
        PictureSheet sheet,
        List<SheetChange> changes,
        String source,
        @Nullable UUID madeBy,
        Instant madeAt) {
    public SheetVersion {
        changes = List.copyOf(changes);
    }

    /// How a sheet comes about.
    public enum What {
        /// Read from the file.
        READ,
        /// The wire names words that the file does not.
        WIRE,
        /// Written by the picture desk.
        CHANGED
    }
}
