package org.broadsheet.ingest.nitf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.HeadlineTag;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Kind;
import org.broadsheet.core.wire.WireItem.Purpose;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.ingest.Jpegs;
import org.broadsheet.ingest.SourceText;
import org.broadsheet.ingest.WireRoom;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import org.w3c.dom.Element;

class NitfTest {

    private static final Nitf NITF = new Nitf(new NitfLimits(DataSize.ofMegabytes(10)));
    private static final Instant RECEIVED = Instant.parse("2026-11-25T10:16:00Z");
    private static final String SAMPLE = WireRoom.sample("harbour-fees.nitf.xml");

    @Test
    void everyFieldOfADocumentHasItsPlace() throws Exception {
        ParsedItem parsed = read(SAMPLE).getFirst();
        WireItem item = parsed.item();

        assertThat(parsed.versionStated()).isTrue();
        assertThat(item.feed()).isEqualTo("nord");
        assertThat(item.provider()).isEqualTo("northwind.example");
        assertThat(item.guid()).isEqualTo("nw-2026-1125-0031");
        assertThat(item.version()).isEqualTo(4);
        assertThat(item.kind()).isEqualTo(Kind.TEXT);
        assertThat(item.status()).isEqualTo(Status.USABLE);
        assertThat(item.purpose()).isEqualTo(Purpose.UPDATE);
        assertThat(item.versionCreated()).isEqualTo("2026-11-25T10:15:00Z");
        assertThat(item.embargoedUntil()).isEqualTo("2026-11-25T15:00:00Z");
        assertThat(item.expiresAt()).isEqualTo("2026-12-02T10:15:00Z");
        assertThat(item.urgency()).isEqualTo(3);
        assertThat(item.headline()).isEqualTo("Vastholm raises its harbour fees");
        assertThat(item.headlineTags()).extracting(HeadlineTag::kind).containsExactly(HeadlineTag.Kind.UPDATE);
        assertThat(item.slugline()).isEqualTo("HARBOUR-FEES");
        assertThat(item.language()).isEqualTo("en-GB");
        assertThat(item.bylines()).containsExactly("Ines Halloran", "Osei Danquah, Shipping Correspondents");
        assertThat(item.dateline().place()).isEqualTo("VASTHOLM");
        assertThat(item.dateline().day()).isEqualTo("Nov 25");
        assertThat(item.dateline().agency()).isEqualTo("Northwind");
        assertThat(item.creditLine()).isEqualTo("Northwind News");
        assertThat(item.copyrightHolder()).isEqualTo("Northwind");
        assertThat(item.copyrightNotice()).isEqualTo("© 2026 Northwind");
        assertThat(item.usageTerms())
                .isEqualTo("print and web; no archives; not in Osterland; from 20261125; until 20261225");
        assertThat(item.editorNotes())
                .containsExactly(
                        new EditorNote("advisory", "Adds quotes; a picture is expected."),
                        new EditorNote("", "Desk: Halloran, +00 000 0000."),
                        new EditorNote("editorsnote", "Pronounce it VAST-holm."),
                        new EditorNote("abstract", "The port authority asks for a tenth more."));
        assertThat(item.subjects())
                .containsExactly(
                        new Subject("subj:04000000", Subject.Kind.TOPIC, "Economy"),
                        new Subject("subj:04015003", Subject.Kind.TOPIC, "Shipping"),
                        new Subject("subj:15000000", Subject.Kind.TOPIC, "sport"),
                        new Subject("nw:p-17", Subject.Kind.PERSON, "Mika Solberg"),
                        new Subject("ticker:VPA", Subject.Kind.ORGANISATION, "Vastholm Port Authority"),
                        new Subject("unlocode:VST", Subject.Kind.PLACE, "Vastholm"),
                        new Subject("", Subject.Kind.OTHER, "Harbour Week"),
                        new Subject("nw:shipping", Subject.Kind.TOPIC, "Shipping news"),
                        new Subject("", Subject.Kind.PLACE, "Vastholm"),
                        new Subject("", Subject.Kind.OTHER, "harbour"),
                        new Subject("", Subject.Kind.OTHER, "fees"));
        assertThat(item.links())
                .containsExactly(new WireLink("nw-2026-1125-0031#fees-small.jpg", "irel:associatedWith", 0));
        assertThat(item.signOff().print())
                .isEqualTo("(Reporting by Ines Halloran in Vastholm; Editing by Osei Danquah)");
        assertThat(item.remarks())
                .containsExactlyInAnyOrder(
                        "<ticker> is not known; its text is kept",
                        "The text shows a video (https://northwind.example/fees.mp4) that is no picture file; "
                                + "its caption is kept");
    }

    @Test
    void theTextIsInBlocksAndNotACharacterIsLost() throws Exception {
        WireItem item = read(SAMPLE).getFirst().item();

        assertThat(item.body().blocks().stream().map(block -> block.getClass().getSimpleName()))
                .containsExactly(
                        "Subhead",
                        "Paragraph",
                        "Paragraph",
                        "Subhead",
                        "BulletList",
                        "Paragraph",
                        "Paragraph",
                        "Quote",
                        "Paragraph",
                        "Table",
                        "Tabular",
                        "Embed",
                        "Paragraph",
                        "Paragraph",
                        "Paragraph",
                        "Paragraph");
        assertThat(item.body().blocks().get(1).plainText())
                .isEqualTo(
                        "The Vastholm Port Authority will raise its fees by 10 per cent, to 12\u00A0000 krona, it said "
                                + "— the first rise in 21/2 years.");
        assertThat(((Block.Embed) item.body().blocks().get(11)).href()).isEqualTo("https://northwind.example/fees.mp4");
        Element source = SourceText.dom(SAMPLE.replace("&nbsp;", "&#160;").getBytes(StandardCharsets.UTF_8))
                .getDocumentElement();
        String caption = SourceText.letters(
                read(SAMPLE).get(1).item().picture().caption().text());
        Element content = SourceText.first(source, "body");
        String wanted = SourceText.letters(SourceText.first(source, "hl2").getTextContent()
                + SourceText.characters(
                        content, Set.of("body.head", "media-caption", "media-producer", "numer", "denom"))
                + "Filmtheportatwork" + "Theportatwork" + "12");
        assertThat(SourceText.sorted(SourceText.letters(item))).isEqualTo(SourceText.sorted(wanted));
        assertThat(caption).startsWith("AcraneliftsacrateinVastholm");
    }

    @Test
    void aPictureInTheTextIsAnItemOfItsOwnLinkedToTheStory() throws Exception {
        ParsedItem parsed = read(SAMPLE).get(1);
        WireItem picture = parsed.item();

        assertThat(read(SAMPLE)).hasSize(2);
        assertThat(picture.kind()).isEqualTo(Kind.PICTURE);
        assertThat(picture.provider()).isEqualTo("northwind.example");
        assertThat(picture.guid()).isEqualTo("nw-2026-1125-0031#fees-small.jpg");
        assertThat(picture.version()).isEqualTo(4);
        assertThat(picture.embargoedUntil()).isEqualTo("2026-11-25T15:00:00Z");
        assertThat(picture.headline()).isEqualTo("Vastholm raises its harbour fees");
        assertThat(picture.bylines()).containsExactly("Ines Halloran");
        assertThat(picture.creditLine()).isEqualTo("Northwind/Ines Halloran");
        assertThat(picture.copyrightHolder()).isEqualTo("Northwind Pictures");
        assertThat(picture.picture().fileName()).isEqualTo("fees.jpg");
        assertThat(picture.picture().alt()).isEqualTo("A crane over grey water");
        assertThat(picture.picture().credit().photographers()).containsExactly("Ines Halloran");
        assertThat(picture.links()).containsExactly(new WireLink("nw-2026-1125-0031", "irel:associatedWith", 0));
        assertThat(parsed.contentHash())
                .hasSize(64)
                .isNotEqualTo(read(SAMPLE).getFirst().contentHash());
    }

    @ParameterizedTest
    @CsvSource({
        "usable, USABLE, STORY",
        "'', USABLE, STORY",
        "USABLE, USABLE, STORY",
        "withheld, WITHHELD, STORY",
        "canceled, CANCELED, KILL",
        "killed, CANCELED, KILL",
        "perhaps, WITHHELD, STORY",
    })
    void aStatusNobodyKnowsHoldsTheDocumentBack(String sent, Status taken, Purpose purpose) throws Exception {
        WireItem item = one(document("", "").replace("<docdata>", "<docdata management-status=\"" + sent + "\">"));

        assertThat(item.status()).isEqualTo(taken);
        assertThat(item.purpose()).isEqualTo(purpose);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "usable, '<date.issue norm=\"20261125T101500Z\"/><date.release norm=\"20261125T101500Z\"/>', none",
                "usable, '<date.issue norm=\"20261125T101500Z\"/><date.release norm=\"20261125T090000Z\"/>', none",
                "usable, '<date.issue norm=\"20261125T101500Z\"/><date.release norm=\"20261126T0600Z\"/>',"
                        + " 2026-11-26T06:00:00Z",
                "usable, '<date.release norm=\"2026-11-26T06:00:00Z\"/>', 2026-11-26T06:00:00Z",
                "usable, '<date.release>20261126T060000Z</date.release>', 2026-11-26T06:00:00Z",
                "usable, '<date.release norm=\"\"/>', none",
                "usable, '<date.release norm=\"soon\"/>', 9999-12-31T00:00:00Z",
                "embargoed, '', 9999-12-31T00:00:00Z",
                "embargoed, '<date.release norm=\"20261126T060000Z\"/>', 2026-11-26T06:00:00Z",
                "usable, '<ed-msg info=\"EMBARGOED UNTIL 0600 GMT Nov 26\"/>', 2026-11-26T06:00:00Z",
            })
    void anEmbargoIsWhateverHoldsTheDocumentBackLongest(String status, String data, Instant until) throws Exception {
        WireItem item = one(document(data, "").replace("<docdata>", "<docdata management-status=\"" + status + "\">"));

        assertThat(item.embargoedUntil()).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource({
        "killed, kills, KILL",
        "kill, kills, KILL",
        "canceled, kills, KILL",
        "withheld, kills, KILL",
        "corrected, corrects, CORRECTION",
        "updated, updates, STORY",
        "usable, irel:seeAlso, STORY",
    })
    void anotherDocumentIsTakenBackOrPutRightByItsId(String become, String rel, Purpose purpose) throws Exception {
        WireItem item = one(document("", "")
                .replace(
                        "<docdata>",
                        "<docdata management-doc-idref=\"nw-0007\" management-idref-status=\"" + become + "\">"));

        assertThat(item.links()).containsExactly(new WireLink("nw-0007", rel, 0));
        assertThat(item.purpose()).isEqualTo(purpose);
        assertThat(item.status()).as("its own").isEqualTo(Status.USABLE);
        assertThat(item.remarks()).anyMatch(remark -> remark.contains("nw-0007"));
    }

    @Test
    void aKillOfItselfIsAKill() throws Exception {
        WireItem item = one(document("", "")
                .replace("<docdata>", "<docdata management-doc-idref=\"nw-1\" management-idref-status=\"killed\">"));

        assertThat(item.status()).isEqualTo(Status.CANCELED);
        assertThat(item.purpose()).isEqualTo(Purpose.KILL);
        assertThat(item.links()).isEmpty();
    }

    @Test
    void aNoteThatTakesTheDocumentBackIsRemarkedWhereItsStatusDoesNot() throws Exception {
        WireItem item = one(document("<ed-msg info=\"KILL: the fee is wrong.\"/>", ""));

        assertThat(item.purpose()).isEqualTo(Purpose.KILL);
        assertThat(item.remarks()).contains("A note to editors takes the item back, but its status does not");
    }

    @Test
    void aCorrectionSaysWhatItPutsRight() throws Exception {
        WireItem item = one(document(
                "<correction info=\"Fixes the fee in paragraph 2.\" id-string=\"nw-0007\""
                        + " regsrc=\"northwind.example\"/>",
                ""));

        assertThat(item.purpose()).isEqualTo(Purpose.CORRECTION);
        assertThat(item.links()).containsExactly(new WireLink("nw-0007", WireLink.CORRECTS, 0));
        assertThat(item.editorNotes()).containsExactly(new EditorNote("correction", "Fixes the fee in paragraph 2."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\">%s</nitf>",
                "<n:nitf xmlns:n=\"http://iptc.org/std/NITF/2006-10-18/\">%s</n:nitf>",
                "<nitf>%s</nitf>",
                "<!DOCTYPE nitf PUBLIC \"-//IPTC//DTD NITF 3.6//EN\" \"nitf-3-6.dtd\"><nitf>%s</nitf>",
                "\uFEFF<nitf>%s</nitf>",
            })
    void itIsRecognisedWithAndWithoutNamespace(String around) throws Exception {
        String inside = document("", "").replaceAll("^<nitf>|</nitf>$", "");
        if (around.startsWith("<n:")) {
            inside = inside.replaceAll("<(/?)([a-z])", "<$1n:$2");
        }
        Copy copy = copy(around.formatted(inside));

        assertThat(NITF.recognises(copy)).isTrue();
        assertThat(((Reading.Items) NITF.read(copy)).items().getFirst().item().guid())
                .isEqualTo("nw-1");
        assertThat(NITF.recognises(copy("<newsItem guid=\"nitf\"/>"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "4, 4, true",
        "' 4 ', 4, true",
        "04, 4, true",
        "v4, 4, true",
        "4.0, 4, true",
        "3000000000, 3000000000, true",
        "'', 1, false",
        "4.1, 1, false",
        "fourth, 1, false",
    })
    void versionsAreNumbersHoweverTheyAreWritten(String sent, long version, boolean stated) throws Exception {
        ParsedItem parsed = read(document("<du-key key=\"FEES\" version=\"" + sent + "\"/>", ""))
                .getFirst();

        assertThat(parsed.item().version()).isEqualTo(version);
        assertThat(parsed.versionStated()).isEqualTo(stated);
    }

    @Test
    void whatIsMissingIsRemarkedOrTakenFromElsewhere() throws Exception {
        WireItem bare = one("<nitf><head><title>The fees</title><docdata><du-key key=\"FEES\"/></docdata></head>"
                + "<body><p>One.</p>Stray words</body></nitf>");

        assertThat(bare.guid()).isEqualTo("FEES");
        assertThat(bare.provider()).isEqualTo("nord");
        assertThat(bare.headline()).isEqualTo("The fees");
        assertThat(bare.body().plainText()).isEqualTo("One.\nStray words");
        assertThat(bare.remarks())
                .containsExactly(
                        "It has no headline; the title stands for it", "It names no provider; the feed stands for it");
        assertThatThrownBy(() -> one("<nitf><body><p>One.</p></body></nitf>"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("doc-id");
    }

    @Test
    void aTitleInALineOfItsOwnBelongsToThePersonBeforeIt() throws Exception {
        WireItem item = one(document("", "")
                .replace(
                        "</hedline>",
                        "</hedline><byline>By INES HALLORAN</byline><byline><byttl>Northwind Writer</byttl></byline>"));

        assertThat(item.bylines()).containsExactly("INES HALLORAN, Northwind Writer");
    }

    @Test
    void aPictureThatLiesElsewhereAndOneWithoutAFileAreRemarked() throws Exception {
        List<ParsedItem> items = read(document("", """
            <media media-type="photo"><media-reference source="https://northwind.example/a.jpg"/><media-caption>A quay.</media-caption></media>
            <media media-type="image"><media-caption>No file.</media-caption></media>\
            """));

        assertThat(items).hasSize(2);
        assertThat(items.get(1).item().picture().fileName()).isEmpty();
        assertThat(items.get(1).item().remarks())
                .contains("The picture lies at https://northwind.example/a.jpg and was not fetched");
        assertThat(items.getFirst().item().body().plainText()).isEqualTo("The text.\nNo file.");
        assertThat(items.getFirst().item().remarks()).anyMatch(remark -> remark.contains("no picture file"));
    }

    @Test
    void aPicturesFileInsideTheTextIsAPayloadOfItsOwnAndAnythingElseIsRemarked() throws Exception {
        byte[] jpeg = Jpegs.drawn(64, 48, 10).bytes();
        Reading.Several several = (Reading.Several)
                reading(document("", """
            <media media-type="image"><media-reference source="https://northwind.example/b.jpg" width="64" height="48"/>\
            <media-object encoding="base64">%s</media-object><media-caption>A quay.</media-caption></media>\
            <media media-type="image"><media-reference source="c.jpg"/><media-object encoding="base64">AAEC</media-object></media>\
            """.formatted(Base64.getMimeEncoder().encodeToString(jpeg))));

        assertThat(several.files()).hasSize(1);
        assertThat(several.files().getFirst().bytes()).isEqualTo(jpeg);
        assertThat(several.items().get(1).item().picture().fileName())
                .isEqualTo(several.files().getFirst().name())
                .endsWith(".jpg");
        assertThat(several.items().get(1).item().picture().caption().text()).isEqualTo("A quay.");
        assertThat(several.items().get(2).item().picture().fileName()).isEqualTo("c.jpg");
        assertThat(several.items().getFirst().item().remarks())
                .contains("A file stands inside the text that is no picture in base 64; it was not taken: c.jpg");
    }

    private static WireItem one(String xml) throws Unreadable {
        List<ParsedItem> items = read(xml);
        assertThat(items).hasSize(1);
        return items.getFirst().item();
    }

    private static List<ParsedItem> read(String xml) throws Unreadable {
        return ((Reading.Items) reading(xml)).items();
    }

    private static Reading reading(String xml) throws Unreadable {
        return NITF.read(copy(xml));
    }

    private static Copy copy(String xml) {
        return new Copy("nord", "x.xml", "0".repeat(64), RECEIVED, xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String document(String docdata, String body) {
        return "<nitf><head><docdata><doc-id regsrc=\"northwind.example\" id-string=\"nw-1\"/>" + docdata
                + "</docdata></head><body><body.head><hedline><hl1>Fees rise</hl1></hedline></body.head>"
                + "<body.content><p>The text.</p>" + body + "</body.content></body></nitf>";
    }
}
