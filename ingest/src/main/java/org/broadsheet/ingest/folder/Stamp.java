package org.broadsheet.ingest.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a file is told apart by without reading it: as long as the stamp is the same, so is the file.
///
/// @param size in bytes
/// @param changedAt when it was last written
/// @param key what the file system knows it by; survives a move
record Stamp(long size, Instant changedAt, String key) {

    /// The stamp of a plain file; `null` where there is none under this path. Links are not followed.
    static @Nullable Stamp of(Path file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? new Stamp(
                            attributes.size(),
                            attributes.lastModifiedTime().toInstant(),
                            Objects.toString(attributes.fileKey(), ""))
                    : null;
        } catch (IOException e) {
            return null;
        }
    }
}
