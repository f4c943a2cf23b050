package org.broadsheet.ops.command.house;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/// Lets one command at a time start or stop the parts of a house. It goes with the process that holds it.
public final class HouseLock implements AutoCloseable {

    private final FileChannel channel;

    private HouseLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws Trouble if another command holds it
    public static HouseLock take(House house) {
        try {
            FileChannel channel =
                    FileChannel.open(house.home().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isGiven(channel)) {
                channel.close();
                throw new Trouble(
                        "Another `broadsheet up` or `down` is at work in " + house.home() + ". Wait until it is done.");
            }
            return new HouseLock(channel);
        } catch (IOException e) {
            throw new Trouble("The folder " + house.home() + " cannot be locked: " + e.getMessage(), e);
        }
    }

    private static boolean isGiven(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldInThisJvm) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new Trouble("The lock could not be given back: " + e.getMessage(), e);
        }
    }
}
