package org.broadsheet.ingest.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Kind;
import org.broadsheet.core.wire.WireItem.Purpose;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.EnclosedFile;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTest {

    private static final Mail MAIL = new Mail();
    private static final Instant RECEIVED = Instant.parse("2026-11-25T10:00:00Z");
    private static final String HEAD = """
        Received: from mx.northwind.example by harbourtimes.example; Wed, 25 Nov 2026 06:00:01 +0000
        From: =?UTF-8?Q?Ines_Halloran_=C3=98?= <ines@northwind.example>
        To: wire@harbourtimes.example
        Date: Wed, 25 Nov 2026 07:00:00 +0100
        Message-ID: <fees-1@northwind.example>
        Subject: Fwd: RE: UPDATE 1-Harbour
         =?UTF-8?B?ZmVlcyByaXNl?=
        MIME-Version: 1.0
        """;

    @Test
    void aPlainMailIsAStory() throws Exception {
        ParsedItem parsed = only(HEAD + "Content-Type: text/plain; charset=utf-8\n\n"
                + "VASTHOLM, Nov 25 (Northwind) - Fees rise in Rødøy.\n\n"
                + "The council voted.\n\n"
                + "-- \n"
                + "Ines Halloran\n"
                + "Northwind\n");

        WireItem item = parsed.item();
        assertThat(parsed.versionStated()).isFalse();
        assertThat(item.provider()).isEqualTo("mail");
        assertThat(item.guid()).isEqualTo("fees-1@northwind.example");
        assertThat(item.version()).isEqualTo(1);
        assertThat(item.headline()).isEqualTo("Harbour fees rise");
        assertThat(item.purpose()).isEqualTo(Purpose.UPDATE);
        assertThat(item.firstCreated()).isEqualTo("2026-11-25T06:00:00Z");
        assertThat(item.versionCreated()).isEqualTo("2026-11-25T06:00:00Z");
        assertThat(item.dateline().place()).isEqualTo("VASTHOLM");
        assertThat(item.body().plainText())
                .startsWith("Fees rise in Rødøy.\nThe council voted.")
                .contains("Ines Halloran")
                .endsWith("Northwind");
        assertThat(item.editorNotes())
                .containsExactly(new EditorNote("from", "Ines Halloran Ø <ines@northwind.example>"));
        assertThat(item.remarks()).containsExactly("The text ends with a signature, which was kept");
    }

    @Test
    void ofTwoRenditionsTheHtmlIsTakenUnlessThePlainOneSaysMore() throws Exception {
        String both = HEAD + """
            Content-Type: multipart/alternative; boundary="b"

            --b
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            Fees rise in R=F8d=F8y=
            .
            --b
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64

            %s
            --b--
            """;

        assertThat(only(both.formatted(base64("<p>Fees <b>rise</b> in Rødøy.</p>")))
                        .item()
                        .body()
                        .blocks()
                        .toString())
                .contains("Strong");
        WireItem more = only(both.formatted(base64("<p>See the text.</p>"))).item();
        assertThat(more.body().plainText()).isEqualTo("Fees rise in Rødøy.");
        assertThat(more.remarks()).contains("The plain text of the mail says more than its HTML and was taken");
    }

    @Test
    void linesThatFlowAreJoinedAndQuotationsStay() throws Exception {
        WireItem item = only(HEAD + "Content-Type: text/plain; format=flowed; delsp=no\n\n"
                        + "Fees \nrise \ntoday.\n\n>He \n>said so.\n\n From here.\n")
                .item();

        assertThat(item.body().plainText()).isEqualTo("Fees rise today.\n> He said so.\nFrom here.");
        assertThat(MailText.unfolded("Verb \nund", true)).isEqualTo("Verbund");
    }

    @Test
    void picturesAndAgencyFilesComeOutOfTheMail() throws Exception {
        byte[] picture = "\u00FF\u00D8\u00FFnot decoded here".getBytes(StandardCharsets.ISO_8859_1);
        Reading.Several read = read(HEAD + """
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: text/plain

            The story.
            --outer
            Content-Type: image/jpeg; name="x.jpg"
            Content-Disposition: attachment; filename*=UTF-8''havn%%20%%C3%%B8.jpg
            Content-Transfer-Encoding: base64

            %s
            --outer
            Content-Type: image/png
            Content-ID: <logo>
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --outer
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename="../../wire.xml"

            <nitf/>
            --outer
            Content-Type: application/pdf
            Content-Disposition: attachment; filename=report.pdf

            %%PDF
            --outer
            Content-Type: message/rfc822

            Subject: inner

            Text.
            --outer--
            """.formatted(Base64.getEncoder().encodeToString(picture)));

        assertThat(read.items()).extracting(parsed -> parsed.item().kind()).containsExactly(Kind.TEXT, Kind.PICTURE);
        WireItem shown = read.items().getLast().item();
        EnclosedFile file = read.files().getFirst();
        assertThat(file.name()).endsWith("-havn ø.jpg").hasSize("12345678-havn ø.jpg".length());
        assertThat(file.bytes()).isEqualTo(picture);
        assertThat(shown.picture().fileName()).isEqualTo(file.name());
        assertThat(read.items().getLast().fileSize()).isEqualTo(picture.length);
        assertThat(shown.guid()).startsWith("fees-1@northwind.example#");
        assertThat(read.items().getFirst().item().links())
                .extracting(WireLink::guid)
                .containsExactly(shown.guid());
        assertThat(read.files()).extracting(EnclosedFile::name).endsWith("wire.xml", "part-6.eml");
        assertThat(new String(read.files().get(1).bytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo("<nitf/>");
        assertThat(new String(read.files().get(2).bytes(), StandardCharsets.UTF_8))
                .startsWith("Subject: inner");
        assertThat(read.items().getFirst().item().remarks())
                .anyMatch(remark -> remark.startsWith("It comes with a file that nobody read: report.pdf"))
                .anyMatch(remark -> remark.startsWith("A small picture inside the text was taken for a logo"));
        assertThat(read.unread()).isEmpty();
    }

    @Test
    void aMailThatOnlyCarriesAnAgencysFileIsNoStory() throws Exception {
        Reading.Several read = read(HEAD + """
            Content-Type: application/json; name=item.json
            Content-Disposition: attachment

            {"uri":"u"}
            """);

        assertThat(read.items()).isEmpty();
        assertThat(read.files()).extracting(EnclosedFile::name).containsExactly("item.json");
    }

    @ParameterizedTest
    @CsvSource({
        "'Fees rise', 'EMBARGOED UNTIL 0600 GMT Nov 26', 2026-11-26T06:00:00Z",
        "'EMBARGOED UNTIL 0600 GMT Nov 26: fees', 'Text.', 2026-11-26T06:00:00Z",
        "'Fees rise', 'NOT FOR PUBLICATION BEFORE 0600 GMT Nov 26', 2026-11-26T06:00:00Z",
        "'Arms embargo', 'The embargo on arms holds.', ",
    })
    void anEmbargoAtTheHeadOfTheTextCounts(String subject, String first, Instant until) throws Exception {
        WireItem item = only("From: a@b.example\nDate: Wed, 25 Nov 2026 06:00:00 +0000\nSubject: " + subject
                        + "\nMessage-ID: <1@b.example>\n\n" + first + "\n\nThe council voted on fees today.\n")
                .item();

        assertThat(item.embargoedUntil()).isEqualTo(until);
        assertThat(item.body().plainText()).as("nothing is cut").contains(first);
    }

    @Test
    void aKillThatAnswersAMailIsAboutThatMail() throws Exception {
        WireItem item = only("From: a@b.example\nDate: x\nSubject: KILL: Harbour fees\nMessage-ID: <2@b.example>\n"
                        + "In-Reply-To: <1@b.example>\n\nPlease kill the story.\n")
                .item();

        assertThat(item.purpose()).isEqualTo(Purpose.KILL);
        assertThat(item.links()).containsExactly(new WireLink("1@b.example", WireLink.KILLS, 0));
        assertThat(item.remarks()).contains("Its date cannot be read: x");
    }

    @Test
    void theSameMailByAnotherWayIsTheSameMail() throws Exception {
        String mail = HEAD + "\nText.\n";

        assertThat(only(mail.replace("mx.northwind", "mx2.northwind")).contentHash())
                .isEqualTo(only(mail).contentHash());
        assertThat(only(mail.replace("Text.", "Texts.")).contentHash())
                .isNotEqualTo(only(mail).contentHash());
        String nameless = mail.replaceAll("Message-ID.*\n", "");
        assertThat(only(nameless).item().guid())
                .startsWith("urn:sha256:")
                .isEqualTo(only(nameless).item().guid());
    }

    @Test
    void theTextIsReadInTheCharsetItIsReallyWrittenIn() throws Exception {
        byte[] western = (HEAD + "Content-Type: text/plain; charset=utf-8\n\nR\u00F8d\u00F8y \u2013 nu\u0000.\n")
                .getBytes(Charset.forName("windows-1252"));

        assertThat(((Reading.Several) MAIL.read(copy(western)))
                        .items()
                        .getFirst()
                        .item()
                        .body()
                        .plainText())
                .isEqualTo("Rødøy – nu.");
    }

    @Test
    void aMailThatIsCutOffIsReadAndSaidToBe() throws Exception {
        Reading.Several read = read(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nThe story begins");

        assertThat(read.items().getFirst().item().body().plainText()).isEqualTo("The story begins");
        assertThat(read.unread())
                .containsExactly("The mail is cut off before its last part ends; what was there was read");
    }

    @Test
    void everyRefusalIsAClearSentence() {
        assertThatThrownBy(() -> read(HEAD + nested(100_000)))
                .isInstanceOf(Unreadable.class)
                .hasMessage("The parts of the mail stand more than 20 deep in each other");
        assertThatThrownBy(() -> read(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n"
                        + "--b\n\nx\n".repeat(100_000) + "--b--\n"))
                .isInstanceOf(Unreadable.class)
                .hasMessage("The mail has more than 500 parts");
        assertThatThrownBy(() -> read(HEAD + "X-A: b\n".repeat(100_000) + "\ntext"))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith("The head of the mail");
        assertThatThrownBy(() -> read(HEAD + "X-A: " + "b".repeat(5_000_000) + "\n\ntext"))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith("The head of the mail");
        assertThatThrownBy(() -> read("From: a@b.example\nTo: c@d.example\nDate: x\n\n"))
                .isInstanceOf(Unreadable.class)
                .hasMessage("The mail has no words, no picture and no file in it");
    }

    @Test
    void onlyMailIsRecognised() {
        assertThat(MAIL.recognises(copy(bytes(HEAD + "\nx")))).isTrue();
        assertThat(MAIL.recognises(copy(bytes("From desk@x Wed Nov 25 06:00:00 2026\n" + HEAD + "\nx"))))
                .isTrue();
        assertThat(MAIL.recognises(copy(bytes("Fees rise: the council voted\nSubject: to change\n"))))
                .isFalse();
        assertThat(MAIL.recognises(copy(bytes("<xml>From: a\nTo: b\nDate: c</xml>"))))
                .isFalse();
        assertThat(MAIL.recognises(copy(bytes("{\"From\": 1}")))).isFalse();
    }

    private static String nested(int depth) {
        StringBuilder mail = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\n\n");
        for (int i = 0; i < Math.min(depth, 2_000); i++) {
            mail.append("--b")
                    .append(i)
                    .append("\nContent-Type: multipart/mixed; boundary=b")
                    .append(i + 1)
                    .append("\n\n");
        }
        return mail.toString();
    }

    private static String base64(String text) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ParsedItem only(String mail) throws Unreadable {
        List<ParsedItem> items = read(mail).items();
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private static Reading.Several read(String mail) throws Unreadable {
        return (Reading.Several) MAIL.read(copy(bytes(mail)));
    }

    private static byte[] bytes(String mail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static Copy copy(byte[] bytes) {
        return new Copy("mail", "mail.eml", "0".repeat(64), RECEIVED, bytes);
    }
}
