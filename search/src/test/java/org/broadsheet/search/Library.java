package org.broadsheet.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.broadsheet.core.log.ServiceToken;
import org.broadsheet.core.publication.PublicationLogEntry;
import org.broadsheet.core.publication.PublishedStory;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireLogEntry;
import org.broadsheet.ops.elasticsearch.ElasticsearchForTests;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole service as it runs in the house: a real Elasticsearch behind it, two logs before it, questions over HTTP.
final class Library implements AutoCloseable {

    static final String TOKEN = "a-token-for-tests-of-the-library";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> INDICES = List.of("stories-v1", "wire-v1", "readers");

    final LogServer<PublicationLogEntry> publications;
    final LogServer<WireLogEntry> wire;
    final Switchboard switchboard;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = JsonMapper.shared();
    private ConfigurableApplicationContext service;

    private Library() {
        ServiceToken token = new ServiceToken(TOKEN);
        publications = new LogServer<>(token);
        wire = new LogServer<>(token);
        switchboard = new Switchboard(ElasticsearchForTests.address());
    }

    /// Everything new, nothing in the index, the service running.
    static Library open() {
        Library library = closed();
        library.start();
        return library;
    }

    /// Everything new, nothing in the index, the service not started.
    static Library closed() {
        Library library = new Library();
        INDICES.forEach(index -> library.elasticsearch("DELETE", "/" + index + "?ignore_unavailable=true", null));
        return library;
    }

    void start() {
        start(publications);
    }

    /// Starts the service with another publication log.
    void start(LogServer<PublicationLogEntry> log) {
        service = new SpringApplicationBuilder(SearchService.class, StoppedClock.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.main.banner-mode=off",
                        "--spring.main.allow-bean-definition-overriding=false",
                        "--logging.level.root=warn",
                        "--spring.elasticsearch.uris=" + switchboard.address(),
                        "--broadsheet.service-token=" + TOKEN,
                        "--broadsheet.search.publication-log.address=" + log.address(),
                        "--broadsheet.search.wire-log.address=" + wire.address());
    }

    void stop() {
        service.close();
    }

    PublishedStory publish(PublishedStory story) {
        publications.append(position -> Copy.published(position, story));
        return story;
    }

    void kill(UUID story) {
        publications.append(position -> Copy.killed(position, story));
    }

    void send(WireItem item) {
        wire.append(position -> Copy.sent(position, item));
    }

    /// Waits until the service has applied all of both logs.
    void caughtUp() {
        await(() -> {
            JsonNode readers = ask("/api/status").body().get("readers");
            return List.of((long) publications.entries().size(), (long)
                            wire.entries().size())
                    .equals(List.of(
                            readers.get(0).get("position").asLong(),
                            readers.get(1).get("position").asLong()));
        });
    }

    static void await(BooleanSupplier isSo) {
        await(isSo, PATIENCE);
    }

    static void await(BooleanSupplier isSo, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not so within " + patience);
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// Asks the service, with the token.
    Answer ask(String path) {
        return ask(path, Map.of("Authorization", "Bearer " + TOKEN));
    }

    Answer ask(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        return send(request.build());
    }

    /// Asks the service with something to read, with the token.
    Answer ask(String path, Object body) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        body instanceof String text ? text : json.writeValueAsString(body)))
                .build());
    }

    Answer find(String words) {
        return ask("/api/find?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    List<UUID> found(String words) {
        return ids(find(words));
    }

    Answer related(UUID story) {
        return ask("/api/related?limit=10&story=" + story);
    }

    static List<UUID> ids(Answer answer) {
        List<UUID> ids = new ArrayList<>();
        answer.body()
                .get("stories")
                .forEach(story -> ids.add(UUID.fromString(story.get("id").asString())));
        return ids;
    }

    /// Asks Elasticsearch itself.
    Answer elasticsearch(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        ElasticsearchForTests.address().resolve(path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return send(request.build());
    }

    private int port() {
        return ((WebServerApplicationContext) service).getWebServer().getPort();
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response, response.body().isEmpty() ? json.createObjectNode() : json.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (service != null) {
            service.close();
        }
        publications.close();
        wire.close();
        switchboard.close();
        http.close();
    }

    record Answer(HttpResponse<String> response, JsonNode body) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /// It is always the day of the invented copy.
    @Configuration(proxyBeanMethods = false)
    static class StoppedClock {

        @Bean
        @Primary
        Clock today() {
            return Clock.fixed(Copy.TODAY, ZoneOffset.UTC);
        }
    }
}
