package org.broadsheet.ops.command.trial;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.broadsheet.ops.command.house.Pause;
import org.broadsheet.ops.command.house.Trouble;

/// Measures how many stories a second come from files in the folder to settled and in the wire log, and how many bodies
/// a second HTML-to-block conversion alone makes on the same bodies.
public final class IngestBench {

    private static final int TEXT_BYTES = 4096;
    private static final int BODIES = 500;

    /// A service runs for days: what is measured is one whose code is compiled.
    private static final int WARM_UPS = 3;

    private static final Duration LONGEST_ROUND = Duration.ofMinutes(5);

    private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    private final String classPath;
    private final int stories;
    private final int rounds;
    private final double referenceSeconds;
    private final PrintWriter out;

    /// @param classPath what the service runs from
    /// @param stories how many a round
    /// @param rounds how many are measured, after three that only warm up
    /// @param referenceSeconds how long the conversion alone is measured, with one thread and with all
    public IngestBench(String classPath, int stories, int rounds, double referenceSeconds, PrintWriter out) {
        this.classPath = classPath;
        this.stories = stories;
        this.rounds = rounds;
        this.referenceSeconds = referenceSeconds;
        this.out = out;
    }

    /// Runs it and prints the figures.
    ///
    /// @return the median of stories a second
    public double run() {
        InventedCopy copy = new InventedCopy(20261125, TEXT_BYTES, Instant.parse("2026-11-25T06:00:00Z"));
        Path folder = TrialRoom.folder();
        try (TrialRoom room = new TrialRoom(folder, classPath, List.of())) {
            room.startDatabase();
            room.startService();
            room.awaitService();
            say(
                    "%d stories a round, text of %,d bytes (%,d with their NewsML-G2), %d processors, fsync on",
                    stories,
                    TEXT_BYTES,
                    copy.newsml("size", 0, 1).length,
                    Runtime.getRuntime().availableProcessors());
            for (int i = 1; i <= WARM_UPS; i++) {
                round(room, copy, "warm-" + i, i - 1);
            }
            List<Double> rates = new ArrayList<>();
            List<Reference> references = new ArrayList<>();
            for (int i = 1; i <= rounds; i++) {
                rates.add(round(room, copy, "round-" + i, WARM_UPS - 1 + i));
                references.add(reference(folder, copy));
            }
            return tell(rates, references);
        }
    }

    private double tell(List<Double> rates, List<Reference> references) {
        double rate = median(rates);
        double one = median(references.stream().map(Reference::oneThread).toList());
        double all = median(references.stream().map(Reference::allThreads).toList());
        say("");
        say("files in the folder to settled and in the wire log   %,9.0f stories/s  (median of %d)", rate, rounds);
        say(
                "HTML-to-block conversion alone, one thread           %,9.0f stories/s  ratio %.0f %%",
                one, 100 * rate / one);
        say(
                "HTML-to-block conversion alone, every processor      %,9.0f stories/s  ratio %.0f %%",
                all, 100 * rate / all);
        return rate;
    }

    private double round(TrialRoom room, InventedCopy copy, String series, int number) {
        Path staged = room.backstage().resolve(series);
        long before = room.end();
        try {
            Files.createDirectories(staged);
            Files.createDirectories(room.feeds());
            for (int i = 0; i < stories; i++) {
                Files.write(staged.resolve(series + "-" + i + ".xml"), copy.newsml(series, number * stories + i, 1));
            }
            Pause.forMillis(1_000);
            Duration service = room.serviceCpu();
            Duration database = room.databaseCpu();
            long begun = System.nanoTime();
            Files.move(staged, room.feeds().resolve(series), StandardCopyOption.ATOMIC_MOVE);
            await(room, before + stories, begun);
            double seconds = (System.nanoTime() - begun) / 1e9;
            double serviceCpu = seconds(room.serviceCpu().minus(service));
            double databaseCpu = seconds(room.databaseCpu().minus(database));
            Path done = room.feeds().resolve(series).resolve("done");
            awaitPutAway(room.feeds().resolve(series), begun);
            say(
                    "%-9s %,7.0f stories/s   %.2f s   CPU: service %.2f s, PostgreSQL %.2f s (%.0f µs a story)   all"
                            + " in %s/ after %.2f s",
                    series,
                    stories / seconds,
                    seconds,
                    serviceCpu,
                    databaseCpu,
                    (serviceCpu + databaseCpu) * 1e6 / stories,
                    done.getFileName(),
                    (System.nanoTime() - begun) / 1e9);
            return stories / seconds;
        } catch (IOException e) {
            throw new Trouble("The stories could not be dropped: " + e.getMessage(), e);
        }
    }

    private void await(TrialRoom room, long end, long begun) {
        while (room.end() < end) {
            checkTime(room, begun);
            Pause.forMillis(40);
        }
        if (room.end() != end) {
            throw new Trouble("The wire log ends at " + room.end() + " and not at " + end);
        }
    }

    private static void awaitPutAway(Path feed, long begun) throws IOException {
        while (true) {
            try (var files = Files.newDirectoryStream(feed, "*.xml")) {
                if (!files.iterator().hasNext()) {
                    return;
                }
            }
            if (System.nanoTime() - begun > LONGEST_ROUND.toNanos()) {
                throw new Trouble("The files were not put away");
            }
            Pause.forMillis(20);
        }
    }

    private static void checkTime(TrialRoom room, long begun) {
        if (!room.serviceIsAlive() || System.nanoTime() - begun > LONGEST_ROUND.toNanos()) {
            throw new Trouble("The stories were not all settled in time:\n" + room.endOfLog());
        }
    }

    private Reference reference(Path folder, InventedCopy copy) {
        Path bodies = folder.resolve("bodies");
        try {
            try (DataOutputStream file =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(bodies)))) {
                int count = Math.min(BODIES, stories);
                file.writeInt(count);
                for (int i = 0; i < count; i++) {
                    byte[] body = copy.body(i, 1).getBytes(StandardCharsets.UTF_8);
                    file.writeInt(body.length);
                    file.write(body);
                }
            }
            Process process = new ProcessBuilder(
                            java.toString(),
                            "-Xmx384m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path") + ":" + classPath,
                            ConversionReference.class.getName(),
                            bodies.toString(),
                            String.valueOf(referenceSeconds))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new Trouble("The conversion alone could not be measured: " + said.strip());
            }
            String[] rates = said.strip().split(" ");
            return new Reference(Double.parseDouble(rates[0]), Double.parseDouble(rates[1]));
        } catch (IOException e) {
            throw new Trouble("The conversion alone could not be measured: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", e);
        }
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private record Reference(double oneThread, double allThreads) {}
}
