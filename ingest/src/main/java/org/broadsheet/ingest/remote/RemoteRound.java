package org.broadsheet.ingest.remote;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.ingest.feed.FeedSettings;
import org.broadsheet.ingest.feed.FetchFailed;
import org.broadsheet.ingest.feed.Piece;
import org.broadsheet.ingest.feed.Visit;
import org.broadsheet.ingest.fetch.Content;
import org.broadsheet.ingest.fetch.TooMuch;
import org.broadsheet.ingest.remote.RemoteFolder.RemoteFile;

/// One round through a folder on somebody's server.
///
/// A file is taken when two looks show it alike and what is read is as long as what was seen. Where files stay, they
/// are known by name, size and time. Where they are moved or removed, what counts is their content: a file that is
/// still there after a crash is read again, found known, and put away; one of the same name and time with other words
/// in it is another payload.
public final class RemoteRound {

    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".filepart", ".crdownload", "~");
    private static final int LISTED = 100_000;
    private static final int BATCH = 50;
    private static final long BATCH_BYTES = 16L * 1024 * 1024;

    private final Visit visit;
    private final FeedSettings settings;
    private final RemoteFolder folder;
    private final long largest;
    private final boolean stays;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<RemoteFile> files = new ArrayList<>();
    private long bytes;
    private int tooLong;

    /// @param largest how many bytes a file may have
    public RemoteRound(Visit visit, RemoteFolder folder, long largest) {
        this.visit = visit;
        this.settings = visit.settings();
        this.folder = folder;
        this.largest = largest;
        this.stays = settings.text("after").equals("leave");
    }

    /// Takes what is whole and new.
    public void run() throws FetchFailed, IOException, InterruptedException {
        Map<String, RemoteFile> candidates = candidates();
        visit.say(candidates.size() + " files are new of those whose names match");
        if (candidates.isEmpty()) {
            return;
        }
        List<RemoteFile> whole = unchanged(candidates);
        try {
            long left = settings.number("mostFiles");
            for (RemoteFile file : whole) {
                if (left-- <= 0 || !visit.wantsMore()) {
                    visit.say("More files than are taken in a visit; the others follow");
                    break;
                }
                take(file);
                if (pieces.size() >= BATCH || bytes >= BATCH_BYTES) {
                    deliver();
                }
            }
            deliver();
        } finally {
            pieces.forEach(piece -> piece.content().close());
        }
        if (tooLong > 0) {
            throw new FetchFailed(tooLong
                    + " files have more than the %,d bytes that are taken, and stay where they are".formatted(largest));
        }
    }

    private Map<String, RemoteFile> candidates() throws IOException {
        Map<String, RemoteFile> byKey = new LinkedHashMap<>();
        PathMatcher matcher = RemoteForm.matcher(settings.text("pattern"));
        folder.list(LISTED).stream()
                .filter(file -> isMeant(file.name(), matcher))
                .sorted(Comparator.comparingLong(RemoteFile::changed).thenComparing(RemoteFile::name))
                .forEach(file -> byKey.put(key(file), file));
        if (stays) {
            byKey.keySet().retainAll(visit.unknown(byKey.keySet()));
        }
        return byKey;
    }

    private static String key(RemoteFile file) {
        return "file " + file.name() + " " + file.size() + " " + file.changed();
    }

    private static boolean isMeant(String name, PathMatcher matcher) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.isEmpty()
                || name.startsWith(".")
                || name.contains("/")
                || name.contains("\\")
                || name.chars().anyMatch(c -> c < ' ')
                || UNFINISHED.stream().anyMatch(lower::endsWith)) {
            return false;
        }
        try {
            return matcher.matches(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private List<RemoteFile> unchanged(Map<String, RemoteFile> candidates) throws IOException, InterruptedException {
        Duration quiet = settings.duration("quiet");
        if (quiet.isZero()) {
            return List.copyOf(candidates.values());
        }
        Thread.sleep(quiet);
        Map<String, RemoteFile> now = new HashMap<>();
        folder.list(LISTED).forEach(file -> now.put(file.name(), file));
        return candidates.values().stream()
                .filter(file -> file.equals(now.get(file.name())))
                .toList();
    }

    private void take(RemoteFile file) throws FetchFailed, IOException {
        Content content;
        try {
            if (file.size() > largest) {
                tooLong++;
                return;
            }
            content = folder.read(file, largest);
        } catch (TooMuch e) {
            if (e.kind() == TooMuch.Kind.BYTES) {
                tooLong++;
                return;
            }
            throw e;
        }
        if (content.size() != file.size()) {
            content.close();
            visit.say(file.name() + " is still being written");
            return;
        }
        if (content.size() == 0) {
            content.close();
            return;
        }
        pieces.add(new Piece(stays ? key(file) : key(file) + " " + content.hash(), file.name(), content));
        files.add(file);
        bytes += content.size();
    }

    private void deliver() throws FetchFailed, IOException {
        if (pieces.isEmpty()) {
            return;
        }
        visit.deliver(List.copyOf(pieces), Map.of());
        pieces.forEach(piece -> piece.content().close());
        pieces.clear();
        bytes = 0;
        List<RemoteFile> safe = List.copyOf(files);
        files.clear();
        if (stays || !visit.leavesTraces()) {
            return;
        }
        Map<String, RemoteFile> now = new HashMap<>();
        folder.list(LISTED).forEach(file -> now.put(file.name(), file));
        for (RemoteFile file : safe) {
            // One that was written anew since it was read is another payload.
            if (file.equals(now.get(file.name()))) {
                if (settings.text("after").equals("move")) {
                    folder.move(file, settings.text("moveTo"));
                } else {
                    folder.delete(file);
                }
            }
        }
    }
}
