package org.broadsheet.cms.picturedesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;
import org.broadsheet.cms.Captioned;
import org.broadsheet.cms.Newsroom;
import org.broadsheet.cms.NewsroomTest;
import org.broadsheet.cms.Visitor;
import org.broadsheet.cms.picture.Keeping;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.cms.picturefile.PictureFormat;
import org.broadsheet.cms.picturefile.PictureParts;
import org.broadsheet.cms.picturefile.Slip;
import org.broadsheet.cms.picturefile.SlipReader;
import org.broadsheet.cms.wire.FakeWire;
import org.broadsheet.cms.wire.WireCopy;
import org.broadsheet.core.desk.Role;
import org.broadsheet.core.picture.PictureHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@NewsroomTest
class PictureDeskApiTest {

    private static final String PICTURES = "/desk/api/pictures";
    private static final String AI = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    @Autowired
    Newsroom.People people;

    @Autowired
    PictureStore pictures;

    @Autowired
    FakeWire wire;

    @Autowired
    JdbcClient jdbc;

    private Visitor desk;

    @BeforeEach
    void aPictureDesk() {
        people.printNewspaper();
        desk = people.signedIn(people.member("mira.holt", "Mira Holt", Role.PICTURE_EDITOR));
    }

    @Test
    void aPictureHasASheetFromTheMomentItIsKept() {
        PictureHash ferry = keep(ferry());

        JsonNode found = desk.get(PICTURES + "/" + ferry).json();

        assertThat(found.path("headline").asString()).isEqualTo("Last ferry of the season");
        assertThat(found.path("sheet").path("place").path("city").asString()).isEqualTo("Ålesund");
        assertThat(found.path("place").asString()).isEqualTo("Ålesund, Norland");
        assertThat(found.path("taken").asString()).isEqualTo("2024-06-03");
        assertThat(found.path("version").asInt()).isEqualTo(1);
        assertThat(found.path("creditParts").path("photographers").path(0).asString())
                .isEqualTo("Anna Lindqvist");
        assertThat(found.path("captionParts").path("caption").path("filePhoto").asBoolean())
                .isTrue();
        assertThat(found.path("rules").findValuesAsString("sentence"))
                .containsExactly("It must not be archived: it comes off its page after some days.");
        assertThat(found.path("notUnderstood").path(0).asString()).isEqualTo("Ask Bo before midnight.");
        assertThat(found.path("credentials").isNull()).isTrue();
        assertThat(found.path("may").path("edit").asBoolean()).isTrue();
        assertThat(found.path("history").findValuesAsString("what")).containsExactly("kept");
    }

    @ParameterizedTest
    @CsvSource({
        "'q=ferry season', true",
        "'q=FERRIES leav', true",
        "'q=alesund', true",
        "'q=Ålesund lindqv', true",
        "'q=lighthouse ferry', false",
        "'q=ferry&place=alesu', true",
        "'q=ferry&place=oslo', false",
        "'q=ferry&person=gRØN', true",
        "'q=ferry&credit=northwind', true",
        "'q=ferry&from=2024-06-03&to=2024-06-03', true",
        "'q=ferry&from=2024-06-04', false",
        "'q=ferry&used=unused', true",
        "'q=ferry&used=used', false",
        "'q=ferry&rights=ok', true",
        "'q=ferry&rights=ended', false",
        "'q=''); DROP TABLE picture; --', false",
        "'q=& | ! : * ferry', true"
    })
    void aPictureIsFoundByWhatStandsOnItsSheet(String wish, boolean isFound) {
        PictureHash ferry = keep(ferry());

        Visitor.Answer answer =
                desk.get(PICTURES + "?limit=200&" + wish.replace(" ", "%20").replace("|", "%7C"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(hashes(answer.json()).contains(ferry.value())).isEqualTo(isFound);
    }

    @Test
    void picturesAreFoundByWhatTheirRightsAreNow() {
        String quay = "pier" + ThreadLocalRandom.current().nextInt(1_000_000);
        PictureHash free = keep(new Captioned().iim(105, quay));
        PictureHash over = keep(new Captioned().iim(105, quay).iim(40, "NOT FOR USE AFTER 2 JANUARY 2020"));
        PictureHash soon = keep(new Captioned().iim(105, quay).iim(40, "USE WITHIN 1 DAYS"));
        PictureHash down = keep(new Captioned().iim(105, quay));
        jdbc.sql("INSERT INTO picture_bar (hash, why, sentence) VALUES (?, 'taken-down', 'Asked for by its subject')")
                .param(down.value())
                .update();

        assertThat(found(quay, "any")).containsExactly(down, soon, over, free);
        assertThat(found(quay, "ended")).containsExactly(over);
        assertThat(found(quay, "barred")).containsExactly(down);
        assertThat(found(quay, "ending")).containsExactly(soon);
        assertThat(found(quay, "ok")).containsExactly(soon, free);

        desk.put(PICTURES + "/" + over, "{\"version\": 1, \"changes\": {\"instructions\": \"\"}}");
        desk.put(
                PICTURES + "/" + free,
                "{\"version\": 1, \"changes\": {\"usageTerms\": \"NOT FOR USE AFTER 2 JANUARY 2020\"}}");

        assertThat(found(quay, "ended")).containsExactly(free);
        assertThat(found(quay, "ok")).containsExactly(soon, over);
    }

    private List<PictureHash> found(String words, String rights) {
        return hashes(desk.get(PICTURES + "?q=" + words + "&rights=" + rights).json()).stream()
                .map(PictureHash::new)
                .toList();
    }

    @Test
    void theGridGoesOnWhereThePageBeforeEnded() {
        String quay = "quay" + ThreadLocalRandom.current().nextInt(1_000_000);
        List<String> kept = new java.util.ArrayList<>();
        for (int i = 0; i < 5; i++) {
            kept.addFirst(keep(new Captioned().iim(105, quay + " number " + i)).value());
        }

        JsonNode first = desk.get(PICTURES + "?limit=3&q=" + quay).json();
        JsonNode second = desk.get(PICTURES + "?limit=3&q=" + quay + "&before=" + kept.get(2))
                .json();

        assertThat(first.path("total").asInt()).isEqualTo(5);
        assertThat(first.path("more").asBoolean()).isTrue();
        assertThat(hashes(first)).isEqualTo(kept.subList(0, 3));
        assertThat(second.path("more").asBoolean()).isFalse();
        assertThat(hashes(second)).isEqualTo(kept.subList(3, 5));
    }

    @Test
    void whatIsWrittenIsAVersionMoreAndSaysWhoWroteIt() {
        PictureHash ferry = keep(ferry());
        String address = PICTURES + "/" + ferry;

        Visitor.Answer written = desk.put(address, """
            {"version": 1, "changes": {"headline": " The  last ferry ", "place.city": "Vastholm", "taken": "2024-06-04",
             "keywords": ["harbour", "ferry"], "urgency": 3, "licence": {"licensor": "Northwind"}}}
            """);

        assertThat(written.status()).as(written.toString()).isEqualTo(200);
        JsonNode now = written.json();
        assertThat(now.path("version").asInt()).isEqualTo(2);
        assertThat(now.path("headline").asString()).isEqualTo("The last ferry");
        assertThat(now.path("sheet").path("taken").asString()).isEqualTo("2024-06-04");
        assertThat(now.path("asRead").path("headline").asString()).isEqualTo("Last ferry of the season");
        assertThat(now.path("history").path(0).path("by").asString()).isEqualTo("Mira Holt");
        assertThat(now.path("history").path(0).path("sentence").asString())
                .isEqualTo("Mira Holt wrote headline, day taken, city, keywords, urgency, licensor");
        Visitor.Answer late = desk.put(address, "{\"version\": 1, \"changes\": {\"headline\": \"Lost\"}}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("current").path("version").asInt()).isEqualTo(2);
        assertThat(people.count("audit", "action = 'picture-changed' AND details ->> 'picture' = ?", ferry.value()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'eyeColour': 'blue'}                      | eyeColour",
                "{'orientation': 3}                         | orientation",
                "{'taken': '4 June 2024'}                   | taken",
                "{'taken': '0024-06-04'}                    | taken",
                "{'urgency': 9}                             | urgency",
                "{'urgency': 99999999999}                   | urgency",
                "{'keywords': 'ferry'}                      | keywords",
                "{'keywords': [3]}                          | keywords",
                "{'headline': ['a']}                        | headline",
                "{'place': {'planet': 'Mars'}}              | place.planet",
                "{'place': 'Mars'}                          | place",
                "{'licence.webStatement': 'javascript:x()'} | licence.webStatement",
                "[]                                         | changes"
            })
    void whatHasNoRoomInAFieldIsRefusedAtThatField(String changes, String field) {
        PictureHash ferry = keep(ferry());

        Visitor.Answer refused =
                desk.put(PICTURES + "/" + ferry, "{\"version\": 1, \"changes\": " + changes.replace('\'', '"') + "}");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.json().path("faults").path(0).path("field").asString())
                .isEqualTo(field);
        assertThat(desk.get(PICTURES + "/" + ferry).json().path("version").asInt())
                .isEqualTo(1);
    }

    @Test
    void manySheetsAreWrittenAtOnceAndEachStandsForItself() {
        PictureHash one = keep(ferry());
        PictureHash other = keep(ferry());
        PictureHash nobodys = new PictureHash("0".repeat(64));

        Visitor.Answer answer = desk.post(PICTURES + "/batch", """
            {"hashes": ["%s", "%s", "%s"], "changes": {"source": "Northwind"},
             "add": {"keywords": ["strike", "FERRY"]}, "remove": {"persons": ["ida grøn"]}}
            """.formatted(one, other, nobodys));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("changed").asInt()).isEqualTo(2);
        assertThat(answer.json().path("refused").path(0).path("hash").asString())
                .isEqualTo(nobodys.value());
        JsonNode sheet = desk.get(PICTURES + "/" + other).json().path("sheet");
        assertThat(sheet.path("keywords").toString()).isEqualTo("[\"ferry\",\"strike\"]");
        assertThat(sheet.path("persons").toString()).isEqualTo("[\"Bo Grøn\"]");
        Visitor.Answer again = desk.post(PICTURES + "/batch", """
            {"hashes": ["%s"], "changes": {"source": "Northwind"}}
            """.formatted(one));
        assertThat(again.json().path("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void onlyWhoLooksAfterPicturesWritesAndEveryoneSignedInReads() {
        PictureHash ferry = keep(ferry());
        Visitor reporter = people.signedIn(people.reporter());
        String words = "{\"version\": 1, \"changes\": {\"headline\": \"Mine\"}}";

        assertThat(reporter.put(PICTURES + "/" + ferry, words).status()).isEqualTo(403);
        assertThat(reporter.post(
                                PICTURES + "/batch",
                                "{\"hashes\": [\"" + ferry + "\"], \"changes\": {\"source\": \"x\"}}")
                        .status())
                .isEqualTo(403);
        JsonNode seen = reporter.get(PICTURES + "/" + ferry).json();
        assertThat(seen.path("may").path("edit").asBoolean()).isFalse();
        assertThat(people.visitor().get(PICTURES).status()).isEqualTo(401);
        assertThat(desk.get(PICTURES + "/" + "0".repeat(64)).status()).isEqualTo(404);
    }

    @Test
    void theWordsOfTheWireGoBeforeTheFilesAndBothAreKept() {
        byte[] file = new Captioned()
                .iim(120, "Ships, some of them red, off Vastholm.")
                .iim(110, "Norland Press / Mika Solberg / POOL via Agence Nord / File Photo")
                .jpeg(seed());
        PictureHash ships = wire.holds(file);
        wire.sends(WireCopy.picture(ships).item());
        String address = PICTURES + "/" + ships;

        JsonNode found = desk.get(address).json();

        assertThat(found.path("caption").asString())
                .isEqualTo("FILE PHOTO: Container ships wait off the port of Vastholm.");
        assertThat(found.path("alt").asString()).isEqualTo("Ships at anchor in a grey harbour");
        assertThat(found.path("taken").asString()).isEqualTo("2026-06-19");
        assertThat(found.path("disagreements").findValuesAsString("field")).containsExactly("caption");
        assertThat(found.path("disagreements").path(0).path("claims").findValuesAsString("from"))
                .containsExactly("wire item of agence-nord", "file");
        assertThat(found.path("asRead").path("caption").asString()).isEqualTo("Ships, some of them red, off Vastholm.");
        assertThat(found.path("history").path(0).path("sentence").asString())
                .startsWith("agence-nord sent other words: headline, caption");
    }

    @Test
    void whatTheDeskHasWrittenTheWireDoesNotWriteOver() {
        byte[] file = new Captioned().iim(120, "Ships off Vastholm.").jpeg(seed());
        PictureHash ships = wire.holds(file);
        WireCopy copy = WireCopy.picture(ships);
        wire.sends(copy.item());
        String address = PICTURES + "/" + ships;
        desk.put(address, "{\"version\": 2, \"changes\": {\"caption\": \"Ships in the strait.\"}}");

        copy.version = 2;
        copy.headline = "Ships wait for a seventh day";
        wire.sends(copy.item());
        wire.sends(copy.item());

        JsonNode found = desk.get(address).json();
        assertThat(found.path("caption").asString()).isEqualTo("Ships in the strait.");
        assertThat(found.path("headline").asString()).isEqualTo("Ships wait for a seventh day");
        assertThat(found.path("version").asInt()).isEqualTo(4);
    }

    @Test
    void aStoryThatShowsAPictureIsFoundFromThePictureAndWhatTheDeskWritesGoesIntoItsPrints() {
        byte[] file = new Captioned().iim(105, "Strike").jpeg(seed());
        PictureHash ships = wire.holds(file);
        WireCopy picture = WireCopy.picture(ships);
        WireCopy copy = WireCopy.harbourFees().linking(picture);
        wire.sends(picture.item());
        wire.sends(copy.item());
        Visitor editor = people.signedIn(people.editor());
        JsonNode taken = editor.post(
                        "/desk/api/wire/take",
                        "{\"provider\": \"%s\", \"guid\": \"%s\"}".formatted(copy.provider, copy.guid))
                .json();
        UUID story = UUID.fromString(taken.path("id").asString());

        JsonNode drafted = desk.get(PICTURES + "/" + ships).json();
        Visitor.Answer out = editor.post(
                "/desk/api/stories/" + story + "/publish",
                "{\"version\": " + taken.path("version").asInt() + "}");
        assertThat(out.status()).as(out.toString()).isEqualTo(200);
        JsonNode published = desk.get(PICTURES + "/" + ships).json();

        assertThat(drafted.path("uses").path(0).path("story").asString()).isEqualTo(story.toString());
        assertThat(drafted.path("uses").path(0).path("public").asBoolean()).isFalse();
        JsonNode use = published.path("uses").path(0);
        assertThat(use.path("public").asBoolean()).isTrue();
        assertThat(people.visitor().get(use.path("address").asString()).status())
                .isEqualTo(200);
        assertThat(published.path("history").findValuesAsString("what")).contains("published", "wire", "kept");
        assertThat(hashes(desk.get(PICTURES + "?used=used&limit=200").json())).contains(ships.value());
        String print = "/pictures/" + ships + "/640.jpg";
        String tag = people.visitor().get(print).header("ETag");
        JsonNode sheet = desk.put(
                        PICTURES + "/" + ships,
                        "{\"version\": %d, \"changes\": {\"copyright\": \"© Mika Solberg\", \"digitalSourceType\": \"%s\"}}"
                                .formatted(published.path("version").asInt(), AI))
                .json();
        assertThat(sheet.path("synthetic").asBoolean()).isTrue();
        assertThat(people.visitor().get(print, "If-None-Match", tag).status()).isEqualTo(200);
        byte[] printed = people.visitor().bytes(print).body();
        Slip slip = SlipReader.of(PictureParts.of(PictureFormat.JPEG, printed));
        assertThat(slip.copyright()).isEqualTo("© Mika Solberg");
        assertThat(slip.digitalSourceType()).isEqualTo(AI);
        assertThat(slip.caption()).startsWith("FILE PHOTO: Container ships wait");

        Visitor.Answer down = desk.post(PICTURES + "/" + ships + "/take-down", "{\"reason\": \"Its subject asks\"}");
        assertThat(down.status()).as(down.toString()).isEqualTo(200);
        JsonNode after = desk.get(PICTURES + "/" + ships).json();
        assertThat(after.path("rights").path("state").asString()).isEqualTo("taken-down");
        assertThat(after.path("history").path(0).path("sentence").asString())
                .isEqualTo("Mira Holt took it down from every page: Its subject asks");
        assertThat(people.visitor().get(print).status()).isEqualTo(404);
        editor.post("/desk/api/stories/" + story + "/kill", "{\"reason\": \"Wrong\"}");
        assertThat(hashes(desk.get(PICTURES + "?used=unused&limit=200").json())).contains(ships.value());
    }

    private static Captioned ferry() {
        return new Captioned()
                .xmp("photoshop:Headline", "Last ferry of the season")
                .xmpAlt("dc:description", "FILE PHOTO: The last ferry leaves the quay in Ålesund, June 3, 2024.")
                .xmp("photoshop:Credit", "Anna Lindqvist/NORTHWIND/File Photo")
                .xmp("photoshop:City", "Ålesund")
                .xmp("photoshop:Country", "Norland")
                .xmpBag("Iptc4xmpExt:PersonInImage", "Ida Grøn", "Bo Grøn")
                .xmpBag("dc:subject", "ferry")
                .xmpAlt("xmpRights:UsageTerms", "NO ARCHIVES. Ask Bo before midnight.");
    }

    private PictureHash keep(Captioned words) {
        Keeping keeping = pictures.keep(words.jpeg(seed()), "image/jpeg");
        assertThat(keeping).isInstanceOf(Keeping.Kept.class);
        return ((Keeping.Kept) keeping).picture().hash();
    }

    private static int seed() {
        return ThreadLocalRandom.current().nextInt();
    }

    private static List<String> hashes(JsonNode page) {
        return StreamSupport.stream(page.path("pictures").spliterator(), false)
                .map(picture -> picture.path("hash").asString())
                .toList();
    }
}
