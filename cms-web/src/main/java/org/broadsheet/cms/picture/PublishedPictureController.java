package org.broadsheet.cms.picture;

import java.io.UncheckedIOException;
import org.broadsheet.core.picture.PictureHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// Sends readers the pictures of public stories. A picture of no public story has no address: it answers as if it had
/// never been, and so does one whose only story was killed. Caches ask each time, so a killed story's picture is gone
/// from them as soon as from here.
@RestController
class PublishedPictureController {

    private static final Logger log = LoggerFactory.getLogger(PublishedPictureController.class);
    private static final String COME_BACK_AFTER_SECONDS = "5";

    private final PictureStore pictures;
    private final PublishedPictures published;

    PublishedPictureController(PictureStore pictures, PublishedPictures published) {
        this.pictures = pictures;
        this.published = published;
    }

    @GetMapping("/pictures/{hash:[0-9a-f]{64}}/{width:[0-9]{3,4}}.jpg")
    ResponseEntity<byte[]> picture(@PathVariable String hash, @PathVariable int width, WebRequest request) {
        PictureHash picture = new PictureHash(hash);
        if (!Renditions.WIDTHS.contains(width) || !published.isPublic(picture)) {
            return nothing();
        }
        Rendition rendition = pictures.rendition(picture, width);
        CacheControl cacheControl = CacheControl.noCache().cachePublic();
        if (request.checkNotModified(rendition.tag())) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .cacheControl(cacheControl)
                    .eTag(rendition.tag())
                    .build();
        }
        return ResponseEntity.ok()
                .cacheControl(cacheControl)
                .eTag(rendition.tag())
                .contentType(MediaType.IMAGE_JPEG)
                .body(rendition.jpeg());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> missing(PictureMissing e) {
        log.atWarn().setCause(e).log("A public picture cannot be sent");
        return nothing();
    }

    @ExceptionHandler({
        PicturesBusy.class,
        UncheckedIOException.class,
        DataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<byte[]> later(Exception e) {
        log.atWarn().addKeyValue("why", e.getMessage()).log("A picture's reader was told to come back");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, COME_BACK_AFTER_SECONDS)
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private static ResponseEntity<byte[]> nothing() {
        return ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build();
    }
}
