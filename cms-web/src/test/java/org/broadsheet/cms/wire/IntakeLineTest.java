package org.broadsheet.cms.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.broadsheet.cms.NewsroomTest;
import org.broadsheet.core.log.LogPage;
import org.broadsheet.core.log.ServiceToken;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireLogEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The line to the intake, with an intake at its other end that the test plays.
class IntakeLineTest {

    private final JsonMapper json = JsonMapper.builder().build();
    private HttpServer intake;
    private WireLine line;

    @BeforeEach
    void connect() throws IOException {
        intake = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        intake.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        intake.start();
        WireProperties properties = new WireProperties(
                URI.create("http://127.0.0.1:" + intake.getAddress().getPort()),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                DataSize.ofKilobytes(64),
                10,
                Duration.ofHours(72),
                URI.create("http://127.0.0.1:9"));
        line = new IntakeLine(RestClient.builder(), properties, new ServiceToken(NewsroomTest.TOKEN));
    }

    @AfterEach
    void hangUp() {
        intake.stop(0);
    }

    @Test
    void whatTheLogSaysArrivesWholeAndWhatWeDoNotKnowIsPassedOver() throws Exception {
        WireItem item = WireCopy.picture(PictureHash.of(WireCopy.jpeg())).item();
        WireLogEntry entry = new WireLogEntry(7, UUID.randomUUID(), Instant.parse("2026-11-24T10:00:00.123456Z"), item);
        ObjectNode page = json.valueToTree(new LogPage<>(List.of(entry), 9));
        ((ObjectNode) page.at("/entries/0/item")).put("aFieldOfTomorrow", true);
        String[] asked = new String[2];
        intake.createContext("/api/log", exchange -> {
            asked[0] = exchange.getRequestURI().getQuery();
            asked[1] = exchange.getRequestHeaders().getFirst("Authorization");
            answer(exchange, 200, json.writeValueAsBytes(page));
        });

        LogPage<WireLogEntry> heard = line.after(6, Duration.ofSeconds(20));

        assertThat(heard.entries()).containsExactly(entry);
        assertThat(heard.end()).isEqualTo(9);
        assertThat(asked[0]).contains("after=6").contains("wait=20");
        assertThat(asked[1]).isEqualTo("Bearer " + NewsroomTest.TOKEN);
    }

    @Test
    void anIntakeThatFailsOrRefusesUsIsTrouble() {
        intake.createContext("/api/log", exchange -> answer(exchange, 401, bytes("{\"status\": 401}")));
        intake.createContext("/api/pictures", exchange -> answer(exchange, 503, bytes("{\"status\": 503}")));

        assertThatThrownBy(() -> line.after(0, Duration.ZERO)).hasMessageContaining("401");
        assertThatThrownBy(() -> line.picture(PictureHash.of(new byte[] {1})))
                .rootCause()
                .hasMessageContaining("503");
    }

    @Test
    void aPictureComesByteForByteAndOneThatIsNotThereOrTooLargeDoesNot() throws Exception {
        byte[] original = WireCopy.jpeg();
        PictureHash hash = PictureHash.of(original);
        PictureHash large = PictureHash.of(new byte[] {2});
        intake.createContext("/api/pictures/" + hash, exchange -> answer(exchange, 200, original));
        intake.createContext("/api/pictures/" + large, exchange -> answer(exchange, 200, new byte[64 * 1024 + 1]));

        assertThat(line.picture(hash)).hasValue(original);
        assertThat(line.picture(large)).isEmpty();
        assertThat(line.picture(PictureHash.of(new byte[] {3}))).isEmpty();
    }

    @Test
    void anIntakeThatIsNotThereIsTroubleSoon() {
        intake.stop(0);
        long started = System.nanoTime();

        assertThatThrownBy(() -> line.after(0, Duration.ofSeconds(20))).isInstanceOf(Exception.class);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
