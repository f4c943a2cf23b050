package org.broadsheet.ingest.newsml1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.broadsheet.core.story.HeadlineTag;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Kind;
import org.broadsheet.core.wire.WireItem.Purpose;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.ingest.SourceText;
import org.broadsheet.ingest.WireRoom;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class NewsMl1Test {

    private static final NewsMl1 NEWSML = new NewsMl1(new NewsMl1Limits(DataSize.ofMegabytes(10)));
    private static final Instant RECEIVED = Instant.parse("2026-11-25T10:16:00Z");
    private static final String GUID = "urn:newsml:northwind.example:20261125:harbour-fees";
    private static final String SAMPLE = WireRoom.sample("harbour-fees.newsml1.xml");

    @Test
    void everyFieldOfAnItemHasItsPlace() throws Exception {
        ParsedItem parsed = read(SAMPLE).getFirst();
        WireItem item = parsed.item();

        assertThat(parsed.versionStated()).isTrue();
        assertThat(item.provider()).isEqualTo("northwind.example");
        assertThat(item.guid()).isEqualTo(GUID);
        assertThat(item.version()).isEqualTo(3);
        assertThat(item.kind()).isEqualTo(Kind.TEXT);
        assertThat(item.status()).isEqualTo(Status.USABLE);
        assertThat(item.purpose()).isEqualTo(Purpose.UPDATE);
        assertThat(item.firstCreated()).isEqualTo("2026-11-25T08:00:00Z");
        assertThat(item.versionCreated()).isEqualTo("2026-11-25T10:15:00Z");
        assertThat(item.embargoedUntil()).isEqualTo("2026-11-25T15:00:00Z");
        assertThat(item.expiresAt()).isNull();
        assertThat(item.urgency()).isEqualTo(3);
        assertThat(item.headline()).isEqualTo("Vastholm raises its harbour fees");
        assertThat(item.headlineTags()).extracting(HeadlineTag::kind).containsExactly(HeadlineTag.Kind.UPDATE);
        assertThat(item.slugline()).isEqualTo("HARBOUR-FEES/");
        assertThat(item.language()).isEqualTo("en");
        assertThat(item.bylines()).containsExactly("Ines Halloran", "Osei Danquah, Shipping Correspondents");
        assertThat(item.dateline().place()).isEqualTo("VASTHOLM");
        assertThat(item.dateline().agency()).isEqualTo("Northwind");
        assertThat(item.creditLine()).isEqualTo("Northwind News");
        assertThat(item.copyrightHolder()).isEqualTo("Northwind");
        assertThat(item.copyrightNotice()).isEqualTo("(c) 2026 Northwind. All rights reserved.");
        assertThat(item.usageTerms())
                .isEqualTo("Not for use in Osterland.\nprint and web; world; no archives; until 20261225");
        assertThat(item.editorNotes())
                .containsExactly(
                        new EditorNote("instruction", "Adds quotes."),
                        new EditorNote("Outlook", "Next: the vote on Friday."),
                        new EditorNote("advisory", "A longer version follows."));
        assertThat(item.subjects())
                .containsExactly(
                        new Subject("genre:Current", Subject.Kind.OTHER, "Current"),
                        new Subject("subj:04000000", Subject.Kind.TOPIC, "economy, business and finance"),
                        new Subject("subj:04015000", Subject.Kind.TOPIC, "subj:04015000"),
                        new Subject("subj:15000000", Subject.Kind.TOPIC, "sport"),
                        new Subject("", Subject.Kind.PLACE, "Vastholm"),
                        new Subject("iso3166-1a3:NOR", Subject.Kind.PLACE, "NOR"),
                        new Subject("", Subject.Kind.PERSON, "Mika Solberg"),
                        new Subject("", Subject.Kind.OTHER, "krona"),
                        new Subject("", Subject.Kind.OTHER, "harbour"),
                        new Subject("", Subject.Kind.OTHER, "fees"));
        assertThat(item.links())
                .containsExactly(
                        new WireLink("urn:newsml:northwind.example:20261124:harbour-week", "irel:associatedWith", 0),
                        new WireLink("urn:newsml:northwind.example:20261120:fees-plan", "irel:derivedFrom", 1),
                        new WireLink("urn:newsml:northwind.example:20261125:fishermen", "irel:seeAlso", 2),
                        new WireLink(GUID + "#fees-small.jpg", "irel:associatedWith", 3));
        assertThat(item.signOff().print()).isEqualTo("(Reporting by Ines Halloran; Editing by Osei Danquah)");
        assertThat(item.remarks()).containsExactly("It carries its text more than once; the first is taken");
    }

    @Test
    void notACharacterOfTheTextIsLost() throws Exception {
        var source =
                SourceText.dom(SAMPLE.getBytes(StandardCharsets.ISO_8859_1)).getDocumentElement();
        WireItem item = read(SAMPLE).getFirst().item();

        String wanted = SourceText.first(source, "SubHeadLine").getTextContent()
                + SourceText.first(source, "body.content").getTextContent();
        assertThat(SourceText.sorted(SourceText.letters(item)))
                .isEqualTo(SourceText.sorted(SourceText.letters(wanted)));
        assertThat(item.body().plainText())
                .contains("10 per cent – the first rise", "\"We must,\" said Mika Solberg.", "2025\t10,900");
    }

    @Test
    void aPictureComponentIsAnItemOfItsOwn() throws Exception {
        List<ParsedItem> items = read(SAMPLE);
        WireItem picture = items.get(1).item();

        assertThat(items).hasSize(2);
        assertThat(picture.kind()).isEqualTo(Kind.PICTURE);
        assertThat(picture.guid()).isEqualTo(GUID + "#fees-small.jpg");
        assertThat(picture.version()).isEqualTo(3);
        assertThat(picture.headline()).isEqualTo("A crane at work");
        assertThat(picture.bylines()).containsExactly("Ines Halloran");
        assertThat(picture.creditLine()).isEqualTo("Northwind/Ines Halloran");
        assertThat(picture.copyrightHolder()).isEqualTo("Northwind Pictures");
        assertThat(picture.picture().fileName()).isEqualTo("fees.jpg");
        assertThat(items.get(1).fileSize()).isEqualTo(400_000);
        assertThat(picture.picture().caption().text()).startsWith("A crane lifts a crate in Vastholm");
        assertThat(picture.embargoedUntil()).isEqualTo("2026-11-25T15:00:00Z");
        assertThat(picture.links()).containsExactly(new WireLink(GUID, "irel:associatedWith", 0));
    }

    @Test
    void anItemThatIsNothingButAPictureIsThePicture() throws Exception {
        WireItem item = one("""
            <NewsComponent><NewsLines><HeadLine>A crane at work</HeadLine><CreditLine>Northwind/Ines Halloran</CreditLine></NewsLines>
            <ContentItem Href="crane.jpg"><MediaType FormalName="Photo"/></ContentItem>
            <ContentItem><MediaType FormalName="Text"/><DataContent>A crane in Vastholm, Nov 24, 2026.</DataContent></ContentItem></NewsComponent>\
            """, "");

        assertThat(item.kind()).isEqualTo(Kind.PICTURE);
        assertThat(item.guid()).isEqualTo(GUID);
        assertThat(item.headline()).isEqualTo("A crane at work");
        assertThat(item.picture().fileName()).isEqualTo("crane.jpg");
        assertThat(item.picture().caption().text()).startsWith("A crane in Vastholm");
        assertThat(item.picture().credit().photographers()).containsExactly("Ines Halloran");
        assertThat(item.remarks()).isEmpty();
    }

    @Test
    void aStoryBehindAPictureIsNoCaption() throws Exception {
        List<ParsedItem> items = read(newsml("""
            <NewsComponent><NewsLines><HeadLine>Fees rise</HeadLine></NewsLines>
            <ContentItem Href="crane.jpg"><MediaType FormalName="Photo"/></ContentItem>
            <ContentItem><MediaType FormalName="Text"/><DataContent>%s</DataContent></ContentItem></NewsComponent>\
            """.formatted("<p>The fees rise again.</p>".repeat(150)), ""));

        assertThat(items).extracting(parsed -> parsed.item().kind()).containsExactly(Kind.TEXT, Kind.PICTURE);
        assertThat(items.getFirst().item().body().blocks()).hasSize(150);
        assertThat(items.get(1).item().guid()).isEqualTo(GUID + "#crane.jpg");
    }

    @Test
    void aNoteThatTakesTheItemBackIsRemarkedWhereItsStatusDoesNot() throws Exception {
        WireItem item = one("<NewsComponent/>", "<Instruction>KILL: the fee is wrong.</Instruction>");

        assertThat(item.purpose()).isEqualTo(Purpose.KILL);
        assertThat(item.status()).isEqualTo(Status.USABLE);
        assertThat(item.remarks()).contains("A note to editors takes the item back, but its status does not");
    }

    @Test
    void aPictureInsideTheItemIsAFileOfItsOwn() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3});
        Reading read = NEWSML.read(copy(newsml("""
            <NewsComponent><Role FormalName="Photo"/><AdministrativeMetadata><FileName>crane.jpg</FileName></AdministrativeMetadata>
            <ContentItem><MediaType FormalName="Photo"/><MimeType FormalName="image/jpeg"/><Encoding Notation="Base64"><DataContent>%s</DataContent></Encoding></ContentItem>
            </NewsComponent>\
            """.formatted(base64), "")));

        assertThat(read).isInstanceOfSatisfying(Reading.Several.class, several -> {
            assertThat(several.files()).singleElement().satisfies(file -> {
                assertThat(file.name()).isEqualTo("crane.jpg");
                assertThat(file.bytes()).containsExactly(1, 2, 3);
            });
            assertThat(several.items().getFirst().item().picture().fileName()).isEqualTo("crane.jpg");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <p>One <b>two</b></p><p>three</p>                                 | One two/three
        <html><head><title>T</title></head><body><p>One</p></body></html> | One
        One&#10;&#10;two                                                  | One/two
        &lt;p&gt;One &amp;amp; &lt;i&gt;two&lt;/i&gt;&lt;/p&gt;           | One & two
        &lt;nitf>&lt;body>&lt;body.head>&lt;hedline>&lt;hl1>H&lt;/hl1>&lt;/hedline>&lt;/body.head>&lt;body.content>&lt;p>One&lt;/p>&lt;/body.content>&lt;/body>&lt;/nitf> | One
        &lt;nitf>&lt;p>One&lt;p>two                                       | One/two
        <body><body.content><p>One</p></body.content></body>              | One
        <body.content><p>One</p></body.content>                           | One
        <P>One<BR/>two</P>                                                | One/two
        """)
    void aTextIsReadInWhateverMarkUpItStands(String content, String text) throws Exception {
        WireItem item = one(
                "<NewsComponent><ContentItem><DataContent>" + content + "</DataContent></ContentItem></NewsComponent>",
                "");

        assertThat(item.body().plainText().replace('\n', '/')).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
        <Status FormalName="Usable"/>,                                                                              USABLE,   none, none
        '',                                                                                                         USABLE,   none, none
        <Status FormalName="Embargoed"/>,                                                                           USABLE,   9999-12-31T00:00:00Z, none
        <Status FormalName="Withheld"/>,                                                                            WITHHELD, none, none
        <Status FormalName="Canceled"/>,                                                                            CANCELED, none, none
        <Status FormalName="Odd"/>,                                                                                 WITHHELD, none, none
        <Status FormalName="Withheld"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20261126T060000Z</DateAndTime></StatusWillChange>,  USABLE, 2026-11-26T06:00:00Z, none
        <Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>soon</DateAndTime></StatusWillChange>,            USABLE, 9999-12-31T00:00:00Z, none
        <Status FormalName="Usable"/><StatusWillChange><FutureStatus FormalName="Canceled"/><DateAndTime>20261126T060000Z</DateAndTime></StatusWillChange>, USABLE, none, 2026-11-26T06:00:00Z
        <Status FormalName="Usable"/><Instruction FormalName="Delete"/>,                                            CANCELED, none, none
        """)
    void aStatusHoldsBackUntilItChanges(String management, Status status, Instant until, Instant expires)
            throws Exception {
        WireItem item = one("<NewsComponent/>", management);

        assertThat(item.status()).isEqualTo(status);
        assertThat(item.embargoedUntil()).isEqualTo(until);
        assertThat(item.expiresAt()).isEqualTo(expires);
        assertThat(item.purpose()).isEqualTo(status == Status.CANCELED ? Purpose.KILL : Purpose.STORY);
    }

    @Test
    void aPatchIsAnItemOfItsOwnForTheDeskAndNeverTakesThePlaceOfTheText() throws Exception {
        WireItem item = one(
                "<Update><Replace DuidRef=\"p2\"><p>The fee is <b>12,000</b>.</p></Replace><Delete"
                        + " DuidRef=\"p3\"/></Update>",
                "");

        assertThat(item.guid()).isEqualTo(GUID + "#patch-3");
        assertThat(item.version()).isEqualTo(1);
        assertThat(item.purpose()).isEqualTo(Purpose.UPDATE);
        assertThat(item.links()).containsExactly(new WireLink(GUID, WireLink.UPDATES, 0));
        assertThat(item.body().plainText()).isEqualTo("Replace p2:\nThe fee is 12,000.\nDelete p3:");
        assertThat(item.remarks()).anyMatch(remark -> remark.contains("an editor must carry out"));
    }

    @Test
    void aPackageBindsItsItemsAndItemsInsideItAreReadToo() throws Exception {
        List<ParsedItem> items = read(newsml("""
            <NewsComponent><NewsLines><HeadLine>Top of the hour</HeadLine></NewsLines>
            <NewsItemRef NewsItem="urn:newsml:northwind.example:20261125:one:1N"/>
            <NewsComponent><NewsItem><Identification><NewsIdentifier><NewsItemId>two</NewsItemId></NewsIdentifier></Identification>
            <NewsComponent><ContentItem><DataContent>Text of two.</DataContent></ContentItem></NewsComponent></NewsItem></NewsComponent>
            </NewsComponent>\
            """, ""));

        assertThat(items).extracting(parsed -> parsed.item().kind()).containsExactly(Kind.PACKAGE, Kind.TEXT);
        assertThat(items.getFirst().item().links())
                .containsExactly(
                        new WireLink("urn:newsml:northwind.example:20261125:one", WireLink.PACKAGE, 0),
                        new WireLink("two", WireLink.PACKAGE, 1));
        assertThat(items.get(1).item().body().plainText()).isEqualTo("Text of two.");
        assertThat(items.get(1).item().provider()).isEqualTo("nord");
    }

    @ParameterizedTest
    @CsvSource({
        "urn:newsml:northwind.example:20261125:fees:3N, urn:newsml:northwind.example:20261125:fees",
        "urn:newsml:northwind.example:20261125:fees:12, urn:newsml:northwind.example:20261125:fees",
        "urn:newsml:northwind.example:20261125:fees, urn:newsml:northwind.example:20261125:fees",
        "urn:newsml:northwind.example:20261125:7, urn:newsml:northwind.example:20261125:7",
        "nw-17:3, nw-17:3",
    })
    void aReferenceToOneRevisionIsAReferenceToTheItem(String reference, String guid) {
        assertThat(Identification.withoutRevision(reference)).isEqualTo(guid);
    }

    @Test
    void aGoodItemIsTakenBesideABadOne() throws Exception {
        Reading.Items read = (Reading.Items) NEWSML.read(copy(
                "<NewsML><NewsItem/>" + newsml("<NewsComponent/>", "").replaceAll("</?NewsML>", "") + "</NewsML>"));

        assertThat(read.items()).hasSize(1);
        assertThat(read.unread()).singleElement().asString().contains("Item 1", "identifier");
        assertThatThrownBy(() -> NEWSML.read(copy("<NewsML/>")))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("no news item");
        assertThat(NEWSML.recognises(copy("<NewsML/>"))).isTrue();
        assertThat(NEWSML.recognises(copy("<newsItem/>"))).isFalse();
    }

    private static WireItem one(String content, String management) throws Unreadable {
        List<ParsedItem> items = read(newsml(content, management));
        assertThat(items).hasSize(1);
        return items.getFirst().item();
    }

    private static List<ParsedItem> read(String xml) throws Unreadable {
        return ((Reading.Items) NEWSML.read(copy(xml))).items();
    }

    private static Copy copy(String xml) {
        return new Copy("nord", "x.xml", "0".repeat(64), RECEIVED, xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String newsml(String content, String management) {
        return "<NewsML><NewsItem"
                + " xml:lang=\"en\"><Identification><NewsIdentifier><ProviderId>northwind.example</ProviderId>"
                + "<DateId>20261125</DateId><NewsItemId>harbour-fees</NewsItemId><RevisionId>3</RevisionId>"
                + "</NewsIdentifier></Identification><NewsManagement>" + management + "</NewsManagement>" + content
                + "</NewsItem></NewsML>";
    }
}
