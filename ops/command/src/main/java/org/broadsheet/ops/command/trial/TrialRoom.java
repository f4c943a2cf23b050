package org.broadsheet.ops.command.trial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.broadsheet.core.log.ServiceToken;
import org.broadsheet.ops.command.house.Pause;
import org.broadsheet.ops.command.house.ServiceLine;
import org.broadsheet.ops.command.house.Trouble;
import org.broadsheet.ops.postgresql.LocalPostgres;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A wire room of its own for a trial: a durable PostgreSQL and the ingest service in a folder that is taken away
/// afterwards. Either can be killed and started again.
final class TrialRoom implements AutoCloseable {

    private static final Duration COMES_UP_WITHIN = Duration.ofSeconds(90);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;
    private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    private final String classPath;
    private final List<String> options;
    private final String token = secret();
    private final String password = secret();
    private final int port = freePort();
    private final LocalPostgres postgres;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ServiceLine line = new ServiceLine(new ServiceToken(token));
    private @Nullable Process service;

    /// @param folder empty; all of the trial lies in it
    /// @param classPath what the service runs from
    /// @param options of its JVM
    TrialRoom(Path folder, String classPath, List<String> options) {
        this.folder = folder;
        this.classPath = classPath;
        this.options = List.copyOf(options);
        this.postgres = LocalPostgres.durable(
                folder.resolve("postgresql"), folder.resolve("postgresql.log"), freePort(), secret());
    }

    /// Makes a folder for a trial where temporary files go.
    static Path folder() {
        try {
            return Files.createTempDirectory("broadsheet-trial-");
        } catch (IOException e) {
            throw new Trouble("There is no place for the trial: " + e.getMessage(), e);
        }
    }

    void startDatabase() {
        postgres.start();
        postgres.provide("ingest", password);
    }

    /// Kills the database server as a power cut would (`kill -9` of all its processes).
    void killDatabase() {
        postgres.postmaster().flatMap(master -> ProcessHandle.of(master.pid())).ifPresent(master -> {
            List<ProcessHandle> all =
                    Stream.concat(Stream.of(master), master.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            master.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        });
    }

    /// Starts the service; [#awaitService()] waits until it answers.
    void startService() {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx384m", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath,
                "org.broadsheet.ingest.IngestService",
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--broadsheet.ingest.folder.root=" + feeds(),
                "--spring.datasource.url=" + postgres.address("ingest"),
                "--spring.datasource.username=ingest"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("ingest.log").toFile()));
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", password);
        builder.environment().put("BROADSHEET_SERVICETOKEN", token);
        builder.environment().put("BROADSHEET_INGEST_FEED_KEY", password);
        try {
            service = builder.start();
        } catch (IOException e) {
            throw new Trouble("The service cannot be started: " + e.getMessage(), e);
        }
    }

    /// Waits until the service is ready.
    void awaitService() {
        long deadline = System.nanoTime() + COMES_UP_WITHIN.toNanos();
        while (!isReady()) {
            Process running = service;
            if (running == null || !running.isAlive() || System.nanoTime() > deadline) {
                throw new Trouble("The service did not come up:\n" + endOfLog());
            }
            Pause.forMillis(25);
        }
    }

    private boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException silent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", e);
        }
    }

    /// Kills the service (`kill -9`) and waits until it is gone.
    void killService() {
        Process running = service;
        if (running != null) {
            try {
                running.destroyForcibly().waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble("Interrupted.", e);
            }
        }
        service = null;
    }

    boolean serviceIsAlive() {
        Process running = service;
        return running != null && running.isAlive();
    }

    /// The folder that holds the feeds' folders.
    Path feeds() {
        return folder.resolve("feeds");
    }

    /// A place on the same disk as the feeds, for files that are not dropped yet.
    Path backstage() {
        return folder.resolve("backstage");
    }

    /// The last position of the wire log.
    long end() {
        return line.end(port);
    }

    /// What the service answers under a path of its inner API.
    JsonNode get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Authorization", "Bearer " + token)
                    .timeout(Duration.ofSeconds(30))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Trouble(path + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new Trouble(path + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", e);
        }
    }

    /// The processor time the service has used since it started.
    Duration serviceCpu() {
        Process running = service;
        return running == null ? Duration.ZERO : ProcessorTime.ofFamily(running.toHandle());
    }

    /// The processor time PostgreSQL has used since it started, with all its processes that live or have ended.
    Duration databaseCpu() {
        return postgres.postmaster()
                .flatMap(master -> ProcessHandle.of(master.pid()))
                .map(ProcessorTime::ofFamily)
                .orElse(Duration.ZERO);
    }

    /// The most memory the service has had since it started, as the system tells it.
    String serviceMemory() {
        Process running = service;
        if (running == null) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(running.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    /// The last lines the service logged.
    String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("ingest.log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    /// Ends both processes and takes the folder away.
    @Override
    public void close() {
        killService();
        postgres.stop();
        line.close();
        http.close();
        try {
            delete(folder);
        } catch (IOException e) {
            throw new Trouble("The trial's folder " + folder + " was left behind: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException trouble) throws IOException {
                Files.deleteIfExists(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String secret() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new Trouble("There is no free port: " + e.getMessage(), e);
        }
    }
}
