package org.broadsheet.ops.command.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// The processor time of a process with all its children, those that have ended included: PostgreSQL makes a process
/// for each connection, and what one of them used is not given back when it ends.
final class ProcessorTime {

    /// What Linux counts processor time in for programs, on every machine Java runs on (`USER_HZ`).
    private static final long TICKS_A_SECOND = 100;

    private static final int OWN = 11;
    private static final int CHILDREN_THAT_ENDED = 13;

    private ProcessorTime() {}

    /// What a process and its children have used since it started; it never falls while the process lives. Where the
    /// system does not tell (no `/proc`), children that ended are missing.
    static Duration ofFamily(ProcessHandle head) {
        while (true) {
            Duration ended = ticks(head, CHILDREN_THAT_ENDED);
            Duration all = Stream.concat(Stream.of(head), head.descendants())
                    .map(process -> ticks(process, OWN).plus(ticks(process, CHILDREN_THAT_ENDED)))
                    .reduce(Duration.ZERO, Duration::plus);
            // A child that ended meanwhile would be missing, or be counted twice.
            if (ticks(head, CHILDREN_THAT_ENDED).equals(ended)) {
                return all;
            }
        }
    }

    private static Duration ticks(ProcessHandle process, int from) {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        if (!Files.exists(Path.of("/proc/self/stat"))) {
            return from == OWN ? process.info().totalCpuDuration().orElse(Duration.ZERO) : Duration.ZERO;
        }
        try {
            String line = Files.readString(stat);
            // The name of the program stands in brackets and may hold blanks.
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            long ticks = Long.parseLong(fields[from]) + Long.parseLong(fields[from + 1]);
            return Duration.ofMillis(ticks * 1_000 / TICKS_A_SECOND);
        } catch (IOException ended) {
            // Its parent counts it from now on.
            return Duration.ZERO;
        }
    }
}
