package org.broadsheet.cms.picturefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.adobe.internal.xmp.XMPConst;
import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.broadsheet.cms.Negatives;
import org.broadsheet.cms.darkroom.Area;
import org.broadsheet.cms.darkroom.Darkroom;
import org.broadsheet.cms.darkroom.DarkroomSettings;
import org.broadsheet.cms.darkroom.Look;
import org.broadsheet.cms.darkroom.Print;
import org.broadsheet.cms.darkroom.PrintFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SlipTest {

    static final Slip HARBOUR = new Slip(
            "FILE PHOTO: The ferry \"Ålesund\" leaves <Port Sable> & turns north, June 3, 2024. \ud83d\udea2",
            "Anna Lindqvist-Håkansson/Pool via NORTHWIND/File Photo",
            "© 2024 Northwind; all rights reserved",
            "https://northwind.example/licence?id=7&lang=en",
            "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture");

    private static final Darkroom DARKROOM = Darkroom.with(new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("broadsheet.cms.darkroom", DarkroomSettings.class));

    @ParameterizedTest
    @EnumSource(PrintFormat.class)
    void everyPrintCarriesItsWordsAndNothingElse(PrintFormat format) throws Exception {
        byte[] original = Negatives.behindHead(
                Negatives.file(Negatives.scene(700, 500, 1), "jpeg"),
                Negatives.segment(
                        0xfe, "shot with a secret camera at a secret place".getBytes(StandardCharsets.UTF_8)));
        Look.Fit fit = (Look.Fit) DARKROOM.look(original);

        Print print = DARKROOM.print(fit.original(), Area.whole(700, 500), 480, format, HARBOUR);

        PictureFormat made = PictureFormat.of(print.bytes()).orElseThrow();
        assertThat(SlipReader.of(PictureParts.of(made, print.bytes()))).isEqualTo(HARBOUR);
        assertThat(new String(print.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }

    @ParameterizedTest
    @EnumSource(
            value = PrintFormat.class,
            names = {"JPEG", "WEBP"})
    void otherReadersFindTheSameWords(PrintFormat format) throws Exception {
        Look.Fit fit = (Look.Fit) DARKROOM.look(Negatives.file(Negatives.scene(701, 500, 1), "jpeg"));
        Print print = DARKROOM.print(fit.original(), Area.whole(701, 500), 701, format, HARBOUR);

        Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(print.bytes()));

        var xmp = metadata.getFirstDirectoryOfType(XmpDirectory.class).getXMPMeta();
        assertThat(xmp.getLocalizedText(XMPConst.NS_DC, "description", null, "x-default")
                        .getValue())
                .isEqualTo(HARBOUR.caption());
        assertThat(xmp.getPropertyString("http://ns.adobe.com/photoshop/1.0/", "Credit"))
                .isEqualTo(HARBOUR.credit());
        assertThat(xmp.getLocalizedText(XMPConst.NS_DC, "rights", null, "x-default")
                        .getValue())
                .isEqualTo(HARBOUR.copyright());
        assertThat(xmp.getPropertyString("http://ns.adobe.com/xap/1.0/rights/", "WebStatement"))
                .isEqualTo(HARBOUR.licence());
        assertThat(xmp.getPropertyString("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "DigitalSourceType"))
                .isEqualTo(HARBOUR.digitalSourceType());
        assertThat(metadata.hasErrors()).isFalse();
        if (format == PrintFormat.JPEG) {
            IptcDirectory iim = metadata.getFirstDirectoryOfType(IptcDirectory.class);
            assertThat(iim.getString(IptcDirectory.TAG_CAPTION)).isEqualTo(HARBOUR.caption());
            assertThat(iim.getString(IptcDirectory.TAG_CREDIT)).isEqualTo(HARBOUR.credit());
            assertThat(iim.getString(IptcDirectory.TAG_COPYRIGHT_NOTICE)).isEqualTo(HARBOUR.copyright());
        }
    }

    @Test
    void theLongestWordsFitIntoASegment() {
        Slip longest =
                new Slip("&".repeat(9_000), "&".repeat(9_000), "&".repeat(9_000), "&".repeat(9_000), "&".repeat(9_000));
        byte[] jpeg = Negatives.file(Negatives.scene(40, 30, 1), "jpeg");

        byte[] written = SlipWriter.intoJpeg(jpeg, longest);

        assertThat(SlipReader.of(PictureParts.of(PictureFormat.JPEG, written))).isEqualTo(longest);
        assertThat(longest.caption()).hasSize(4_000);
    }

    @Test
    void aPacketThatBringsItsOwnDocumentTypeSaysNothing() {
        String packet = """
            <!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/hostname">]>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">
            <photoshop:Credit>&file;</photoshop:Credit></rdf:Description></rdf:RDF></x:xmpmeta>
            """;
        for (var charset : java.util.List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
            PictureParts parts = new PictureParts(null, packet.getBytes(charset), null, null);

            assertThat(SlipReader.of(parts)).isEqualTo(Slip.BLANK);
        }
    }

    @Test
    void whatXmpLeavesOutIsTakenFromIim() {
        Slip inIim = new Slip("The quay at night", "Northwind", "", "", "");
        byte[] jpeg = SlipWriter.intoJpeg(Negatives.file(Negatives.scene(40, 30, 1), "jpeg"), inIim);
        PictureParts parts = PictureParts.of(PictureFormat.JPEG, jpeg);
        byte[] other = SlipWriter.packet(new Slip("The quay at dawn", "", "", "", ""));

        assertThat(SlipReader.of(new PictureParts(null, other, parts.iim(), null)))
                .isEqualTo(new Slip("The quay at dawn", "Northwind", "", "", ""));
        assertThat(SlipReader.of(new PictureParts(null, "<broken".getBytes(StandardCharsets.UTF_8), parts.iim(), null)))
                .isEqualTo(inIim);
    }
}
