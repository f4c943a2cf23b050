package org.broadsheet.ingest.newsmlg2;

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
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.ingest.Jpegs;
import org.broadsheet.ingest.WireRoom;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class NewsmlG2Test {

    private static final NewsmlG2 NEWSML_G2 = new NewsmlG2(new NewsmlG2Limits(DataSize.ofMegabytes(10)));
    private static final Instant RECEIVED = Instant.parse("2026-11-09T21:15:00Z");

    @Test
    void aPictureInBase64IsAPayloadOfItsOwnThatItsItemNames() throws Exception {
        byte[] jpeg = Jpegs.drawn(64, 48, 10).bytes();
        String inline = "<inlineData contenttype='image/jpeg' encoding='base64' width='64' height='48'>"
                + Base64.getEncoder().encodeToString(jpeg) + "</inlineData>";

        Reading.Several text = (Reading.Several) NEWSML_G2.read(
                copy(WireRoom.sample("pyongyang-pact.xml").replace("<contentSet>", "<contentSet>" + inline)));
        assertThat(text.files()).hasSize(1);
        assertThat(text.files().getFirst().bytes()).isEqualTo(jpeg);
        WireItem story = text.items().getFirst().item();
        WireItem enclosed = text.items().get(1).item();
        assertThat(story.body().plainText()).isNotBlank();
        assertThat(story.links()).extracting(WireLink::guid).contains(enclosed.guid());
        assertThat(enclosed.kind()).isEqualTo(Kind.PICTURE);
        assertThat(enclosed.picture().fileName())
                .isEqualTo(text.files().getFirst().name());

        Reading.Several picture = (Reading.Several) NEWSML_G2.read(copy("""
            <newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='nw:photo' version='1'>
            <itemMeta><itemClass qcode='ninat:picture'/><provider literal='northwind.example'/></itemMeta>
            <contentMeta><headline>The quay</headline><description role='drol:caption'>The quay.</description></contentMeta>
            <contentSet>%s</contentSet></newsItem>
            """.formatted(inline)));
        assertThat(picture.items()).hasSize(1);
        assertThat(picture.items().getFirst().item().picture().fileName())
                .isEqualTo(picture.files().getFirst().name());
        assertThat(picture.items().getFirst().fileSize()).isEqualTo(jpeg.length);
    }

    @Test
    void whoElseWorkedOnItItsServiceAndWhatIsBroaderAreNotLost() throws Exception {
        WireItem item = one(WireRoom.sample("pyongyang-pact.xml")
                .replace("</itemMeta>", "<service qcode='nwsvc:world'><name>World service</name></service></itemMeta>")
                .replace("</contentMeta>", """
                    <contributor role='ctrol:descrWriter' qcode='nwstaff:mira'><name>Mira Dahl</name></contributor>
                    <contributor qcode='nwstaff:jon'/>
                    <icon href=' https://pictures.example/pact-small.jpg'/><icon/>
                    <subject type='cpnat:abstract' qcode='nwtopic:treaties'><name>treaties</name>
                      <broader qcode='medtop:20000638'><name>diplomacy</name></broader></subject>
                    <located qcode='nwplace:vst'><name>Vastholm</name>
                      <broader type='cpnat:geoArea' qcode='iso3166-1a2:NO'><name>Norland</name></broader>
                      <broader type='cpnat:geoArea' qcode='nwplace:coast'><name>The coast</name></broader></located>
                    </contentMeta>"""));

        assertThat(item.remarks())
                .contains(
                        "Contributor: Mira Dahl (ctrol:descrWriter)",
                        "Contributor: nwstaff:jon",
                        "A small picture of it lies at https://pictures.example/pact-small.jpg");
        assertThat(item.subjects())
                .contains(
                        new Subject("nwsvc:world", Subject.Kind.OTHER, "World service"),
                        new Subject("medtop:20000638", Subject.Kind.TOPIC, "diplomacy"),
                        new Subject("nwplace:coast", Subject.Kind.PLACE, "The coast"));
        assertThat(item.subjects())
                .filteredOn(subject -> subject.code().equals("iso3166-1a2:NO"))
                .hasSize(1);
    }

    @Test
    void everyFieldOfATextHasItsPlace() throws Exception {
        WireItem item = one(WireRoom.sample("pyongyang-pact.xml"));

        assertThat(item.provider()).isEqualTo("agence-nord.example");
        assertThat(item.guid()).isEqualTo("tag:agence-nord.example,2026:pact-text");
        assertThat(item.version()).isEqualTo(1_700_000_003L);
        assertThat(item.kind()).isEqualTo(Kind.TEXT);
        assertThat(item.status()).isEqualTo(Status.USABLE);
        assertThat(item.firstCreated()).isEqualTo("2026-11-09T19:02:11Z");
        assertThat(item.versionCreated()).isEqualTo("2026-11-09T21:14:03Z");
        assertThat(item.receivedAt()).isEqualTo(RECEIVED);
        assertThat(item.embargoedUntil()).isNull();
        assertThat(item.urgency()).isEqualTo(3);
        assertThat(item.headlineTags()).extracting(HeadlineTag::kind).containsExactly(HeadlineTag.Kind.UPDATE);
        assertThat(item.slugline()).isEqualTo("NORLAND-PACT/");
        assertThat(item.language()).isEqualTo("en");
        assertThat(item.bylines()).containsExactly("Ines Halloran", "Osei Danquah");
        assertThat(item.creditLine()).isEqualTo("Agence Nord");
        assertThat(item.copyrightHolder()).isEqualTo("Agence Nord");
        assertThat(item.usageTerms()).isEqualTo("Not for use in Osterland after 14 days.");
        assertThat(item.editorNotes())
                .extracting(EditorNote::role)
                .containsExactly("edNoteRole:public", "edNoteRole:private");
        assertThat(item.signals()).containsExactly("sig:update");
        assertThat(item.subjects())
                .contains(
                        new Subject("medtop:11000000", Subject.Kind.TOPIC, "politics and government"),
                        new Subject("medtop:16000000", Subject.Kind.TOPIC, "conflict"),
                        new Subject("iso3166-1a2:NO", Subject.Kind.PLACE, "Norland"),
                        new Subject("", Subject.Kind.PERSON, "Mika Solberg"));
        assertThat(item.links())
                .containsExactly(new WireLink("tag:agence-nord.example,2026:pact-photo", "irel:associatedWith", 0));
        assertThat(item.remarks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "stat:canceled, CANCELED",
        "stat:withheld, WITHHELD",
        "stat:usable, USABLE",
        "stat:whatever, WITHHELD",
    })
    void aStatusNobodyKnowsHoldsTheItemBack(String sent, Status taken) throws Exception {
        assertThat(one(item("<pubStatus qcode=\"" + sent + "\"/>", "", "")).status())
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "<embargoed>2026-11-12T06:00:00Z</embargoed>, 2026-11-12T06:00:00Z",
        "<embargoed/>, 9999-12-31T00:00:00Z",
        "<edNote>EMBARGOED until noon</edNote>, 9999-12-31T00:00:00Z",
        "<embargoed>2026-11-12T06:00:00Z</embargoed><edNote>EMBARGOED until noon</edNote>, 2026-11-12T06:00:00Z",
        "<embargoed>Thursday</embargoed>, 9999-12-31T00:00:00Z",
        "<edNote>EMBARGOED UNTIL 0600 GMT Nov 12</edNote>, 2026-11-12T06:00:00Z",
        "<embargoed>2026-11-11T06:00:00Z</embargoed><edNote>EMBARGOED UNTIL 0600 GMT Nov 12</edNote>,"
                + " 2026-11-12T06:00:00Z",
        "<embargoed>2026-11-13T06:00:00Z</embargoed><edNote>EMBARGOED UNTIL 0600 GMT Nov 12</edNote>,"
                + " 2026-11-13T06:00:00Z",
    })
    void anEmbargoCountsWhereverItIsStatedAndTheLaterOneWins(String meta, Instant until) throws Exception {
        assertThat(one(item(meta, "", "")).embargoedUntil()).isEqualTo(until);
    }

    @Test
    void aPackageBindsItsItemsInTheOrderOfItsGroups() throws Exception {
        WireItem bound = one("""
            <packageItem guid="pack" version="2"><itemMeta><itemClass qcode="ninat:composite"/></itemMeta>
            <groupSet root="G1"><group id="G2"><itemRef residref="c"/><groupRef idref="G1"/></group>
            <group id="G1"><itemRef residref="a"/><groupRef idref="G2"/><itemRef residref="b"/><itemRef residref="a"/></group>
            <group id="G3"><itemRef residref="d"/></group></groupSet></packageItem>\
            """);

        assertThat(bound.kind()).isEqualTo(Kind.PACKAGE);
        assertThat(bound.links()).extracting(WireLink::guid).containsExactly("a", "c", "b", "d");
        assertThat(bound.links()).extracting(WireLink::rel).containsOnly("package");
        assertThat(bound.provider()).as("no provider is named").isEqualTo("nord");
    }

    @Test
    void aMessageGivesItsGoodItemsAndNamesTheBadOne() throws Exception {
        Reading.Items read = (Reading.Items) NEWSML_G2.read(copy("""
            <newsMessage><header><priority>2</priority></header><itemSet>
            <newsItem guid="a" version="1"><itemMeta/></newsItem>
            <newsItem version="1"><itemMeta/></newsItem>
            <conceptItem guid="c"/>
            <newsItem guid="b" version="1"><itemMeta/></newsItem></itemSet></newsMessage>\
            """));

        assertThat(read.items()).extracting(parsed -> parsed.item().guid()).containsExactly("a", "b");
        assertThat(read.items()).extracting(parsed -> parsed.item().urgency()).containsOnly(2);
        assertThat(read.unread()).containsExactly("Item 2 of the message: The <newsItem> has no guid");
    }

    @Test
    void theSameContentInAnotherEncodingIsTheSameContent() throws Exception {
        String sent = item("", "", "<p>Ørsted</p>");
        byte[] wide = ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + sent).getBytes(StandardCharsets.UTF_16);

        assertThat(parsed(new Copy("nord", "x.xml", "0".repeat(64), RECEIVED, wide))
                        .contentHash())
                .isEqualTo(parsed(copy(sent)).contentHash());
        assertThat(parsed(copy(sent.replace("Ørsted", "Ørstød"))).contentHash())
                .isNotEqualTo(parsed(copy(sent)).contentHash());
    }

    @ParameterizedTest
    @CsvSource({
        "harbour.jpg, harbour.jpg",
        "./harbour.jpg, harbour.jpg",
        "file:///./ harbour.jpg, harbour.jpg",
        "harbour%20one.jpg, harbour one.jpg",
        "../harbour.jpg, ''",
        "..%2Fharbour.jpg, ''",
        "/etc/harbour.jpg, ''",
        "sub\\harbour.jpg, ''",
        ".harbour.jpg, ''",
        "https://nord.example/harbour.jpg, ''",
    })
    void aPictureIsOnlyLookedForBesideItsItem(String href, String name) throws Exception {
        WireItem picture = one(item("<itemClass qcode=\"ninat:picture\"/>", "", "")
                .replace(
                        "</contentSet>",
                        "<remoteContent contenttype=\"image/jpeg\" href=\"" + href + "\"/></contentSet>"));

        assertThat(picture.picture().fileName()).isEqualTo(name);
        assertThat(picture.remarks().isEmpty()).isEqualTo(!name.isEmpty());
    }

    @Test
    void anotherNameForAKnownSchemeGivesTheKnownCode() throws Exception {
        WireItem item = one(item("", "<subject qcode=\"mt:15000000\"/>", "")
                .replace(
                        "<itemMeta>",
                        "<catalog><scheme alias=\"mt\""
                                + " uri=\"http://cv.iptc.org/newscodes/mediatopic/\"/></catalog><itemMeta>"));

        assertThat(item.subjects()).containsExactly(new Subject("medtop:15000000", Subject.Kind.TOPIC, "sport"));
    }

    @Test
    void whatAnAgencyGotWrongInAFieldIsRemarkedAndTheRestIsTaken() throws Exception {
        WireItem item = one(item(
                "<versionCreated>yesterday</versionCreated>",
                "<urgency></urgency><headline>Fees rise</headline>",
                "<p>x</p>"));

        assertThat(item.versionCreated()).isNull();
        assertThat(item.urgency()).isNull();
        assertThat(item.headline()).isEqualTo("Fees rise");
        assertThat(item.remarks())
                .contains("<versionCreated> is not a date and time: yesterday", "The urgency is not 1 to 9: (empty)");
    }

    @Test
    void htmlThatIsEscapedIsReadAsHtml() throws Exception {
        WireItem item = one(
                item("", "", "")
                        .replaceAll(
                                "<inlineXML.*</inlineXML>",
                                "<inlineData"
                                        + " contenttype=\"text/html\">&lt;p&gt;One&amp;nbsp;&lt;b&gt;two&lt;/b&gt;&lt;/p&gt;</inlineData>"));

        assertThat(item.body().plainText()).isEqualTo("One\u00A0two");
    }

    @Test
    void anItemNobodyCouldFindAgainIsRefused() {
        assertThatThrownBy(() -> one("<newsItem version=\"1\"/>"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("guid");
        assertThatThrownBy(() -> one("<newsMessage/>"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("no news item");
    }

    private static WireItem one(String xml) throws Unreadable {
        return parsed(copy(xml)).item();
    }

    private static Reading.ParsedItem parsed(Copy copy) throws Unreadable {
        List<Reading.ParsedItem> items = ((Reading.Items) NEWSML_G2.read(copy)).items();
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private static Copy copy(String xml) {
        return new Copy("nord", "x.xml", "0".repeat(64), RECEIVED, xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String item(String itemMeta, String contentMeta, String body) {
        return "<newsItem guid=\"g\" version=\"1\" xml:lang=\"en\"><itemMeta><provider literal=\"nord.example\"/>"
                + itemMeta
                + "</itemMeta><contentMeta>" + contentMeta
                + "</contentMeta><contentSet><inlineXML><html><body>" + body
                + "</body></html></inlineXML></contentSet></newsItem>";
    }
}
