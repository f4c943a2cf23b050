package org.broadsheet.ops.command.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.broadsheet.ops.command.house.Pause;
import org.broadsheet.ops.command.house.ServiceLine.ServiceSilent;
import org.broadsheet.ops.command.house.Trouble;
import tools.jackson.databind.JsonNode;

/// Kills the wire room at random moments while it takes copy in, again and again, and then holds the sender's ledger
/// against what was settled and quarantined: none lost, none twice, none stuck.
public final class IngestChaos {

    private static final String FEED = "chaos";
    private static final int FILES = 30;
    private static final int TEXT_BYTES = 1024;

    /// Every so many rounds PostgreSQL is killed with the service; in a shorter run, in its last one.
    private static final int DATABASE_TOO = 10;

    /// What a payload is put aside with that the service was reading each time it was killed: in quarantine, not lost.
    private static final String PUT_ASIDE = "The service ended ";

    private static final Duration SETTLES_WITHIN = Duration.ofMinutes(5);

    /// Starts fast: what is compiled well does not live long enough to pay.
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final String classPath;
    private final int rounds;
    private final Random chance;
    private final PrintWriter out;
    private final InventedCopy copy;
    private final Map<String, Boolean> ledger = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private final Set<String> putAside = new HashSet<>();
    private int databaseKills;

    /// @param classPath what the service runs from
    /// @param rounds how often it is killed
    /// @param seed what the moments are drawn from
    public IngestChaos(String classPath, int rounds, long seed, PrintWriter out) {
        this.classPath = classPath;
        this.rounds = rounds;
        this.chance = new Random(seed);
        this.out = out;
        this.copy = new InventedCopy(seed, TEXT_BYTES, Instant.parse("2026-11-25T06:00:00Z"));
    }

    /// Runs it and prints the ledger.
    ///
    /// @return whether everything is there exactly once
    public boolean run() {
        long begun = System.nanoTime();
        try (TrialRoom room = new TrialRoom(TrialRoom.folder(), classPath, SHORT_LIVED)) {
            room.startDatabase();
            room.startService();
            long started = System.nanoTime();
            room.awaitService();
            long startMillis = (System.nanoTime() - started) / 1_000_000;
            for (int round = 1; round <= rounds; round++) {
                drop(room, round, 0, FILES / 2);
                if (round % 3 == 0) {
                    // At any moment of its start, and while it takes up what the kill before left.
                    Pause.forMillis(chance.nextLong(Math.clamp(startMillis * 5 / 4, 500, 20_000)));
                    drop(room, round, FILES / 2, FILES);
                } else {
                    // At any moment of its work.
                    room.awaitService();
                    drop(room, round, FILES / 2, FILES);
                    Pause.forMillis(chance.nextLong(700));
                }
                room.killService();
                if (round % Math.min(DATABASE_TOO, rounds) == 0) {
                    databaseKills++;
                    room.killDatabase();
                    room.startDatabase();
                }
                room.startService();
                if (round % 25 == 0 || round == rounds) {
                    out.println(String.format(
                            Locale.ROOT,
                            "%4d kills, %,d files dropped, %.0f s",
                            round,
                            ledger.size(),
                            (System.nanoTime() - begun) / 1e9));
                }
            }
            room.awaitService();
            return compare(room, begun);
        }
    }

    /// Drops files as a careful sender does; every tenth nobody can read.
    private void drop(TrialRoom room, int round, int from, int to) {
        Path feed = room.feeds().resolve(FEED);
        try {
            Files.createDirectories(feed);
            for (int i = from; i < to; i++) {
                String name = "story-" + round + "-" + i + ".xml";
                boolean isBroken = i % 10 == 9;
                byte[] content = isBroken
                        ? ("<newsItem guid='" + name + "'><broken></newsItem>").getBytes(StandardCharsets.UTF_8)
                        : copy.newsml(FEED, round * FILES + i, 1);
                Path part = Files.write(feed.resolve("." + name + ".part"), content);
                Files.move(part, feed.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                ledger.put(name, !isBroken);
            }
        } catch (IOException e) {
            throw new Trouble("The files could not be dropped: " + e.getMessage(), e);
        }
    }

    private boolean compare(TrialRoom room, long begun) {
        long good = ledger.values().stream().filter(isGood -> isGood).count();
        awaitQuiet(room);
        Map<String, List<JsonNode>> receipts = receipts(room);
        long settled = 0;
        long quarantined = 0;
        for (Map.Entry<String, Boolean> sent : ledger.entrySet()) {
            List<JsonNode> found = receipts.getOrDefault(sent.getKey(), List.of());
            if (found.size() != 1) {
                differences.add(sent.getKey() + " has " + found.size() + " receipts");
                continue;
            }
            String state = found.getFirst().get("state").asString();
            boolean isSettled = state.equals("settled");
            settled += isSettled ? 1 : 0;
            quarantined += state.equals("quarantined") ? 1 : 0;
            String reason = found.getFirst().get("reason").asString("");
            if (sent.getValue() && reason.startsWith(PUT_ASIDE)) {
                putAside.add(sent.getKey());
            } else if (isSettled != sent.getValue()) {
                differences.add(sent.getKey() + " is " + state + ": " + reason);
            }
        }
        Log log = readLog(room);
        compareLog(log, good - putAside.size());
        compareFolders(room);
        out.println();
        out.println(String.format(
                Locale.ROOT,
                "%d kills of the service, %d of PostgreSQL, in %.0f s",
                rounds,
                databaseKills,
                (System.nanoTime() - begun) / 1e9));
        out.println(String.format(
                Locale.ROOT,
                "sent %,d = settled %,d + quarantined %,d (%d of them read at each of three kills); the log holds %,d"
                        + " entries of %,d stories, without a gap: %s",
                ledger.size(),
                settled,
                quarantined,
                putAside.size(),
                log.entries(),
                log.versions().size(),
                log.isGapFree() ? "yes" : "NO"));
        differences.stream().limit(20).forEach(out::println);
        out.println(
                differences.isEmpty()
                        ? "Nothing lost, nothing twice, nothing stuck."
                        : differences.size() + " DIFFERENCES");
        return differences.isEmpty();
    }

    private void compareLog(Log log, long good) {
        if (!log.isGapFree()) {
            differences.add("The log has a gap");
        }
        if (log.versions().size() != good) {
            differences.add("The log holds " + log.versions().size() + " stories and not " + good);
        }
        log.versions().forEach((guid, times) -> {
            if (times != 1) {
                differences.add(guid + " stands in the log " + times + " times");
            }
        });
    }

    private void compareFolders(TrialRoom room) {
        Path feed = room.feeds().resolve(FEED);
        ledger.forEach((name, isGood) -> {
            boolean isDone = isGood && !putAside.contains(name);
            Path where = feed.resolve(isDone ? "done" : "failed").resolve(name);
            if (!Files.exists(where)) {
                differences.add(name + " does not lie where it belongs: " + feed.relativize(where));
            }
            if (Files.exists(feed.resolve(name))) {
                differences.add(name + " still lies where it was dropped");
            }
        });
    }

    /// Waits until nothing is left to do: every file has left the folder.
    private void awaitQuiet(TrialRoom room) {
        long deadline = System.nanoTime() + SETTLES_WITHIN.toNanos();
        Path feed = room.feeds().resolve(FEED);
        while (System.nanoTime() < deadline) {
            try (var files = Files.newDirectoryStream(feed, "*.xml")) {
                if (!files.iterator().hasNext()) {
                    return;
                }
            } catch (IOException e) {
                throw new Trouble("The folder cannot be read: " + e.getMessage(), e);
            }
            if (!room.serviceIsAlive()) {
                throw new Trouble("The service ended by itself:\n" + room.endOfLog());
            }
            Pause.forMillis(100);
        }
        differences.add("Files were not put away within " + SETTLES_WITHIN.toMinutes() + " minutes");
    }

    private Map<String, List<JsonNode>> receipts(TrialRoom room) {
        Map<String, List<JsonNode>> receipts = new HashMap<>();
        for (String name : ledger.keySet()) {
            List<JsonNode> found = new ArrayList<>();
            room.get("/api/receipts?feed=" + FEED + "&name=" + name).forEach(found::add);
            receipts.put(name, found);
        }
        return receipts;
    }

    private static Log readLog(TrialRoom room) {
        Map<String, Integer> versions = new HashMap<>();
        long position = 0;
        boolean isGapFree = true;
        try {
            while (true) {
                JsonNode entries =
                        room.get("/api/log?after=" + position + "&limit=500").get("entries");
                if (entries.isEmpty()) {
                    return new Log(position, isGapFree, versions);
                }
                for (JsonNode entry : entries) {
                    isGapFree &= entry.get("position").asLong() == position + 1;
                    position = entry.get("position").asLong();
                    versions.merge(entry.at("/item/guid").asString(), 1, Integer::sum);
                }
            }
        } catch (ServiceSilent e) {
            throw new Trouble("The log cannot be read: " + e.getMessage(), e);
        }
    }

    /// What the wire log holds.
    private record Log(long entries, boolean isGapFree, Map<String, Integer> versions) {}
}
