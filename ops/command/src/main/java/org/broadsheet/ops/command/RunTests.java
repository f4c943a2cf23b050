package org.broadsheet.ops.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.broadsheet.ops.command.house.Trouble;
import org.broadsheet.ops.command.machine.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Installs what the checks need and runs every check and every test. Asks nothing.",
            "Chromium comes from the system's package manager where it is missing and we may."
        })
@SuppressWarnings("NullAway.Init") // set by picocli before it is called
final class RunTests implements Callable<Integer> {

    @ParentCommand
    private Broadsheet broadsheet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path checkout = broadsheet.house().checkout();
        Path chromium = browser(out);
        out.println("Chromium: " + chromium);
        Path maven = Machine.program("mvn")
                .orElseThrow(() -> new Trouble("Maven is missing. Install it: apt-get install maven"));
        ProcessBuilder build = new ProcessBuilder(maven.toString(), "-B", "verify")
                .directory(checkout.toFile())
                .inheritIO();
        build.environment().put("JAVA_HOME", System.getProperty("java.home"));
        build.environment().put("BROADSHEET_REQUIRE_BROWSER", "true");
        build.environment().put("BROADSHEET_CHROMIUM", chromium.toString());
        out.println("Running every check and test: mvn -B verify");
        int code = build.start().waitFor();
        out.println();
        out.println(code == 0 ? "All checks and tests are green." : "Something is not green: see above.");
        out.println("Reports: " + checkout + "/*/target/surefire-reports and " + checkout
                + "/ops/*/target/surefire-reports");
        return code == 0 ? 0 : 1;
    }

    private static Path browser(PrintWriter out) throws IOException, InterruptedException {
        Optional<Path> there = Machine.chromium();
        if (there.isPresent()) {
            return there.get();
        }
        Optional<Path> packages = Machine.program("apt-get");
        Optional<List<String>> asRoot = Machine.asRoot();
        if (packages.isEmpty() || asRoot.isEmpty()) {
            throw new Trouble(
                    "The browser tests need Chromium, which is missing, and it cannot be installed from here ("
                            + (packages.isEmpty() ? "there is no apt-get" : "neither root nor sudo without a password")
                            + "). Install Chromium with the system's package manager and run this again.");
        }
        out.println("Chromium is missing: installing it with apt-get");
        String quiet = "DEBIAN_FRONTEND=noninteractive";
        Machine.run(asRoot.get(), List.of("env", quiet, "apt-get", "-q", "update"));
        Machine.run(
                asRoot.get(),
                List.of("env", quiet, "apt-get", "-q", "-y", "install", "--no-install-recommends", "chromium"));
        return Machine.chromium()
                .orElseThrow(
                        () -> new Trouble("apt-get installed no Chromium. Install it by hand and run this again."));
    }
}
