package org.broadsheet.ops.command.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.broadsheet.core.log.ServiceToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppingTest {

    private static final ServiceToken TOKEN = new ServiceToken("a-token-of-the-house-long-enough");

    @TempDir
    Path checkout;

    private final Deque<String> answers = new ArrayDeque<>();
    private HttpServer intake;
    private House house;
    private ServiceLine services;

    @BeforeEach
    void openAnIntake() throws Exception {
        house = House.of(checkout, Map.of());
        house.open();
        services = new ServiceLine(TOKEN);
        intake = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        intake.createContext("/api/receipts", exchange -> {
            boolean known = TOKEN.isShownBy(exchange.getRequestHeaders().getFirst("Authorization"));
            String answer = answers.size() > 1 ? answers.poll() : answers.peek();
            byte[] body = (known ? answer : "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        intake.start();
    }

    @AfterEach
    void close() {
        intake.stop(0);
        services.close();
    }

    @Test
    void aFileIsWaitedForUntilItIsSettled() throws Exception {
        answers.add("[]");
        answers.add("[]");
        answers.add("[" + receipt("2026-03-01T10:00:00Z", "received", "null") + "]");
        answers.add("[" + receipt("2026-03-01T10:00:00Z", "settled", "null") + "]");
        Dropping dropping = dropping("agence-nord");

        dropping.drop("budget.xml", "<newsItem/>".getBytes(StandardCharsets.UTF_8));
        List<Dropping.Ended> ended = dropping.waitForAll();

        assertThat(Files.readString(house.feeds().resolve("agence-nord/budget.xml")))
                .isEqualTo("<newsItem/>");
        assertThat(ended).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("budget.xml");
            assertThat(file.receipt().isQuarantined()).isFalse();
            assertThat(file.receipt().items())
                    .singleElement()
                    .satisfies(item -> assertThat(item.outcome()).isEqualTo("new"));
        });
    }

    @Test
    void theReceiptOfAnEarlierFileOfTheSameNameDoesNotCount() {
        String earlier = receipt("2026-03-01T10:00:00Z", "settled", "null");
        String later = receipt("2026-03-01T11:00:00Z", "quarantined", "\"It is no XML.\"");
        answers.add("[" + earlier + "]");
        answers.add("[" + earlier + "]");
        answers.add("[" + later + "," + earlier + "]");
        Dropping dropping = dropping("agence-nord");

        dropping.drop("budget.xml", new byte[] {1});

        assertThat(dropping.waitForAll()).singleElement().satisfies(file -> {
            assertThat(file.receipt().isQuarantined()).isTrue();
            assertThat(file.receipt().reason()).isEqualTo("It is no XML.");
        });
    }

    @Test
    void anIntakeThatDoesNotAnswerIsNamed() {
        intake.stop(0);
        Dropping dropping = dropping("agence-nord");

        assertThatThrownBy(() -> dropping.drop("budget.xml", new byte[] {1}))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("The intake does not answer");
    }

    @Test
    void aFeedCannotLeadOutOfItsFolder() {
        assertThatThrownBy(() -> new DropFolder(house, "../conf"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("A feed's name");
    }

    private Dropping dropping(String feed) {
        return new Dropping(services, intake.getAddress().getPort(), new DropFolder(house, feed));
    }

    private static String receipt(String receivedAt, String state, String reason) {
        return """
                {"feed": "agence-nord", "name": "budget.xml", "hash": "00", "receivedAt": "%s", "state": "%s",
                 "reason": %s, "items": [{"provider": "Agence Nord", "guid": "tag:1", "version": 1, "kind": "text",
                 "headline": "Budget passes", "outcome": "new"}]}
                """.formatted(receivedAt, state, reason);
    }
}
