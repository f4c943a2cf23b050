package org.broadsheet.cms.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.broadsheet.cms.Photographs;
import org.broadsheet.cms.Press;
import org.broadsheet.cms.SiteTest;
import org.broadsheet.cms.Stories;
import org.broadsheet.cms.darkroom.Area;
import org.broadsheet.cms.picturefile.PictureFormat;
import org.broadsheet.cms.picturefile.PictureParts;
import org.broadsheet.cms.picturefile.Slip;
import org.broadsheet.cms.picturefile.SlipReader;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureUse;
import org.broadsheet.core.publication.PublishedStory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SiteTest
class PublishedPictureTest {

    @Autowired
    MockMvcTester site;

    @Autowired
    Press press;

    @Autowired
    Crops crops;

    @Autowired
    JdbcClient database;

    private PictureHash picture;

    @BeforeEach
    void aPictureIsHeld() {
        press.startAfresh();
        picture = press.keep(Photographs.jpeg(1200, 800, 3));
    }

    @Test
    void anUnpublishedPictureHasNoAddress() {
        assertThat(site.get().uri(address(640))).hasStatus(404);

        PublishedStory story = press.publish(Stories.harbourDeal(picture).print());
        assertThat(site.get().uri(address(640))).hasStatusOk();

        press.kill(story.id());
        assertThat(site.get().uri(address(640))).hasStatus(404);
    }

    @Test
    void aPictureIsSentInTheWidthsOfTheSiteAndNoOther() throws IOException {
        press.publish(Stories.harbourDeal(picture).print());

        for (int width : Renditions.ANSWERED) {
            BufferedImage sent = ImageIO.read(new ByteArrayInputStream(sent(width)));
            assertThat(sent.getWidth()).isEqualTo(Math.min(width, 1200));
            assertThat(sent.getHeight()).isEqualTo(Math.round(800f * Math.min(width, 1200) / 1200));
        }
        assertThat(site.get().uri(address(641))).hasStatus(404);
        assertThat(site.get().uri("/pictures/" + picture + "/original.jpg")).hasStatus(404);
        assertThat(site.get().uri("/pictures/" + picture)).hasStatus(404);
        assertThat(site.get().uri("/pictures/../../etc/640.jpg")).hasStatus4xxClientError();
    }

    @Test
    void cachesAskAgainEachTime() {
        press.publish(Stories.harbourDeal(picture).print());

        MvcTestResult answer = site.get().uri(address(640)).exchange();
        String tag = answer.getResponse().getHeader("ETag");

        assertThat(answer).hasHeader("Cache-Control", "no-cache, public").hasContentType("image/jpeg");
        assertThat(site.get().uri(address(640)).header("If-None-Match", tag)).hasStatus(304);
    }

    @Test
    void eachFormatHasAnAddressOfItsOwnAndCarriesTheWordsOfTheStory() {
        PublishedStory story = press.publish(Stories.harbourDeal(picture).print());
        PictureUse use = story.picture();

        for (String extension : List.of("jpg", "webp", "avif")) {
            MvcTestResult answer =
                    site.get().uri("/pictures/" + picture + "/640." + extension).exchange();
            assertThat(answer).hasStatusOk();
            byte[] bytes = answer.getResponse().getContentAsByteArray();
            PictureFormat format = PictureFormat.of(bytes).orElseThrow();
            assertThat(answer.getResponse().getContentType()).isEqualTo(format.mimeType());
            Slip slip = SlipReader.of(PictureParts.of(format, bytes));
            assertThat(slip.caption()).isEqualTo(use.caption().print());
            assertThat(slip.credit()).isEqualTo(use.credit().print()).isNotEmpty();
        }
        assertThat(site.get().uri("/pictures/" + picture + "/640.png")).hasStatus(404);
    }

    @Test
    void aCropHasAnAddressWhileItsStoryIsPublic() throws IOException {
        assertThat(site.get().uri("/pictures/" + picture + "/square/320.jpg")).hasStatus(404);
        PublishedStory story = press.publish(Stories.harbourDeal(picture).print());

        BufferedImage square = crop("square", 320);
        assertThat(square.getWidth()).isEqualTo(320);
        assertThat(square.getHeight()).isEqualTo(320);
        BufferedImage wide = crop("wide", 480);
        assertThat(wide.getHeight()).isEqualTo(270);
        assertThat(crops.foci(picture)).hasSize(1).allMatch(focus -> focus.madeBy() == null);

        assertThat(site.get().uri("/pictures/" + picture + "/free/320.jpg")).hasStatus(404);
        assertThat(site.get().uri("/pictures/" + picture + "/round/320.jpg")).hasStatus(404);
        assertThat(site.get().uri("/pictures/" + picture + "/square/321.jpg")).hasStatus(404);
        press.kill(story.id());
        assertThat(site.get().uri("/pictures/" + picture + "/square/320.jpg")).hasStatus(404);
    }

    @Test
    void aCropIsDrawnOverAndEarlierOnesAreKept() throws IOException {
        press.publish(Stories.harbourDeal(picture).print());
        UUID staff =
                database.sql("SELECT id FROM staff LIMIT 1").query(UUID.class).single();
        String before = site.get()
                .uri("/pictures/" + picture + "/square/320.jpg")
                .exchange()
                .getResponse()
                .getHeader("ETag");

        crops.draw(picture, CropName.SQUARE, new Area(0, 0, 400, 400), staff);
        crops.draw(picture, CropName.FREE, new Area(100, 100, 700, 200), staff);

        assertThat(crops.area(picture, CropName.SQUARE)).contains(new Area(0, 0, 400, 400));
        assertThat(crop("free", 640).getHeight()).isEqualTo(183);
        assertThat(site.get().uri("/pictures/" + picture + "/square/320.jpg").header("If-None-Match", before))
                .hasStatusOk();
        crops.draw(picture, CropName.SQUARE, null, staff);
        assertThat(crops.history(picture, CropName.SQUARE))
                .extracting(Crops.Drawn::number)
                .containsExactly(2, 1);
        crops.focus(picture, new FocalPoint(1, 0.5), staff);
        assertThat(crops.area(picture, CropName.SQUARE)).contains(new Area(400, 0, 800, 800));
        assertThat(crops.foci(picture)).hasSize(2);
        assertThatThrownBy(() -> crops.draw(picture, CropName.WIDE, new Area(0, 0, 400, 400), staff))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> crops.draw(picture, CropName.FREE, new Area(1000, 0, 400, 400), staff))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private BufferedImage crop(String name, int width) throws IOException {
        MvcTestResult answer = site.get()
                .uri("/pictures/" + picture + "/" + name + "/" + width + ".jpg")
                .exchange();
        assertThat(answer).hasStatusOk();
        return ImageIO.read(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()));
    }

    private byte[] sent(int width) {
        MvcTestResult answer = site.get().uri(address(width)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private String address(int width) {
        return "/pictures/" + picture + "/" + width + ".jpg";
    }
}
