package org.broadsheet.cms.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Where the pieces of pictures wait until they are whole: a file for each upload. What it says it holds survives
/// a loss of power.
@Component
class Spool {

    private static final String ENDING = ".part";
    private static final String FETCHED = "fetched-";

    private final Path folder;

    Spool(UploadSettings settings) {
        this.folder = settings.folder().toAbsolutePath().normalize();
    }

    /// How many bytes of an upload are on the disk; 0 where there is no file.
    long length(UUID upload) {
        try {
            return Files.size(file(upload));
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts a piece behind the bytes that are held; what lay behind them, of a piece that was never answered for, is
    /// written over. When this returns, the piece is on the disk.
    void append(UUID upload, long offset, byte[] piece) {
        Path file = file(upload);
        try {
            boolean isNew = !Files.exists(file);
            if (isNew) {
                Files.createDirectories(folder);
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.truncate(offset);
                ByteBuffer rest = ByteBuffer.wrap(piece);
                long at = offset;
                while (rest.hasRemaining()) {
                    at += channel.write(rest, at);
                }
                channel.force(true);
            }
            if (isNew) {
                force();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first bytes of an upload.
    ///
    /// @param most how many at most
    byte[] head(UUID upload, int most) {
        return bytes(file(upload), most);
    }

    /// The bytes of a whole upload.
    ///
    /// @param size how many it has
    byte[] whole(UUID upload, long size) {
        return bytes(file(upload), Math.toIntExact(size));
    }

    private static byte[] bytes(Path file, int most) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, channel.size()));
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // To the end, or as far as was asked for.
            }
            return bytes.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes the pieces of an upload away; nothing happens where there are none.
    void drop(UUID upload) {
        drop(file(upload));
    }

    /// A file for what comes from an address.
    Path forFetching() throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(FETCHED + UUID.randomUUID() + ENDING);
    }

    /// Takes a file away.
    void drop(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The uploads of which there are pieces.
    List<UUID> lying() {
        return files().flatMap(file -> upload(file).stream()).toList();
    }

    /// Takes away what was being fetched when the service ended.
    ///
    /// @param before only what nobody has written to since
    void dropFetched(Instant before) {
        files().filter(file -> name(file).startsWith(FETCHED))
                .filter(file -> isOlder(file, before))
                .forEach(this::drop);
    }

    private Stream<Path> files() {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).endsWith(ENDING)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOlder(Path file, Instant before) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (IOException e) {
            // It is gone by now.
            return false;
        }
    }

    private static Optional<UUID> upload(Path file) {
        try {
            return Optional.of(
                    UUID.fromString(name(file).substring(0, name(file).length() - ENDING.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Path file(UUID upload) {
        return folder.resolve(upload + ENDING);
    }

    /// A new name in a folder survives a loss of power only once the folder itself is on the disk.
    private void force() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
