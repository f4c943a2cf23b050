package org.broadsheet.cms.picture;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.cms.darkroom.Area;
import org.broadsheet.cms.darkroom.DarkroomBusy;
import org.broadsheet.cms.darkroom.PrintFormat;
import org.broadsheet.cms.picturefile.PictureFormat;
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
    private final Crops crops;

    PublishedPictureController(PictureStore pictures, PublishedPictures published, Crops crops) {
        this.pictures = pictures;
        this.published = published;
        this.crops = crops;
    }

    @GetMapping("/pictures/{hash:[0-9a-f]{64}}/{width:[0-9]{3,4}}.{extension:avif|webp|jpg}")
    ResponseEntity<byte[]> whole(
            @PathVariable String hash, @PathVariable int width, @PathVariable String extension, WebRequest request) {
        return answer(
                new PictureHash(hash),
                width,
                extension,
                picture -> Optional.of(Area.whole(picture.width(), picture.height())),
                request);
    }

    @GetMapping(
            "/pictures/{hash:[0-9a-f]{64}}/{crop:wide|standard|square|free}/{width:[0-9]{3,4}}.{extension:avif|webp|jpg}")
    ResponseEntity<byte[]> cropped(
            @PathVariable String hash,
            @PathVariable String crop,
            @PathVariable int width,
            @PathVariable String extension,
            WebRequest request) {
        PictureHash picture = new PictureHash(hash);
        return answer(
                picture, width, extension, _ -> CropName.of(crop).flatMap(name -> crops.area(picture, name)), request);
    }

    private ResponseEntity<byte[]> answer(
            PictureHash hash,
            int width,
            String extension,
            Function<PublishedPictures.Public, Optional<Area>> piece,
            WebRequest request) {
        Optional<PrintFormat> format = PrintFormat.ofExtension(extension);
        if (!Renditions.ANSWERED.contains(width) || format.isEmpty()) {
            return nothing();
        }
        Optional<PublishedPictures.Public> picture = published.find(hash);
        Optional<Area> area = picture.flatMap(piece);
        if (picture.isEmpty() || area.isEmpty()) {
            return nothing();
        }
        RenditionWish wish =
                PublishedPictures.wish(hash, picture.get(), area.get(), width, format.get(), pictures.words(hash));
        CacheControl cacheControl = CacheControl.noCache().cachePublic();
        if (request.checkNotModified(wish.tag())) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .cacheControl(cacheControl)
                    .eTag(wish.tag())
                    .build();
        }
        byte[] rendition = pictures.rendition(wish);
        return ResponseEntity.ok()
                .cacheControl(cacheControl)
                .eTag(wish.tag())
                .contentType(MediaType.parseMediaType(
                        PictureFormat.of(rendition).map(PictureFormat::mimeType).orElse(PrintFormat.JPEG.mimeType())))
                .body(rendition);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> missing(PictureMissing e) {
        log.atWarn().setCause(e).log("A public picture cannot be sent");
        return nothing();
    }

    @ExceptionHandler({
        PicturesBusy.class,
        DarkroomBusy.class,
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
