package org.broadsheet.cms.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.broadsheet.cms.Manifests;
import org.broadsheet.cms.Negatives;
import org.broadsheet.cms.Page;
import org.broadsheet.cms.Photographs;
import org.broadsheet.cms.Press;
import org.broadsheet.cms.SiteTest;
import org.broadsheet.cms.Stories;
import org.broadsheet.cms.darkroom.Area;
import org.broadsheet.cms.picture.CropName;
import org.broadsheet.cms.picture.Crops;
import org.broadsheet.cms.picturefile.PictureFormat;
import org.broadsheet.cms.picturefile.PictureParts;
import org.broadsheet.cms.picturefile.Slip;
import org.broadsheet.cms.picturefile.SlipReader;
import org.broadsheet.cms.picturefile.SlipWriter;
import org.broadsheet.core.picture.PictureHash;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SiteTest
class CroppedPicturesTest {

    private static final String STORY = "/world/harbour-ministers-agree-pilot-fees-after-week-of-queues";
    private static final String VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    @Autowired
    MockMvcTester site;

    @Autowired
    Press press;

    @Autowired
    Crops crops;

    @Autowired
    JdbcClient database;

    @Autowired
    InstantSource clock;

    private UUID editor;

    @BeforeEach
    void aNewspaper() {
        press.startAfresh();
        editor = database.sql("SELECT id FROM staff LIMIT 1").query(UUID.class).single();
    }

    @Test
    void eachPlaceOnTheFrontPageShowsItsOwnCropInEveryFormat() {
        PictureHash lead = published("The lead of the day", 1, 1);
        PictureHash second = published("What comes second", 2, 4);
        crops.draw(second, CropName.STANDARD, new Area(100, 50, 640, 480), editor);
        crops.draw(lead, CropName.WIDE, new Area(0, 0, 960, 540), editor);
        crops.draw(lead, CropName.WIDE, null, editor);

        Document page = Page.open(site, "/");

        Element leading = page.expectFirst(".card-lead picture");
        assertThat(leading.expectFirst("img").attr("srcset"))
                .startsWith("/pictures/" + lead + "/wide/320.jpg 320w")
                .endsWith("/pictures/" + lead + "/wide/1600.jpg 1200w");
        assertThat(leading.expectFirst("source[type=image/webp]").attr("srcset"))
                .startsWith("/pictures/" + lead + "/wide/320.webp 320w");
        assertThat(leading.expectFirst("img").attr("width")).isEqualTo("1200");
        assertThat(leading.expectFirst("img").attr("height")).isEqualTo("675");
        Element beside = page.expectFirst(".card-second img");
        assertThat(beside.attr("srcset")).endsWith("/pictures/" + second + "/standard/640.jpg 640w");
        assertThat(beside.attr("width")).isEqualTo("640");
        assertThat(beside.attr("height")).isEqualTo("480");
        Document section = Page.open(site, "/world");
        assertThat(section.expectFirst(".card-lead img").attr("src")).contains("/wide/");
        assertThat(section.expectFirst(".card-second img").attr("src")).contains("/standard/");
    }

    @Test
    void aStoryShowsTheWholePictureUntilAFreeCropIsDrawnAndLinksShowTheWideOne() {
        PictureHash picture = press.keep(Photographs.jpeg(1200, 800, 5));
        press.publish(Stories.harbourDeal(picture).print());

        Document whole = Page.open(site, STORY);
        crops.draw(picture, CropName.FREE, new Area(100, 100, 1000, 250), editor);
        Document cut = Page.open(site, STORY);

        assertThat(whole.expectFirst(".figure-lead img").attr("src")).isEqualTo("/pictures/" + picture + "/828.jpg");
        Element shown = cut.expectFirst(".figure-lead img");
        assertThat(shown.attr("src")).isEqualTo("/pictures/" + picture + "/free/828.jpg");
        assertThat(shown.attr("width")).isEqualTo("1000");
        assertThat(shown.attr("height")).isEqualTo("250");
        assertThat(site.get().uri(shown.attr("src"))).hasStatusOk();
        String root = "https://www.harbour-times.example/pictures/" + picture;
        assertThat(cut.select("meta[property=og:image]").attr("content")).isEqualTo(root + "/wide/1080.jpg");
        assertThat(cut.select("meta[property=og:image:height]").attr("content")).isEqualTo("608");
        JsonNode said = JsonMapper.builder()
                .build()
                .readTree(cut.expectFirst("script[type=application/ld+json]").data());
        assertThat(said.at("/image").valueStream().map(JsonNode::asString))
                .containsExactly(root + "/wide/1080.jpg", root + "/standard/1080.jpg", root + "/square/1080.jpg");
        assertThat(site.get().uri("/pictures/" + picture + "/square/1080.jpg")).hasStatusOk();
    }

    @Test
    void readersAreToldOfContentCredentialsAndThatTheyAreNotVerified() {
        byte[] signed = Manifests.inJpeg(Photographs.jpeg(1200, 800, 6));
        press.publish(Stories.harbourDeal(press.keep(signed)).print());

        Element note = Page.open(site, STORY).expectFirst("figcaption .credentials");

        assertThat(note.text())
                .isEqualTo("Content Credentials present: the file says that it is signed by " + Manifests.SIGNER
                        + ". Not verified by us.");
        press.startAfresh();
        press.publish(
                Stories.harbourDeal(press.keep(Photographs.jpeg(1200, 800, 7))).print());
        assertThat(Page.open(site, STORY).select(".credentials, .synthetic")).isEmpty();
    }

    @Test
    void aPictureThatAMachineMadeIsMarkedWhereverItStandsAndInEveryRendition() {
        for (String code : new String[] {"trainedAlgorithmicMedia", "compositeSynthetic", "digitalCapture"}) {
            press.startAfresh();
            byte[] plain = Negatives.file(Negatives.scene(1200, 800, 9), "jpeg");
            PictureHash picture = press.keep(SlipWriter.intoJpeg(plain, new Slip("", "", "", "", VOCABULARY + code)));
            press.publish(Stories.harbourDeal(picture)
                    .at(clock.instant().minusSeconds(60))
                    .print());
            String mark =
                    switch (code) {
                        case "trainedAlgorithmicMedia" -> "Made with AI";
                        case "compositeSynthetic" -> "Partly made with AI";
                        default -> "";
                    };

            assertThat(Page.open(site, STORY).select("figcaption .synthetic").text())
                    .as(code)
                    .isEqualTo(mark);
            assertThat(Page.open(site, "/").select(".card-lead .synthetic").text())
                    .as(code)
                    .isEqualTo(mark);
            for (String rendition : new String[] {"/320.jpg", "/square/320.jpg", "/wide/320.webp", "/320.avif"}) {
                byte[] sent = site.get()
                        .uri("/pictures/" + picture + rendition)
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray();
                PictureFormat format = PictureFormat.of(sent).orElseThrow();
                assertThat(SlipReader.of(PictureParts.of(format, sent)).digitalSourceType())
                        .as(code + rendition)
                        .isEqualTo(VOCABULARY + code);
            }
        }
    }

    private PictureHash published(String headline, int urgency, int minutesAgo) {
        PictureHash picture = press.keep(Photographs.jpeg(1200, 800, 20 + urgency));
        press.publish(Stories.headed(headline)
                .urgency(urgency)
                .at(clock.instant().minus(Duration.ofMinutes(minutesAgo)))
                .picture(Stories.harbourDeal(picture).print().picture())
                .print());
        return picture;
    }
}
