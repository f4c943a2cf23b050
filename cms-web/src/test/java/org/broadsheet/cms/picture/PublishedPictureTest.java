package org.broadsheet.cms.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.broadsheet.cms.Photographs;
import org.broadsheet.cms.Press;
import org.broadsheet.cms.SiteTest;
import org.broadsheet.cms.Stories;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.publication.PublishedStory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SiteTest
class PublishedPictureTest {

    @Autowired
    MockMvcTester site;

    @Autowired
    Press press;

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

        for (int width : Renditions.WIDTHS) {
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
    void cachesMayKeepAPictureForFiveMinutes() {
        press.publish(Stories.harbourDeal(picture).print());

        MvcTestResult answer = site.get().uri(address(640)).exchange();
        String tag = answer.getResponse().getHeader("ETag");

        assertThat(answer).hasHeader("Cache-Control", "no-cache, public").hasContentType("image/jpeg");
        assertThat(site.get().uri(address(640)).header("If-None-Match", tag)).hasStatus(304);
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
