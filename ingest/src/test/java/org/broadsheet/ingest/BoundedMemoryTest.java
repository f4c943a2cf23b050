package org.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.broadsheet.ingest.feed.Ordering;
import org.broadsheet.ingest.fetch.Sender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The service as a process of its own with the heap it has in the house, which ends the moment that heap is full:
/// whatever held a payload of 200 MB or a feed of a million entries would take it down.
class BoundedMemoryTest {

    private static final int MEGABYTE = 1 << 20;
    private static final int HUGE = 200 * MEGABYTE;
    private static final int MILLION = 1_000_000;

    /// More than are in hand at once.
    private static final int FILES = 5_000;

    /// How long a good story may take beside it all, however busy the machine is.
    private static final Duration UNDISTURBED = Duration.ofSeconds(10);

    @TempDir
    static Path root;

    @TempDir
    static Path beside;

    static WireRoom room;
    static Process service;
    static Path log;
    static Ordering desk;
    static int stories;

    @BeforeAll
    static void openTheWireRoom() throws IOException {
        room = new WireRoom(root).with("server.port", freePort());
        log = beside.resolve("service.log");
        service = room.openOutside(log, "-Xmx384m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
        desk = new Ordering(room);
        WireRoom.waitFor(BoundedMemoryTest::health, status -> assertThat(status).isEqualTo(200));
        aGoodStoryIsSettled();
    }

    @AfterAll
    static void closeTheWireRoom() throws InterruptedException {
        desk.close();
        service.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void theServiceIsStillTheSame() throws IOException {
        assertThat(service.isAlive()).as(Files.readString(log)).isTrue();
    }

    @Test
    void aFileOf200MegabytesIsRefusedAndKept() throws IOException {
        drop("long", "huge.xml", out -> fill(out, HUGE));
        aGoodStoryIsSettled();

        JsonNode receipt = room.finished("long", "huge.xml");

        assertThat(receipt.get("state").asString()).isEqualTo("quarantined");
        assertThat(receipt.get("reason").asString())
                .isEqualTo("The file has 209,715,200 bytes; at most 67,108,864 are taken");
        WireRoom.waitFor(
                () -> room.feed("long").resolve("failed/huge.xml"),
                file -> assertThat(file).hasSize(HUGE));
    }

    @Test
    void aPushOf200MegabytesIsRefusedWhetherItSaysSoOrNot() throws Exception {
        desk.open("pushed", "push", Map.of(), Map.of());
        String head = "POST /feeds/pushed HTTP/1.1\r\nHost: wire.harbour.example\r\nBroadsheet-Signature: t="
                + Instant.now().getEpochSecond() + ",v1=" + "0".repeat(64) + "\r\n";

        for (String length : List.of("Content-Length: " + HUGE, "Transfer-Encoding: chunked")) {
            String answer = answer(head + length + "\r\n\r\n", length.startsWith("Transfer"));
            assertThat(answer).startsWith("HTTP/1.1 413").contains("at most 67,108,864 bytes");
        }
        aGoodStoryIsSettled();
        assertThat(desk.feed("pushed").at("/counts/total").asInt()).isZero();
    }

    @Test
    void aPollThatAnswers200MegabytesIsCutAndSaysSo() {
        try (Sender agency = new Sender()) {
            agency.at("/huge", call -> {
                call.sendResponseHeaders(200, 0);
                fill(call.getResponseBody(), HUGE);
            });
            desk.open("polled", "poll", Map.of("address", agency.address("/huge"), "allowPrivate", true), Map.of());

            JsonNode feed = WireRoom.waitFor(
                    () -> desk.feed("polled"),
                    found -> assertThat(found.get("lastError").asString("")).isNotEmpty());

            assertThat(feed.get("lastError").asString()).contains("more than the 67,108,864 bytes");
            assertThat(feed.at("/counts/total").asInt()).isZero();
            aGoodStoryIsSettled();
        }
    }

    @Test
    void whatIsJustNotTooLongIsTakenOneAfterTheOther() throws IOException {
        int size = 60 * MEGABYTE;
        for (int i = 0; i < 4; i++) {
            int number = i;
            drop("heavy", "heavy-" + i + ".bin", out -> {
                out.write(("%d is no format anybody reads ").formatted(number).getBytes(StandardCharsets.UTF_8));
                fill(out, size);
            });
        }
        for (int i = 0; i < 4; i++) {
            JsonNode receipt = room.finished("heavy", "heavy-" + i + ".bin");
            assertThat(receipt.get("reason").asString()).startsWith("It is of no format that is read here");
        }
        aGoodStoryIsSettled();
    }

    @Test
    void aFeedOfAMillionEntriesIsRefusedWhetherItIsLongOrShort() throws IOException {
        drop("million", "long.xml", out -> rss(out, MILLION, "A title that makes the million entries too long"));
        drop("million", "short.xml", out -> rss(out, MILLION, "x"));
        drop("million", "short.json", out -> {
            text(out, "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"0\"}");
            for (int i = 1; i < MILLION; i++) {
                text(out, ",{\"id\":\"" + i + "\"}");
            }
            text(out, "]}");
        });
        aGoodStoryIsSettled();

        assertThat(reason("million", "long.xml")).contains("at most 67,108,864 are taken");
        assertThat(reason("million", "short.xml"))
                .isEqualTo("The feed holds more than the 50,000 entries that are taken of one document");
        assertThat(reason("million", "short.json")).isEqualTo("The JSON has more than 2,000,000 parts");
        aGoodStoryIsSettled();
    }

    @Test
    void aFeedOfManyEntriesIsTakenInPartsWithTheOthersBetweenThem() throws IOException {
        int entries = 20_000;
        drop("many", "many.xml", out -> rss(out, entries, "Ferry number"));
        WireRoom.waitFor(
                () -> room.receipts("many", "many.xml"),
                found -> assertThat(found).isNotEmpty());
        aGoodStoryIsSettled();

        assertThat(room.finished("many", "many.xml").get("state").asString()).isEqualTo("settled");
        long good = stories;
        WireRoom.waitFor(
                () -> room.get("/api/receipts?feed=many&limit=100"),
                found -> assertThat(found)
                        .allSatisfy(receipt ->
                                assertThat(receipt.get("state").asString()).isEqualTo("settled"))
                        .hasSize(entries / 1_000));
        assertThat(room.get("/api/log").get("end").asLong()).isGreaterThanOrEqualTo(entries + good);
    }

    @Test
    void thousandsOfFilesInOneFolderKeepNobodyWaiting() throws IOException {
        Path staged = Files.createDirectories(beside.resolve("flood"));
        String story = WireRoom.sample("pyongyang-pact.xml");
        for (int i = 0; i < FILES; i++) {
            Files.writeString(staged.resolve("flood-" + i + ".xml"), story.replace("pact-text", "flood-" + i));
        }
        Files.move(staged, root.resolve("flood"), StandardCopyOption.ATOMIC_MOVE);
        Path done = root.resolve("flood/done");
        WireRoom.waitFor(() -> count(done), moved -> assertThat(moved).isPositive());

        aGoodStoryIsSettled();

        assertThat(count(root.resolve("flood"))).as("files still to come").isPositive();
        WireRoom.waitFor(() -> count(done), moved -> assertThat(moved).isEqualTo(FILES));
    }

    /// Sends until the other side has had enough, and hears what it says meanwhile.
    private static String answer(String head, boolean chunked) throws IOException, InterruptedException {
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), room.port())) {
            Thread sender = Thread.ofVirtual().start(() -> {
                try {
                    OutputStream out = line.getOutputStream();
                    text(out, head);
                    byte[] block = "0".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
                    for (int sent = 0; sent < HUGE; sent += MEGABYTE) {
                        text(out, chunked ? "100000\r\n" : "");
                        out.write(block);
                        text(out, chunked ? "\r\n" : "");
                    }
                } catch (IOException hungUp) {
                    // it has heard enough
                }
            });
            StringBuilder answer = new StringBuilder();
            try {
                for (int c = line.getInputStream().read();
                        c >= 0 && c != '}';
                        c = line.getInputStream().read()) {
                    answer.append((char) c);
                }
            } catch (IOException hungUp) {
                // what it said before counts
            }
            line.close();
            sender.join();
            return answer.toString();
        }
    }

    /// A good feed beside whatever is going on.
    private static void aGoodStoryIsSettled() {
        String name = "good-" + ++stories + ".xml";
        long begun = System.nanoTime();
        room.drop("good", name, WireRoom.sample("pyongyang-pact.xml").replace("pact-text", name));
        JsonNode receipt = room.finished("good", name);
        assertThat(receipt.get("state").asString()).isEqualTo("settled");
        if (stories > 1) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(name).isLessThan(UNDISTURBED);
        }
    }

    private static String reason(String feed, String name) {
        JsonNode receipt = room.finished(feed, name);
        assertThat(receipt.get("state").asString()).as(name).isEqualTo("quarantined");
        return receipt.get("reason").asString();
    }

    private static void rss(OutputStream out, int entries, String title) throws IOException {
        text(out, "<rss><channel>");
        for (int i = 0; i < entries; i++) {
            text(out, "<item><guid>" + i + "</guid><title>" + title + "</title></item>");
        }
        text(out, "</channel></rss>");
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void fill(OutputStream out, int size) throws IOException {
        new Zeros(size).transferTo(out);
    }

    private static void drop(String feed, String name, Writing writing) throws IOException {
        Path part = room.feed(feed).resolve("." + name + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), MEGABYTE)) {
            writing.write(out);
        }
        Files.move(part, room.feed(feed).resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static int count(Path folder) {
        int count = 0;
        try (var files = Files.newDirectoryStream(folder, "*.xml")) {
            for (Path file : files) {
                count += file.toString().isEmpty() ? 0 : 1;
            }
        } catch (IOException e) {
            return 0;
        }
        return count;
    }

    private static int health() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + room.port() + "/actuator/health"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException silent) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// So many bytes, none of them held.
    private static final class Zeros extends InputStream {

        private int left;

        Zeros(int size) {
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? '0' : -1;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int some = Math.min(length, left);
            java.util.Arrays.fill(buffer, from, from + some, (byte) '0');
            left -= some;
            return some;
        }
    }

    private interface Writing {
        void write(OutputStream out) throws IOException;
    }
}
