package org.broadsheet.ops.command.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.broadsheet.ops.command.house.Trouble;
import org.broadsheet.ops.newsroom.DemoNewsroom;
import org.broadsheet.ops.newsroom.WireFile;

/// Measures how fast the site prints the demo pictures and takes a large one in, in processes of their own made of the
/// service's classes.
public final class PictureBench {

    private static final List<String> BENCHES =
            List.of("org.broadsheet.cms.darkroom.DarkroomBench", "org.broadsheet.cms.picture.UploadBench");
    private static final int LONGEST_MINUTES = 20;

    private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    private final String classPath;
    private final Path painted;
    private final int pictures;
    private final int rounds;
    private final PrintWriter out;

    /// @param classPath what the service runs from
    /// @param painted where the demo pictures are kept once they are painted
    /// @param pictures how many are printed a round
    /// @param rounds how many are measured, after one that only warms up
    public PictureBench(String classPath, Path painted, int pictures, int rounds, PrintWriter out) {
        this.classPath = classPath;
        this.painted = painted;
        this.pictures = pictures;
        this.rounds = rounds;
        this.out = out;
    }

    /// Runs it and prints the figures.
    public void run() {
        try {
            Path folder = Files.createTempDirectory("broadsheet-bench-");
            try {
                lay(folder);
                for (String bench : BENCHES) {
                    measure(bench, folder);
                }
            } finally {
                clear(folder);
            }
        } catch (IOException e) {
            throw new Trouble("The pictures could not be measured: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", e);
        }
    }

    private void lay(Path folder) throws IOException {
        List<WireFile> files = new DemoNewsroom()
                .wire(Instant.parse("2026-11-25T06:00:00Z"), painted).stream()
                        .filter(file -> file.name().endsWith(".jpg"))
                        .sorted(Comparator.comparing(WireFile::name))
                        .limit(pictures)
                        .toList();
        for (WireFile file : files) {
            Files.write(folder.resolve(file.name()), file.bytes());
        }
    }

    private void measure(String bench, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dlogging.level.root=warn",
                        "-cp",
                        classPath,
                        bench,
                        folder.toString(),
                        String.valueOf(rounds))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(out::println);
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new Trouble("The pictures could not be measured: see above.");
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
