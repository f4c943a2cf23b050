package org.broadsheet.cms.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.broadsheet.cms.Photographs;
import org.broadsheet.cms.Press;
import org.broadsheet.cms.SiteTest;
import org.broadsheet.cms.Stories;
import org.broadsheet.cms.darkroom.Area;
import org.broadsheet.cms.darkroom.Darkroom;
import org.broadsheet.cms.darkroom.PrintFormat;
import org.broadsheet.cms.publication.PublicationLog;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.publication.PublicationEvent;
import org.broadsheet.core.publication.PublishedStory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@SiteTest
class FirstPrintsTest {

    @Autowired
    Press press;

    @Autowired
    PublicationLog log;

    @Autowired
    PictureVault vault;

    @Autowired
    PublishedPictures published;

    @Autowired
    PictureStore pictures;

    @Autowired
    Crops crops;

    @Autowired
    Darkroom darkroom;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void aNewspaper() {
        press.startAfresh();
    }

    @Test
    void whatPagesNameMostIsDrawnBeforeTheFirstReaderAsks() {
        PictureHash picture = anUnseenPicture();
        PublishedStory story = press.publish(Stories.harbourDeal(picture).print());

        appended(story, true);

        PrintFormat smallest = darkroom.formats().getFirst();
        await().atMost(Duration.ofSeconds(60)).until(() -> isDrawn(picture, CropName.SQUARE, 320, smallest));
        for (PrintFormat format : darkroom.formats()) {
            assertThat(isDrawn(picture, null, 828, format)).as(format.name()).isTrue();
        }
        assertThat(isDrawn(picture, CropName.WIDE, 828, smallest)).isTrue();
        assertThat(isDrawn(picture, CropName.STANDARD, 480, smallest)).isTrue();
        assertThat(isDrawn(picture, null, 2400, smallest)).isFalse();
    }

    @Test
    void nothingIsDrawnForAPublicationThatWasTakenBackAndAMissingPictureStopsNobody() {
        PictureHash takenBack = anUnseenPicture();
        PictureHash next = anUnseenPicture();
        PublishedStory first = press.publish(Stories.harbourDeal(takenBack).print());
        PublishedStory lost = Stories.headed("A picture nobody holds")
                .picture(Stories.harbourDeal(PictureHash.of(new byte[] {7}))
                        .print()
                        .picture())
                .print();
        PublishedStory second = press.publish(Stories.headed("Ferries run again")
                .picture(Stories.harbourDeal(next).print().picture())
                .print());

        appended(first, false);
        appended(lost, true);
        appended(second, true);

        // One hand draws in order: when the last is done, the first would be.
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        isDrawn(next, CropName.SQUARE, 320, darkroom.formats().getFirst()));
        assertThat(isDrawn(takenBack, null, 828, PrintFormat.JPEG)).isFalse();
    }

    private void appended(PublishedStory story, boolean kept) {
        transaction.executeWithoutResult(status -> {
            log.append(new PublicationEvent.StoryPublished(story.id(), story));
            if (!kept) {
                status.setRollbackOnly();
            }
        });
    }

    private boolean isDrawn(PictureHash hash, CropName crop, int width, PrintFormat format) {
        PublishedPictures.Public picture = published.find(hash).orElseThrow();
        Area area = crop == null
                ? Area.whole(picture.width(), picture.height())
                : crops.area(hash, crop).orElseThrow();
        return vault.has(PublishedPictures.wish(hash, picture, area, width, format, pictures.words(hash))
                .name());
    }

    /// The folder of the tests stays from run to run.
    private PictureHash anUnseenPicture() {
        byte[] jpeg = Photographs.jpeg(1200, 800, 1);
        byte[] unseen = java.util.Arrays.copyOf(jpeg, jpeg.length + 16);
        UUID mark = UUID.randomUUID();
        java.nio.ByteBuffer.wrap(unseen, jpeg.length, 16)
                .putLong(mark.getMostSignificantBits())
                .putLong(mark.getLeastSignificantBits());
        return press.keep(unseen);
    }
}
