package org.broadsheet.ops.command;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.ops.command.house.Trouble;
import org.broadsheet.ops.command.machine.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description = {
            "Throws bytes of its own making at one parser of the wire room, guided by what they reach (Jazzer).",
            "Stops at the first finding or when the time is over. Findings and the corpus it grows lie in",
            "ingest/target/fuzz/PARSER; a finding becomes a test as ingest/src/test/resources/fuzz/PARSER/found-….",
            "The exit code is 0 if nothing was found, else 1."
        })
@SuppressWarnings("NullAway.Init") // set by picocli before it is called
final class Fuzz implements Callable<Integer> {

    /// What counts what is reached: our own code, and what it hands the bytes to.
    private static final String WATCHED = "org.broadsheet.**:com.ctc.wstx.**:org.jsoup.**:com.drew.**"
            + ":tools.jackson.**:com.rometools.**:org.mozilla.universalchardet.**";

    private static final int LONGEST_INPUT = 32_768;
    private static final int LONGEST_ROUND_SECONDS = 60;
    private static final int TO_START_SECONDS = 300;

    private enum Parser {
        newsmlg2,
        newsml1,
        nitf,
        ninjs,
        rss,
        atom,
        jsonfeed,
        anpa,
        iptc7901,
        mail,
        picture,
        html
    }

    @ParentCommand
    private Broadsheet broadsheet;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PARSER", description = "Which: ${COMPLETION-CANDIDATES}.")
    private Parser parser;

    @Option(names = "--seconds", paramLabel = "N", description = "How long; 600 if not said.", defaultValue = "600")
    private int seconds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (seconds < 1) {
            throw new Trouble("--seconds is at least 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        Path ingest = broadsheet.house().checkout().resolve("ingest");
        Path work = Files.createDirectories(ingest.resolve("target/fuzz/" + parser));
        Path corpus = Files.createDirectories(work.resolve("corpus"));
        out.println("Compiling the parsers");
        String classPath = classPath(ingest);

        Path log = work.resolve("log.txt");
        out.println("Fuzzing " + parser + " for " + seconds + " s; what it says: " + log);
        Process jazzer = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dbroadsheet.fuzz.parser=" + parser,
                        "-cp",
                        classPath,
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=org.broadsheet.ingest.fuzz.WireFuzz",
                        "--instrumentation_includes=" + WATCHED,
                        "--custom_hook_includes=" + WATCHED,
                        "--reproducer_path=" + work,
                        "-max_total_time=" + seconds,
                        "-timeout=" + LONGEST_ROUND_SECONDS,
                        "-rss_limit_mb=3000",
                        "-max_len=" + LONGEST_INPUT,
                        "-print_final_stats=1",
                        "-artifact_prefix=" + work + File.separator,
                        corpus.toString(),
                        ingest.resolve("src/test/resources/fuzz/" + parser).toString()))
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int code = wait(jazzer);
        out.println(rounds(log));
        if (code == 0) {
            out.println("Nothing was found.");
            return 0;
        }
        out.println("Something was found: the bytes lie in " + work + ", the reason stands in " + log);
        return 1;
    }

    /// It stops by itself; should it not, it is stopped. It does not outlive the command either.
    private int wait(Process jazzer) throws InterruptedException {
        Thread stop = new Thread(jazzer::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            if (!jazzer.waitFor(seconds + TO_START_SECONDS + LONGEST_ROUND_SECONDS, TimeUnit.SECONDS)) {
                jazzer.destroyForcibly().waitFor();
                throw new Trouble("It did not stop after " + seconds + " s and was ended");
            }
            return jazzer.exitValue();
        } finally {
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }

    private String classPath(Path ingest) throws IOException, InterruptedException {
        Path maven = Machine.program("mvn")
                .orElseThrow(() -> new Trouble("Maven is missing. Install it: apt-get install maven"));
        Path file = ingest.resolve("target/fuzz/class-path");
        Process build = new ProcessBuilder(
                        maven.toString(),
                        "-q",
                        "-B",
                        "-Pfuzz",
                        "-pl",
                        "ingest",
                        "-am",
                        "test-compile",
                        "dependency:build-classpath",
                        "-Dmdep.includeScope=test",
                        "-Dmdep.outputFile=target/fuzz/class-path")
                .directory(broadsheet.house().checkout().toFile())
                .inheritIO()
                .start();
        if (build.waitFor() != 0) {
            throw new Trouble("The parsers do not compile: see above");
        }
        Path target = ingest.resolve("target");
        return target.resolve("test-classes")
                + File.pathSeparator
                + target.resolve("classes")
                + File.pathSeparator
                + Files.readString(file).strip();
    }

    /// How many rounds it made.
    private static String rounds(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith("stat::number_of_executed_units"))
                    .map(line -> "Rounds: "
                            + line.substring(line.indexOf(':', 6) + 1).strip())
                    .collect(Collectors.joining("\n"));
        }
    }
}
