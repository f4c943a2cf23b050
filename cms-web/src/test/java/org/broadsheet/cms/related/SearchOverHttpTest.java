package org.broadsheet.cms.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.broadsheet.core.log.ServiceToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

class SearchOverHttpTest {

    private static final UUID STORY = UUID.fromString("0b0e9f3c-4a86-4a51-a6b4-91c3d2c0a001");
    private static final UUID OTHER = UUID.fromString("0b0e9f3c-4a86-4a51-a6b4-91c3d2c0a002");

    private HttpServer server;
    private SearchOverHttp search;
    private volatile int status = 200;
    private volatile String body = "";
    private volatile long delay;
    private final AtomicReference<String> asked = new AtomicReference<>();

    @BeforeEach
    void aSearchService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            asked.set(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            try {
                Thread.sleep(delay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        search = at(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void theListComesWithScoresAndReasons() throws IOException {
        body = """
                {"story":"%s","stories":[{"id":"%s","score":3.25,"reasons":["subject: shipping"],"new":"field"}]}
                """.formatted(STORY, OTHER);

        assertThat(search.related(STORY, 7))
                .contains(List.of(new RelatedStory(OTHER, 3.25, List.of("subject: shipping"))));
        assertThat(asked).hasValue("/api/related?story=" + STORY + "&limit=7 Bearer a-token-for-the-tests-only");
    }

    @Test
    void aStoryThatSearchDoesNotKnowYetHasNoList() throws IOException {
        status = 404;

        assertThat(search.related(STORY, 7)).isEmpty();
    }

    @Test
    void whateverElseHappensIsAFailureInTime() {
        status = 500;
        assertThatThrownBy(() -> search.related(STORY, 7)).isInstanceOf(IOException.class);

        status = 200;
        for (String wrong : List.of("", "not json", "{}", "[]", "{\"stories\":[{\"id\":\"x\"}]}")) {
            body = wrong;
            assertThatThrownBy(() -> search.related(STORY, 7)).as(wrong).isInstanceOf(IOException.class);
        }

        body = "{\"stories\":[]}";
        delay = 5_000;
        long before = System.nanoTime();
        assertThatThrownBy(() -> search.related(STORY, 7)).isInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));

        assertThatThrownBy(() -> at(URI.create("http://127.0.0.1:1")).related(STORY, 7))
                .isInstanceOf(IOException.class);
    }

    private static SearchOverHttp at(URI address) {
        return new SearchOverHttp(
                new RelatedSettings(
                        address,
                        10,
                        Duration.ofMinutes(5),
                        Duration.ofMillis(300),
                        Duration.ofMillis(600),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(10),
                        3),
                new ServiceToken("a-token-for-the-tests-only"),
                RestClient.builder());
    }
}
