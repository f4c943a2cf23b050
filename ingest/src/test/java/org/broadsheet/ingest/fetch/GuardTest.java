package org.broadsheet.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

@Timeout(60)
class GuardTest {

    static final FetchLimits LIMITS = new FetchLimits(
            DataSize.ofMegabytes(4),
            200,
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(6),
            DataSize.ofKilobytes(1),
            5,
            DataSize.ofKilobytes(64),
            DataSize.ofMegabytes(16));

    final Sender sender = new Sender();
    final Spool spool = new Spool(LIMITS, Clock.systemUTC());
    final Fetcher fetcher = new Fetcher(spool, LIMITS);

    @AfterEach
    void close() {
        fetcher.destroy();
        sender.close();
    }

    private Answer get(String address, boolean allowPrivate) throws IOException {
        return get(address, allowPrivate, Credentials.NONE);
    }

    private Answer get(String address, boolean allowPrivate, Credentials credentials) throws IOException {
        try (WebSession web = fetcher.open(allowPrivate)) {
            return web.get(
                    WebAddress.of(address),
                    Map.of(),
                    credentials,
                    LIMITS.largest().toBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::1",
                "2001:db8::1",
                "2001::1",
                "fd00:ec2::254"
            })
    void anAddressInsideTheHouseIsNotCalled(String literal) {
        assertThat(Addresses.isPublic(InetAddress.ofLiteral(literal))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "172.15.255.255",
                "172.32.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "192.0.1.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1",
                "64:ff9b::808:808",
                "2002:808:808::1"
            })
    void anAddressOnThePublicInternetIsCalled(String literal) {
        assertThat(Addresses.isPublic(InetAddress.ofLiteral(literal))).isTrue();
    }

    @Test
    void aNameThatMeansThisMachineIsRefusedUnlessTheFeedMayCallIt() throws Exception {
        sender.at("/feed", "copy");
        String name = "http://localhost:" + sender.port() + "/feed";

        assertThatThrownBy(() -> get(name, false)).isInstanceOf(Forbidden.class);
        assertThat(sender.asked()).isEmpty();
        try (Answer answer = get(name, true)) {
            assertThat(answer.body().bytes()).asString().isEqualTo("copy");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.1:%d/",
                "http://2130706433:%d/",
                "http://0x7f000001:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/"
            })
    void otherWaysToWriteThisMachineAreRefusedToo(String pattern) {
        assertThatThrownBy(() -> get(pattern.formatted(sender.port()), false))
                .satisfiesAnyOf(
                        refused -> assertThat(refused).isInstanceOf(IOException.class),
                        refused -> assertThat(refused).isInstanceOf(IllegalArgumentException.class));
        assertThat(sender.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://wire.example/",
                "gopher://wire.example/",
                "http:///feed",
                "http://user:pass@wire.example/",
                "jar:http://wire.example/a!/b",
                "not an address"
            })
    void onlyPlainWebAddressesAreCalled(String address) {
        assertThatThrownBy(() -> WebAddress.of(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSocketLooksAtTheAddressItConnectsTo() throws Exception {
        InetSocketAddress here = new InetSocketAddress("127.0.0.1", sender.port());
        try (Socket socket = new GuardedSockets(false, LIMITS).createSocket()) {
            assertThatThrownBy(() -> socket.connect(here, 1000)).isInstanceOf(Forbidden.class);
        }
        try (Socket socket = new GuardedSockets(true, LIMITS).createSocket()) {
            socket.connect(here, 1000);
            assertThat(socket.isConnected()).isTrue();
            assertThat(socket.getSoTimeout()).isEqualTo(2000);
        }
        assertThatThrownBy(() -> AddressGuard.resolve("255.255.255.255", true)).isInstanceOf(Forbidden.class);
    }

    @Test
    void credentialsStayAtTheirOriginOnEveryHop() throws Exception {
        try (Sender stranger = new Sender()) {
            sender.at("/feed", call -> Sender.send(call, 302, new byte[0], "Location", "/moved"));
            sender.at("/moved", call -> Sender.send(call, 307, new byte[0], "Location", stranger.address("/catch")));
            stranger.at("/catch", call -> Sender.send(call, 302, new byte[0], "Location", sender.address("/home")));
            sender.at("/home", "copy");
            Credentials own = new Credentials(
                    WebAddress.origin(URI.create(sender.address("/"))),
                    Map.of("Authorization", "Bearer ours", "X-Api-Key", "ours"),
                    Map.of("apikey", "ours"));

            try (Answer answer = get(sender.address("/feed"), true, own)) {
                assertThat(answer.body().bytes()).asString().isEqualTo("copy");
            }

            assertThat(sender.asked()).hasSize(3).allSatisfy(asked -> {
                assertThat(asked.headers().getFirst("Authorization")).isEqualTo("Bearer ours");
                assertThat(asked.query()).isEqualTo("apikey=ours");
            });
            assertThat(stranger.asked()).singleElement().satisfies(asked -> {
                assertThat(asked.headers()).doesNotContainKeys("Authorization", "X-api-key", "Cookie", "Referer");
                assertThat(asked.query()).isEmpty();
            });
        }
    }

    @Test
    void redirectsEndAndLeadNowhereElse() throws Exception {
        sender.at("/round", call -> Sender.send(call, 302, new byte[0], "Location", "/round"));
        sender.at("/file", call -> Sender.send(call, 302, new byte[0], "Location", "file:///etc/passwd"));
        assertThatThrownBy(() -> get(sender.address("/round"), true)).hasMessageContaining("more than 5 times");
        assertThat(sender.asked("/round")).hasSize(6);
        assertThatThrownBy(() -> get(sender.address("/file"), true)).hasMessageContaining("where nobody goes");
    }

    @Test
    void cookiesAreNotKept() throws Exception {
        sender.at("/feed", call -> Sender.send(call, 302, new byte[0], "Location", "/next", "Set-Cookie", "a=b"));
        sender.at("/next", "copy");
        get(sender.address("/feed"), true).close();
        assertThat(sender.asked("/next").getFirst().headers()).doesNotContainKey("Cookie");
    }

    @Test
    void aBodyWithoutEndIsCut() {
        sender.at("/endless", call -> {
            call.sendResponseHeaders(200, 0);
            byte[] block = new byte[64 * 1024];
            try (OutputStream out = call.getResponseBody()) {
                for (long sent = 0; sent < 10L * 1024 * 1024 * 1024; sent += block.length) {
                    out.write(block);
                }
            }
        });
        sender.at("/announced", call -> {
            call.sendResponseHeaders(200, 10L * 1024 * 1024 * 1024);
            call.getResponseBody().write(new byte[100_000]);
            call.getResponseBody().flush();
        });

        assertThatThrownBy(() -> get(sender.address("/endless"), true))
                .isInstanceOfSatisfying(
                        TooMuch.class, cut -> assertThat(cut.kind()).isEqualTo(TooMuch.Kind.BYTES));
        assertThatThrownBy(() -> get(sender.address("/announced"), true)).isInstanceOf(TooMuch.class);
    }

    @Test
    void aPackedBodyIsUnpackedAndATrapIsSprungInTime() throws Exception {
        byte[] trap = gzip(new byte[64 * 1024 * 1024]);
        byte[] steep = gzip(new byte[3 * 1024 * 1024]);
        byte[] story = "copy ".repeat(1000).getBytes(StandardCharsets.UTF_8);
        sender.at("/trap", trap, "Content-Encoding", "gzip");
        sender.at("/steep", steep, "Content-Encoding", "gzip");
        sender.at("/gzip", gzip(story), "Content-Encoding", "gzip");
        sender.at("/zlib", deflate(story, false), "Content-Encoding", "deflate");
        sender.at("/bare", deflate(story, true), "Content-Encoding", "deflate");
        sender.at("/brotli", story, "Content-Encoding", "br");
        sender.at("/lie", story, "Content-Encoding", "gzip");

        assertThatThrownBy(() -> get(sender.address("/trap"), true)).isInstanceOf(TooMuch.class);
        assertThatThrownBy(() -> get(sender.address("/steep"), true))
                .isInstanceOfSatisfying(
                        TooMuch.class, cut -> assertThat(cut.kind()).isEqualTo(TooMuch.Kind.RATIO));
        for (String path : new String[] {"/gzip", "/zlib", "/bare"}) {
            try (Answer answer = get(sender.address(path), true)) {
                assertThat(answer.body().bytes()).as(path).isEqualTo(story);
            }
        }
        assertThatThrownBy(() -> get(sender.address("/brotli"), true)).hasMessageContaining("not asked for");
        assertThatThrownBy(() -> get(sender.address("/lie"), true)).isInstanceOf(IOException.class);
    }

    @Test
    void aBodyThatBreaksOffIsNoBody() throws Exception {
        try (ServerSocket half = server("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this");
                ServerSocket chunk = server("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nonly ")) {
            for (ServerSocket broken : new ServerSocket[] {half, chunk}) {
                assertThatThrownBy(() -> get("http://127.0.0.1:" + broken.getLocalPort() + "/", true))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void whoeverNeverAnswersOrOnlyDripsIsLeft() throws Exception {
        try (ServerSocket silent = server("");
                ServerSocket header = dripping("HTTP/1.1 200 OK\r\nX: ", 300);
                ServerSocket body = dripping("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", 300)) {
            for (ServerSocket slow : new ServerSocket[] {silent, header, body}) {
                Instant begun = Instant.now();
                assertThatThrownBy(() -> get("http://127.0.0.1:" + slow.getLocalPort() + "/", true))
                        .isInstanceOf(IOException.class);
                assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void whatIsTakenInLiesInMemoryOnlyWhileItIsSmallAndLeavesNoFile() throws Exception {
        byte[] large = new byte[1024 * 1024];
        large[17] = 1;
        sender.at("/large", large);
        try (Answer answer = get(sender.address("/large"), true)) {
            assertThat(answer.body().bytes()).isEqualTo(large);
            assertThat(answer.body().hash()).isEqualTo(Hashing.of(large));
        }
        sender.at("/small", "copy");
        Answer small = get(sender.address("/small"), true);
        small.close();
        assertThat(small.body().bytes()).asString().isEqualTo("copy");
    }

    private static ServerSocket server(String answer) throws IOException {
        return dripping(answer, 0);
    }

    /// Answers, and then either hangs up or goes on with a letter every so many milliseconds.
    private static ServerSocket dripping(String answer, int millis) throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(() -> {
            try (Socket line = server.accept()) {
                OutputStream out = line.getOutputStream();
                out.write(answer.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                if (answer.isEmpty()) {
                    Thread.sleep(20_000);
                }
                while (millis > 0) {
                    Thread.sleep(millis);
                    out.write('x');
                    out.flush();
                }
            } catch (IOException e) {
                // the caller has left
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return server;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes, boolean bare) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out, new Deflater(9, bare))) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }
}
