package org.broadsheet.cms.cropping;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.broadsheet.cms.Newsroom;
import org.broadsheet.cms.NewsroomTest;
import org.broadsheet.cms.Photographs;
import org.broadsheet.cms.Press;
import org.broadsheet.cms.Stories;
import org.broadsheet.cms.Visitor;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.core.picture.PictureHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@NewsroomTest
class CropApiTest {

    private static final AtomicInteger NUMBER = new AtomicInteger(700);

    @Autowired
    Newsroom.People people;

    @Autowired
    PictureStore pictures;

    @Autowired
    JdbcClient database;

    @Autowired
    JsonMapper json;

    private Press press;
    private PictureHash picture;
    private String address;
    private Visitor desk;

    @BeforeEach
    void aPictureIsHeld() {
        people.printNewspaper();
        database.sql("""
            INSERT INTO staff (id, login, name, password_hash, roles)
            VALUES ('00000000-0000-0000-0000-00000000ed17', 'press', 'The press', '-', '{EDITOR}')
            ON CONFLICT DO NOTHING
            """).update();
        press = new Press(database, json, pictures);
        picture = press.keep(Photographs.jpeg(1200, 800, NUMBER.incrementAndGet()));
        address = "/desk/api/pictures/" + picture;
        desk = people.signedIn(people.subEditor());
    }

    @Test
    void aPictureNobodyCutIsCutAroundTheProposal() {
        JsonNode sheet = desk.get(address + "/crops").json();

        assertThat(sheet.at("/width").asInt()).isEqualTo(1200);
        assertThat(sheet.at("/focus/proposed").asBoolean()).isTrue();
        assertThat(sheet.at("/crops/wide/width").asInt()).isEqualTo(1200);
        assertThat(sheet.at("/crops/wide/height").asInt()).isEqualTo(675);
        assertThat(sheet.at("/crops/standard/width").asInt()).isEqualTo(1066);
        assertThat(sheet.at("/crops/square/drawn").asBoolean()).isFalse();
        assertThat(sheet.at("/crops/free").isNull()).isTrue();
        assertThat(sheet.at("/history")).hasSize(1);
        assertThat(sheet.at("/history/0/by").isNull()).isTrue();
    }

    @Test
    void theFocalPointMovesEveryCropThatNobodyDrewAndGoesBackToTheProposal() {
        JsonNode before = desk.get(address + "/crops").json();

        JsonNode set = desk.put(address + "/focus", "{\"x\": 1, \"y\": 0.5}").json();

        assertThat(set.at("/crops/square/x").asInt()).isEqualTo(400);
        assertThat(set.at("/focus/proposed").asBoolean()).isFalse();
        assertThat(set.at("/history/0/what").asString()).isEqualTo("focus");
        assertThat(set.at("/history/0/by").asString()).isEqualTo("Lena Ruud");
        assertThat(set.at("/history/0/current").asBoolean()).isTrue();
        assertThat(people.count("audit", "action = 'focal-point-set' AND details->>'picture' = ?", picture.value()))
                .isEqualTo(1);
        JsonNode back = desk.delete(address + "/focus").json();
        assertThat(back.at("/focus")).isEqualTo(before.at("/focus"));
        assertThat(back.at("/crops")).isEqualTo(before.at("/crops"));
        assertThat(back.at("/history")).hasSize(3);
        assertThat(back.at("/history/0/by").asString()).isEqualTo("Lena Ruud");
    }

    @Test
    void readersSeeACropAsSoonAsItIsDrawnAndAgainWhenAnEarlierOneIsRestored() throws IOException {
        press.publish(Stories.headed("Pilots cut short their strike " + NUMBER.incrementAndGet())
                .picture(Stories.harbourDeal(picture).print().picture())
                .print());
        String crop = "/pictures/" + picture + "/square/320.jpg";
        HttpResponse<byte[]> first = people.visitor().bytes(crop);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(people.visitor().get(crop, "If-None-Match", tag).status()).isEqualTo(304);

        desk.put(address + "/crops/square", "{\"x\": 0, \"y\": 500, \"width\": 300, \"height\": 300}");
        Visitor.Answer second = people.visitor().get(crop, "If-None-Match", tag);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.header("ETag")).isNotEqualTo(tag);
        BufferedImage drawn = ImageIO.read(
                new ByteArrayInputStream(people.visitor().bytes(crop).body()));
        BufferedImage whole = ImageIO.read(new ByteArrayInputStream(pictures.original(picture)));
        assertThat(green(drawn, 150, 150)).isCloseTo(green(whole, 150, 650), org.assertj.core.data.Offset.offset(8));

        JsonNode taken = desk.delete(address + "/crops/square").json();
        assertThat(people.visitor().get(crop).header("ETag")).isEqualTo(tag);
        assertThat(taken.at("/crops/square/drawn").asBoolean()).isFalse();
        assertThat(taken.at("/history/0/area").isNull()).isTrue();
        assertThat(taken.at("/history/1/area/y").asInt()).isEqualTo(500);
        assertThat(people.count("audit", "action LIKE 'crop-%' AND details->>'picture' = ?", picture.value()))
                .isEqualTo(2);
    }

    @Test
    void aFrameOfTheWrongShapeOrBeyondThePictureIsRefusedAtItsField() {
        assertFault("wide", "{\"x\": 0, \"y\": 0, \"width\": 400, \"height\": 400}", "height", "225 high");
        assertFault("free", "{\"x\": 1000, \"y\": 0, \"width\": 400, \"height\": 100}", "width", "ends at 1200");
        assertFault("free", "{\"x\": 0, \"y\": -4, \"width\": 400, \"height\": 100}", "y", "0 to 799");
        assertFault("free", "{\"x\": 2147483000, \"y\": 0, \"width\": 2147483000, \"height\": 100}", "x", "outside");
        assertFault("square", "{\"x\": 0, \"y\": 0, \"width\": 10, \"height\": 10}", "width", "64 pixels");
        Visitor.Answer missing = desk.put(address + "/crops/free", "{\"x\": 0, \"y\": 0, \"width\": 100}");
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.json().at("/faults/0/field").asString()).isEqualTo("height");
        assertThat(desk.put(address + "/focus", "{\"x\": 1.01, \"y\": 0.5}")
                        .json()
                        .at("/faults/0/field")
                        .asString())
                .isEqualTo("x");
        assertThat(desk.put(address + "/focus", "{\"x\": \"NaN\", \"y\": 0.5}").status())
                .isBetween(400, 422);
        assertThat(desk.put(address + "/crops/round", "{}").status()).isEqualTo(404);
        assertThat(desk.get("/desk/api/pictures/" + "0".repeat(64) + "/crops").status())
                .isEqualTo(404);
        assertThat(desk.put("/desk/api/pictures/" + "0".repeat(64) + "/focus", "{\"x\": 0.1, \"y\": 0.1}")
                        .status())
                .isEqualTo(404);
        assertThat(people.count("picture_crop", "picture = ?", picture.value())).isZero();
    }

    @Test
    void whoDrawsOnAnOldVersionIsToldWhatStandsNow() {
        int version = desk.get(address + "/crops").json().at("/version").asInt();
        people.signedIn(people.editor())
                .put(address + "/focus", "{\"x\": 0.2, \"y\": 0.2, \"version\": " + version + "}");

        Visitor.Answer stale = desk.put(
                address + "/crops/free",
                "{\"x\": 0, \"y\": 0, \"width\": 400, \"height\": 100, \"version\": " + version + "}");

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().at("/detail").asString()).contains("Osei Danquah");
        assertThat(stale.json().at("/current/focus/x").asDouble()).isEqualTo(0.2);
        assertThat(people.count("picture_crop", "picture = ?", picture.value())).isZero();
    }

    @Test
    void aReporterLooksAndChangesNothing() {
        Visitor reporter = people.signedIn(people.reporter());

        assertThat(reporter.get(address + "/crops").status()).isEqualTo(200);
        assertThat(reporter.put(address + "/focus", "{\"x\": 0.2, \"y\": 0.2}").status())
                .isEqualTo(403);
        assertThat(reporter.delete(address + "/focus").status()).isEqualTo(403);
        assertThat(reporter.delete(address + "/crops/wide").status()).isEqualTo(403);
        assertThat(reporter.put(address + "/crops/free", "{\"x\": 0, \"y\": 0, \"width\": 400, \"height\": 100}")
                        .status())
                .isEqualTo(403);
        assertThat(people.visitor().get(address + "/crops").status()).isEqualTo(401);
    }

    private void assertFault(String crop, String frame, String field, String sentence) {
        Visitor.Answer answer = desk.put(address + "/crops/" + crop, frame);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/faults/0/field").asString()).isEqualTo(field);
        assertThat(answer.json().at("/faults/0/sentence").asString()).contains(sentence);
    }

    private static int green(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) >> 8 & 255;
    }
}
