package org.broadsheet.cms.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.broadsheet.core.picture.PictureHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Pictures in a folder: `originals/ab/cd/{hash}`, and the sizes made of them in `renditions/ab/cd/{hash}-{width}.jpg`,
/// which can be thrown away at any time. A file is written beside its place and moved there whole.
@Component
class FolderPictureStore implements PictureStore {

    private static final Logger log = LoggerFactory.getLogger(FolderPictureStore.class);

    /// Counts up when the way pictures are drawn changes, so that older renditions are made anew.
    private static final String RECIPE = "a";

    private final PictureSettings settings;
    private final JdbcClient database;
    private final Semaphore turns;

    FolderPictureStore(PictureSettings settings, JdbcClient database) {
        this.settings = settings;
        this.database = database;
        this.turns = new Semaphore(settings.drawnAtOnce(), true);
    }

    @Override
    public boolean holds(PictureHash hash) {
        return Files.isRegularFile(originalFile(hash)) && find(hash).isPresent();
    }

    @Override
    public Keeping keep(byte[] original, String mimeType) {
        Optional<PictureDrawing.Header> header = PictureDrawing.header(original);
        if (header.isEmpty()) {
            return new Keeping.Refused("The file is not a picture that can be printed (said to be " + mimeType + ").");
        }
        long pixels = (long) header.get().width() * header.get().height();
        if (pixels > settings.mostPixels()) {
            return new Keeping.Refused(
                    "The picture has " + pixels + " pixels; the most we print is " + settings.mostPixels() + ".");
        }
        HeldPicture picture = new HeldPicture(
                PictureHash.of(original),
                header.get().mimeType(),
                header.get().width(),
                header.get().height(),
                original.length);
        Path file = originalFile(picture.hash());
        if (!isIntact(file, picture)) {
            put(file, original, true);
        }
        database.sql("""
                        INSERT INTO picture (hash, mime_type, width, height, bytes) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (hash) DO NOTHING
                        """)
                .params(picture.hash().value(), picture.mimeType(), picture.width(), picture.height(), picture.bytes())
                .update();
        return new Keeping.Kept(picture);
    }

    @Override
    public byte[] original(PictureHash hash) {
        byte[] original;
        try {
            original = Files.readAllBytes(originalFile(hash));
        } catch (NoSuchFileException e) {
            throw new PictureMissing(hash, "is not held", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!PictureHash.of(original).equals(hash)) {
            throw new PictureMissing(hash, "no longer has the bytes it was kept with");
        }
        return original;
    }

    @Override
    public HeldPicture facts(PictureHash hash) {
        return find(hash).orElseThrow(() -> new PictureMissing(hash, "is not held"));
    }

    @Override
    public Rendition rendition(PictureHash hash, int width) {
        int drawn = Renditions.widthFor(width);
        String tag = hash.value().substring(0, 32) + "-" + drawn + RECIPE;
        Path file = renditionFile(hash, drawn);
        return read(file)
                .or(() -> draw(hash, drawn, file))
                .map(jpeg -> new Rendition(jpeg, tag))
                .orElseThrow();
    }

    private Optional<byte[]> draw(PictureHash hash, int width, Path file) {
        takeTurn();
        try {
            // Whoever had the turn before may have drawn the same.
            Optional<byte[]> drawn = read(file);
            if (drawn.isPresent()) {
                return drawn;
            }
            byte[] original = original(hash);
            PictureDrawing.Header header =
                    PictureDrawing.header(original).orElseThrow(() -> new PictureMissing(hash, "cannot be read"));
            if ((long) header.width() * header.height() > settings.mostPixels()) {
                throw new PictureMissing(hash, "has too many pixels to be drawn");
            }
            byte[] jpeg = PictureDrawing.jpeg(original, header, width);
            put(file, jpeg, false);
            return Optional.of(jpeg);
        } catch (IOException e) {
            throw new PictureMissing(hash, "cannot be drawn", e);
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(settings.longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new PicturesBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PicturesBusy();
        }
    }

    private Optional<HeldPicture> find(PictureHash hash) {
        return database.sql("SELECT mime_type, width, height, bytes FROM picture WHERE hash = ?")
                .param(hash.value())
                .query((row, _) -> new HeldPicture(
                        hash,
                        row.getString("mime_type"),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getLong("bytes")))
                .optional();
    }

    private static boolean isIntact(Path file, HeldPicture picture) {
        return read(file)
                .filter(bytes -> PictureHash.of(bytes).equals(picture.hash()))
                .isPresent();
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a file so that it is either there whole or not at all.
    private static void put(Path file, byte[] bytes, boolean durably) {
        Path folder = folderOf(file);
        Path part = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            createFolders(folder, durably);
            try (FileChannel channel =
                    FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                if (durably) {
                    channel.force(true);
                }
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            if (durably) {
                force(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                log.atWarn().addKeyValue("file", part).setCause(e).log("Half a picture file stayed behind");
            }
        }
    }

    private static void createFolders(Path folder, boolean durably) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folderOf(folder);
        createFolders(parent, durably);
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            // Another thread was quicker.
        }
        if (durably) {
            force(parent);
        }
    }

    /// A new name in a folder survives a loss of power only once the folder itself is on the disk.
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalStateException(file + " lies in no folder");
        }
        return folder;
    }

    private Path originalFile(PictureHash hash) {
        return sharded("originals", hash).resolve(hash.value());
    }

    private Path renditionFile(PictureHash hash, int width) {
        return sharded("renditions", hash).resolve(hash + "-" + width + RECIPE + ".jpg");
    }

    private Path sharded(String kind, PictureHash hash) {
        return settings.folder()
                .toAbsolutePath()
                .resolve(kind)
                .resolve(hash.value().substring(0, 2))
                .resolve(hash.value().substring(2, 4));
    }
}
