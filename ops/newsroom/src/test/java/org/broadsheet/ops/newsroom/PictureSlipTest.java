package org.broadsheet.ops.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.adobe.internal.xmp.XMPMeta;
import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.broadsheet.core.picture.PictureHash;
import org.junit.jupiter.api.Test;

class PictureSlipTest {

    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    private static final String IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";

    @Test
    void everyPictureCarriesCaptionCreditAndDateAsIim() throws Exception {
        for (PictureSheet sheet : TheWire.NEWSROOM.pictures()) {
            WirePhoto photo = photo(sheet);
            IptcDirectory iim = metadata(sheet).getFirstDirectoryOfType(IptcDirectory.class);

            assertThat(iim.getString(IptcDirectory.TAG_CAPTION)).isEqualTo(photo.caption());
            assertThat(iim.getString(IptcDirectory.TAG_CREDIT)).isEqualTo(photo.creditLine());
            assertThat(iim.getString(IptcDirectory.TAG_BY_LINE)).isEqualTo(photo.photographer());
            assertThat(iim.getString(IptcDirectory.TAG_HEADLINE)).isEqualTo(photo.headline());
            assertThat(iim.getString(IptcDirectory.TAG_SOURCE)).isEqualTo(photo.source());
            assertThat(iim.getString(IptcDirectory.TAG_CITY)).isEqualTo(photo.city());
            assertThat(iim.getString(IptcDirectory.TAG_COUNTRY_OR_PRIMARY_LOCATION_NAME))
                    .isEqualTo(photo.country());
            assertThat(iim.getKeywords()).isEqualTo(photo.keywords());
            assertThat(iim.getString(IptcDirectory.TAG_DATE_CREATED))
                    .isEqualTo(DateTimeFormatter.BASIC_ISO_DATE.format(takenOn(photo)));
            if (!photo.instructions().isEmpty()) {
                assertThat(iim.getString(IptcDirectory.TAG_SPECIAL_INSTRUCTIONS))
                        .isEqualTo(photo.instructions());
            }
        }
    }

    @Test
    void everyPictureCarriesCaptionCreditAndAltTextAsXmp() throws Exception {
        for (PictureSheet sheet : TheWire.NEWSROOM.pictures()) {
            WirePhoto photo = photo(sheet);
            XMPMeta xmp =
                    metadata(sheet).getFirstDirectoryOfType(XmpDirectory.class).getXMPMeta();

            assertThat(xmp.getLocalizedText(DC, "description", null, "x-default")
                            .getValue())
                    .isEqualTo(photo.caption());
            assertThat(xmp.getLocalizedText(IPTC_CORE, "AltTextAccessibility", null, "x-default")
                            .getValue())
                    .isEqualTo(photo.alt());
            assertThat(xmp.getLocalizedText(DC, "rights", null, "x-default").getValue())
                    .contains(photo.source());
            assertThat(xmp.getArrayItem(DC, "creator", 1).getValue()).isEqualTo(photo.photographer());
            assertThat(xmp.getPropertyString(PHOTOSHOP, "Credit")).isEqualTo(photo.creditLine());
            assertThat(xmp.getPropertyString(PHOTOSHOP, "Headline")).isEqualTo(photo.headline());
            assertThat(xmp.getPropertyString(PHOTOSHOP, "DateCreated"))
                    .startsWith(takenOn(photo).toString());
        }
    }

    @Test
    void captionAndDateAgreeOnTheDay() {
        DateTimeFormatter spelt = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
        for (PictureSheet sheet : TheWire.NEWSROOM.pictures()) {
            WirePhoto photo = photo(sheet);

            assertThat(photo.caption()).contains(spelt.format(takenOn(photo)));
            assertThat(photo.alt()).as(sheet.name()).isNotBlank();
        }
    }

    @Test
    void filePhotosAreOldAndSaySoTwice() {
        List<WirePhoto> photos =
                TheWire.NEWSROOM.pictures().stream().map(PictureSlipTest::photo).toList();

        assertThat(photos).allSatisfy(photo -> {
            boolean old = Duration.between(photo.takenAt(), photo.sentAt()).toDays() > 7;
            assertThat(photo.caption().startsWith("FILE PHOTO: "))
                    .as(photo.fileName())
                    .isEqualTo(old);
            assertThat(photo.creditLine().endsWith("/File Photo"))
                    .as(photo.fileName())
                    .isEqualTo(old);
        });
        assertThat(photos)
                .filteredOn(photo -> photo.creditLine().endsWith("/File Photo"))
                .hasSizeGreaterThanOrEqualTo(7);
        assertThat(photos)
                .extracting(WirePhoto::creditLine)
                .anyMatch(credit -> credit.contains("/Pool via AGENCE NORD/File Photo"));
    }

    @Test
    void thePictureItselfSurvivesTheSlip() throws Exception {
        for (PictureSheet sheet : TheWire.NEWSROOM.pictures()) {
            byte[] jpeg = TheWire.file(sheet.fileName()).bytes();
            JpegDirectory frame = metadata(sheet).getFirstDirectoryOfType(JpegDirectory.class);

            assertThat(frame.getImageWidth()).isEqualTo(1600);
            assertThat(frame.getImageHeight()).isEqualTo(1067);
            assertThat(jpeg.length).as(sheet.name()).isBetween(80_000, 360_000);
            assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth()).isEqualTo(1600);
        }
    }

    @Test
    void noTwoPicturesAreAlike() throws Exception {
        Map<String, int[]> looks = new HashMap<>();
        for (PictureSheet sheet : TheWire.NEWSROOM.pictures()) {
            looks.put(sheet.name(), look(TheWire.file(sheet.fileName()).bytes()));
        }

        assertThat(TheWire.NEWSROOM.pictures().stream()
                        .map(sheet ->
                                PictureHash.of(TheWire.file(sheet.fileName()).bytes()))
                        .collect(Collectors.toSet()))
                .hasSameSizeAs(TheWire.NEWSROOM.pictures());
        List<String> names = new ArrayList<>(looks.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int k = i + 1; k < names.size(); k++) {
                assertThat(difference(looks.get(names.get(i)), looks.get(names.get(k))))
                        .as(names.get(i) + " and " + names.get(k))
                        .isGreaterThan(9);
            }
        }
    }

    @Test
    void theSamePictureTwiceWouldBeFound() throws Exception {
        byte[] jpeg = TheWire.file("cup-final.jpg").bytes();

        assertThat(difference(look(jpeg), look(jpeg))).isZero();
    }

    private static WirePhoto photo(PictureSheet sheet) {
        return new WireDay(TheWire.NEWSROOM, TheWire.NOW).photo(sheet);
    }

    private static LocalDate takenOn(WirePhoto photo) {
        return LocalDate.ofInstant(photo.takenAt(), DemoNewsroom.ZONE);
    }

    private static Metadata metadata(PictureSheet sheet) throws Exception {
        return ImageMetadataReader.readMetadata(
                new ByteArrayInputStream(TheWire.file(sheet.fileName()).bytes()));
    }

    /// The picture in 16 by 11 grey squares.
    private static int[] look(byte[] jpeg) throws Exception {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
        BufferedImage small = new BufferedImage(16, 11, BufferedImage.TYPE_BYTE_GRAY);
        var g = small.createGraphics();
        g.drawImage(picture.getScaledInstance(16, 11, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        g.dispose();
        return small.getRaster().getPixels(0, 0, 16, 11, (int[]) null);
    }

    /// How far two pictures are apart on average, in steps of 255.
    private static double difference(int[] one, int[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum / one.length;
    }
}
