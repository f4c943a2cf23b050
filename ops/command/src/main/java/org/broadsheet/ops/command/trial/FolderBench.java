package org.broadsheet.ops.command.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadsheet.ops.command.house.Pause;
import org.broadsheet.ops.command.house.Trouble;

/// Puts very many files into one folder at once and measures how long the wire room takes to settle them, in how much
/// memory, and how long a story of another feed takes meanwhile.
public final class FolderBench {

    private static final String FLOOD = "flood";
    private static final String GOOD = "good";
    private static final int TEXT_BYTES = 1024;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final String classPath;
    private final int files;
    private final PrintWriter out;
    private final InventedCopy copy = new InventedCopy(20261126, TEXT_BYTES, Instant.parse("2026-11-25T06:00:00Z"));

    /// @param classPath what the service runs from
    /// @param files how many lie in the folder at once
    public FolderBench(String classPath, int files, PrintWriter out) {
        this.classPath = classPath;
        this.files = files;
        this.out = out;
    }

    /// Runs it and prints the figures. A service that needs more than its heap ends, and the trial with it.
    public void run() {
        try (TrialRoom room = new TrialRoom(TrialRoom.folder(), classPath, List.of("-XX:+ExitOnOutOfMemoryError"))) {
            room.startDatabase();
            room.startService();
            room.awaitService();
            measure(room);
        } catch (IOException e) {
            throw new Trouble("The files could not be dropped: " + e.getMessage(), e);
        }
    }

    private void measure(TrialRoom room) throws IOException {
        Path staged = Files.createDirectories(room.backstage().resolve(FLOOD));
        Files.createDirectories(room.feeds());
        for (int i = 0; i < files; i++) {
            Files.write(staged.resolve(FLOOD + "-" + i + ".xml"), copy.newsml(FLOOD, i, 1));
        }
        long before = room.end();
        long begun = System.nanoTime();
        Files.move(staged, room.feeds().resolve(FLOOD), StandardCopyOption.ATOMIC_MOVE);
        List<Double> waits = new ArrayList<>();
        Path done = room.feeds().resolve(FLOOD).resolve("done");
        while (room.end() - before < files + waits.size()) {
            waits.add(goodStory(room, waits.size(), begun));
            Pause.forMillis(500);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        while (count(done) < files) {
            check(room, begun);
            Pause.forMillis(100);
        }
        List<Double> sorted = waits.stream().sorted().toList();
        out.println(String.format(
                Locale.ROOT,
                "%,d files in one folder settled in %.0f s, %,.0f a second",
                files,
                seconds,
                files / seconds));
        out.println(String.format(
                Locale.ROOT,
                "%,d stories of another feed meanwhile: median %.2f s, longest %.2f s from the folder to settled",
                waits.size(),
                sorted.get(sorted.size() / 2),
                sorted.getLast()));
        out.println("memory of the service at most " + room.serviceMemory() + ", heap at most 384 MB");
    }

    /// @return how many seconds it took to be settled
    private double goodStory(TrialRoom room, int number, long begun) throws IOException {
        String name = GOOD + "-" + number + ".xml";
        Path feed = Files.createDirectories(room.feeds().resolve(GOOD));
        Path part = Files.write(feed.resolve("." + name + ".part"), copy.newsml(GOOD, number, 1));
        long dropped = System.nanoTime();
        Files.move(part, feed.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        while (!settled(room, name)) {
            check(room, begun);
            Pause.forMillis(20);
        }
        return (System.nanoTime() - dropped) / 1e9;
    }

    private static boolean settled(TrialRoom room, String name) {
        return room.get("/api/receipts?feed=" + GOOD + "&name=" + name)
                .valueStream()
                .anyMatch(receipt -> receipt.get("state").asString().equals("settled"));
    }

    private static void check(TrialRoom room, long begun) {
        if (!room.serviceIsAlive()) {
            throw new Trouble("The service ended by itself:\n" + room.endOfLog());
        }
        if (System.nanoTime() - begun > LONGEST.toNanos()) {
            throw new Trouble("The files were not settled within " + LONGEST.toMinutes() + " minutes");
        }
    }

    private static int count(Path folder) throws IOException {
        int count = 0;
        try (var found = Files.newDirectoryStream(folder, "*.xml")) {
            for (Path file : found) {
                count += Files.isDirectory(file) ? 0 : 1;
            }
        }
        return count;
    }
}
