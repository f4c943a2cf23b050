package org.broadsheet.cms.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.cms.upload.Sending.UPLOADS;
import static org.broadsheet.cms.upload.Sending.file;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.broadsheet.cms.Newsroom;
import org.broadsheet.cms.NewsroomTest;
import org.broadsheet.cms.Photographs;
import org.broadsheet.cms.Visitor;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.core.picture.PictureHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@NewsroomTest
class UploadTest {

    private static final int PIECE = 10_000;

    @Autowired
    Newsroom.People people;

    @Autowired
    PictureStore pictures;

    @Autowired
    Uploads uploads;

    @Autowired
    UploadSettings settings;

    @Autowired
    JdbcClient database;

    private Visitor desk;
    private Sending sending;

    @BeforeEach
    void signIn() {
        people.printNewspaper();
        database.sql("DELETE FROM picture_upload").update();
        desk = people.signedIn(people.editor());
        sending = new Sending(desk);
    }

    @Test
    void aPictureComesPieceByPieceAndIsKeptAsItWasSent() {
        byte[] photograph = Photographs.jpeg(1200, 800, 501);
        String upload = sending.begin("sea.jpg", photograph.length);

        Visitor.Answer first = desk.patch(upload, 0, Arrays.copyOf(photograph, PIECE));
        Visitor.Answer head = desk.send(desk.request(upload).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        JsonNode open = desk.get(UPLOADS).json().path("uploads").get(0);
        Visitor.Answer last = desk.patch(upload, PIECE, Arrays.copyOfRange(photograph, PIECE, photograph.length));

        assertThat(first.header("Upload-Offset")).isEqualTo("" + PIECE);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Upload-Offset")).isEqualTo("" + PIECE);
        assertThat(open.path("offset").asInt()).isEqualTo(PIECE);
        assertThat(open.path("name").asString()).isEqualTo("sea.jpg");
        assertThat(last.json().path("state").asString()).isEqualTo("kept");
        assertThat(last.json().path("again").asBoolean()).isFalse();
        PictureHash hash = new PictureHash(last.json().path("hash").asString());
        assertThat(pictures.original(hash)).isEqualTo(photograph);
        assertThat(part(upload)).doesNotExist();
        assertThat(people.count("audit", "action = 'picture-brought-in' AND details->>'picture' = ?", hash.value()))
                .isEqualTo(1);
    }

    @Test
    void theSameBytesTwiceAreOnePictureAndSaidToBe() {
        byte[] photograph = Photographs.jpeg(300, 200, 502);

        JsonNode once = sending.whole("a.jpg", photograph, PIECE);
        JsonNode again = sending.whole("b.jpg", photograph, PIECE);

        assertThat(once.path("again").asBoolean()).isFalse();
        assertThat(again.path("again").asBoolean()).isTrue();
        assertThat(again.path("hash").asString()).isEqualTo(once.path("hash").asString());
    }

    @Test
    void aPieceThatBeginsElsewhereIsToldWhereTheUploadStands() {
        byte[] photograph = Photographs.jpeg(1200, 800, 503);
        String upload = sending.begin("sea.jpg", photograph.length);
        desk.patch(upload, 0, Arrays.copyOf(photograph, PIECE));

        Visitor.Answer twice = desk.patch(upload, 0, Arrays.copyOf(photograph, PIECE));
        Visitor.Answer beyond = desk.patch(upload, 2 * PIECE, new byte[100]);
        Visitor.Answer tooLong = desk.patch(upload, PIECE, new byte[photograph.length]);

        for (Visitor.Answer answer : List.of(twice, beyond)) {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.header("Upload-Offset")).isEqualTo("" + PIECE);
            assertThat(answer.json().path("offset").asInt()).isEqualTo(PIECE);
        }
        assertThat(tooLong.status()).isEqualTo(413);
        assertThat(desk.get(upload).json().path("offset").asInt()).isEqualTo(PIECE);
    }

    @Test
    void anAnswerThatGotLostIsGivenOnceMore() {
        byte[] photograph = Photographs.jpeg(300, 200, 504);
        String upload = sending.begin("sea.jpg", photograph.length);

        JsonNode kept = desk.patch(upload, 0, photograph).json();
        JsonNode asked = desk.get(upload).json();
        JsonNode sentAgain = desk.patch(upload, 0, photograph).json();
        JsonNode empty = desk.patch(upload, photograph.length, new byte[0]).json();

        assertThat(kept.path("state").asString()).isEqualTo("kept");
        assertThat(List.of(asked, sentAgain, empty)).containsOnly(kept);
        assertThat(people.count(
                        "audit", "details->>'picture' = ?", kept.path("hash").asString()))
                .isEqualTo(1);
    }

    @Test
    void ofManyWhoSendTheSamePieceAtOnceOneIsTaken() throws Exception {
        byte[] photograph = Photographs.jpeg(1200, 800, 505);
        String upload = sending.begin("sea.jpg", photograph.length);
        CyclicBarrier together = new CyclicBarrier(4);
        Callable<Integer> send = () -> {
            together.await();
            return desk.patch(upload, 0, Arrays.copyOf(photograph, PIECE)).status();
        };

        List<Integer> answers;
        try (ExecutorService hands = Executors.newFixedThreadPool(4)) {
            answers = hands.invokeAll(List.of(send, send, send, send)).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.toList());
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(desk.patch(upload, PIECE, Arrays.copyOfRange(photograph, PIECE, photograph.length))
                        .json()
                        .path("hash")
                        .asString())
                .isEqualTo(PictureHash.of(photograph).value());
    }

    @Test
    void whatArrivedBeforeTheLineBrokeNeedNotBeSentAgain() throws Exception {
        byte[] photograph = Photographs.jpeg(1200, 800, 506);
        String upload = sending.begin("sea.jpg", photograph.length);
        HttpRequest request = desk.request(upload).build();
        String head = "PATCH " + upload + " HTTP/1.1\r\nHost: " + request.uri().getAuthority() + "\r\nCookie: "
                + desk.cookies().stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "))
                + "\r\n" + desk.csrf() + "\r\nUpload-Offset: 0\r\nContent-Length: " + photograph.length + "\r\n\r\n";

        try (Socket line = new Socket("127.0.0.1", request.uri().getPort())) {
            OutputStream out = line.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(photograph, 0, 7_000);
            out.flush();
        }

        long offset = 0;
        for (int i = 0; i < 100 && offset == 0; i++) {
            Thread.sleep(Duration.ofMillis(50));
            offset = desk.get(upload).json().path("offset").asLong();
        }
        assertThat(offset).isEqualTo(7_000);
        assertThat(desk.patch(upload, 7_000, Arrays.copyOfRange(photograph, 7_000, photograph.length))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("kept");
    }

    @Test
    void onlyWhoBeganAnUploadGoesOnWithIt() {
        byte[] photograph = Photographs.jpeg(300, 200, 507);
        String upload = sending.begin("sea.jpg", photograph.length);
        Visitor other = people.signedIn(people.subEditor());

        assertThat(other.patch(upload, 0, photograph).status()).isEqualTo(404);
        assertThat(other.get(upload).status()).isEqualTo(404);
        assertThat(other.delete(upload).status()).isEqualTo(404);
        assertThat(other.get(UPLOADS).json().path("uploads")).isEmpty();
        assertThat(people.visitor().get(upload).status()).isEqualTo(401);
        assertThat(desk.send(desk.request(upload, "Upload-Offset", "0")
                                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(photograph)))
                        .status())
                .isEqualTo(403);
        assertThat(desk.get(upload).json().path("offset").asInt()).isZero();
    }

    @Test
    void aReporterIsToldThatPicturesAreLookedAfterByOthers() {
        Visitor reporter = people.signedIn(people.reporter());

        Visitor.Answer refused = reporter.post(UPLOADS, file("sea.jpg", 100, null, null));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("detail").asString()).contains("look after pictures");
        assertThat(reporter.get(UPLOADS + "/limits").json().path("may").asBoolean())
                .isFalse();
    }

    @Test
    void aFileThatIsChosenAgainGoesOnWhereItStands() {
        byte[] photograph = Photographs.jpeg(1200, 800, 508);
        String head = PictureHash.of(photograph).value();
        String other = "0".repeat(64);
        String chosen = file("sea.jpg", photograph.length, 1_700_000_000_000L, head);
        String id = desk.post(UPLOADS, chosen).json().path("id").asString();
        desk.patch(UPLOADS + "/" + id, 0, Arrays.copyOf(photograph, PIECE));

        Visitor.Answer again = desk.post(UPLOADS, chosen);
        Visitor.Answer otherFile = desk.post(UPLOADS, file("sea.jpg", photograph.length, 1_700_000_000_000L, other));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("id").asString()).isEqualTo(id);
        assertThat(again.json().path("offset").asInt()).isEqualTo(PIECE);
        assertThat(otherFile.status()).isEqualTo(201);
        assertThat(otherFile.json().path("id").asString()).isNotEqualTo(id);
    }

    @Test
    void whatIsToldIsNeverMoreThanWhatIsOnTheDisk() throws IOException {
        byte[] photograph = Photographs.jpeg(1200, 800, 509);
        String upload = sending.begin("sea.jpg", photograph.length);
        desk.patch(upload, 0, Arrays.copyOf(photograph, 2 * PIECE));

        // The disk holds a piece that was never answered for, then less than was told.
        Files.write(part(upload), Arrays.copyOf(photograph, 3 * PIECE + 7));
        assertThat(desk.get(upload).json().path("offset").asInt()).isEqualTo(2 * PIECE);
        Files.write(part(upload), Arrays.copyOf(photograph, 5_000));
        assertThat(desk.get(upload).json().path("offset").asInt()).isEqualTo(5_000);
        JsonNode kept = desk.patch(upload, 5_000, Arrays.copyOfRange(photograph, 5_000, photograph.length))
                .json();

        assertThat(kept.path("hash").asString())
                .isEqualTo(PictureHash.of(photograph).value());
    }

    @Test
    void whatNobodyGoesOnWithIsForgotten() {
        byte[] photograph = Photographs.jpeg(1200, 800, 510);
        String old = sending.begin("old.jpg", photograph.length);
        String young = sending.begin("young.jpg", photograph.length);
        for (String upload : List.of(old, young)) {
            desk.patch(upload, 0, Arrays.copyOf(photograph, PIECE));
        }
        Path stray = settings.folder().resolve(UUID.randomUUID() + ".part");
        database.sql("UPDATE picture_upload SET touched_at = now() - interval '25 hours' WHERE id = ?::uuid")
                .param(id(old))
                .update();

        assertThat(stray).satisfies(file -> Files.write(file, new byte[10]));
        assertThat(uploads.forgetAbandoned()).isEqualTo(1);

        assertThat(desk.get(old).status()).isEqualTo(404);
        assertThat(part(old)).doesNotExist();
        assertThat(stray).doesNotExist();
        assertThat(desk.get(young).json().path("offset").asInt()).isEqualTo(PIECE);
        assertThat(part(young)).hasSize(PIECE);
    }

    @Test
    void anUploadThatIsCancelledLeavesNothing() {
        byte[] photograph = Photographs.jpeg(1200, 800, 511);
        String upload = sending.begin("sea.jpg", photograph.length);
        desk.patch(upload, 0, Arrays.copyOf(photograph, PIECE));

        assertThat(desk.delete(upload).status()).isEqualTo(204);

        assertThat(desk.get(upload).status()).isEqualTo(404);
        assertThat(part(upload)).doesNotExist();
    }

    @Test
    void nobodyHasMoreThanSoManyUnfinished() {
        for (int i = 0; i < settings.openAtOnce(); i++) {
            sending.begin("sea-" + i + ".jpg", 1_000);
        }

        Visitor.Answer refused = desk.post(UPLOADS, file("one-more.jpg", 1_000, null, null));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().path("detail").asString()).contains("not finished", "cancel");
    }

    @Test
    void theLimitsAreToldAndHold() {
        JsonNode limits = desk.get(UPLOADS + "/limits").json();

        Visitor.Answer large =
                desk.post(UPLOADS, file("sea.jpg", limits.path("bytes").asLong() + 1, null, null));
        Visitor.Answer empty = desk.post(UPLOADS, file("sea.jpg", 0, null, null));
        Visitor.Answer nameless = desk.post(UPLOADS, file("", 10, null, null));

        assertThat(limits.path("types").toString()).contains("image/jpeg", "image/avif");
        assertThat(large.status()).isEqualTo(422);
        assertThat(large.json().path("faults").get(0).path("field").asString()).isEqualTo("size");
        assertThat(large.json().path("detail").asString()).contains("the most we take is");
        assertThat(empty.json().path("detail").asString()).contains("empty");
        assertThat(nameless.status()).isEqualTo(400);
    }

    private Path part(String upload) {
        return settings.folder().resolve(id(upload) + ".part");
    }

    private static String id(String upload) {
        return upload.substring(upload.lastIndexOf('/') + 1);
    }
}
