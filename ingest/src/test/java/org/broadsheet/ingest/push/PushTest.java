package org.broadsheet.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.broadsheet.ingest.WireRoom;
import org.broadsheet.ingest.feed.Ordering;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PushTest {

    @TempDir
    static Path root;

    static WireRoom room;
    static Ordering desk;
    static HttpClient sender;
    static String secret;

    @BeforeAll
    static void openTheWireRoom() {
        room = new WireRoom(root).open();
        desk = new Ordering(room);
        sender = HttpClient.newHttpClient();
        secret = open("northwind");
    }

    @AfterAll
    static void closeTheWireRoom() {
        sender.close();
        desk.close();
        room.close();
    }

    private static String open(String feed) {
        return desk.open(feed, "push", Map.of("largest", 1), Map.of())
                .get("secret")
                .asString();
    }

    private static byte[] story(String guid) {
        return WireRoom.sample("pyongyang-pact.xml")
                .replaceAll("guid=\"[^\"]*\"", "guid=\"" + guid + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String sign(String secret, long seconds, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    private record Answer(int status, JsonNode body, HttpResponse<String> whole) {}

    private static Answer push(String feed, byte[] body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + room.port() + "/feeds/" + feed))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = sender.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JsonMapper.shared().readTree(answer.body()), answer);
    }

    private static Answer signed(byte[] body, String... more) throws Exception {
        List<String> headers = new ArrayList<>(
                List.of(Signature.HEADER, sign(secret, Instant.now().getEpochSecond(), body)));
        headers.addAll(List.of(more));
        return push("northwind", body, headers.toArray(String[]::new));
    }

    private static int total(String feed) {
        return desk.feed(feed).get("counts").get("total").asInt();
    }

    @Test
    void aSignedPushIsDurableWhenItIsAnsweredAndSettledSoon() throws Exception {
        Answer answer = signed(story("push-1"), "Broadsheet-Name", "../../pact.xml");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().get("receipt").asLong()).isPositive();
        assertThat(room.finished("northwind", "pact.xml").get("state").asString())
                .isEqualTo("settled");
    }

    @Test
    void theSamePushAgainGetsTheSameReceipt() throws Exception {
        Answer first = signed(story("push-2"));
        Answer again = signed(story("push-2"));
        Answer named = signed(story("push-3"), "Idempotency-Key", "dispatch 3");
        Answer namedAgain = signed(story("push-3"), "Idempotency-Key", "dispatch 3");
        Answer otherBody = signed(story("push-4"), "Idempotency-Key", "dispatch 3");

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body().get("receipt")).isEqualTo(first.body().get("receipt"));
        assertThat(again.body().get("repeated").asBoolean()).isTrue();
        assertThat(namedAgain.body().get("receipt")).isEqualTo(named.body().get("receipt"));
        assertThat(otherBody.status()).isEqualTo(409);
    }

    @Test
    void manyWhoPushTheSameAtOnceGetOneReceipt() throws Exception {
        int before = total("northwind");
        List<Callable<Answer>> pushes = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            pushes.add(() -> signed(story("push-race"), "Idempotency-Key", "race"));
        }
        Set<Long> receipts = new HashSet<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : senders.invokeAll(pushes)) {
                assertThat(answer.get().status()).isEqualTo(202);
                receipts.add(answer.get().body().get("receipt").asLong());
            }
        }
        assertThat(receipts).hasSize(1);
        assertThat(total("northwind")).isEqualTo(before + 1);
    }

    @Test
    void aPackedPushIsUnpackedAndATrapIsNot() throws Exception {
        assertThat(signed(gzip(story("push-5")), "Content-Encoding", "gzip").status())
                .isEqualTo(202);
        assertThat(signed(gzip(new byte[40 * 1024 * 1024]), "Content-Encoding", "gzip")
                        .status())
                .isEqualTo(413);
        assertThat(signed(story("push-6"), "Content-Encoding", "gzip").status()).isEqualTo(415);
        assertThat(signed(story("push-6"), "Content-Encoding", "br").status()).isEqualTo(415);
    }

    @Test
    void aPushThatIsTooLongIsRefusedWhetherItSaysSoOrNot() throws Exception {
        byte[] body = new byte[1024 * 1024 + 1];
        assertThat(signed(body).status()).isEqualTo(413);

        HttpRequest chunked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + room.port() + "/feeds/northwind"))
                .header(Signature.HEADER, sign(secret, Instant.now().getEpochSecond(), body))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        assertThat(sender.send(chunked, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(413);
        assertThat(signed(new byte[0]).status()).isEqualTo(400);
    }

    @Test
    void whoeverCannotSignIsRefusedAndWhoeverKeepsTryingHasToWait() throws Exception {
        open("besieged");
        byte[] body = story("push-7");
        long now = Instant.now().getEpochSecond();
        assertThat(push("besieged", body).status()).isEqualTo(401);
        assertThat(push("besieged", body, Signature.HEADER, "t=,v1=").status()).isEqualTo(401);
        assertThat(push("besieged", body, Signature.HEADER, sign(secret, now, body))
                        .status())
                .as("the secret of another feed")
                .isEqualTo(401);
        assertThat(push("northwind", body, Signature.HEADER, sign(secret, now - 310, body))
                        .body()
                        .get("detail")
                        .asString())
                .contains("five minutes");
        assertThat(push("northwind", body, Signature.HEADER, sign(secret, now + 310, body))
                        .status())
                .isEqualTo(401);
        assertThat(push("northwind", story("push-8"), Signature.HEADER, sign(secret, now, body))
                        .status())
                .as("another body")
                .isEqualTo(401);

        int last = 0;
        for (int i = 0; i < 30 && last != 429; i++) {
            Answer answer = push("besieged", body);
            last = answer.status();
            if (last == 429) {
                assertThat(answer.whole().headers().firstValue("Retry-After")).isPresent();
            }
        }
        assertThat(last).isEqualTo(429);
        assertThat(signed(story("push-9")).status()).isEqualTo(202);
    }

    @Test
    void noOtherAddressIsOpenAndNoOtherFeedIsPushed() throws Exception {
        byte[] body = story("push-10");
        assertThat(push("nobody", body).status()).isEqualTo(404);
        room.feed("dropped");
        WireRoom.waitFor(
                () -> desk.feed("dropped"),
                feed -> assertThat(feed.has("transport")).isTrue());
        assertThat(push("dropped", body).status()).isEqualTo(404);
        assertThat(push("northwind/secret", body).status()).isEqualTo(401);
        assertThat(push("%2e%2e/api/feeds", body).status()).isEqualTo(401);
        HttpResponse<String> read = sender.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + room.port() + "/feeds/northwind"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(read.statusCode()).isEqualTo(401);
    }

    @Test
    void aPausedFeedAsksTheSenderToComeAgain() throws Exception {
        String own = open("resting");
        desk.ask("POST", "/api/feeds/resting/pause", null);
        byte[] body = story("push-11");
        String signature = sign(own, Instant.now().getEpochSecond(), body);

        Answer paused = push("resting", body, Signature.HEADER, signature);
        desk.ask("POST", "/api/feeds/resting/resume", null);
        Answer resumed = push("resting", body, Signature.HEADER, signature);

        assertThat(paused.status()).isEqualTo(503);
        assertThat(paused.whole().headers().firstValue("Retry-After")).contains("60");
        assertThat(resumed.status()).isEqualTo(202);
        assertThat(total("resting")).isEqualTo(1);
    }

    @Test
    void aNewSecretEndsTheOldOne() throws Exception {
        String old = open("renewed");
        String fresh = desk.ask("POST", "/api/feeds/renewed/secret", null)
                .body()
                .get("secret")
                .asString();
        byte[] body = story("push-12");
        long now = Instant.now().getEpochSecond();

        assertThat(push("renewed", body, Signature.HEADER, sign(old, now, body)).status())
                .isEqualTo(401);
        assertThat(push("renewed", body, Signature.HEADER, sign(fresh, now, body))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void aPushThatBreaksOffLeavesNothing() throws Exception {
        open("broken");
        byte[] body = story("push-13");
        try (Socket line = new Socket("127.0.0.1", room.port())) {
            OutputStream out = line.getOutputStream();
            out.write(("POST /feeds/broken HTTP/1.1\r\nHost: x\r\n" + Signature.HEADER + ": "
                            + sign(secret, Instant.now().getEpochSecond(), body) + "\r\nContent-Length: " + body.length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body, 0, body.length / 2);
            out.flush();
        }
        assertThat(signed(story("push-14")).status()).isEqualTo(202);
        assertThat(total("broken")).isZero();
    }

    @Test
    void aMultipartBodyIsTakenAsItIsLikeAnyOther() throws Exception {
        Answer answer = signed(story("push-15"), "Content-Type", "multipart/form-data; boundary=x");
        Answer form = signed(story("push-16"), "Content-Type", "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(form.status()).isEqualTo(202);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out);
                InputStream in = new ByteArrayInputStream(bytes)) {
            in.transferTo(packed);
        }
        return out.toByteArray();
    }
}
