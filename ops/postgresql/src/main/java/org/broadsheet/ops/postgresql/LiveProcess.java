package org.broadsheet.ops.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A process that still does something.
public final class LiveProcess {

    private LiveProcess() {}

    /// The process of this number, unless there is none or it is dead and only its parent has not noticed yet:
    /// where the first process of a container never looks, that can be for ever.
    public static Optional<ProcessHandle> of(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> !isOnlyANote(pid));
    }

    private static boolean isOnlyANote(long pid) {
        try {
            String status = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            String state = status.substring(status.lastIndexOf(')') + 1).strip();
            return state.startsWith("Z") || state.startsWith("X");
        } catch (IOException noSuchView) {
            return false;
        }
    }
}
