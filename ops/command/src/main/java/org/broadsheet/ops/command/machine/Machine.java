package org.broadsheet.ops.command.machine;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.ops.command.house.Trouble;

/// What this machine has.
public final class Machine {

    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");

    private Machine() {}

    /// A program on the path.
    public static Optional<Path> program(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /// The browser the tests drive.
    public static Optional<Path> chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .flatMap(name -> program(name).stream())
                .findFirst();
    }

    /// What goes before a command so that root runs it, without a question: nothing, or sudo; empty where we may not.
    public static Optional<List<String>> asRoot() throws IOException, InterruptedException {
        if ("root".equals(System.getProperty("user.name"))) {
            return Optional.of(List.of());
        }
        Optional<Path> sudo = program("sudo");
        if (sudo.isEmpty()) {
            return Optional.empty();
        }
        Process asked = new ProcessBuilder(sudo.get().toString(), "-n", "true")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean may = asked.waitFor(10, TimeUnit.SECONDS) && asked.exitValue() == 0;
        return may ? Optional.of(List.of(sudo.get().toString(), "-n")) : Optional.empty();
    }

    /// Runs a command that says what it does on the terminal.
    public static void run(List<String> before, List<String> command) throws IOException, InterruptedException {
        var whole = new ArrayList<String>(before);
        whole.addAll(command);
        int code = new ProcessBuilder(whole).inheritIO().start().waitFor();
        if (code != 0) {
            throw new Trouble("\"" + String.join(" ", whole) + "\" failed with " + code + ".");
        }
    }

    /// The line in which a program says its version; what its wrapper scripts have to say is passed over.
    public static Optional<String> version(Path program, String option) {
        try {
            Process process = new ProcessBuilder(program.toString(), option)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(10, TimeUnit.SECONDS);
            return said.lines()
                    .map(line -> line.replaceAll("\\x1B\\[[0-9;]*m", "").strip())
                    .filter(line -> line.matches(".*\\d+\\.\\d+.*") && !line.startsWith("/"))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// The memory that programs can still get, in bytes; empty where the system does not say.
    public static OptionalLong freeMemory() {
        try {
            var said = AVAILABLE.matcher(Files.readString(Path.of("/proc/meminfo")));
            return said.find() ? OptionalLong.of(Long.parseLong(said.group(1)) * 1024) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
