package org.broadsheet.ops.command.pressroom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.broadsheet.ops.command.house.House;
import org.broadsheet.ops.command.house.Trouble;

/// What the parts are run from: a copy of what was built, so that the next build changes nothing that runs.
///
/// A service is laid out as one jar and its libraries, from which it starts in half the time it takes from the single
/// file.
public final class Software {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    private final House house;
    private final Path java;

    public Software(House house) {
        this.house = house;
        this.java = Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /// The Java that runs this runs all of it.
    Path java() {
        return java;
    }

    /// What was built for a part.
    public Path built(Part part) {
        return switch (part) {
            case ELASTICSEARCH ->
                house.checkout().resolve("ops/elasticsearch/target/ops-elasticsearch-" + VERSION + ".jar");
            case INGEST, CMS_WEB, SEARCH ->
                house.checkout().resolve(part.word() + "/target/" + part.word() + "-" + VERSION + "-service.jar");
            case POSTGRESQL -> throw new IllegalArgumentException("PostgreSQL is not built here");
        };
    }

    /// The copy to run from, made where it is missing.
    public Laid lay(Part part) {
        Path built = built(part);
        if (!Files.exists(built)) {
            throw new Trouble("There is no " + built + ". Build it with: mvn -q -DskipTests package");
        }
        try {
            String build = Long.toHexString(Files.getLastModifiedTime(built).toMillis()) + "-" + Files.size(built);
            Path folder = house.software().resolve(part.word() + "-" + build);
            if (!Files.isDirectory(folder)) {
                Path fresh = Files.createTempDirectory(house.software(), "laying-");
                if (part == Part.ELASTICSEARCH) {
                    copy(built, fresh);
                } else {
                    extract(built, fresh);
                }
                Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Laid(folder, build, folder.resolve(built.getFileName()));
        } catch (IOException e) {
            throw new Trouble("The software of " + part.word() + " cannot be laid out: " + e.getMessage(), e);
        }
    }

    /// Takes away the copies of builds before this one; nothing runs from them any more.
    void clearOut(Part part, Laid current) {
        try (Stream<Path> folders = Files.list(house.software())) {
            List<Path> old = folders.filter(
                            folder -> folder.getFileName().toString().matches(part.word() + "-[0-9a-f]+-[0-9]+"))
                    .filter(folder -> !folder.equals(current.folder()))
                    .toList();
            for (Path folder : old) {
                delete(folder);
            }
        } catch (IOException e) {
            throw new Trouble("An old copy of " + part.word() + " cannot be taken away: " + e.getMessage(), e);
        }
    }

    private static void copy(Path jar, Path folder) throws IOException {
        Files.copy(jar, folder.resolve(jar.getFileName()));
        Path libraries = Files.createDirectory(folder.resolve("lib"));
        Path built = jar.resolveSibling("lib");
        if (!Files.isDirectory(built)) {
            throw new Trouble("There is no " + built + ". Build it with: mvn -q -DskipTests package");
        }
        try (Stream<Path> jars = Files.list(built)) {
            for (Path library : jars.toList()) {
                Files.copy(library, libraries.resolve(library.getFileName()));
            }
        }
    }

    private void extract(Path jar, Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new Trouble(jar + " cannot be unpacked: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while " + jar + " was unpacked", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// A copy that can be run.
    ///
    /// @param folder it lies in
    /// @param build tells one build from another
    /// @param jar to start; its libraries lie in `lib` beside it
    public record Laid(Path folder, String build, Path jar) {}
}
