package org.broadsheet.cms.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.broadsheet.cms.NewsroomTest;
import org.broadsheet.core.log.ServiceToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TwinSearchOverHttpTest {

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private HttpServer server;
    private TwinSearch search;
    private volatile int status = 200;
    private volatile String body = "";

    @BeforeEach
    void aSearchService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + "\n"
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        search = new TwinSearchOverHttp(
                new WireProperties(
                        URI.create("http://127.0.0.1:9"),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        DataSize.ofKilobytes(64),
                        10,
                        Duration.ofHours(72),
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
                new ServiceToken(NewsroomTest.TOKEN),
                RestClient.builder());
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void theWordsOfTheItemGoOutAndItsTwinsComeBack() throws IOException {
        body = "{\"twins\":[{\"provider\":\"second\",\"guid\":\"a\",\"score\":0.91,\"words\":120,\"new\":1}]}";
        WireCopy copy = WireCopy.harbourFees();

        assertThat(search.twins(copy.item())).containsExactly(new TwinSearch.Found("second", "a", 0.91));

        assertThat(asked.get()).startsWith("POST /api/twins Bearer " + NewsroomTest.TOKEN);
        JsonNode sent =
                JsonMapper.shared().readTree(asked.get().substring(asked.get().indexOf('\n')));
        assertThat(sent.get("provider").asString()).isEqualTo(copy.provider);
        assertThat(sent.get("guid").asString()).isEqualTo(copy.guid);
        assertThat(sent.get("headline").asString()).isEqualTo(copy.headline);
        assertThat(sent.get("text").asString()).isEqualTo(copy.body);
        assertThat(sent.get("receivedAt").asString()).endsWith("Z");
    }

    @Test
    void anAnswerThatIsNoneIsTriedAgainAndAnItemOfWhichNothingCanBeAskedHoldsUpNobody() throws IOException {
        status = 400;
        assertThat(search.twins(WireCopy.harbourFees().item())).isEmpty();
        for (int broken : new int[] {503, 401}) {
            status = broken;
            assertThatThrownBy(() -> search.twins(WireCopy.harbourFees().item()))
                    .isInstanceOf(IOException.class);
        }
        status = 200;
        body = "{}";
        assertThatThrownBy(() -> search.twins(WireCopy.harbourFees().item())).isInstanceOf(IOException.class);
        server.stop(0);
        assertThatThrownBy(() -> search.twins(WireCopy.harbourFees().item())).isInstanceOf(IOException.class);
    }
}
