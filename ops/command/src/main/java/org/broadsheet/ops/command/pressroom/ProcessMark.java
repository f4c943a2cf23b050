package org.broadsheet.ops.command.pressroom;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.broadsheet.ops.command.house.House;
import org.broadsheet.ops.command.house.PrivateFiles;
import org.broadsheet.ops.command.house.Trouble;
import org.broadsheet.ops.postgresql.LiveProcess;

/// Which process is a part. The number alone is not enough, as it is given again to others: the time of its start is
/// kept with it, so that a stranger is never taken for ours, and never stopped.
///
/// @param pid its number
/// @param startedAt when it started, as the operating system has it
/// @param fingerprint of what it was started with; another one means that it has to be started anew
record ProcessMark(long pid, Instant startedAt, String fingerprint) {

    /// What the clock may have been set by since.
    private static final Duration SLACK = Duration.ofSeconds(3);

    static ProcessMark of(ProcessHandle process, String fingerprint) {
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        return new ProcessMark(process.pid(), start, fingerprint);
    }

    /// The one that was kept for a part, whether it still runs or not.
    static Optional<ProcessMark> kept(House house, Part part) {
        Path file = file(house, part);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            kept.load(reader);
            return Optional.of(new ProcessMark(
                    Long.parseLong(kept.getProperty("pid", "")),
                    Instant.parse(kept.getProperty("started-at", "")),
                    kept.getProperty("fingerprint", "")));
        } catch (IOException | IllegalArgumentException | java.time.format.DateTimeParseException notOurs) {
            return Optional.empty();
        }
    }

    void keep(House house, Part part) {
        try {
            PrivateFiles.write(
                    file(house, part),
                    "pid=" + pid + "\nstarted-at=" + startedAt + "\nfingerprint=" + fingerprint + "\n");
        } catch (IOException e) {
            throw new Trouble("It cannot be noted which process is " + part.word() + ": " + e.getMessage(), e);
        }
    }

    static void forget(House house, Part part) {
        try {
            Files.deleteIfExists(file(house, part));
        } catch (IOException e) {
            throw new Trouble("The note of " + part.word() + " cannot be taken away: " + e.getMessage(), e);
        }
    }

    /// The process, if it still runs and is the same.
    Optional<ProcessHandle> process() {
        return LiveProcess.of(pid)
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> Duration.between(start, startedAt).abs().compareTo(SLACK) <= 0)
                        .orElse(false));
    }

    private static Path file(House house, Part part) {
        return house.marks().resolve(part.word() + ".process");
    }
}
