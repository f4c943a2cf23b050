package org.broadsheet.cms.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.cms.Negatives;
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

/// Files that somebody sends who means harm, or knows no better.
@NewsroomTest
class HostileUploadTest {

    private static final int PIECE = 1 << 16;

    @Autowired
    Newsroom.People people;

    @Autowired
    PictureStore pictures;

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
    void whatIsNoPictureIsRefusedWithItsFirstPiece() {
        Map<String, byte[]> files = new TreeMap<>(Map.of(
                "SVG", bytes("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'>"),
                "PDF", bytes("%PDF-1.7\n"),
                "web page", bytes("<!DOCTYPE html><html><script>alert(1)</script>"),
                "HEIC", bytes("\0\0\0\30ftypheic\0\0\0\0mif1heic"),
                "film", bytes("\0\0\0\40ftypisom\0\0\2\0isomiso2avc1mp41"),
                "GIF", bytes("GIF89a"),
                "BMP", bytes("BM"),
                "Photoshop", bytes("8BPS\0\1"),
                "not a picture", bytes("MZ\u0090\0\3")));
        files.forEach((what, head) -> {
            String upload = sending.begin("sea.jpg", 5_000_000);

            JsonNode answer = desk.patch(upload, 0, Arrays.copyOf(head, 4_096)).json();

            assertThat(answer.path("state").asString()).as(what).isEqualTo("refused");
            assertThat(answer.path("sentence").asString()).as(what).contains(what, "send it as JPEG, PNG");
            assertThat(desk.patch(upload, 4_096, new byte[10]).json()).as(what).isEqualTo(answer);
        });
    }

    @Test
    void aBombIsRefusedBeforeTheRestOfItIsSent() {
        byte[] huge = Negatives.emptyPng(1, 1, 8);
        ByteBuffer.wrap(huge).putInt(16, 60_000).putInt(20, 60_000);
        byte[] empty = Negatives.emptyPng(7_500, 7_500, 8);

        for (byte[] bomb : List.of(huge, empty)) {
            String upload = sending.begin("bomb.png", bomb.length);
            JsonNode answer = desk.patch(upload, 0, Arrays.copyOf(bomb, Math.min(bomb.length, 2_000)))
                    .json();

            assertThat(answer.path("state").asString()).isEqualTo("refused");
            assertThat(answer.path("sentence").asString()).contains("pixels");
        }
    }

    @Test
    void aPictureThatWasCutShortIsRefusedAndSaidToBe() {
        byte[] jpeg = Photographs.jpeg(900, 600, 620);
        byte[] progressive = Negatives.progressive(Negatives.scene(900, 600, 3));
        byte[] png = Photographs.png(900, 600, 620);
        for (byte[] whole : List.of(jpeg, progressive, png)) {
            byte[] half = Arrays.copyOf(whole, whole.length * 2 / 3);

            JsonNode answer = sending.whole("half", half, PIECE);

            assertThat(answer.path("state").asString()).isEqualTo("refused");
            assertThat(answer.path("sentence").asString()).contains("cut short", "Send the whole file");
            assertThat(pictures.holds(PictureHash.of(half))).isFalse();
            assertThat(sending.whole("whole", whole, PIECE).path("state").asString())
                    .isEqualTo("kept");
        }
    }

    @Test
    void aPolyglotIsKeptAsItIsAndShownAsAPictureOnly() {
        byte[] jpeg = Photographs.jpeg(600, 400, 621);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(
                Negatives.behindHead(jpeg, Negatives.segment(0xfe, bytes("/*<html><script>alert(1)</script>*/"))));
        both.writeBytes(bytes("PK\3\4 a program PK\5\6"));

        JsonNode kept = sending.whole("sea.html", both.toByteArray(), PIECE);

        assertThat(kept.path("state").asString()).isEqualTo("kept");
        PictureHash hash = new PictureHash(kept.path("hash").asString());
        assertThat(pictures.facts(hash).mimeType()).isEqualTo("image/jpeg");
        assertThat(pictures.original(hash)).isEqualTo(both.toByteArray());
        Visitor.Answer shown = desk.get("/desk/pictures/" + hash.value() + "?w=320");
        assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.body()).doesNotContain("<script").doesNotContain("PK\3\4");
    }

    @Test
    void whatASenderSaysOfAFileDoesNotCount() {
        byte[] png = Photographs.png(300, 200, 622);

        JsonNode kept = sending.whole("sea.jpg", png, PIECE);

        assertThat(pictures.facts(new PictureHash(kept.path("hash").asString())).mimeType())
                .isEqualTo("image/png");
    }

    @Test
    void hugeMetadataAndDatesThatAreNoneDoNotStopAPicture() {
        byte[] filler = new byte[60_000];
        Arrays.fill(filler, (byte) 'x');
        ByteArrayOutputStream segments = new ByteArrayOutputStream();
        segments.writeBytes(Negatives.segment(
                0xed,
                bytes("Photoshop 3.0\0008BIM\4\4\0\0\0\0\0\31"),
                bytes("\34\2\67\0\10notadate"),
                bytes("\34\2\74\0\7253199Z"),
                bytes("\0")));
        segments.writeBytes(Negatives.segment(0xe1, bytes("http://ns.adobe.com/xap/1.0/\0"), bytes("""
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
             photoshop:DateCreated="0000-99-77T88:00" photoshop:Headline="Harbour"/></rdf:RDF></x:xmpmeta>\
            """)));
        for (int i = 0; i < 40; i++) {
            segments.writeBytes(Negatives.segment(i % 2 == 0 ? 0xe1 : 0xe2, filler));
        }
        byte[] heavy = Negatives.behindHead(Photographs.jpeg(600, 400, 623), segments.toByteArray());

        JsonNode kept = sending.whole("heavy.jpg", heavy, PIECE);

        assertThat(kept.path("state").asString()).isEqualTo("kept");
        assertThat(pictures.facts(new PictureHash(kept.path("hash").asString())).width())
                .isEqualTo(600);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
