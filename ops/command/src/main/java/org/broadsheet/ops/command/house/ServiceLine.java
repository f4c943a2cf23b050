package org.broadsheet.ops.command.house;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.broadsheet.core.log.PartStatus;
import org.broadsheet.core.log.ServiceToken;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The house's own line to its services: their inner APIs, with the service token.
public final class ServiceLine implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ServiceToken token;

    public ServiceLine(ServiceToken token) {
        this.token = token;
    }

    /// What a service says of itself.
    ///
    /// @throws ServiceSilent if it does not answer, or not as it should
    public PartStatus status(int port) {
        return read(get(port, "/api/status", Duration.ofSeconds(8)), PartStatus.class);
    }

    /// What became of the files of this name that were dropped into a feed, the newest first.
    ///
    /// @throws ServiceSilent if `ingest` does not answer, or not as it should
    public List<Receipt> receipts(int port, String feed, String name) {
        String query = "?feed=" + URLEncoder.encode(feed, StandardCharsets.UTF_8) + "&name="
                + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return List.of(read(get(port, "/api/receipts" + query, Duration.ofSeconds(10)), Receipt[].class));
    }

    /// The last position of the log that a service writes.
    ///
    /// @throws ServiceSilent if it does not answer, or not as it should
    public long end(int port) {
        return read(get(port, "/api/log?after=0&limit=1&wait=0", Duration.ofSeconds(10)), LogEnd.class)
                .end();
    }

    /// Hands something in.
    ///
    /// @throws ServiceSilent if it is not taken
    public void put(int port, String path, Object content) {
        HttpRequest request = HttpRequest.newBuilder(Ports.at(port).resolve(path))
                .header("Authorization", token.header())
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(content)))
                .build();
        send(request);
    }

    private String get(int port, String path, Duration within) {
        URI address = Ports.at(port).resolve(path);
        return send(HttpRequest.newBuilder(address)
                .header("Authorization", token.header())
                .timeout(within)
                .build());
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new ServiceSilent(request.uri() + " answers " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new ServiceSilent(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JacksonException e) {
            throw new ServiceSilent("An answer was not understood: " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /// A service does not answer, or not as it should.
    public static final class ServiceSilent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ServiceSilent(String sentence) {
            super(sentence);
        }

        ServiceSilent(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    private record LogEnd(long end) {}
}
