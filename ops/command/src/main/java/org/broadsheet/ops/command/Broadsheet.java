package org.broadsheet.ops.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.broadsheet.ops.command.house.House;
import org.broadsheet.ops.command.house.Trouble;
import org.broadsheet.ops.postgresql.PostgresTrouble;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// `broadsheet`: everything that is said to the platform from a terminal.
@Command(
        name = "broadsheet",
        description = "Runs the Broadsheet publishing platform on this machine.",
        mixinStandardHelpOptions = true,
        version = "Broadsheet 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "All state lives in $BROADSHEET_HOME (else .broadsheet in the checkout).",
            "$BROADSHEET_PORT_OFFSET moves every port, so that two platforms can run side by side."
        },
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            Logs.class,
            Ingest.class,
            Bench.class,
            Chaos.class,
            Corpus.class,
            Fuzz.class,
            RunTests.class,
            Doctor.class
        })
public final class Broadsheet implements Runnable {

    private final House house;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandSpec spec;

    Broadsheet(House house) {
        this.house = house;
    }

    public static void main(String[] arguments) {
        Path checkout = Path.of(System.getProperty("broadsheet.checkout", "."));
        var out = new PrintWriter(System.out, true);
        var err = new PrintWriter(System.err, true);
        System.exit(run(checkout, System.getenv(), out, err, arguments));
    }

    /// Runs one command to its end.
    ///
    /// @return the exit code: 0 if all went well, 1 if not, 2 if the command was not understood
    static int run(
            Path checkout, Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
        House house;
        try {
            house = House.of(checkout, environment);
        } catch (Trouble trouble) {
            err.println(trouble.getMessage());
            return 1;
        }
        return new CommandLine(new Broadsheet(house))
                .setUsageHelpWidth(110)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((e, given) -> misunderstood(e, err))
                .setExecutionExceptionHandler((e, command, result) -> failed(e, err))
                .execute(arguments);
    }

    House house() {
        return house;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int misunderstood(ParameterException e, PrintWriter err) {
        CommandLine command = e.getCommandLine();
        boolean isTopLevel = command.getParent() == null;
        if (isTopLevel && e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            err.println("There is no command \"" + unmatched.getUnmatched().getFirst() + "\". The commands are: "
                    + String.join(", ", command.getSubcommands().keySet()) + ".");
        } else {
            err.println(e.getMessage());
        }
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return 2;
    }

    private static int failed(Exception e, PrintWriter err) {
        if (e instanceof Trouble || e instanceof PostgresTrouble) {
            err.println();
            err.println(Objects.requireNonNullElse(e.getMessage(), e.toString()));
        } else {
            err.println("This should not have happened:");
            e.printStackTrace(err);
        }
        return 1;
    }
}
