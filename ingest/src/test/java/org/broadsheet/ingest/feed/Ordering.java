package org.broadsheet.ingest.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.broadsheet.ingest.WireRoom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The desk's side of the book of feeds, over HTTP as it really asks.
public final class Ordering implements AutoCloseable {

    private final WireRoom room;
    private final HttpClient client = HttpClient.newHttpClient();

    public Ordering(WireRoom room) {
        this.room = room;
    }

    public record Answer(int status, JsonNode body) {}

    public Answer ask(String method, String path, Object body) {
        try {
            HttpRequest.BodyPublisher publisher = body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(
                            body instanceof String text
                                    ? text
                                    : JsonMapper.shared().writeValueAsString(body));
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + room.port() + path))
                            .header("Authorization", "Bearer " + WireRoom.TOKEN)
                            .header("Content-Type", "application/json")
                            .method(method, publisher)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            String text = answer.body().isEmpty() ? "null" : answer.body();
            return new Answer(answer.statusCode(), JsonMapper.shared().readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Opens a feed that is visited often.
    public JsonNode open(String name, String transport, Map<String, ?> settings, Map<String, String> secrets) {
        Answer answer = ask(
                "PUT",
                "/api/feeds/" + name,
                Map.of(
                        "title",
                        "Feed " + name,
                        "transport",
                        transport,
                        "settings",
                        settings,
                        "secrets",
                        secrets,
                        "pollEvery",
                        "5s",
                        "version",
                        0));
        if (answer.status() != 201) {
            throw new AssertionError(answer);
        }
        return answer.body();
    }

    public JsonNode feed(String name) {
        return ask("GET", "/api/feeds/" + name, null).body();
    }

    public JsonNode test(String name) {
        return ask("POST", "/api/feeds/" + name + "/test", null).body();
    }

    @Override
    public void close() {
        client.close();
    }
}
