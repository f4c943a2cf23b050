package org.broadsheet.ingest.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The folder of one feed: what was dropped in it, and `done/` and `failed/` beside that.
///
/// @param name of the feed
/// @param path of its folder
record FeedFolder(String name, Path path) {

    private static final Pattern FEED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".filepart", ".crdownload", "~");

    /// The feeds under a root, by name, each with its `done/` and `failed/`.
    static List<FeedFolder> under(Path root) throws IOException {
        List<FeedFolder> feeds = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                        && FEED.matcher(name).matches()) {
                    feeds.add(new FeedFolder(name, entry));
                }
            }
        }
        feeds.sort(Comparator.comparing(FeedFolder::name));
        for (FeedFolder feed : feeds) {
            Files.createDirectories(feed.done());
            Files.createDirectories(feed.failed());
        }
        return feeds;
    }

    Path done() {
        return path.resolve("done");
    }

    Path failed() {
        return path.resolve("failed");
    }

    /// Plain files in it that are not marked as unfinished, in the order they were written. Of a folder with more files
    /// than asked for, some: the others come when these are gone, and never all of them are held.
    ///
    /// @param atMost how many
    /// @param passedOver those that are in hand already
    List<Dropped> dropped(int atMost, Predicate<Path> passedOver) throws IOException {
        List<Dropped> dropped = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                if (dropped.size() >= atMost) {
                    break;
                }
                if (isUnfinished(entry.getFileName().toString()) || passedOver.test(entry)) {
                    continue;
                }
                Stamp stamp = Stamp.of(entry);
                if (stamp != null) {
                    dropped.add(new Dropped(entry, stamp));
                }
            }
        }
        dropped.sort(Comparator.comparing((Dropped file) -> file.stamp().changedAt())
                .thenComparing(file -> file.path().getFileName().toString()));
        return dropped;
    }

    /// Moves a file out of the way; where one of its name lies there already, the receipt's number goes behind its
    /// name.
    ///
    /// @return where it is now
    Path putAway(Path file, Path into, long receipt) throws IOException {
        String name = file.getFileName().toString();
        Path target = into.resolve(name);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            target = into.resolve(name + "~" + receipt);
        }
        return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Makes moves out of this folder last through a power cut.
    void settleMoves() throws IOException {
        for (Path folder : List.of(done(), failed(), path)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean isUnfinished(String name) {
        if (name.startsWith(".")) {
            return true;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return UNFINISHED.stream().anyMatch(lower::endsWith);
    }

    /// The hash of a file too long to be held, read through once.
    static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// A file as it was seen in the folder.
    record Dropped(Path path, Stamp stamp) {

        String name() {
            return path.getFileName().toString();
        }
    }
}
