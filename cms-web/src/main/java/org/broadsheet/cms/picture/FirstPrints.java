package org.broadsheet.cms.picture;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.broadsheet.cms.darkroom.Area;
import org.broadsheet.cms.darkroom.Darkroom;
import org.broadsheet.cms.darkroom.PrintFormat;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureUse;
import org.broadsheet.core.publication.PublicationEvent;
import org.broadsheet.core.publication.PublishedStory;
import org.broadsheet.core.story.Block;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Draws the renditions that pages name most as soon as a story is public, so that the first reader does not wait for
/// them. One at a time and behind whoever publishes; what is not drawn ahead, because too much is waiting or
/// because the service was stopped, is drawn when somebody asks for it.
@Component
class FirstPrints {

    private static final Logger log = LoggerFactory.getLogger(FirstPrints.class);
    private static final int MOST_WAITING = 200;

    private final PictureStore pictures;
    private final PublishedPictures published;
    private final Crops crops;
    private final Darkroom darkroom;
    private final ThreadPoolExecutor hand = new ThreadPoolExecutor(
            1,
            1,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform()
                    .daemon()
                    .name("first-prints")
                    .priority(Thread.MIN_PRIORITY)
                    .factory(),
            new ThreadPoolExecutor.DiscardOldestPolicy());

    FirstPrints(PictureStore pictures, PublishedPictures published, Crops crops, Darkroom darkroom) {
        this.pictures = pictures;
        this.published = published;
        this.crops = crops;
        this.darkroom = darkroom;
        hand.allowCoreThreadTimeOut(true);
    }

    /// Heard when the story is public, not before.
    @TransactionalEventListener
    void published(PublicationEvent.StoryPublished event) {
        PublishedStory story = event.story();
        PictureUse lead = story.picture();
        if (lead != null) {
            hand.execute(() -> draw(lead.hash(), leading()));
        }
        for (Block block : story.body().blocks()) {
            if (block instanceof Block.PictureBlock within) {
                hand.execute(() -> draw(within.picture().hash(), List.of(new Named(null, 828, smallest()))));
            }
        }
    }

    /// What a page names: a crop, `null` for what the story shows, in a width and a format.
    private record Named(@Nullable CropName crop, int width, PrintFormat format) {}

    /// What nearly every browser asks for first; the story's own picture in every format.
    private List<Named> leading() {
        List<Named> named = new ArrayList<>();
        darkroom.formats().forEach(format -> named.add(new Named(null, 828, format)));
        named.add(new Named(CropName.WIDE, 828, smallest()));
        named.add(new Named(CropName.STANDARD, 480, smallest()));
        named.add(new Named(CropName.SQUARE, 320, smallest()));
        return named;
    }

    private PrintFormat smallest() {
        return darkroom.formats().getFirst();
    }

    private void draw(PictureHash hash, List<Named> wanted) {
        try {
            for (Named named : wanted) {
                // Asked again each time: the story may be gone by now.
                Optional<PublishedPictures.Public> picture = published.find(hash);
                if (picture.isEmpty()) {
                    return;
                }
                pictures.rendition(PublishedPictures.wish(
                        hash,
                        picture.get(),
                        area(hash, named.crop(), picture.get()),
                        named.width(),
                        named.format(),
                        pictures.words(hash)));
            }
        } catch (RuntimeException e) {
            log.atInfo()
                    .addKeyValue("picture", hash)
                    .addKeyValue("why", e.getMessage())
                    .log("A picture could not be drawn ahead; it is drawn when somebody asks for it");
        }
    }

    private Area area(PictureHash hash, @Nullable CropName crop, PublishedPictures.Public picture) {
        return crops.area(hash, crop == null ? CropName.FREE : crop)
                .orElseGet(() -> Area.whole(picture.width(), picture.height()));
    }

    @PreDestroy
    void close() {
        hand.shutdownNow();
    }
}
