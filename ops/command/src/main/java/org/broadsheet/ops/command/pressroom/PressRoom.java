package org.broadsheet.ops.command.pressroom;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.broadsheet.ops.command.house.Configuration;
import org.broadsheet.ops.command.house.House;
import org.broadsheet.ops.command.house.Pause;
import org.broadsheet.ops.command.house.Ports;
import org.broadsheet.ops.command.house.Secrets;
import org.broadsheet.ops.command.house.Trouble;
import org.broadsheet.ops.postgresql.LocalPostgres;
import org.broadsheet.ops.postgresql.PostgresTrouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Brings the parts of the platform up and takes them down again. What is already as it has to be is left alone, what a
/// killed run left is taken over, or stopped where it is not what would be started now.
public final class PressRoom implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration COMES_UP_WITHIN = Duration.ofMinutes(3);

    private final House house;
    private final Secrets secrets;
    private final Consumer<String> say;
    private final Software software;
    private final JavaParts javaParts;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();

    /// @param say gets a line for each step
    public PressRoom(House house, Secrets secrets, Consumer<String> say) {
        this.house = house;
        this.secrets = secrets;
        this.say = say;
        this.software = new Software(house);
        this.javaParts = new JavaParts(house, software);
    }

    /// Brings everything up, as much at once as what needs what allows; returns once all of it answers.
    public void bringUp() {
        checkBuilt();
        var postgresql = inBackground(this::bringUpPostgres);
        var elasticsearch = inBackground(this::bringUpElasticsearch);
        var ingest = postgresql.thenRunAsync(() -> bringUpService(Part.INGEST), hands);
        var cms = postgresql.thenRunAsync(() -> bringUpService(Part.CMS_WEB), hands);
        var search = elasticsearch.thenRunAsync(() -> bringUpService(Part.SEARCH), hands);
        try {
            CompletableFuture.allOf(postgresql, elasticsearch, ingest, cms, search)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Trouble trouble) {
                throw trouble;
            }
            throw e;
        }
    }

    /// Nothing is started where something would be missing.
    private void checkBuilt() {
        List<Path> missing = built().stream().filter(jar -> !Files.exists(jar)).toList();
        if (!missing.isEmpty()) {
            throw new Trouble("Not built: " + missing + ". Build it with: mvn -q -DskipTests package");
        }
    }

    /// Stops everything, the readers of the logs before those who write them.
    public void takeDown() {
        for (Part part : List.of(Part.SEARCH, Part.CMS_WEB, Part.INGEST, Part.ELASTICSEARCH)) {
            long begun = System.nanoTime();
            boolean wasUp = javaParts.stop(part);
            say.accept(line(part, wasUp ? "stopped" : "was not running", wasUp ? took(begun) : ""));
        }
        long begun = System.nanoTime();
        LocalPostgres postgres = postgres();
        boolean wasUp = postgres.postmaster().isPresent();
        postgres.stop();
        say.accept(line(Part.POSTGRESQL, wasUp ? "stopped" : "was not running", wasUp ? took(begun) : ""));
    }

    /// The process of a part, where it runs.
    public Optional<ProcessHandle> running(Part part) {
        return part == Part.POSTGRESQL
                ? postgres().postmaster().flatMap(master -> ProcessHandle.of(master.pid()))
                : javaParts.running(part);
    }

    public LocalPostgres postgres() {
        return LocalPostgres.durable(
                house.home().resolve("postgresql"),
                log(Part.POSTGRESQL),
                house.ports().postgresql(),
                secrets.postgresql());
    }

    public Path log(Part part) {
        return javaParts.log(part);
    }

    /// What was built for each part that is built here.
    public List<Path> built() {
        return List.of(Part.ELASTICSEARCH, Part.INGEST, Part.CMS_WEB, Part.SEARCH).stream()
                .map(software::built)
                .toList();
    }

    /// The version of the Elasticsearch that answers; empty if none does.
    public Optional<String> elasticsearchVersion() {
        URI address = Ports.at(house.ports().elasticsearch()).resolve("/_nodes/_local?filter_path=nodes.*.version");
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        try {
            String nodes =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JSON.readTree(nodes).findValuesAsString("version").stream().findFirst();
        } catch (IOException | JacksonException silent) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", e);
        }
    }

    private void bringUpPostgres() {
        long begun = System.nanoTime();
        LocalPostgres postgres = postgres();
        boolean wasUp = postgres.postmaster().isPresent();
        if (!wasUp) {
            checkPort(Part.POSTGRESQL, house.ports().postgresql());
        }
        try {
            postgres.start();
            postgres.provide("ingest", secrets.ingestDatabase());
            postgres.provide("cms", secrets.cmsDatabase());
        } catch (PostgresTrouble e) {
            throw new Trouble(Objects.requireNonNullElse(e.getMessage(), "PostgreSQL did not come up."), e);
        }
        sayUp(Part.POSTGRESQL, wasUp, begun);
    }

    private void bringUpElasticsearch() {
        Software.Laid laid = software.lay(Part.ELASTICSEARCH);
        int port = house.ports().elasticsearch();
        bringUp(
                Part.ELASTICSEARCH,
                laid,
                laid.build() + "-" + port,
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-modules=jdk.incubator.vector",
                        "-cp",
                        laid.jar() + ":" + laid.folder().resolve("lib") + "/*",
                        "org.broadsheet.ops.elasticsearch.ElasticsearchProcess",
                        house.home().resolve("elasticsearch").toString(),
                        String.valueOf(port)));
    }

    private void bringUpService(Part part) {
        Software.Laid laid = software.lay(part);
        var configuration = new Configuration(house, secrets);
        String told = configuration.write(part.word());
        String fingerprint = laid.build() + "-" + Integer.toHexString(told.hashCode());
        bringUp(
                part,
                laid,
                fingerprint,
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dfile.encoding=UTF-8",
                        "-jar",
                        laid.jar().toString(),
                        "--spring.config.additional-location=file:" + configuration.file(part.word())));
    }

    private void bringUp(Part part, Software.Laid laid, String fingerprint, List<String> arguments) {
        long begun = System.nanoTime();
        boolean wasUp = javaParts.runsAs(part, fingerprint);
        if (!wasUp) {
            if (javaParts.stop(part)) {
                say.accept(line(part, "stopped what an earlier run left", ""));
            }
            checkPort(part, part.port(house.ports()));
            part.statusPort(house.ports()).ifPresent(port -> checkPort(part, port));
            javaParts.start(part, fingerprint, arguments);
        }
        waitUntilReady(part);
        software.clearOut(part, laid);
        sayUp(part, wasUp, begun);
    }

    private void waitUntilReady(Part part) {
        URI health = Ports.at(part.port(house.ports())).resolve(part.healthPath());
        long deadline = System.nanoTime() + COMES_UP_WITHIN.toNanos();
        while (!answers(health)) {
            if (javaParts.running(part).isEmpty()) {
                throw new Trouble(
                        part.word() + " ended while it came up. The end of " + log(part) + ":\n\n" + endOf(log(part)));
            }
            if (System.nanoTime() > deadline) {
                throw new Trouble(part.word() + " does not answer on " + health + " after "
                        + COMES_UP_WITHIN.toMinutes() + " minutes. See " + log(part));
            }
            Pause.forMillis(100);
        }
    }

    private boolean answers(URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        } catch (IOException brokenOff) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", e);
        }
    }

    /// Says who is in the way before a part fails in its own, longer words.
    private static void checkPort(Part part, int port) {
        if (!isFree(port)) {
            throw new Trouble("Port " + port + ", which " + part.word() + " needs, is taken by another program."
                    + " Stop that one, or set BROADSHEET_PORT_OFFSET (say, to 100) to move all ports.");
        }
    }

    /// Whether a port can be listened on.
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private CompletableFuture<Void> inBackground(Runnable work) {
        return CompletableFuture.runAsync(work, hands);
    }

    private void sayUp(Part part, boolean wasUp, long begun) {
        String where = "127.0.0.1:" + part.port(house.ports());
        say.accept(line(part, wasUp ? "was up" : "up", where + (wasUp ? "" : "  " + took(begun))));
    }

    private static String line(Part part, String what, String more) {
        return String.format(Locale.ROOT, "  %-14s %-10s %s", part.word(), what, more)
                .stripTrailing();
    }

    private static String took(long begun) {
        return String.format(Locale.ROOT, "(%.1f s)", (System.nanoTime() - begun) / 1e9);
    }

    private static String endOf(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size()));
        } catch (IOException e) {
            return "(it cannot be read: " + e.getMessage() + ")";
        }
    }

    @Override
    public void close() {
        hands.shutdownNow();
        http.shutdownNow();
    }
}
