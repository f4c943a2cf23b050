package org.broadsheet.ops.command.pressroom;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.ops.command.house.House;
import org.broadsheet.ops.command.house.Pause;
import org.broadsheet.ops.command.house.Trouble;

/// The parts that are Java processes: found, started and stopped.
final class JavaParts {

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);
    private static final long LONGEST_LOG = 8L << 20;
    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private final House house;
    private final Software software;

    JavaParts(House house, Software software) {
        this.house = house;
        this.software = software;
    }

    /// The process that is this part now. One whose note was lost is known by what it was started with.
    Optional<ProcessHandle> running(Part part) {
        return ProcessMark.kept(house, part).flatMap(ProcessMark::process).or(() -> unnoted(part));
    }

    /// Whether what runs is what would be started now.
    boolean runsAs(Part part, String fingerprint) {
        return ProcessMark.kept(house, part)
                .filter(mark -> mark.fingerprint().equals(fingerprint))
                .flatMap(ProcessMark::process)
                .isPresent();
    }

    /// Starts a part. It is no child of the terminal: it stays when that is closed.
    ProcessHandle start(Part part, String fingerprint, List<String> arguments) {
        var command = new ArrayList<String>();
        SETSID.stream().filter(Files::isExecutable).findFirst().ifPresent(setsid -> command.add(setsid.toString()));
        command.add(software.java().toString());
        command.addAll(marks(part));
        command.add("-Xmx" + part.heap() + "m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(arguments);
        Path log = log(part);
        try {
            turnOver(log);
            ProcessHandle process = new ProcessBuilder(command)
                    .directory(house.home().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start()
                    .toHandle();
            ProcessMark.of(process, fingerprint).keep(house, part);
            return process;
        } catch (IOException e) {
            throw new Trouble(part.word() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /// Asks a part to end, and ends it by force where it does not.
    ///
    /// @return whether there was one
    boolean stop(Part part) {
        Optional<ProcessHandle> running = running(part);
        if (running.isEmpty()) {
            ProcessMark.forget(house, part);
            return false;
        }
        ProcessHandle process = running.get();
        process.destroy();
        if (!hasEnded(process, ENDS_WITHIN)) {
            process.destroyForcibly();
            hasEnded(process, Duration.ofSeconds(10));
        }
        ProcessMark.forget(house, part);
        return true;
    }

    Path log(Part part) {
        return house.logs().resolve(part.word() + ".log");
    }

    private Optional<ProcessHandle> unnoted(Part part) {
        List<String> marks = marks(part);
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).containsAll(marks))
                        .orElse(false))
                .findFirst();
    }

    private List<String> marks(Part part) {
        return List.of("-Dbroadsheet.part=" + part.word(), "-Dbroadsheet.home=" + house.home());
    }

    private static boolean hasEnded(ProcessHandle process, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (org.broadsheet.ops.postgresql.LiveProcess.of(process.pid()).isPresent()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Pause.forMillis(50);
        }
        return true;
    }

    /// One old log is kept; the current one begins anew when it has become long.
    private static void turnOver(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LONGEST_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
