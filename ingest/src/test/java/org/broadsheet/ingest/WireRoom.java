package org.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.broadsheet.ops.postgresql.PostgresForTests;
import org.broadsheet.ops.postgresql.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole service as it runs, with a database and a folder of its own: it can be stopped and started again.
public final class WireRoom implements AutoCloseable {

    public static final String TOKEN = "only-for-tests-and-long-enough";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final TestDatabase database = PostgresForTests.freshDatabase();
    private final Path root;
    private final Map<String, Object> settings = new HashMap<>();
    private ConfigurableApplicationContext context;

    public WireRoom(Path root) {
        this.root = root;
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        settings.put("broadsheet.service-token", TOKEN);
        settings.put("broadsheet.ingest.feed.key", "the-key-of-the-feeds-only-for-tests");
        settings.put("broadsheet.ingest.folder.root", root.toString());
        settings.put("broadsheet.ingest.folder.quiet", "50ms");
        settings.put("broadsheet.ingest.folder.patience", "300ms");
        settings.put("server.port", "0");
        settings.put("server.address", "127.0.0.1");
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
    }

    public WireRoom with(String setting, Object value) {
        settings.put(setting, value);
        return this;
    }

    public WireRoom open() {
        context = new SpringApplicationBuilder(IngestService.class)
                .run(arguments().toArray(String[]::new));
        return this;
    }

    /// Opens it as a process of its own, to be killed.
    ///
    /// @param options of its JVM, beyond the usual ones
    public Process openOutside(Path log, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), IngestService.class.getName()));
        command.addAll(arguments());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private List<String> arguments() {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public TestDatabase database() {
        return database;
    }

    public Path feed(String feed) {
        Path folder = root.resolve(feed);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /// Drops a file as a careful sender does: written beside, then renamed.
    public void drop(String feed, String name, byte[] content) {
        Path folder = feed(feed);
        try {
            Path part = Files.write(folder.resolve("." + name + ".part"), content);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void drop(String feed, String name, String content) {
        drop(feed, name, content.getBytes(StandardCharsets.UTF_8));
    }

    public RestClient http() {
        return RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN)
                .build();
    }

    /// Where it listens; outside, that is the port it was told.
    public int port() {
        if (context == null) {
            return Integer.parseInt(settings.get("server.port").toString());
        }
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    public JsonNode get(String path) {
        return JsonMapper.shared().readTree(http().get().uri(path).retrieve().body(String.class));
    }

    public List<JsonNode> log() {
        List<JsonNode> entries = new ArrayList<>();
        get("/api/log?limit=500").get("entries").forEach(entries::add);
        return entries;
    }

    public List<JsonNode> receipts(String feed, String name) {
        List<JsonNode> receipts = new ArrayList<>();
        get("/api/receipts?feed=" + feed + "&name=" + name).forEach(receipts::add);
        return receipts;
    }

    /// Waits until the newest receipt of a file is finished.
    public JsonNode finished(String feed, String name) {
        return waitFor(() -> receipts(feed, name), found -> {
                    assertThat(found).isNotEmpty();
                    assertThat(found.getFirst().get("state").asString()).isNotEqualTo("received");
                })
                .getFirst();
    }

    public static <T> T waitFor(Supplier<T> what, Consumer<T> until) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                T value = what.get();
                until.accept(value);
                return value;
            } catch (AssertionError e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                try {
                    Thread.sleep(20);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw e;
                }
            }
        }
    }

    public static String sample(String name) {
        return new String(sampleBytes(name), StandardCharsets.UTF_8);
    }

    public static byte[] sampleBytes(String name) {
        try (InputStream in = WireRoom.class.getResourceAsStream("/wire/" + name)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            in.transferTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
