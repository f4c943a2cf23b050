package org.broadsheet.ops.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.ops.command.house.Trouble;
import org.broadsheet.ops.newsroom.corpus.ReutersCorpus;
import org.broadsheet.ops.newsroom.corpus.ReutersStory;
import org.broadsheet.ops.newsroom.corpus.ReutersWire;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "corpus",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a corpus of old agency copy back on the wire: one ANPA 1312 file a story.",
            "reuters: Reuters-21578, from $BROADSHEET_CORPORA/reuters-21578, else ../shared/corpora beside the"
                    + " checkout."
        })
@SuppressWarnings("NullAway.Init") // set by picocli before it is called
final class Corpus implements Callable<Integer> {

    private enum Name {
        reuters
    }

    @ParentCommand
    private Broadsheet broadsheet;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CORPUS", description = "Which: ${COMPLETION-CANDIDATES}.")
    private Name name;

    @Option(names = "--from", paramLabel = "DIR", description = "The folder with its files, if it lies elsewhere.")
    private @Nullable Path from;

    @Option(
            names = "--into",
            required = true,
            paramLabel = "DIR",
            description = "The folder the files are dropped into, such as that of a feed; made if it is new.")
    private Path into;

    @Option(
            names = "--first",
            paramLabel = "N",
            description = "Only the first so many stories.",
            defaultValue = "2147483647")
    private int first;

    @Override
    public Integer call() throws IOException {
        Path folder = from == null ? ReutersCorpus.folder(broadsheet.house().checkout(), System.getenv()) : from;
        List<Path> files = ReutersCorpus.files(folder);
        if (files.isEmpty()) {
            throw new Trouble("There is no Reuters-21578 in " + folder
                    + ". Say where it is with --from, or set BROADSHEET_CORPORA to the folder above it.");
        }
        Files.createDirectories(into);
        PrintWriter out = spec.commandLine().getOut();
        ReutersWire wire = new ReutersWire();
        int dropped = 0;
        for (Path file : files) {
            for (ReutersStory story : ReutersCorpus.stories(file)) {
                if (dropped == first) {
                    break;
                }
                drop(wire.dispatch(story));
                dropped++;
            }
        }
        out.println(dropped + " stories dropped into " + into);
        return 0;
    }

    /// Written under a name that intake leaves alone, then renamed.
    private void drop(ReutersWire.Dispatch dispatch) throws IOException {
        Path unfinished = into.resolve("." + dispatch.name() + ".part");
        Files.write(unfinished, dispatch.bytes());
        Files.move(unfinished, into.resolve(dispatch.name()), StandardCopyOption.ATOMIC_MOVE);
    }
}
