package org.broadsheet.ingest.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.broadsheet.core.picture.CaptionGrammar;
import org.broadsheet.core.picture.Credit;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WirePicture;
import org.broadsheet.ingest.Jpegs;
import org.broadsheet.ingest.WireItemSamples;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading.Picture;
import org.broadsheet.ingest.picture.PictureFiles.PictureFile;
import org.broadsheet.ingest.picture.PictureFormats;
import org.junit.jupiter.api.Test;

class FilePhotoJoinTest {

    private final Format pictureFile = PictureFormats.jpeg();

    @Test
    void whatTheItemLeavesOpenTheFileFills() throws Exception {
        WireItem whole = join(
                "",
                Jpegs.drawn(64, 48, 10)
                        .iim(
                                120,
                                "FILE PHOTO: Ships wait off Vastholm, Norland June 19, 2024. REUTERS/Mika Solberg/File Photo")
                        .iim(110, "REUTERS/Mika Solberg/File Photo")
                        .iim(40, "EDS NOTE: A FILE PHOTO")
                        .xmp(
                                "<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang=\"x-default\">Three ships at anchor</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>"));

        WirePicture picture = whole.picture();
        assertThat(picture.caption().text()).isEqualTo("Ships wait off Vastholm, Norland June 19, 2024.");
        assertThat(picture.caption().filePhoto()).isTrue();
        assertThat(picture.caption().taken()).hasToString("2024-06-19");
        assertThat(picture.credit().photographers()).containsExactly("Mika Solberg");
        assertThat(picture.alt()).isEqualTo("Three ships at anchor");
        assertThat(picture.instructions()).isEqualTo("EDS NOTE: A FILE PHOTO");
        assertThat(picture.width()).isEqualTo(64);
    }

    @Test
    void theDayInTheCaptionIsTrustedMostAndTheDayOfIssueLeast() throws Exception {
        Jpegs reissued = Jpegs.drawn(64, 48, 10)
                .iim(55, "20240530")
                .iim(62, "20200708")
                .iim(20, "FILE")
                .xmp("<photoshop:DateCreated>2020-07-08T10:00:00</photoshop:DateCreated>");

        assertThat(join("Ships wait off Vastholm, Norland July 9, 2020.", reissued)
                        .picture()
                        .caption()
                        .taken())
                .hasToString("2020-07-09");
        WireItem silent = join("Ships wait off Vastholm.", reissued);
        assertThat(silent.picture().caption().taken()).hasToString("2020-07-08");
        assertThat(silent.picture().caption().filePhoto())
                .as("the category FILE says so")
                .isTrue();
        assertThat(silent.remarks()).as("the days disagree").isNotEmpty();
        assertThat(join("Ships wait off Vastholm.", Jpegs.drawn(64, 48, 10).iim(55, "20240530"))
                        .picture()
                        .caption()
                        .taken())
                .hasToString("2024-05-30");
    }

    @Test
    void whatInsideTheFileMakesNoSenseIsRemarked() throws Exception {
        WireItem whole =
                join("Ships.", Jpegs.drawn(64, 48, 10).iim(55, "00000000").iim(120, "Ships\u0000 wait"));

        assertThat(whole.picture().caption().taken()).isNull();
        assertThat(whole.remarks()).anySatisfy(remark -> assertThat(remark).contains("00000000"));
    }

    private WireItem join(String caption, Jpegs jpeg) throws Exception {
        byte[] bytes = jpeg.bytes();
        Picture read = (Picture) pictureFile.read(new Copy("nord", "ships.jpg", "0".repeat(64), Instant.EPOCH, bytes));
        WireItem text = WireItemSamples.text("picture", 1);
        WirePicture sent = new WirePicture(
                null, "ships.jpg", "", 0, 0, CaptionGrammar.read(caption).caption(), Credit.NONE, "", "", "");
        return PictureJoin.join(
                WireItemSamples.withPicture(text, sent),
                new PictureFile(
                        1,
                        PictureHash.of(bytes),
                        bytes.length,
                        read.mimeType(),
                        read.width(),
                        read.height(),
                        read.inside()));
    }
}
