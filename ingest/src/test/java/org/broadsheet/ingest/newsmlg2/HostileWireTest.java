package org.broadsheet.ingest.newsmlg2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.broadsheet.ingest.WireRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class HostileWireTest {

    @TempDir
    Path root;

    @TempDir
    Path elsewhere;

    @Test
    void whatIsHostileEndsInQuarantineWithAReasonAndTheGoodStoryBesideItIsSettled() throws Exception {
        Path secret = Files.writeString(elsewhere.resolve("secret.txt"), "the-secret-of-the-house");
        Map<String, byte[]> hostile = new LinkedHashMap<>();
        hostile.put("entity-bomb.xml", bytes(item("<p>&lol9;</p>", bomb())));
        hostile.put(
                "quadratic.xml",
                bytes(item(
                        "<p>" + "&a;".repeat(50_000) + "</p>",
                        "<!DOCTYPE newsItem [<!ENTITY a \"" + "x".repeat(50_000) + "\">]>")));
        hostile.put(
                "external-entity.xml",
                bytes(item("<p>&x;</p>", "<!DOCTYPE newsItem [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>")));
        hostile.put(
                "parameter-entity.xml",
                bytes(item("<p>x</p>", "<!DOCTYPE newsItem [<!ENTITY % x SYSTEM \"" + secret.toUri() + "\"> %x;]>")));
        hostile.put("undeclared-entity.xml", bytes(item("<p>&nobodyknows;</p>", "")));
        hostile.put("deep.xml", bytes(item("<div>".repeat(100_000) + "deep" + "</div>".repeat(100_000), "")));
        hostile.put("a-million-deep.xml", bytes("<nitf>".repeat(700_000) + "</nitf>".repeat(700_000)));
        hostile.put("a-million-deep-html.xml", bytes(inlineData("&lt;p>&lt;b>".repeat(300_000))));
        hostile.put(
                "nitf-bomb.xml", bytes(bomb().replace("newsItem", "nitf") + "<nitf><body><p>&lol9;</p></body></nitf>"));
        hostile.put(
                "nitf-external.xml",
                bytes("<!DOCTYPE nitf [<!ENTITY x SYSTEM \"" + secret.toUri()
                        + "\">]><nitf><head><docdata><doc-id"
                        + " id-string=\"x\"/></docdata></head><body><p>&x;</p></body></nitf>"));
        hostile.put("nitf-nobody.xml", bytes("<nitf><body><p>Nobody could find it again</p></body></nitf>"));
        hostile.put(
                "nitf-half.xml", bytes(WireRoom.sample("harbour-fees.nitf.xml").substring(0, 3_000)));
        hostile.put(
                "newsml-half.xml",
                bytes(WireRoom.sample("harbour-fees.newsml1.xml").substring(0, 3_000)));
        hostile.put("newsml-empty.xml", bytes("<NewsML><NewsEnvelope/></NewsML>"));
        hostile.put("newsml-nobody.xml", bytes("<NewsML><NewsItem><NewsComponent/></NewsItem></NewsML>"));
        hostile.put("truncated.xml", bytes(item("<p>Half a story</p>", "").substring(0, 500)));
        hostile.put("nuls.xml", bytes(item("<p>a\u0000b</p>", "")));
        hostile.put("wrong-charset.xml", item("<p>Ørsted går på æbler</p>", "").getBytes(StandardCharsets.ISO_8859_1));
        hostile.put("twenty-megabytes.xml", bytes(item("<p>" + "word ".repeat(4_200_000) + "</p>", "")));
        hostile.put("attributes.xml", bytes(item("<p " + manyAttributes() + ">x</p>", "")));
        hostile.put("no-guid.xml", bytes(item("<p>x</p>", "").replace("guid=\"hostile\"", "")));
        hostile.put(
                "no-number.xml",
                bytes(item("<p>x</p>", "").replace("version=\"1\"", "version=\"99999999999999999999\"")));
        hostile.put("not-news.xml", bytes("<knowledgeItem guid=\"k\"/>"));
        hostile.put("outline.xml", bytes("<?xml version=\"1.0\"?><opml version=\"2.0\"/>"));
        hostile.put("empty.xml", new byte[0]);
        hostile.put("noise.xml", new byte[] {0x50, 0x4B, 3, 4, 0, 0, 1, 2});
        hostile.put("half.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F'});

        try (WireRoom room = new WireRoom(root).open()) {
            hostile.forEach((name, content) -> room.drop("nord", name, content));
            room.drop("nord", "good.xml", WireRoom.sample("pyongyang-pact.xml"));

            assertThat(room.finished("nord", "good.xml").get("state").asString())
                    .isEqualTo("settled");
            hostile.forEach((name, content) -> {
                JsonNode receipt = room.finished("nord", name);
                assertThat(receipt.get("state").asString()).as(name).isEqualTo("quarantined");
                assertThat(receipt.get("reason").asString())
                        .as(name)
                        .hasSizeBetween(15, 400)
                        .doesNotContain("Exception", "the-secret", "reader failed");
                WireRoom.waitFor(
                        () -> room.feed("nord").resolve("failed").resolve(name),
                        file -> assertThat(file).exists());
            });
            assertThat(room.get("/api/quarantine").get("total").asInt()).isEqualTo(hostile.size());
            assertThat(room.log()).hasSize(1);
        }
    }

    @Test
    void aDocumentTypeWithoutDeclarationsAndAWrongLabelOfTheCharsetAreReadAllTheSame() {
        try (WireRoom room = new WireRoom(root).open()) {
            room.drop(
                    "nord",
                    "doctype.xml",
                    item(
                            "<p>Fees&nbsp;rise &mdash; again</p>",
                            "<!DOCTYPE newsItem SYSTEM \"http://127.0.0.1:9/newsml.dtd\">"));
            room.drop(
                    "nord",
                    "utf-8-in-fact.xml",
                    item("<p>Ørsted går på æbler</p>", "")
                            .replace("UTF-8", "ISO-8859-1")
                            .replace("hostile", "danish"));
            byte[] utf16 = item("<p>Ørsted går på æbler</p>", "")
                    .replace("UTF-8", "UTF-16")
                    .replace("hostile", "wide")
                    .getBytes(StandardCharsets.UTF_16);
            room.drop("nord", "utf-16.xml", utf16);

            assertThat(room.finished("nord", "doctype.xml").get("state").asString())
                    .isEqualTo("settled");
            assertThat(room.finished("nord", "utf-8-in-fact.xml").get("state").asString())
                    .isEqualTo("settled");
            assertThat(room.finished("nord", "utf-16.xml").get("state").asString())
                    .isEqualTo("settled");
            assertThat(text(room, "hostile")).isEqualTo("Fees\u00A0rise — again");
            assertThat(text(room, "danish")).isEqualTo("Ørsted går på æbler");
            assertThat(text(room, "wide")).isEqualTo("Ørsted går på æbler");
        }
    }

    private static String text(WireRoom room, String guid) {
        return room.log().stream()
                .filter(entry -> entry.get("item").get("guid").asString().equals(guid))
                .map(entry -> entry.at("/item/body/0/content/0/text").asString())
                .findFirst()
                .orElse("");
    }

    private static String item(String body, String doctype) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>%s
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="hostile" version="1" xml:lang="en">
            <itemMeta><itemClass qcode="ninat:text"/><provider literal="hostile.example"/>
            <versionCreated>2026-11-09T21:14:03Z</versionCreated></itemMeta>
            <contentMeta><headline>Nothing good</headline></contentMeta>
            <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>%s</body></html></inlineXML></contentSet>
            </newsItem>
            """.formatted(doctype, body);
    }

    private static String inlineData(String characters) {
        return "<newsItem guid=\"hostile\" version=\"1\"><itemMeta/><contentSet><inlineData contenttype=\"text/html\">"
                + characters + "</inlineData></contentSet></newsItem>";
    }

    private static String bomb() {
        StringBuilder out = new StringBuilder("<!DOCTYPE newsItem [<!ENTITY lol0 \"lol\">");
        for (int i = 1; i <= 9; i++) {
            out.append("<!ENTITY lol")
                    .append(i)
                    .append(" \"")
                    .append(("&lol" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return out.append("]>").toString();
    }

    private static String manyAttributes() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            out.append("a").append(i).append("=\"\" ");
        }
        return out.toString();
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
