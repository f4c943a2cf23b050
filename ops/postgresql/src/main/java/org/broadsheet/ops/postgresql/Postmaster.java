package org.broadsheet.ops.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The server process that holds a data folder, as its `postmaster.pid` names it.
///
/// @param pid of the process
/// @param startedAt when it started
/// @param port it answers on
public record Postmaster(long pid, Instant startedAt, int port) {

    private static final String FILE = "postmaster.pid";

    /// How far the server's own note of its start may lie from what the operating system says.
    private static final Duration SLACK = Duration.ofMinutes(2);

    /// The one that runs on this folder now. A note of one that is dead, or whose number another program has got since,
    /// does not count.
    public static Optional<Postmaster> of(Path dataFolder) {
        List<String> lines;
        try {
            lines = Files.readAllLines(dataFolder.resolve(FILE));
        } catch (NoSuchFileException nobody) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            var noted = new Postmaster(
                    Long.parseLong(lines.get(0).strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
                    Integer.parseInt(lines.get(3).strip()));
            return noted.isRunning() ? Optional.of(noted) : Optional.empty();
        } catch (IndexOutOfBoundsException | NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    /// Takes away the note of a server that is gone, so that the next one does not take another program for it.
    static void forget(Path dataFolder) throws IOException {
        Files.deleteIfExists(dataFolder.resolve(FILE));
    }

    /// Whether it still runs, and still is a PostgreSQL.
    public boolean isRunning() {
        return process().isPresent();
    }

    Optional<ProcessHandle> process() {
        return LiveProcess.of(pid).filter(this::isThisServer);
    }

    private boolean isThisServer(ProcessHandle process) {
        boolean isPostgres = process.info()
                .command()
                .map(command -> Path.of(command).endsWith("postgres"))
                .orElse(true);
        boolean isAsOld = process.info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(SLACK) < 0)
                .orElse(true);
        return isPostgres && isAsOld;
    }
}
