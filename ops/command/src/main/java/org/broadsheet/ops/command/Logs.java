package org.broadsheet.ops.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.ops.command.house.House;
import org.broadsheet.ops.command.house.Pause;
import org.broadsheet.ops.command.house.Trouble;
import org.broadsheet.ops.command.pressroom.Part;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Follows the logs, of all parts or of one, until it is interrupted.")
@SuppressWarnings("NullAway.Init") // set by picocli before it is called
final class Logs implements Callable<Integer> {

    @ParentCommand
    private Broadsheet broadsheet;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "PART",
            description = "postgresql, elasticsearch, ingest, cms-web or search")
    private @Nullable String part;

    @Option(names = "--lines", paramLabel = "N", description = "How many of the last lines to begin with (usually 20).")
    private int lines = 20;

    @Option(names = "--once", description = "Print the last lines and end.")
    private boolean once;

    @Override
    public Integer call() throws IOException {
        House house = broadsheet.house();
        List<Part> parts = part == null
                ? List.of(Part.values())
                : List.of(Part.called(part)
                        .orElseThrow(() -> new Trouble("There is no part \"" + part
                                + "\": it is postgresql, elasticsearch, ingest, cms-web or search.")));
        PrintWriter out = spec.commandLine().getOut();
        var followed = new ArrayList<Followed>();
        for (Part each : parts) {
            String prefix = parts.size() == 1 ? "" : String.format("%-14s| ", each.word());
            followed.add(new Followed(house.logs().resolve(each.word() + ".log"), prefix));
        }
        for (Followed log : followed) {
            log.begin(lines, out);
        }
        while (!once) {
            for (Followed log : followed) {
                log.goOn(out);
            }
            Pause.forMillis(250);
        }
        return 0;
    }

    /// One log file, read as it grows; a new one of the same name is read from its beginning.
    private static final class Followed {
        private final Path file;
        private final String prefix;
        private long read;
        private String unfinished = "";

        Followed(Path file, String prefix) {
            this.file = file;
            this.prefix = prefix;
        }

        void begin(int last, PrintWriter out) throws IOException {
            if (!Files.exists(file)) {
                return;
            }
            read = Math.max(0, Files.size(file) - 256L * Math.max(1, last) * 4);
            String text = news();
            unfinished = text.substring(text.lastIndexOf('\n') + 1);
            List<String> all = text.lines().toList();
            List<String> whole = unfinished.isEmpty() ? all : all.subList(0, all.size() - 1);
            whole.subList(Math.max(0, whole.size() - last), whole.size()).forEach(line -> out.println(prefix + line));
        }

        void goOn(PrintWriter out) throws IOException {
            if (!Files.exists(file)) {
                return;
            }
            if (Files.size(file) < read) {
                read = 0;
                unfinished = "";
            }
            String text = unfinished + news();
            int end = text.lastIndexOf('\n');
            unfinished = text.substring(end + 1);
            if (end >= 0) {
                text.substring(0, end).lines().forEach(line -> out.println(prefix + line));
            }
        }

        private String news() throws IOException {
            try (var log = new RandomAccessFile(file.toFile(), "r")) {
                log.seek(read);
                byte[] bytes = new byte[(int) Math.min(4 << 20, Math.max(0, log.length() - read))];
                log.readFully(bytes);
                read += bytes.length;
                return new String(bytes, StandardCharsets.UTF_8);
            }
        }
    }
}
