package org.broadsheet.ops.newsroom;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// A little tool: writes the whole wire into a folder, to look at it.
///
/// `java … org.broadsheet.ops.newsroom.WireOntoDisk FOLDER`; drawn pictures are kept in `FOLDER/.prints`.
public final class WireOntoDisk {

    private WireOntoDisk() {}

    /// @param arguments the folder; made where it is missing
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("Say where to write the wire: WireOntoDisk FOLDER");
            System.exit(2);
        }
        write(Path.of(arguments[0]), Clock.systemUTC(), System.out);
    }

    static List<WireFile> write(Path folder, Clock clock, PrintStream out) throws IOException {
        Files.createDirectories(folder);
        List<WireFile> files = new DemoNewsroom().wire(clock.instant(), folder.resolve(".prints"));
        for (WireFile file : files) {
            byte[] bytes = file.bytes();
            Files.write(folder.resolve(file.name()), bytes);
            out.printf(
                    "%s  %7d  %s%s%n",
                    file.sentAt(), bytes.length, file.name(), file.afterChoices() ? "  (later)" : "");
        }
        return files;
    }
}
