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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pictures in a folder of this machine. A file is written beside its place and moved there whole.
final class FolderVault implements PictureVault {

    private static final Logger log = LoggerFactory.getLogger(FolderVault.class);

    private final Path folder;

    FolderVault(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Optional<byte[]> read(String name) {
        try {
            return Optional.of(Files.readAllBytes(file(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean has(String name) {
        return Files.isRegularFile(file(name));
    }

    @Override
    public void write(String name, byte[] bytes, boolean durably) {
        Path file = file(name);
        Path parent = folderOf(file);
        Path part = parent.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            createFolders(parent, durably);
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
                force(parent);
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

    private Path file(String name) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new IllegalArgumentException("Not a name in the vault: " + name);
        }
        return file;
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
        Path folder = file.getParent();
        if (folder == null) {
            throw new IllegalStateException(file + " lies in no folder");
        }
        return folder;
    }
}
