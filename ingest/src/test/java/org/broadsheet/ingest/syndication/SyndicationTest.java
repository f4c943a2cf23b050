package org.broadsheet.ingest.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Kind;
import org.broadsheet.core.wire.WireItem.Purpose;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.ingest.WireRoom;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.EnclosedFile;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class SyndicationTest {

    private static final SyndicationLimits LIMITS = new SyndicationLimits(DataSize.ofMegabytes(64), 1_000, 50_000);
    private static final List<Format> FORMATS = List.of(new Rss(LIMITS), new Atom(LIMITS), new JsonFeed(LIMITS));
    private static final Instant RECEIVED = Instant.parse("2026-11-25T10:00:00Z");

    @Test
    void everyFieldOfRssIsTaken() throws Exception {
        Reading.Items read = (Reading.Items) read(WireRoom.sampleBytes("syndication/harbour-times-rss.xml"));

        ParsedItem parsed = read.items().getFirst();
        WireItem item = parsed.item();
        assertThat(parsed.versionStated()).isTrue();
        assertThat(item.provider()).as("two feeds cannot collide").isEqualTo("harbour-times");
        assertThat(item.guid()).isEqualTo("ht-4711");
        assertThat(item.version())
                .isEqualTo(Instant.parse("2026-11-25T07:30:00.250Z").toEpochMilli());
        assertThat(item.firstCreated()).isEqualTo("2026-11-25T06:00:00Z");
        assertThat(item.versionCreated()).isEqualTo("2026-11-25T07:30:00.250Z");
        assertThat(item.headline()).isEqualTo("Ships & fees: what changes");
        assertThat(item.bylines()).containsExactly("The Desk", "Ines Halloran", "Mika Solberg");
        assertThat(item.subjects())
                .containsExactly(
                        new Subject("medtop:11000000", Subject.Kind.TOPIC, "11000000"),
                        new Subject("", Subject.Kind.TOPIC, "Port"));
        assertThat(item.language()).isEqualTo("en-GB");
        assertThat(item.copyrightNotice()).isEqualTo("Ask first");
        assertThat(item.creditLine()).isEqualTo("Northwind");
        assertThat(item.dateline().place()).isEqualTo("VASTHOLM");
        assertThat(item.body().plainText()).isEqualTo("Fees rise by 5\u00A0%.\nSee the table and all.\nTugs\nPilots");
        assertThat(item.body().blocks().get(1).toString())
                .contains("https://harbourtimes.example/table")
                .contains("https://northwind.example/all");
        assertThat(item.editorNotes())
                .containsExactly(
                        new EditorNote("summary", "What ships pay from January."),
                        new EditorNote("link", "https://harbourtimes.example/fees"));
        assertThat(item.remarks())
                .containsExactly("It comes with something that is no picture and was not fetched (audio/mpeg): "
                        + "https://harbourtimes.example/fees.mp3");
        assertThat(item.links())
                .extracting(WireItem.WireLink::guid)
                .containsExactly("ht-4711#harbour.jpg", "ht-4711#https://harbourtimes.example/small.jpg");

        List<WireItem> pictures = read.items().stream()
                .map(ParsedItem::item)
                .filter(one -> one.kind() == Kind.PICTURE)
                .toList();
        assertThat(pictures).extracting(one -> one.picture().fileName()).containsExactly("harbour.jpg", "quay.jpg");
        assertThat(pictures.getLast().headline()).isEqualTo("The quay");
        assertThat(pictures.getLast().picture().caption().text()).startsWith("The quay of Vastholm");
        assertThat(pictures.getLast().picture().credit().photographers()).containsExactly("Mika Solberg");
        assertThat(read.items().get(1).fileSize()).isEqualTo(1234);

        WireItem plain = read.items().get(3).item();
        assertThat(plain.guid()).isEqualTo("https://harbourtimes.example/plain");
        assertThat(plain.headline()).isEqualTo("Plain & simple: 3 < 4");
        assertThat(plain.body().plainText()).isEqualTo("First line.\nSecond line & more.");
        assertThat(plain.firstCreated()).isEqualTo("2026-11-25T11:00:00Z");
        assertThat(read.items().get(3).versionStated()).isFalse();

        WireItem sameSecond = read.items().get(4).item();
        assertThat(sameSecond.guid()).isEqualTo("https://harbourtimes.example/same-second");
        assertThat(sameSecond.bylines()).as("an address is no byline").isEmpty();
        assertThat(sameSecond.editorNotes()).containsExactly(new EditorNote("author", "someone@harbourtimes.example"));
        assertThat(read.unread()).containsExactly("Entry 4 of the feed: It has neither a guid nor a link nor a title");
    }

    @Test
    void everyFieldOfAtomIsTaken() throws Exception {
        List<ParsedItem> read = items(read(WireRoom.sampleBytes("syndication/harbour-times-atom.xml")));

        WireItem kill = read.getFirst().item();
        assertThat(kill.guid()).isEqualTo("urn:harbourtimes:9");
        assertThat(kill.status()).isEqualTo(Status.CANCELED);
        assertThat(kill.purpose()).isEqualTo(Purpose.KILL);
        assertThat(kill.version())
                .isEqualTo(Instant.parse("2026-11-25T09:00:00Z").toEpochMilli());
        assertThat(kill.editorNotes()).containsExactly(new EditorNote("", "The source was wrong."));

        WireItem item = read.get(1).item();
        assertThat(item.guid()).isEqualTo("urn:harbourtimes:1");
        assertThat(item.headline()).isEqualTo("Fees & tides");
        assertThat(item.version())
                .isEqualTo(Instant.parse("2026-11-25T07:00:00Z").toEpochMilli());
        assertThat(item.firstCreated()).isEqualTo("2026-11-25T05:00:00Z");
        assertThat(item.bylines()).containsExactly("Jo Lind");
        assertThat(item.subjects()).containsExactly(new Subject("medtop:20000337", Subject.Kind.TOPIC, "transport"));
        assertThat(item.language()).isEqualTo("en");
        assertThat(item.copyrightNotice()).isEqualTo("(c) Harbour Times");
        assertThat(item.creditLine()).isEqualTo("Northwind");
        assertThat(item.body().blocks().getFirst()).isInstanceOf(Block.Subhead.class);
        assertThat(item.body().plainText()).isEqualTo("Tides\nFees & tides move; more.");
        assertThat(item.body().blocks().getLast().toString()).contains("https://harbourtimes.example/news/more");
        assertThat(item.editorNotes()).contains(new EditorNote("summary", "Short of it."));
        assertThat(read.get(2).item().picture().fileName()).isEqualTo("tide.png");

        WireItem second = read.get(3).item();
        assertThat(second.headline()).as("a title without a type is no HTML").isEqualTo("No &amp; HTML here");
        assertThat(second.bylines()).as("the feed's own author").containsExactly("Harbour Times");
        assertThat(second.body().plainText()).isEqualTo("One.\nTwo & three.");
    }

    @Test
    void everyFieldOfJsonFeedIsTaken() throws Exception {
        Reading.Items read = (Reading.Items) read(WireRoom.sampleBytes("syndication/harbour-times-feed.json"));

        WireItem item = read.items().getFirst().item();
        assertThat(item.guid()).isEqualTo("4711");
        assertThat(item.version())
                .isEqualTo(Instant.parse("2026-11-25T07:00:00Z").toEpochMilli());
        assertThat(item.headline()).isEqualTo("Fees & tides");
        assertThat(item.bylines()).containsExactly("Jo Lind");
        assertThat(item.language()).isEqualTo("en-GB");
        assertThat(item.body().plainText()).isEqualTo("Fees rise; table.");
        assertThat(item.body().blocks().getFirst().toString()).contains("https://harbourtimes.example/table");
        assertThat(item.subjects()).extracting(Subject::name).containsExactly("Port", "Fees");
        assertThat(item.editorNotes())
                .containsExactly(
                        new EditorNote("summary", "What ships pay."),
                        new EditorNote("link", "https://harbourtimes.example/fees"));
        assertThat(read.items().get(1).item().picture().fileName()).isEqualTo("quay.jpg");
        WireItem two = read.items().get(2).item();
        assertThat(two.body().plainText()).isEqualTo("Plain.\nText.");
        assertThat(two.bylines()).containsExactly("Harbour Times");
        assertThat(two.language()).isEqualTo("en");
        assertThat(read.unread()).containsExactly("Entry 3 of the feed: It has neither a guid nor a link nor a title");
    }

    @Test
    void oldRssIsReadToo() throws Exception {
        WireItem rdf = items(read(WireRoom.sampleBytes("syndication/harbour-times-rdf.xml")))
                .getFirst()
                .item();
        assertThat(rdf.guid()).isEqualTo("https://harbourtimes.example/a");
        assertThat(rdf.bylines()).containsExactly("Jo Lind");
        assertThat(rdf.language()).isEqualTo("en");
        assertThat(rdf.firstCreated()).isEqualTo("2026-11-25T06:00:00Z");

        WireItem old = items(read(WireRoom.sampleBytes("syndication/harbour-times-091.xml")))
                .getFirst()
                .item();
        assertThat(old.headline()).isEqualTo("Café opens");
        assertThat(old.body().plainText()).isEqualTo("It\u00A0opens.");
    }

    /// ROME is the reader most others use: what it finds in well-formed feeds is what we find.
    @ParameterizedTest
    @ValueSource(strings = {"harbour-times-atom.xml", "harbour-times-rdf.xml", "harbour-times-rss.xml"})
    void anIndependentReaderFindsTheSameEntries(String sample) throws Exception {
        byte[] bytes = WireRoom.sampleBytes("syndication/" + sample);
        List<WireItem> ours = items(read(bytes)).stream()
                .map(ParsedItem::item)
                .filter(item -> item.kind() == Kind.TEXT && item.status() == Status.USABLE)
                .toList();
        List<SyndEntry> theirs = new SyndFeedInput()
                .build(new XmlReader(new ByteArrayInputStream(bytes))).getEntries().stream()
                        .filter(entry ->
                                entry.getTitle() != null && !entry.getTitle().isBlank())
                        .toList();

        assertThat(ours).hasSameSizeAs(theirs);
        for (int i = 0; i < ours.size(); i++) {
            assertThat(ours.get(i).guid())
                    .isEqualTo(
                            theirs.get(i).getUri() == null
                                    ? theirs.get(i).getLink()
                                    : theirs.get(i).getUri());
            if (theirs.get(i).getPublishedDate() != null) {
                assertThat(ours.get(i).firstCreated())
                        .isEqualTo(theirs.get(i).getPublishedDate().toInstant());
            }
        }
    }

    @Test
    void countersThatChangeAreNoNewVersion() throws Exception {
        String feed = WireRoom.sample("syndication/harbour-times-rss.xml");
        String once = items(read(feed)).getFirst().contentHash();

        assertThat(items(read(feed.replace("<slash:comments>17<", "<slash:comments>18<")))
                        .getFirst()
                        .contentHash())
                .isEqualTo(once);
        assertThat(items(read(feed.replace("rise</em> by 5", "rise</em> by 6")))
                        .getFirst()
                        .contentHash())
                .isNotEqualTo(once);
    }

    @Test
    void brokenEntriesLetTheOthersPass() throws Exception {
        Reading.Items read = (Reading.Items) read("""
            <rss><channel><title>x</title><language>en</language>
            <item><guid>1</guid><title>One</title></item>
            <item><guid>2</guid><title>Tug & tow</title><description><![CDATA[<p>Broken.</p>]]></description></item>
            <item><guid>3</guid><title>Three <b>not closed</title></item>
            <item><guid>4</guid><title>Four</title></item>
            <item><guid>5</guid><title>Cut o\
            """);

        assertThat(read.items()).extracting(parsed -> parsed.item().guid()).containsExactly("1", "2", "3", "4");
        assertThat(read.items()).extracting(parsed -> parsed.item().headline()).contains("Tug & tow", "Four");
        assertThat(read.items()).extracting(parsed -> parsed.item().language()).containsOnly("en");
        assertThat(read.items().get(1).item().body().plainText()).isEqualTo("Broken.");
        assertThat(read.items().getFirst().item().remarks()).isEmpty();
        assertThat(read.items().get(1).item().remarks().toString()).contains("The mark-up of the feed is broken");
        assertThat(read.unread()).hasSize(1).first().asString().startsWith("Entry 5 of the feed is cut off");
    }

    @Test
    void theTextIsReadInTheCharsetItIsReallyWrittenIn() throws Exception {
        byte[] undeclared = "<rss><channel><item><guid>1</guid><title>Rødøy – now</title></item></channel></rss>"
                .getBytes(java.nio.charset.Charset.forName("windows-1252"));

        WireItem item = items(read(undeclared)).getFirst().item();

        assertThat(item.headline()).isEqualTo("Rødøy – now");
        assertThat(item.remarks().toString()).contains("Windows-1252");
        String wide = "<?xml version=\"1.0\""
                + " encoding=\"UTF-16\"?><rss><channel><item><guid>1</guid><title>Rødøy</title></item></channel></rss>";
        assertThat(items(read(wide.getBytes(StandardCharsets.UTF_16)))
                        .getFirst()
                        .item()
                        .headline())
                .isEqualTo("Rødøy");
    }

    @Test
    void aFeedOfVeryManyEntriesGoesOnInPartsAndNoneIsLost() throws Exception {
        SyndicationLimits small = new SyndicationLimits(DataSize.ofMegabytes(64), 10, 1_000);
        StringBuilder feed = new StringBuilder("<rss><channel><language>nb</language>\n");
        for (int i = 0; i < 95; i++) {
            feed.append("<item><guid>")
                    .append(i)
                    .append("</guid><title>Ærlig talt ")
                    .append(i)
                    .append("</title></item>\n");
        }
        byte[] bytes = feed.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);

        Reading.Several first = (Reading.Several) new Rss(small).read(copy(bytes));

        Set<String> guids = new HashSet<>();
        first.items().forEach(parsed -> guids.add(parsed.item().guid()));
        assertThat(guids).hasSize(10);
        assertThat(first.files()).hasSize(9);
        for (EnclosedFile part : first.files()) {
            for (ParsedItem parsed : items(new Rss(small).read(copy(part.bytes())))) {
                assertThat(guids.add(parsed.item().guid())).isTrue();
                assertThat(parsed.item().language()).isEqualTo("nb");
            }
        }
        assertThat(guids).hasSize(95);

        StringBuilder json = new StringBuilder("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[");
        for (int i = 0; i < 25; i++) {
            json.append(i == 0 ? "" : ",").append("{\"id\":\"").append(i).append("\",\"title\":\"t\"}");
        }
        Reading.Several several = (Reading.Several)
                new JsonFeed(small).read(copy(json.append("]}").toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(several.files()).hasSize(2);
        assertThat(items(new JsonFeed(small).read(copy(several.files().getLast().bytes()))))
                .extracting(parsed -> parsed.item().guid())
                .containsExactly("20", "21", "22", "23", "24");
    }

    @Test
    void everyRefusalIsAClearSentence() {
        assertThatThrownBy(() -> read("<rss><channel><item>" + "<a>".repeat(1_000_000)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("cut off")
                .hasMessageContaining("deep");
        assertThatThrownBy(() -> read("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel/></rss>"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("DOCTYPE");
        assertThatThrownBy(() -> read("<rss><channel><title>x</title>"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("Not well-formed");
        assertThatThrownBy(() -> new Rss(new SyndicationLimits(DataSize.ofBytes(10), 5, 5))
                        .read(copy("<rss></rss>".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Unreadable.class)
                .hasMessage("The XML has 11 bytes; at most 10 are read");
    }

    private static Reading read(String feed) throws Unreadable {
        return read(feed.getBytes(StandardCharsets.UTF_8));
    }

    private static Reading read(byte[] feed) throws Unreadable {
        Copy copy = copy(feed);
        return FORMATS.stream()
                .filter(format -> format.recognises(copy))
                .findFirst()
                .orElseThrow()
                .read(copy);
    }

    private static List<ParsedItem> items(Reading reading) {
        return ((Reading.Items) reading).items();
    }

    private static Copy copy(byte[] bytes) {
        return new Copy("harbour-times", "feed", "0".repeat(64), RECEIVED, bytes);
    }
}
