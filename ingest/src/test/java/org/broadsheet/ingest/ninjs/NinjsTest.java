package org.broadsheet.ingest.ninjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Mark;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Kind;
import org.broadsheet.core.wire.WireItem.Purpose;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.core.wire.WirePicture;
import org.broadsheet.ingest.WireRoom;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.json.JsonLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class NinjsTest {

    private static final Ninjs NINJS = new Ninjs(new JsonLimits(DataSize.ofMegabytes(10)));
    private static final Instant RECEIVED = Instant.parse("2026-11-25T07:00:00Z");

    @Test
    void everyFieldOfNinjs1IsTaken() throws Exception {
        List<ParsedItem> read = read(WireRoom.sampleBytes("ninjs/harbour-fees-1.6.json"));

        assertThat(read).hasSize(2);
        ParsedItem parsed = read.getFirst();
        WireItem item = parsed.item();
        assertThat(parsed.versionStated()).isTrue();
        assertThat(item.feed()).isEqualTo("northwind");
        assertThat(item.provider()).isEqualTo("northwind.example");
        assertThat(item.guid()).isEqualTo("http://northwind.example/items/harbour-fees-1");
        assertThat(item.version()).isEqualTo(4);
        assertThat(item.kind()).isEqualTo(Kind.TEXT);
        assertThat(item.status()).isEqualTo(Status.USABLE);
        assertThat(item.purpose()).isEqualTo(Purpose.CORRECTION);
        assertThat(item.firstCreated()).isEqualTo("2026-11-24T08:00:00Z");
        assertThat(item.versionCreated()).isEqualTo("2026-11-24T09:30:00Z");
        assertThat(item.receivedAt()).isEqualTo(RECEIVED);
        assertThat(item.embargoedUntil()).isEqualTo("2026-11-24T12:00:00Z");
        assertThat(item.expiresAt()).isEqualTo("2026-12-24T00:00:00Z");
        assertThat(item.urgency()).isEqualTo(3);
        assertThat(item.headline()).isEqualTo("Harbour fees rise in Vastholm");
        assertThat(item.headlineTags()).hasSize(1);
        assertThat(item.slugline()).isEqualTo("HARBOUR-FEES/");
        assertThat(item.language()).isEqualTo("en-GB");
        assertThat(item.bylines()).containsExactly("Mika Solberg", "Jo Lind");
        assertThat(item.dateline().place()).isEqualTo("VASTHOLM");
        assertThat(item.dateline().agency()).isEqualTo("Northwind");
        assertThat(item.body().plainText()).isEqualTo("Harbour fees rise by 5% & more.\nThe council voted late.");
        assertThat(item.body().blocks().get(1))
                .isInstanceOfSatisfying(
                        Block.Paragraph.class,
                        paragraph -> assertThat(paragraph.content().toString())
                                .contains(new Mark.Link("https://northwind.example/council").toString()));
        assertThat(item.signOff().isEmpty()).isFalse();
        assertThat(item.creditLine()).isEqualTo("Northwind/Mika Solberg");
        assertThat(item.copyrightHolder()).isEqualTo("Northwind");
        assertThat(item.copyrightNotice()).isEqualTo("(c) Northwind 2026");
        assertThat(item.usageTerms()).isEqualTo("Not for resale.");
        assertThat(item.editorNotes())
                .containsExactly(
                        new EditorNote("", "CORRECTS name of the harbour master"),
                        new EditorNote("headline short", "Fees rise"),
                        new EditorNote("title", "Fees"),
                        new EditorNote("description text", "What ships pay from January."));
        assertThat(item.subjects())
                .containsExactly(
                        new Subject("medtop:11000000", Subject.Kind.TOPIC, "politics"),
                        new Subject("medtop:15000000", Subject.Kind.TOPIC, "sport"),
                        new Subject("http://northwind.example/people/ih", Subject.Kind.PERSON, "Ines Halloran"),
                        new Subject("", Subject.Kind.ORGANISATION, "Vastholm Port Authority"),
                        new Subject("", Subject.Kind.PLACE, "Vastholm"),
                        new Subject("iso3166-1a2:NO", Subject.Kind.PLACE, "Norway"),
                        new Subject("", Subject.Kind.OTHER, "Vastholm port vote"),
                        new Subject("", Subject.Kind.OTHER, "Pier 4"),
                        new Subject("genre:Current", Subject.Kind.OTHER, "Current"));
        assertThat(item.links())
                .containsExactly(
                        new WireLink("http://northwind.example/pictures/harbour-1", "mainpicture", 0),
                        new WireLink("http://northwind.example/items/harbour-fees-0", "earlier", 1));
        assertThat(item.remarks()).isEmpty();

        ParsedItem picture = read.getLast();
        assertThat(picture.fileSize()).isEqualTo(123_456);
        assertThat(picture.item().kind()).isEqualTo(Kind.PICTURE);
        assertThat(picture.item().version()).isEqualTo(2);
        assertThat(picture.item().embargoedUntil())
                .as("what holds the story back holds its picture")
                .isEqualTo("2026-11-24T12:00:00Z");
        assertThat(picture.item().picture().fileName()).isEqualTo("harbour.jpg");
        assertThat(picture.item().picture().offered())
                .containsExactly(
                        new WirePicture.Form("harbour-small.jpg", "rnd:thumb", "image/jpeg", 120, 80, 0),
                        new WirePicture.Form("harbour.jpg", "rnd:highRes", "image/jpeg", 3000, 2000, 123_456));
        assertThat(picture.item().picture().caption().text()).startsWith("Ships wait off Vastholm");
        assertThat(picture.item().picture().credit().photographers()).containsExactly("Mika Solberg");
        assertThat(picture.item().headline()).isEqualTo("Ships wait off Vastholm");
    }

    @Test
    void everyFieldOfNinjs2IsTaken() throws Exception {
        List<ParsedItem> read = read(WireRoom.sampleBytes("ninjs/port-vote-2.2.json"));

        WireItem item = read.getFirst().item();
        assertThat(item.provider()).isEqualTo("Northwind");
        assertThat(item.guid()).isEqualTo("urn:northwind:port-vote");
        assertThat(item.version()).isEqualTo(2);
        assertThat(item.kind()).isEqualTo(Kind.TEXT);
        assertThat(item.status()).isEqualTo(Status.WITHHELD);
        assertThat(item.purpose()).isEqualTo(Purpose.UPDATE);
        assertThat(item.embargoedUntil()).isEqualTo("2026-11-25T09:00:00Z");
        assertThat(item.urgency()).isEqualTo(2);
        assertThat(item.headline()).isEqualTo("Vastholm votes on its port");
        assertThat(item.bylines()).containsExactly("Jo Lind");
        assertThat(item.body().plainText()).isEqualTo("One paragraph.\nAnother one.");
        assertThat(item.creditLine()).isEqualTo("Northwind");
        assertThat(item.usageTerms()).isEqualTo("Rights: https://northwind.example/rights/1");
        assertThat(item.editorNotes())
                .contains(
                        new EditorNote("headline social", "Vastholm votes"),
                        new EditorNote("description summary", "What the vote decides."));
        assertThat(item.subjects())
                .contains(
                        new Subject("medtop:15000000", Subject.Kind.TOPIC, "sport"),
                        new Subject("http://northwind.example/people/ms", Subject.Kind.PERSON, "Mika Solberg"),
                        new Subject("port-vote", Subject.Kind.OTHER, "Port vote"));
        assertThat(item.remarks())
                .containsExactly("The agency says how it was made: "
                        + "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia");

        ParsedItem picture = read.getLast();
        assertThat(picture.versionStated()).isFalse();
        assertThat(picture.item().version()).isZero();
        assertThat(picture.item().status())
                .as("a withheld story withholds its picture")
                .isEqualTo(Status.WITHHELD);
        assertThat(picture.item().picture().fileName()).isEqualTo("port one.jpg");
        assertThat(picture.item().picture().credit().photographers()).containsExactly("Jo Lind");
        assertThat(picture.item().remarks())
                .contains("The picture lies at https://northwind.example/port.jpg and was not fetched");
    }

    @Test
    void everyFieldOfNinjs3IsTaken() throws Exception {
        WireItem item =
                read(WireRoom.sampleBytes("ninjs/ferry-3.0.json")).getFirst().item();

        assertThat(item.provider()).as("a distributor is no provider").isEqualTo("northwind");
        assertThat(item.version()).isEqualTo(9);
        assertThat(item.status()).isEqualTo(Status.CANCELED);
        assertThat(item.purpose()).isEqualTo(Purpose.KILL);
        assertThat(item.firstCreated()).isEqualTo("2026-11-25T05:00:00Z");
        assertThat(item.versionCreated()).isEqualTo("2026-11-25T06:00:00Z");
        assertThat(item.embargoedUntil()).isEqualTo("2026-11-26T06:00:00Z");
        assertThat(item.expiresAt()).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(item.bylines()).containsExactly("Jo Lind", "Mika Solberg");
        assertThat(item.dateline().place()).isEqualTo("VASTHOLM");
        assertThat(item.usageTerms()).isEqualTo("Once only.");
        assertThat(item.body().blocks()).hasSize(3);
        assertThat(item.body().plainText())
                .isEqualTo("Timetable\nThe ferry sails again at noon, and the crew is back.\nNoon\nSix");
        assertThat(item.subjects()).contains(new Subject("jl", Subject.Kind.PERSON, "Jo Lind"));
        assertThat(item.remarks())
                .as("what is not known is said once")
                .containsExactly(
                        "Its rights are also written for machines (http://www.w3.org/ns/odrl/2/), which nobody read",
                        "It says something in fields that are not known here: mood, colour");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"version\": \"7\"', 7, true",
        "'\"version\": 7', 7, true",
        "'\"version\": \"7.0\"', 7, true",
        "'\"version\": \"seven\", \"versioncreated\": \"1970-01-01T00:00:01Z\"', 1000, true",
        "'\"versionCreated\": \"1970-01-01T00:00:02Z\"', 2000, true",
        "'\"version\": null', 1, false",
    })
    void theVersionIsWhatTheItemStatesElseTheMomentItWasMade(String fields, long version, boolean stated)
            throws Exception {
        ParsedItem parsed = read("{\"uri\": \"u\", " + fields + "}").getFirst();

        assertThat(parsed.item().version()).isEqualTo(version);
        assertThat(parsed.versionStated()).isEqualTo(stated);
    }

    @ParameterizedTest
    @CsvSource({
        "text, TEXT",
        "picture, PICTURE",
        "graphic, PICTURE",
        "composite, TEXT",
        "video, TEXT",
        "audio, TEXT",
        "component, TEXT",
        "event, TEXT",
        "whatever, TEXT",
    })
    void theTypeTellsTheKind(String type, Kind kind) throws Exception {
        WireItem item = read("{\"uri\":\"u\",\"type\":\"%s\",\"body_text\":\"Words.\"}".formatted(type))
                .getFirst()
                .item();

        assertThat(item.kind()).isEqualTo(kind);
        boolean known = Set.of("text", "picture", "graphic", "composite").contains(type);
        assertThat(item.remarks().toString().contains("of the type")).isEqualTo(!known);
        assertThat(item.purpose()).isEqualTo(type.equals("event") ? Purpose.ADVISORY : Purpose.STORY);
    }

    @Test
    void aCompositeWithoutWordsIsAPackage() throws Exception {
        WireItem item = read("""
            {"uri":"u","type":"composite","associations":[{"name":"a","uri":"one"},{"name":"b","uri":"two"}]}\
            """).getFirst().item();

        assertThat(item.kind()).isEqualTo(Kind.PACKAGE);
        assertThat(item.links())
                .containsExactly(new WireLink("one", WireLink.PACKAGE, 0), new WireLink("two", WireLink.PACKAGE, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"embargoed\": \"2026-11-26T06:00:00Z\"', 2026-11-26T06:00:00Z",
        "'\"embargoedUntil\": \"2026-11-26T06:00:00Z\"', 2026-11-26T06:00:00Z",
        "'\"embargoed\": \"\"', 9999-12-31T00:00:00Z",
        "'\"embargoed\": \"Friday\"', 9999-12-31T00:00:00Z",
        "'\"embargoed\": null', ",
        "'\"ednote\": \"EMBARGOED UNTIL 0600 GMT Nov 26\"', 2026-11-26T06:00:00Z",
    })
    void anEmbargoCountsHoweverItIsStated(String field, Instant until) throws Exception {
        assertThat(read("{\"uri\": \"u\", " + field + "}").getFirst().item().embargoedUntil())
                .isEqualTo(until);
    }

    @Test
    void aPlainTextThatSaysMoreThanItsHtmlIsTaken() throws Exception {
        WireItem item = read("""
            {"uri":"u","body_html":"<p>First.</p>","body_text":"First.\\n\\nSecond, which the HTML lacks."}\
            """).getFirst().item();

        assertThat(item.body().plainText()).isEqualTo("First.\nSecond, which the HTML lacks.");
        assertThat(item.remarks()).contains("Its plain text says more than its HTML and was taken");
    }

    @Test
    void aNitfBodyIsReadAsNitf() throws Exception {
        WireItem item = read("""
            {"uri":"u","bodies":[{"contenttype":"application/nitf+xml",
            "value":"<?xml version='1.0' encoding='ISO-8859-1'?><nitf><body><body.content><p>Fees in Vøst</p><hl2>Then</hl2></body.content></body></nitf>"}]}\
            """).getFirst().item();

        assertThat(item.body().plainText()).isEqualTo("Fees in Vøst\nThen");
        assertThat(item.body().blocks().getLast()).isInstanceOf(Block.Subhead.class);
    }

    @Test
    void theSameContentWrittenOtherwiseIsTheSameContent() throws Exception {
        String one = read("{\"uri\":\"u\",\"version\":\"1\",\"headline\":\"A\",\"charcount\":5}")
                .getFirst()
                .contentHash();

        assertThat(read("{ \"headline\": \"A\", \"version\": \"1\", \"uri\": \"u\", \"charcount\": 6}")
                        .getFirst()
                        .contentHash())
                .isEqualTo(one);
        assertThat(read("{\"uri\":\"u\",\"version\":\"1\",\"headline\":\"B\"}")
                        .getFirst()
                        .contentHash())
                .isNotEqualTo(one);
    }

    @Test
    void aListGivesItsGoodItemsAndNamesTheBadOne() throws Exception {
        Reading.Items read =
                (Reading.Items) NINJS.read(copy("[{\"uri\":\"a\"},{\"type\":\"text\"},7,{\"uri\":\"b\"}]"));

        assertThat(read.items()).extracting(parsed -> parsed.item().guid()).containsExactly("a", "b");
        assertThat(read.unread())
                .containsExactly(
                        "Item 2 of the list: The JSON has no uri, as every ninjs item has, and is no JSON Feed",
                        "Item 3 of the list: It is no object, as every ninjs item is");
    }

    @Test
    void textThatIsNotUtf8IsReadAllTheSame() throws Exception {
        byte[] latin = "{\"uri\":\"u\",\"headline\":\"Rødøy\"}".getBytes(StandardCharsets.ISO_8859_1);

        WireItem item = read(latin).getFirst().item();

        assertThat(item.headline()).isEqualTo("Rødøy");
        assertThat(item.remarks()).contains("It is not written in UTF-8 as JSON must be; it was read as Windows-1252");
        assertThat(read("{\"uri\":\"u\",\"headline\":\"Rødøy\"}".getBytes(StandardCharsets.UTF_16))
                        .getFirst()
                        .item()
                        .headline())
                .isEqualTo("Rødøy");
    }

    @Test
    void charactersNoDatabaseTakesAreLeftOut() throws Exception {
        WireItem item = read("{\"uri\":\"u\",\"body_text\":\"A\\u0000B\\ud800C \\ud83d\\udea2\"}")
                .getFirst()
                .item();

        assertThat(item.body().plainText()).isEqualTo("AB\uFFFDC \uD83D\uDEA2");
    }

    @Test
    void everyRefusalIsAClearSentence() {
        assertThatThrownBy(() -> read("[".repeat(1_000_000)))
                .isInstanceOf(Unreadable.class)
                .hasMessage("Objects and lists stand more than 200 deep in each other");
        assertThatThrownBy(() -> read("{\"a\":".repeat(1_000_000)))
                .isInstanceOf(Unreadable.class)
                .hasMessage("Objects and lists stand more than 200 deep in each other");
        assertThatThrownBy(() -> read("{\"uri\":\"u\",\"version\":" + "9".repeat(5_000) + "}"))
                .isInstanceOf(Unreadable.class)
                .hasMessage("A number in the JSON has more than 100 digits");
        assertThatThrownBy(() -> read("{\"" + "n".repeat(5_000) + "\":1}"))
                .isInstanceOf(Unreadable.class)
                .hasMessage("A name in the JSON has more than 1,000 characters");
        assertThatThrownBy(() -> read("{\"uri\":\"u\",\"headline\":\"cut"))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith("Not well-formed JSON at line 1, column");
        assertThatThrownBy(() -> read("[" + "1,".repeat(2_100_000) + "1]"))
                .isInstanceOf(Unreadable.class)
                .hasMessage("The JSON has more than 2,000,000 parts");
        assertThatThrownBy(() -> read("{\"uri\":\"" + "x".repeat(11 * 1024 * 1024) + "\"}"))
                .isInstanceOf(Unreadable.class)
                .hasMessage("The JSON has 11,534,346 bytes; at most 10,485,760 are read");
        assertThatThrownBy(() -> read("{}")).isInstanceOf(Unreadable.class).hasMessageContaining("no uri");
        assertThatThrownBy(() -> read("[]")).isInstanceOf(Unreadable.class).hasMessage("The list holds no item");
    }

    @Test
    void onlyJsonIsRecognised() {
        assertThat(NINJS.recognises(copy("{\"uri\":1}"))).isTrue();
        assertThat(NINJS.recognises(copy("\uFEFF \n[ {"))).isTrue();
        assertThat(NINJS.recognises(copy("[Harbour fees rise]"))).isFalse();
        assertThat(NINJS.recognises(copy("{not json"))).isFalse();
        assertThat(NINJS.recognises(copy("<xml/>"))).isFalse();
        assertThat(NINJS.recognises(copy("From: a@b"))).isFalse();
    }

    private static List<ParsedItem> read(String json) throws Unreadable {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<ParsedItem> read(byte[] json) throws Unreadable {
        return ((Reading.Items) NINJS.read(new Copy("northwind", "x.json", "0".repeat(64), RECEIVED, json))).items();
    }

    private static Copy copy(String json) {
        return new Copy("northwind", "x.json", "0".repeat(64), RECEIVED, json.getBytes(StandardCharsets.UTF_8));
    }
}
