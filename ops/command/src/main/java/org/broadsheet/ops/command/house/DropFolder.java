package org.broadsheet.ops.command.house;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The watched folder of one feed, as an agency's FTP client sees it: files appear in it whole.
public final class DropFolder {

    private final String feed;
    private final Path folder;

    /// @throws Trouble if that cannot be the name of a feed
    public DropFolder(House house, String feed) {
        if (!feed.matches("[a-z0-9][a-z0-9_-]{0,60}")) {
            throw new Trouble("A feed's name has small letters, digits, - and _ only, not \"" + feed + "\".");
        }
        this.feed = feed;
        this.folder = house.feeds().resolve(feed);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Trouble("The folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    public String feed() {
        return feed;
    }

    /// Drops a file: written under a name the watcher passes over, and given its own when it is whole.
    ///
    /// @throws Trouble if it cannot be written
    public void drop(String name, byte[] content) {
        Path fresh = folder.resolve("." + name + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                var bytes = java.nio.ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Trouble(name + " cannot be dropped into " + folder + ": " + e.getMessage(), e);
        }
    }

    /// Whether a file of this name still lies there, not yet picked up.
    public boolean holds(String name) {
        return Files.exists(folder.resolve(name));
    }
}
