package org.broadsheet.ops.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole platform with the demo newsroom, brought up once for all acceptance tests by the command that people
/// use, in a home of its own and on ports of its own, and taken down when the tests are over.
final class Platform {

    private static final int CMS_WEB = 8080;
    private static final int CMS_INTERNAL = 8090;
    private static final int INGEST = 8081;
    private static final int SEARCH = 8082;
    private static final List<Integer> PORTS = List.of(CMS_WEB, CMS_INTERNAL, INGEST, SEARCH, 8432, 8200);

    /// An editor of the demo newsroom.
    static final String EDITOR = "osei";

    /// Who looks after the feeds and the rules of the demo newsroom.
    static final String ADMINISTRATOR = "ruth";

    private static Platform running;

    final Path home;
    private final Path checkout;
    private final int offset;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = JsonMapper.builder().build();

    private Platform(Path checkout, Path home, int offset) {
        this.checkout = checkout;
        this.home = home;
        this.offset = offset;
    }

    static synchronized Platform running() {
        if (running == null) {
            try {
                Platform platform =
                        new Platform(checkout(), Files.createTempDirectory("broadsheet-acceptance-"), freeOffset());
                Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
                Outcome up = platform.broadsheet("up", "--demo");
                if (up.exit() != 0) {
                    throw new IllegalStateException("The platform did not come up:\n" + up.output());
                }
                running = platform;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    /// The top folder of the checkout these tests run in.
    static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("ops/broadsheet"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent(), "Not within a checkout of Broadsheet");
        }
        return folder;
    }

    private void close() {
        broadsheet("down");
        try (var files = Files.walk(home)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs the command as a person would, and waits for its end.
    Outcome broadsheet(String... words) {
        return broadsheet(Map.of(), words);
    }

    /// The same, with something set in the environment, which the parts it starts inherit.
    Outcome broadsheet(Map<String, String> environment, String... words) {
        try {
            List<String> command =
                    new ArrayList<>(List.of(checkout.resolve("ops/broadsheet").toString()));
            command.addAll(List.of(words));
            Path output = Files.createTempFile("broadsheet-", ".out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(checkout.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("BROADSHEET_HOME", home.toString());
            builder.environment().put("BROADSHEET_PORT_OFFSET", Integer.toString(offset));
            builder.environment().putAll(environment);
            // The build that runs these tests has made the services already.
            builder.environment().put("BROADSHEET_BUILD", "never");
            Process process = builder.start();
            if (!process.waitFor(4, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        String.join(" ", command) + " did not end within four minutes:\n" + Files.readString(output));
            }
            String text = Files.readString(output);
            Files.delete(output);
            return new Outcome(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI site(String path) {
        return URI.create("http://127.0.0.1:" + (CMS_WEB + offset) + path);
    }

    /// Where senders push to.
    URI ingest(String path) {
        return URI.create("http://127.0.0.1:" + (INGEST + offset) + path);
    }

    /// An answer of the public site, redirects not followed.
    HttpResponse<String> read(String path) {
        return send(HttpRequest.newBuilder(site(path)));
    }

    JsonNode searchService(String path) {
        return service(SEARCH, path);
    }

    JsonNode ingestService(String path) {
        return service(INGEST, path);
    }

    /// Does something at the wire room's own API, as the desk's server does.
    JsonNode tellIngest(String method, String path, Object content) {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (INGEST + offset) + path))
                        .header("Authorization", "Bearer " + serviceToken())
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(content))));
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    method + " " + path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    JsonNode cmsService(String path) {
        return service(CMS_INTERNAL, path);
    }

    /// The status code of an internal call.
    int searchStatus(String path) {
        return internal(SEARCH, path).statusCode();
    }

    private JsonNode service(int port, String path) {
        return json.readTree(internal(port, path).body());
    }

    private HttpResponse<String> internal(int port, String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (port + offset) + path))
                .header("Authorization", "Bearer " + serviceToken()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.timeout(Duration.ofSeconds(15)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String serviceToken() {
        Properties conf = new Properties();
        try (var in = Files.newInputStream(home.resolve("conf/search.properties"))) {
            conf.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return conf.getProperty("broadsheet.service-token");
    }

    /// Names and passwords of the demo staff.
    Map<String, String> logins() {
        Map<String, String> logins = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(home.resolve("demo-logins.txt"))) {
                String[] words = line.strip().split("[\\s,:]+");
                if (words.length >= 2 && !line.startsWith("#")) {
                    logins.put(words[0], words[1]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return logins;
    }

    /// Ends the process of one part at once, as a power cut would.
    void killAtOnce(String part) {
        long pid = pidOf(part);
        ProcessHandle process =
                ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException(part + " does not run"));
        // The postmaster's children see its death by themselves.
        process.destroyForcibly();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    private long pidOf(String part) {
        try {
            if (part.equals("postgresql")) {
                return Long.parseLong(Files.readAllLines(home.resolve("postgresql/data/postmaster.pid"))
                        .getFirst()
                        .strip());
            }
            Properties process = new Properties();
            try (var in = Files.newInputStream(home.resolve("run").resolve(part + ".process"))) {
                process.load(in);
            }
            return Long.parseLong(process.getProperty("pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until something holds, looking ten times a second.
    static <T> T eventually(Duration within, String what, Supplier<T> look, java.util.function.Predicate<T> holds) {
        long end = System.nanoTime() + within.toNanos();
        T last = null;
        RuntimeException trouble = null;
        while (System.nanoTime() < end) {
            try {
                last = look.get();
                trouble = null;
                if (holds.test(last)) {
                    return last;
                }
            } catch (RuntimeException e) {
                trouble = e;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("Not within " + within.toSeconds() + " s: " + what + "; last seen: " + last, trouble);
    }

    /// An offset at which all the platform's ports are free just now.
    private static int freeOffset() {
        for (int offset = 20_000; offset < 50_000; offset += 97) {
            int candidate = offset;
            if (PORTS.stream().allMatch(port -> isFree(port + candidate))) {
                return candidate;
            }
        }
        throw new IllegalStateException("No free ports for the acceptance tests");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// How a command ended.
    record Outcome(int exit, String output) {}
}
