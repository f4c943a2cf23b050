package org.broadsheet.ops.command;

import org.broadsheet.ops.command.house.House;
import org.broadsheet.ops.command.trial.FolderBench;
import org.broadsheet.ops.command.trial.IngestBench;
import org.broadsheet.ops.command.trial.PictureBench;
import org.broadsheet.ops.command.trial.TrialSoftware;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures how fast a part of the platform is, on this machine and beside a platform that runs.")
@SuppressWarnings("NullAway.Init") // set by picocli before it is called
final class Bench implements Runnable {

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
                "Takes invented stories of 4 KB from files in the folder to the wire log, with a durable PostgreSQL"
                        + " and a",
                "service of its own in a temporary folder, and measures HTML-to-block conversion alone beside it.",
                "Three rounds warm up and are not counted; the figures are medians."
            })
    int ingest(
            @Option(names = "--stories", defaultValue = "6000", description = "How many a round (default 6000).")
                    int stories,
            @Option(names = "--rounds", defaultValue = "5", description = "How many rounds (default 5).") int rounds,
            @Option(
                            names = "--reference",
                            defaultValue = "4",
                            description = "How many seconds the conversion alone is measured, each time (default 4).")
                    double referenceSeconds) {
        House house = broadsheet.house();
        String classPath = TrialSoftware.ingest(house);
        new IngestBench(
                        classPath,
                        Math.clamp(stories, 10, 100_000),
                        Math.clamp(rounds, 1, 50),
                        Math.clamp(referenceSeconds, 0.5, 60),
                        spec.commandLine().getOut())
                .run();
        return 0;
    }

    @Command(
            name = "folder",
            mixinStandardHelpOptions = true,
            description = {
                "Puts very many files into one folder at once, beside a platform that runs, and measures how long they",
                "take to be settled, in how much memory, and how long a story of another feed takes meanwhile."
            })
    int folder(
            @Option(names = "--files", defaultValue = "100000", description = "How many files (default 100000).")
                    int files) {
        new FolderBench(
                        TrialSoftware.ingest(broadsheet.house()),
                        Math.clamp(files, 10, 1_000_000),
                        spec.commandLine().getOut())
                .run();
        return 0;
    }

    @Command(
            name = "pictures",
            mixinStandardHelpOptions = true,
            description = {
                "Prints the demo pictures 828 pixels wide in each format this machine can make: prints a second, their",
                "size, and how long a photograph of 24 megapixels takes from upload to its first print.",
                "One round warms up and is not counted; the figures are medians."
            })
    int pictures(
            @Option(names = "--pictures", defaultValue = "12", description = "How many pictures (default 12).")
                    int pictures,
            @Option(names = "--rounds", defaultValue = "5", description = "How many rounds (default 5).") int rounds) {
        House house = broadsheet.house();
        new PictureBench(
                        TrialSoftware.cmsWeb(house),
                        house.home().resolve("demo").resolve("pictures"),
                        Math.clamp(pictures, 1, 50),
                        Math.clamp(rounds, 1, 50),
                        spec.commandLine().getOut())
                .run();
        return 0;
    }
}
