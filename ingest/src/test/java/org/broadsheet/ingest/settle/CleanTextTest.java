package org.broadsheet.ingest.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Inline;
import org.broadsheet.core.story.Mark;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.ingest.WireItemSamples;
import org.broadsheet.ingest.WireRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CleanTextTest {

    @Test
    void anItemIsCleanedInEveryPartAndSaysSo() {
        JsonMapper json = JsonMapper.shared();
        WireItem item =
                WireItemSamples.text("urn:a\0b", 1, WireItem.Status.USABLE, "Port\u0001 raises \uD800 fees").toBuilder()
                        .bylines(List.of("Ines\0 Halloran"))
                        .build();

        WireItem clean = CleanText.of(item, json);

        assertThat(CleanText.isDoubtful(json.writeValueAsString(item))).isTrue();
        assertThat(CleanText.isDoubtful(json.writeValueAsString(clean))).isFalse();
        assertThat(clean.guid()).isEqualTo("urn:ab");
        assertThat(clean.headline()).isEqualTo("Port raises \uFFFD fees");
        assertThat(clean.bylines()).containsExactly("Ines Halloran");
        assertThat(clean.remarks()).singleElement().asString().contains("control characters");
    }

    @Test
    void aTextOfNothingElseIsMarkedAndTheItemStands() {
        JsonMapper json = JsonMapper.shared();
        WireItem item = WireItemSamples.text("\0", 1, WireItem.Status.USABLE, "\u001C").toBuilder()
                .body(new Body(List.of(new Block.Paragraph(
                        List.of(Inline.Text.of("Fees rise"), new Inline.Text("\0\0", List.of(new Mark.Strong())))))))
                .build();

        WireItem clean = CleanText.of(item, json);

        assertThat(clean.guid()).isEqualTo("\uFFFD");
        assertThat(clean.body().blocks()).singleElement().isInstanceOfSatisfying(Block.Paragraph.class, paragraph -> {
            assertThat(Inline.text(paragraph.content())).isEqualTo("Fees rise\uFFFD");
        });
    }

    @Test
    void anItemWithoutThemStaysAsItIs() {
        JsonMapper json = JsonMapper.shared();
        WireItem item =
                WireItemSamples.text("urn:a", 1, WireItem.Status.USABLE, "A \\u0000 in words, a \uD83D\uDEA2, a\ttab");

        assertThat(CleanText.of(item, json)).isSameAs(item);
    }

    @Test
    void noControlCharacterOfAnyFormatReachesTheWireLog(@TempDir Path folder) {
        try (WireRoom room = new WireRoom(folder).open()) {
            room.drop("town", "nul.json", """
                    {"uri":"urn:town:\\u0000 7","type":"text","version":"1","headline":"Port\\u0000 raises\\u0007 fees",
                     "body_text":"Fees rise, the port\\u0001 said.\\u0000 \\ud83d\\udea2 They rise \\\\u0000 again."}""");
            room.drop("met", "nul.atom", """
                    <feed xmlns="http://www.w3.org/2005/Atom"><id>urn:met</id><entry><id>urn:met:&#0;1</id>
                    <title>Gale warning</title><content type="html">&lt;p&gt;Wind &amp;#0; rises&lt;/p&gt;</content></entry></feed>""");

            assertThat(room.finished("town", "nul.json").get("state").asString())
                    .isEqualTo("settled");
            room.finished("met", "nul.atom");

            JsonNode item = room.log().stream()
                    .map(entry -> entry.get("item"))
                    .filter(found -> found.get("feed").asString().equals("town"))
                    .findFirst()
                    .orElseThrow();
            assertThat(item.get("headline").asString()).isEqualTo("Port raises fees");
            assertThat(item.get("guid").asString()).isEqualTo("urn:town: 7");
            assertThat(item.get("body").toString()).contains("the port said. \uD83D\uDEA2 They rise \\\\u0000 again.");
            assertThat(room.log())
                    .allSatisfy(entry -> assertThat(entry.toString()).doesNotContain("\\u0000 rises"));
            assertThat(room.get("/api/quarantine?limit=50").get("payloads"))
                    .allSatisfy(payload ->
                            assertThat(payload.get("reason").asString()).doesNotContain("ERROR:", "SQL"));
        }
    }
}
