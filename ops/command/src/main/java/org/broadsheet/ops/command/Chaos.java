package org.broadsheet.ops.command;

import org.broadsheet.ops.command.trial.IngestChaos;
import org.broadsheet.ops.command.trial.TrialSoftware;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description = "Kills a part of the platform again and again, and looks whether anything is lost.")
@SuppressWarnings("NullAway.Init") // set by picocli before it is called
final class Chaos implements Runnable {

    @ParentCommand
    private Broadsheet broadsheet;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "ingest",
            mixinStandardHelpOptions = true,
            description = {
                "Drops files, kills the ingest service (kill -9) at a random moment, starts it again, and so on; every",
                "tenth time, or the last, PostgreSQL with it. At the end what was sent is held against what was settled and",
                "quarantined, file by file, and the log against gaps. All of it in a temporary folder, beside a"
                        + " platform",
                "that runs. The exit code is 0 if nothing differs, else 1."
            })
    int ingest(
            @Option(names = "--rounds", defaultValue = "200", description = "How many kills (default 200).") int rounds,
            @Option(names = "--seed", defaultValue = "1", description = "What the moments are drawn from.") long seed) {
        String classPath = TrialSoftware.ingest(broadsheet.house());
        boolean isWhole = new IngestChaos(
                        classPath,
                        Math.clamp(rounds, 1, 5_000),
                        seed,
                        spec.commandLine().getOut())
                .run();
        return isWhole ? 0 : 1;
    }
}
