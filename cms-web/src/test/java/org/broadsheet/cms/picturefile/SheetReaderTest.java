package org.broadsheet.cms.picturefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.broadsheet.cms.Captioned;
import org.broadsheet.core.picture.PictureSheet;
import org.broadsheet.core.picture.PictureSheet.Claim;
import org.broadsheet.core.picture.PictureSheet.Disagreement;
import org.broadsheet.core.picture.PictureSheet.NamedDate;
import org.broadsheet.core.picture.SheetField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SheetReaderTest {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final byte[] SAYS_UTF8 = {0x1b, '%', 'G'};
    private static final byte[] SAYS_LATIN = {0x1b, '.', 'A'};
    private static final String AI =
            "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";

    static Stream<Arguments> xmp() {
        return Stream.of(
                Arguments.of("headline", alone().xmp("photoshop:Headline", "Last ferry"), "Last ferry"),
                Arguments.of("caption", alone().xmpAlt("dc:description", "A ferry\nleaves."), "A ferry\nleaves."),
                Arguments.of("bylines", alone().xmpBag("dc:creator", "Ida Grøn", "Bo Ek"), "Ida Grøn; Bo Ek"),
                Arguments.of("bylineTitle", alone().xmp("photoshop:AuthorsPosition", "STR"), "STR"),
                Arguments.of("credit", alone().xmp("photoshop:Credit", "NORTHWIND"), "NORTHWIND"),
                Arguments.of("source", alone().xmp("photoshop:Source", "NORTHWIND"), "NORTHWIND"),
                Arguments.of("copyright", alone().xmpAlt("dc:rights", "© Northwind"), "© Northwind"),
                Arguments.of("usageTerms", alone().xmpAlt("xmpRights:UsageTerms", "NO ARCHIVES"), "NO ARCHIVES"),
                Arguments.of("instructions", alone().xmp("photoshop:Instructions", "EUO"), "EUO"),
                Arguments.of("place.sublocation", alone().xmp("Iptc4xmpCore:Location", "North quay"), "North quay"),
                Arguments.of("place.city", alone().xmp("photoshop:City", "Vastholm"), "Vastholm"),
                Arguments.of("place.state", alone().xmp("photoshop:State", "Westmark"), "Westmark"),
                Arguments.of("place.country", alone().xmp("photoshop:Country", "Norland"), "Norland"),
                Arguments.of("place.countryCode", alone().xmp("Iptc4xmpCore:CountryCode", "NOR"), "NOR"),
                Arguments.of("place.city", alone().rawXmp(place("LocationCreated", "Vastholm")), "Vastholm"),
                Arguments.of("place.city", alone().rawXmp(place("LocationShown", "Port Sable")), "Port Sable"),
                Arguments.of(
                        "persons",
                        alone().xmpBag("Iptc4xmpExt:PersonInImage", "Ida Grøn")
                                .rawXmp("<Iptc4xmpExt:PersonInImageWDetails><rdf:Bag><rdf:li"
                                        + " rdf:parseType=\"Resource\"><Iptc4xmpExt:PersonName><rdf:Alt><rdf:li"
                                        + " xml:lang=\"x-default\">Bo Ek</rdf:li></rdf:Alt></Iptc4xmpExt:PersonName>"
                                        + "</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImageWDetails>"),
                        "Ida Grøn; Bo Ek"),
                Arguments.of("keywords", alone().xmpBag("dc:subject", "ferry", "ferry", "quay"), "ferry; quay"),
                Arguments.of("urgency", alone().xmp("photoshop:Urgency", "4"), "4"),
                Arguments.of(
                        "category",
                        alone().xmp("photoshop:Category", "I").xmpBag("photoshop:SupplementalCategories", "FILE"),
                        "I, FILE"),
                Arguments.of("alt", alone().xmpAlt("Iptc4xmpCore:AltTextAccessibility", "A ship"), "A ship"),
                Arguments.of("longAlt", alone().xmpAlt("Iptc4xmpCore:ExtDescrAccessibility", "Long"), "Long"),
                Arguments.of("jobId", alone().xmp("photoshop:TransmissionReference", "NW101"), "NW101"),
                Arguments.of("title", alone().xmpAlt("dc:title", "NORLAND-FERRY"), "NORLAND-FERRY"),
                Arguments.of(
                        "licence.webStatement",
                        alone().xmp("xmpRights:WebStatement", "https://nw.example/l"),
                        "https://nw.example/l"),
                Arguments.of("licence.licensor", alone().rawXmp(licensor("LicensorName", "Northwind")), "Northwind"),
                Arguments.of(
                        "licence.licensorAddress",
                        alone().rawXmp(licensor("LicensorURL", "https://nw.example/buy")),
                        "https://nw.example/buy"),
                Arguments.of("licence.dataMining", alone().xmp("plus:DataMining", "DMI-PROHIBITED"), "DMI-PROHIBITED"),
                Arguments.of("digitalSourceType", alone().xmp("Iptc4xmpExt:DigitalSourceType", AI), AI),
                Arguments.of("taken", alone().xmp("photoshop:DateCreated", "2020-07-08T10:11:12+02:00"), "2020-07-08"));
    }

    static Stream<Arguments> iim() {
        return Stream.of(
                Arguments.of("title", alone().iim(5, "NORLAND-FERRY"), "NORLAND-FERRY"),
                Arguments.of("urgency", alone().iim(10, "4"), "4"),
                Arguments.of("category", alone().iim(15, "I").iim(20, "FILE").iim(20, "SPO"), "I, FILE, SPO"),
                Arguments.of("keywords", alone().iim(25, "ferry").iim(25, "quay"), "ferry; quay"),
                Arguments.of("instructions", alone().iim(40, "SALESOUT"), "SALESOUT"),
                Arguments.of("taken", alone().iim(55, "20240530").iim(60, "101112+0200"), "2024-05-30"),
                Arguments.of("taken", alone().iim(62, "20200708").iim(63, "101112"), "2020-07-08"),
                Arguments.of("bylines", alone().iim(80, "Ida Grøn").iim(80, "Bo Ek"), "Ida Grøn; Bo Ek"),
                Arguments.of("bylineTitle", alone().iim(85, "STF"), "STF"),
                Arguments.of("place.city", alone().iim(90, "Vastholm"), "Vastholm"),
                Arguments.of("place.sublocation", alone().iim(92, "North quay"), "North quay"),
                Arguments.of("place.state", alone().iim(95, "Westmark"), "Westmark"),
                Arguments.of("place.countryCode", alone().iim(100, "NOR"), "NOR"),
                Arguments.of("place.country", alone().iim(101, "Norland"), "Norland"),
                Arguments.of("jobId", alone().iim(103, "NW101"), "NW101"),
                Arguments.of("headline", alone().iim(105, "Last ferry"), "Last ferry"),
                Arguments.of("credit", alone().iim(110, "NORTHWIND"), "NORTHWIND"),
                Arguments.of("source", alone().iim(115, "NORTHWIND"), "NORTHWIND"),
                Arguments.of("copyright", alone().iim(116, "© Northwind"), "© Northwind"),
                Arguments.of("caption", alone().iim(120, "A ferry leaves.\rLate."), "A ferry leaves.\nLate."),
                // Exif, for want of anything better.
                Arguments.of("caption", alone().exif(0x010e, "A ferry leaves."), "A ferry leaves."),
                Arguments.of("caption", alone().exif(0x010e, "OLYMPUS DIGITAL CAMERA"), ""),
                Arguments.of("bylines", alone().exif(0x013b, "Ida Grøn; Bo Ek"), "Ida Grøn; Bo Ek"),
                Arguments.of("copyright", alone().exif(0x8298, "Ida Grøn\0Northwind"), "Ida Grøn; Northwind"),
                Arguments.of("taken", alone().shot("2019:02:03 04:05:06"), "2019-02-03"),
                Arguments.of("taken", alone().shot("    :  :     :  :  "), ""));
    }

    @ParameterizedTest
    @MethodSource({"xmp", "iim"})
    void everyFieldIsReadFromWhereItStands(String field, Captioned file, String words) {
        PictureSheet sheet = read(file);

        assertThat(SheetField.of(field).orElseThrow().print(sheet)).isEqualTo(words);
        assertThat(sheet.remarks()).isEmpty();
        assertThat(sheet.disagreements()).isEmpty();
        assertThat(sheet.isSynthetic()).isEqualTo(words.equals(AI));
    }

    @Test
    void xmpIsTrustedBeforeIimAndIimBeforeExifAndEveryClaimIsKept() {
        PictureSheet sheet = read(alone().xmpAlt("dc:description", "Of XMP")
                .iim(120, "Of  IIM")
                .exif(0x010e, "Of Exif")
                .iim(116, "IIM's")
                .exif(0x8298, "Exif's"));

        assertThat(sheet.caption()).isEqualTo("Of XMP");
        assertThat(sheet.copyright()).isEqualTo("IIM's");
        assertThat(sheet.disagreements())
                .containsExactly(
                        new Disagreement(
                                "caption",
                                List.of(
                                        new Claim("XMP dc:description", "Of XMP"),
                                        new Claim("IIM 2:120", "Of  IIM"),
                                        new Claim("Exif ImageDescription", "Of Exif"))),
                        new Disagreement(
                                "copyright",
                                List.of(new Claim("IIM 2:116", "IIM's"), new Claim("Exif Copyright", "Exif's"))));
    }

    @Test
    void whatIimHadNoRoomForIsNoDisagreement() {
        String credit = "Anna Lindqvist-Håkansson/Pool via NORTHWIND/File Photo";
        PictureSheet sheet = read(alone().xmp("photoshop:Credit", credit)
                .iim(110, credit.substring(0, 29))
                .xmp("photoshop:City", "  New   Vastholm ")
                .iim(90, "New Vastholm")
                .xmp("Iptc4xmpCore:CountryCode", "NO")
                .iim(100, "NOR"));

        assertThat(sheet.credit()).isEqualTo(credit);
        assertThat(sheet.disagreements()).isEmpty();
        assertThat(sheet.remarks()).containsExactly("IIM 2:110 holds the beginning only: " + credit.substring(0, 29));
    }

    @Test
    void theDayInTheCaptionIsTrustedBeforeAnyOtherAndAllAreKept() {
        PictureSheet sheet = read(alone().xmpAlt("dc:description", "FILE PHOTO: Ships off Vastholm, July 8, 2020.")
                .xmp("photoshop:DateCreated", "2021-01-02")
                .iim(62, "20220304")
                .iim(63, "101112+0100")
                .iim(55, "20240530")
                .shot("2018:01:01 00:00:00"));

        assertThat(sheet.taken()).isEqualTo(LocalDate.of(2020, 7, 8));
        assertThat(sheet.dates())
                .extracting(NamedDate::from)
                .containsExactly(
                        "caption", "XMP photoshop:DateCreated", "IIM 2:62", "IIM 2:55", "Exif DateTimeOriginal");
        assertThat(sheet.dates().get(2))
                .isEqualTo(new NamedDate("IIM 2:62", LocalDate.of(2022, 3, 4), "20220304 101112+0100"));
        assertThat(sheet.disagreements()).singleElement().satisfies(disagreement -> {
            assertThat(disagreement.field()).isEqualTo("taken");
            assertThat(disagreement.claims())
                    .extracting(Claim::value)
                    .containsExactly("2020-07-08", "2021-01-02", "2022-03-04", "2024-05-30", "2018-01-01");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "20241399, , 'IIM 2:55 is no day of the calendar: 20241399'",
        "00000000, , ",
        "20200000, , 'IIM 2:55 is no day of the calendar: 20200000'",
        "2020-07-08, 2020-07-08, 'IIM 2:55 is written by no rule: 2020-07-08'",
        "yesterday, , 'IIM 2:55 is no date: yesterday'",
        "99990101, , 'IIM 2:55 is no day of the calendar: 99990101'"
    })
    void aDateThatIsNoneIsKeptAsTextAndNoted(String written, LocalDate day, String remark) {
        PictureSheet sheet = read(alone().iim(55, written));

        assertThat(sheet.taken()).isEqualTo(day);
        assertThat(sheet.remarks()).isEqualTo(remark == null ? List.of() : List.of(remark));
        assertThat(sheet.dates())
                .extracting(NamedDate::asWritten)
                .isEqualTo(remark == null ? List.of() : List.of(written));
    }

    @ParameterizedTest
    @CsvSource({
        "2020, , 'XMP photoshop:DateCreated names no day'",
        "2020-07, , 'XMP photoshop:DateCreated names no day'",
        "2020-02-30, , 'XMP photoshop:DateCreated is no day of the calendar: 2020-02-30'",
        "2020:07:08 10:11, 2020-07-08, 'XMP photoshop:DateCreated is written by no rule: 2020:07:08 10:11'",
        "2020-07-08T25:61, 2020-07-08, 'XMP photoshop:DateCreated is written by no rule: 2020-07-08T25:61'"
    })
    void soIsOneInXmp(String written, LocalDate day, String remark) {
        PictureSheet sheet = read(alone().xmp("photoshop:DateCreated", written));

        assertThat(sheet.taken()).isEqualTo(day);
        assertThat(sheet.remarks()).containsExactly(remark);
        assertThat(sheet.dates()).extracting(NamedDate::asWritten).containsExactly(written);
    }

    @ParameterizedTest
    @CsvSource({"4, 4, false", "52, 4, true", "0, 0, false", "9, 0, true", "urgent, 0, true", "'\u0004', 4, false"})
    void urgencyComesInMoreFormsThanOne(String written, int urgency, boolean isOdd) {
        PictureSheet sheet = read(alone().iim(10, written));

        assertThat(sheet.urgency()).isEqualTo(urgency);
        assertThat(sheet.remarks()).hasSize(isOdd ? 1 : 0);
    }

    @Test
    void lettersAreTakenFromTheBytesAndNotFromWhatIsSaidOfThem() {
        String words = "Åsa Grøn “outside” the café";
        assertThat(read(alone().iim(1, 90, SAYS_UTF8).iim(120, words)).remarks())
                .isEmpty();
        assertThat(read(alone().iim(120, words, WESTERN)).caption()).isEqualTo(words);

        PictureSheet liesOfUtf8 = read(alone().iim(1, 90, SAYS_UTF8).iim(120, words, WESTERN));
        PictureSheet liesOfLatin = read(alone().iim(1, 90, SAYS_LATIN).iim(120, words));
        byte[] cut = Arrays.copyOf("Åsa Grø".getBytes(StandardCharsets.UTF_8), 8);
        PictureSheet cutInALetter = read(alone().iim(2, 80, cut));

        assertThat(liesOfUtf8.caption()).isEqualTo(words);
        assertThat(liesOfLatin.caption()).isEqualTo(words);
        assertThat(liesOfUtf8.remarks())
                .isEqualTo(liesOfLatin.remarks())
                .containsExactly("IIM 1:90 names other letters than IIM 2:120 is written in");
        assertThat(cutInALetter.bylines()).containsExactly("Åsa Gr");
    }

    static Stream<Arguments> hostile() {
        String description = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description>";
        return Stream.of(
                Arguments.of("own document type", xml("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>")),
                Arguments.of("deep", xml("<a>".repeat(30_000) + "</a>".repeat(30_000))),
                Arguments.of("deep and broken", xml("\u0001" + "<a>".repeat(30_000))),
                Arguments.of("deep in RDF", xml(description + "<rdf:li>".repeat(20_000))),
                Arguments.of("many fields", xml(description + fields(20_000))),
                Arguments.of("not XML", xml("\0\0\0garbage<<<>>>")),
                Arguments.of("nothing", new byte[0]),
                Arguments.of(
                        "half a packet",
                        Arrays.copyOf(alone().xmp("photoshop:City", "x").packet(), 300)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void aHostilePacketSaysNothingAndIsNoted(String name, byte[] packet) {
        byte[] records = alone().iim(105, "Last ferry").records();

        PictureSheet sheet = org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> SheetReader.of(new PictureParts(null, packet, records, null)));

        assertThat(sheet.headline()).isEqualTo("Last ferry");
        assertThat(sheet.remarks()).containsExactly("The XMP packet cannot be read and says nothing");
    }

    @Test
    void aPacketThatIsSpeltOddlyIsReadAllTheSame() {
        byte[] mixed = alone().xmp("photoshop:City", "Ålesund").packet();
        byte[] odd = (new String(mixed, StandardCharsets.ISO_8859_1)
                                .replace(
                                        "</rdf:Description>",
                                        "<photoshop:State>\u00d8st\u0002mark</photoshop:State></rdf:Description>")
                        + "\0\0 \0")
                .getBytes(StandardCharsets.ISO_8859_1);

        PictureSheet sheet = SheetReader.of(new PictureParts(null, odd, null, null));

        assertThat(sheet.place().city()).isEqualTo("Ålesund");
        assertThat(sheet.place().state()).isEqualTo("Øst mark");
        assertThat(sheet.remarks()).isEmpty();
    }

    @Test
    void aPacketFullOfTheSettingsOfAPictureProgramIsRead() {
        StringBuilder settings = new StringBuilder(" xmlns:crs='http://ns.adobe.com/camera-raw-settings/1.0/'");
        for (int i = 0; i < 400; i++) {
            settings.append(" crs:Setting").append(i).append("='").append(i).append('\'');
        }
        String packet = new String(alone().xmp("photoshop:City", "Ålesund").packet(), StandardCharsets.UTF_8)
                .replace("rdf:about=\"\"", "rdf:about=\"\"" + settings);

        for (Charset letters : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            PictureSheet sheet = SheetReader.of(new PictureParts(null, packet.getBytes(letters), null, null));

            assertThat(sheet.place().city()).as(letters.name()).isEqualTo("Ålesund");
        }
    }

    @Test
    void moreThanAnybodyNeedsIsCutAndNoted() {
        Captioned file = alone().xmpAlt("dc:description", "x".repeat(50_000)).xmp("photoshop:City", "y".repeat(9_000));
        for (int i = 0; i < 1_000; i++) {
            file.iim(25, "keyword" + i);
        }

        PictureSheet sheet = SheetReader.of(new PictureParts(null, file.packet(), file.records(), null));

        assertThat(sheet.caption()).hasSize(20_000);
        assertThat(sheet.place().city()).hasSize(2_000);
        assertThat(sheet.keywords()).hasSize(200);
        assertThat(sheet.remarks()).hasSize(3);
    }

    @Test
    void noDamageEverThrows() {
        Captioned whole = alone().xmpAlt("dc:description", "FILE PHOTO: Ships, July 8, 2020. NORTHWIND/Ida Grøn")
                .xmpBag("dc:creator", "Ida Grøn")
                .rawXmp(licensor("LicensorName", "Northwind"))
                .iim(1, 90, SAYS_UTF8)
                .iim(10, "4")
                .iim(55, "20240530")
                .iim(120, "Ships, Åsa")
                .exif(0x010e, "Ships")
                .shot("2018:01:01 00:00:00");
        byte[][] parts = {whole.exifBlock(), whole.packet(), whole.records()};
        Random chance = new Random(7);

        for (int round = 0; round < 1_500; round++) {
            byte[][] damaged = new byte[3][];
            for (int i = 0; i < 3; i++) {
                damaged[i] = Arrays.copyOf(parts[i], 1 + chance.nextInt(parts[i].length));
                for (int hit = chance.nextInt(4); hit >= 0; hit--) {
                    damaged[i][chance.nextInt(damaged[i].length)] = (byte) chance.nextInt();
                }
            }
            PictureParts hurt = new PictureParts(damaged[0], damaged[1], damaged[2], null);
            assertThatCode(() -> {
                        PictureSheet sheet = SheetReader.of(hurt);
                        assertThat(sheet.toString()).doesNotContain("\0");
                        SlipReader.of(hurt);
                    })
                    .as("round %s", round)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aTiffIsItsOwnExif() {
        byte[] tiff = alone().exif(0x010e, "A ferry leaves.")
                .exif(0x013b, "Bo Ek")
                .shot("2019:02:03 04:05:06")
                .exifBlock();

        PictureSheet sheet = SheetReader.of(PictureParts.of(PictureFormat.TIFF, tiff));

        assertThat(sheet.caption()).isEqualTo("A ferry leaves.");
        assertThat(sheet.bylines()).containsExactly("Bo Ek");
        assertThat(sheet.taken()).isEqualTo(LocalDate.of(2019, 2, 3));
    }

    private static Captioned alone() {
        return new Captioned();
    }

    private static PictureSheet read(Captioned file) {
        return SheetReader.of(PictureParts.of(PictureFormat.JPEG, file.jpeg(1)));
    }

    private static byte[] xml(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    private static String fields(int many) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < many; i++) {
            fields.append("<f:f")
                    .append(i)
                    .append(" xmlns:f='http://purl.org/dc/elements/1.1/'>x</f:f")
                    .append(i)
                    .append('>');
        }
        return fields + "</rdf:Description></rdf:RDF>";
    }

    private static String place(String which, String city) {
        return "<Iptc4xmpExt:%s><rdf:Bag><rdf:li rdf:parseType=\"Resource\"><Iptc4xmpExt:City>%s</Iptc4xmpExt:City>"
                        .formatted(which, city)
                + "</rdf:li></rdf:Bag></Iptc4xmpExt:%s>".formatted(which);
    }

    private static String licensor(String field, String words) {
        return "<plus:Licensor><rdf:Seq><rdf:li rdf:parseType=\"Resource\"><plus:%s>%s</plus:%s></rdf:li></rdf:Seq>"
                        .formatted(field, words, field)
                + "</plus:Licensor>";
    }
}
