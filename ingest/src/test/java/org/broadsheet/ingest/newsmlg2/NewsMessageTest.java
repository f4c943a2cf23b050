package org.broadsheet.ingest.newsmlg2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.HeadlineTag;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/// A message with everything in it: prefixes of its own, two item sets, an item beside them.
class NewsMessageTest {

    private static final NewsmlG2 NEWSML_G2 = new NewsmlG2(new NewsmlG2Limits(DataSize.ofMegabytes(10)));
    private static final String NS = "tag:northwind.example,2026:";

    @Test
    void everyFieldOfTheTextHasItsPlace() throws Exception {
        WireItem item = sample().getFirst();

        assertThat(item.provider()).isEqualTo("nprov:NW");
        assertThat(item.guid()).isEqualTo(NS + "fees");
        assertThat(item.version()).isEqualTo(3_000_000_007L);
        assertThat(item.kind()).isEqualTo(Kind.TEXT);
        assertThat(item.status()).isEqualTo(Status.USABLE);
        assertThat(item.purpose()).isEqualTo(Purpose.CORRECTION);
        assertThat(item.firstCreated()).isEqualTo("2026-11-25T08:00:00Z");
        assertThat(item.versionCreated()).isEqualTo("2026-11-25T10:15:00Z");
        assertThat(item.embargoedUntil()).isEqualTo("2026-11-25T15:00:00Z");
        assertThat(item.expiresAt()).isEqualTo("2026-12-02T10:15:00Z");
        assertThat(item.urgency()).isEqualTo(3);
        assertThat(item.headline()).isEqualTo("Vastholm raises its harbour fees");
        assertThat(item.headlineTags()).extracting(HeadlineTag::kind).containsExactly(HeadlineTag.Kind.CORRECTED);
        assertThat(item.slugline()).isEqualTo("HARBOUR-FEES");
        assertThat(item.language()).isEqualTo("en-GB");
        assertThat(item.bylines()).containsExactly("Ines Halloran", "Osei Danquah");
        assertThat(item.dateline().place()).isEqualTo("VASTHOLM");
        assertThat(item.dateline().day()).isEqualTo("Nov 25");
        assertThat(item.dateline().agency()).isEqualTo("Northwind");
        assertThat(item.creditLine()).isEqualTo("Vastholm Port Authority");
        assertThat(item.copyrightHolder()).isEqualTo("Northwind");
        assertThat(item.copyrightNotice()).isEqualTo("Copyright 2026 Northwind");
        assertThat(item.usageTerms()).isEqualTo("Not in Osterland.\nNo archives.");
        assertThat(item.editorNotes())
                .containsExactly(
                        new EditorNote("ednoterole:public", "Adds quotes."),
                        new EditorNote("ednoterole:private", "Desk: Halloran."),
                        new EditorNote("", "A note in the wrong place."),
                        new EditorNote("nw:legal", "Lawyers have seen it."),
                        new EditorNote("drol:summary", "The port authority asks for a tenth more."));
        assertThat(item.signals()).containsExactly("sig:correction");
        assertThat(item.subjects())
                .containsExactly(
                        new Subject("medtop:04000000", Subject.Kind.TOPIC, "economy, business and finance"),
                        new Subject("nw:p-17", Subject.Kind.PERSON, "Mika Solberg"),
                        new Subject("", Subject.Kind.ORGANISATION, "Port Authority"),
                        new Subject("medtop:20000523", Subject.Kind.TOPIC, "labour market"),
                        new Subject("nw:vst", Subject.Kind.PLACE, "Vastholm"),
                        new Subject("genre:current", Subject.Kind.OTHER, "Current"),
                        new Subject("", Subject.Kind.OTHER, "krona"),
                        new Subject("iso3166-1a2:NO", Subject.Kind.PLACE, "Norland"));
        assertThat(item.links())
                .containsExactly(
                        new WireLink(NS + "crane", "irel:associatedWith", 0),
                        new WireLink(NS + "fees-old", WireLink.CORRECTS, 1));
        assertThat(item.body().plainText())
                .isEqualTo("Fishermen will sail elsewhere\nFees rise by 10 per cent.\nSmall boats\nLarge boats");
        assertThat(item.body().blocks()).first().isInstanceOf(Block.Subhead.class);
        assertThat(item.remarks())
                .containsExactlyInAnyOrder(
                        "It carries its text more than once; the first is taken",
                        "It points to https://northwind.example/fees (irel:seeAlso)");
    }

    @Test
    void aPictureRemembersAllItsFormsAndNamesTheLargestFileBesideIt() throws Exception {
        ParsedItem parsed =
                read(WireRoom.sample("harbour-fees.newsmessage.xml")).get(1);
        WireItem picture = parsed.item();

        assertThat(picture.kind()).isEqualTo(Kind.PICTURE);
        assertThat(picture.urgency()).isNull();
        assertThat(picture.headline()).isEqualTo("A crane at work");
        assertThat(picture.bylines()).containsExactly("Ines Halloran");
        assertThat(picture.picture().fileName()).isEqualTo("crane.jpg");
        assertThat(parsed.fileSize()).isEqualTo(400_000);
        assertThat(picture.picture().offered())
                .containsExactly(
                        new WirePicture.Form("crane-thumb.jpg", "rnd:thumb", "image/jpeg", 120, 80, 4_000),
                        new WirePicture.Form("crane.jpg", "rnd:highRes", "image/jpeg", 1600, 1067, 400_000),
                        new WirePicture.Form(
                                "https://northwind.example/crane.jpg", "rnd:web", "image/jpeg", 0, 2000, 0));
        assertThat(picture.picture().caption().text()).startsWith("A crane lifts a crate");
        assertThat(picture.editorNotes()).containsExactly(new EditorNote("drol:summary", "About cranes."));
        assertThat(picture.remarks()).containsExactly("The urgency is not 1 to 9: (empty)");
    }

    @Test
    void aPackageHasItsMembersInOrderAndItsDescriptionAsText() throws Exception {
        WireItem bound = sample().get(2);

        assertThat(bound.kind()).isEqualTo(Kind.PACKAGE);
        assertThat(bound.urgency()).as("the message's priority").isEqualTo(2);
        assertThat(bound.headline()).isEqualTo("Top of the hour");
        assertThat(bound.body().plainText()).isEqualTo("What Vastholm talks about.");
        assertThat(bound.links())
                .containsExactly(
                        new WireLink(NS + "fees", WireLink.PACKAGE, 0),
                        new WireLink(NS + "crane", WireLink.PACKAGE, 1));
    }

    @Test
    void aFilmIsItsWordsAndALinkToItsBestForm() throws Exception {
        WireItem film = sample().get(3);

        assertThat(film.kind()).isEqualTo(Kind.TEXT);
        assertThat(film.body().blocks())
                .containsExactly(
                        Block.Paragraph.of("SHOTLIST: the port."),
                        new Block.Embed("https://northwind.example/port.mp4", "The port at work"));
        assertThat(film.remarks())
                .containsExactlyInAnyOrder(
                        "It is of the class ninat:video; only its words are taken",
                        "It also lies at https://northwind.example/port-sd.mp4 (video/mp4, 720 × 576, 54,593,540"
                                + " bytes)");
    }

    @Test
    void aRingOfGroupsAndAChainOfAHundredThousandEnd() throws Exception {
        StringBuilder groups = new StringBuilder("<groupSet root=\"G0\">");
        for (int i = 0; i < 100_000; i++) {
            groups.append("<group id=\"G")
                    .append(i)
                    .append("\"><groupRef idref=\"G")
                    .append(i + 1);
            groups.append("\"/></group>");
        }
        groups.append("<group id=\"G100000\"><itemRef residref=\"a\"/><groupRef idref=\"G0\"/></group></groupSet>");

        WireItem bound = read("<packageItem guid=\"p\" version=\"1\"><itemMeta/>" + groups + "</packageItem>")
                .getFirst()
                .item();

        assertThat(bound.links()).containsExactly(new WireLink("a", WireLink.PACKAGE, 0));
    }

    @Test
    void picturesInsideAnNitfTextAreItemsOfTheirOwn() throws Exception {
        List<ParsedItem> items = read("""
            <newsItem guid="g" version="7"><itemMeta><provider literal="northwind.example"/></itemMeta><contentSet><inlineXML><nitf>
            <head><docdata><ed-msg info="Adds a picture."/><date.release norm="20261126T060000Z"/></docdata></head>
            <body><body.head><hedline><hl1>Fees</hl1></hedline><byline>By Ines Halloran</byline><distributor>Northwind</distributor></body.head>
            <body.content><p>One.</p><media media-type="image"><media-reference source="a.jpg"/><media-caption>A quay.</media-caption></media></body.content></body>
            </nitf></inlineXML></contentSet></newsItem>\
            """);

        assertThat(items).extracting(parsed -> parsed.item().guid()).containsExactly("g", "g#a.jpg");
        WireItem text = items.getFirst().item();
        assertThat(text.headline()).isEqualTo("Fees");
        assertThat(text.bylines()).containsExactly("Ines Halloran");
        assertThat(text.creditLine()).isEqualTo("Northwind");
        assertThat(text.embargoedUntil()).isEqualTo("2026-11-26T06:00:00Z");
        assertThat(text.editorNotes()).containsExactly(new EditorNote("", "Adds a picture."));
        assertThat(text.body().plainText()).isEqualTo("One.");
        assertThat(items.get(1).item().version()).isEqualTo(7);
        assertThat(items.get(1).item().picture().caption().text()).isEqualTo("A quay.");
    }

    @ParameterizedTest
    @CsvSource({
        "kills, STORY, kills",
        "withdraws, STORY, kills",
        "corrects, STORY, corrects",
        "updates, STORY, updates",
        "replaces, STORY, updates",
        "replaces, KILL, kills",
        "replaces, CORRECTION, corrects",
        "seeAlso, KILL, irel:seeAlso",
    })
    void aLinkToWhatItReplacesSaysHow(String rel, Purpose purpose, String link) throws Exception {
        String status = purpose == Purpose.KILL ? "<pubStatus qcode=\"stat:canceled\"/>" : "";
        String signal = purpose == Purpose.CORRECTION ? "<signal qcode=\"sig:correction\"/>" : "";
        WireItem item = read("<newsItem guid=\"g\" version=\"1\"><itemMeta>" + status + signal
                        + "<link rel=\"irel:" + rel + "\" residref=\"old\"/><link rel=\"irel:" + rel
                        + "\" residref=\"g\"/></itemMeta></newsItem>")
                .getFirst()
                .item();

        assertThat(item.purpose()).isEqualTo(purpose);
        assertThat(item.links()).containsExactly(new WireLink("old", link, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "sig:update, UPDATE",
        "sig:correction, CORRECTION",
        "edStat:N, STORY",
        "edStat:U, UPDATE",
        "edStat:C, CORRECTION",
        "edStat:D, KILL",
        "http://cv.iptc.org/newscodes/signal/correction, CORRECTION",
    })
    void signalsSayWhatAVersionIsFor(String signal, Purpose purpose) throws Exception {
        String attribute = signal.startsWith("http") ? "uri" : "qcode";
        WireItem item = read("<newsItem guid=\"g\" version=\"1\"><itemMeta><signal " + attribute + "=\"" + signal
                        + "\"/></itemMeta></newsItem>")
                .getFirst()
                .item();

        assertThat(item.purpose()).isEqualTo(purpose);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "' 7 ', 7", "007, 7", "7.0, 7", "v7, 7", "'', 1"})
    void versionsAreNumbersHoweverTheyAreWritten(String sent, long version) throws Exception {
        assertThat(read("<newsItem guid=\"g\" version=\"" + sent + "\"><itemMeta/></newsItem>")
                        .getFirst()
                        .item()
                        .version())
                .isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <inlineData contenttype="text/plain">One.&#10;&#10;Two.</inlineData>                      | One./Two.
        <inlineData>&lt;p&gt;One.&lt;/p&gt;Two.</inlineData>                                      | One./Two.
        <inlineData contenttype="text/html"><![CDATA[<p>One &amp; <b>two</b><p>three]]></inlineData> | One & two/three
        <inlineData contenttype="text/html"><p>One.</p><p>Two.</p></inlineData>                   | One./Two.
        <inlineData contenttype="text/plain" encoding="encd:base64">T25lLgoKVHdvLg==</inlineData> | One./Two.
        <inlineData contenttype="text/html" encodinguri="http://cv.iptc.org/newscodes/encoding/base64">PHA+T25lLjwvcD4=</inlineData> | One.
        <inlineXML><body><p>One.</p></body></inlineXML>                                           | One.
        <inlineXML><div>One.<p>Two.</p></div></inlineXML>                                         | One./Two.
        <inlineXML><html><p>One.</p></html></inlineXML>                                           | One.
        <inlineXML/><inlineXML><p>One.</p></inlineXML>                                            | One.
        <inlineXML contenttype="application/xhtml+xml">Stray <b>words</b></inlineXML>             | Stray words
        """)
    void aTextIsReadHoweverItIsCarried(String content, String text) throws Exception {
        WireItem item = read("<newsItem guid=\"g\" version=\"1\"><itemMeta/><contentSet>" + content
                        + "</contentSet></newsItem>")
                .getFirst()
                .item();

        assertThat(item.body().plainText().replace('\n', '/')).isEqualTo(text);
    }

    private static List<WireItem> sample() throws Exception {
        return read(WireRoom.sample("harbour-fees.newsmessage.xml")).stream()
                .map(ParsedItem::item)
                .toList();
    }

    private static List<ParsedItem> read(String xml) throws Unreadable {
        Copy copy = new Copy(
                "nord",
                "x.xml",
                "0".repeat(64),
                Instant.parse("2026-11-25T10:16:00Z"),
                xml.getBytes(StandardCharsets.UTF_8));
        return ((Reading.Items) NEWSML_G2.read(copy)).items();
    }
}
