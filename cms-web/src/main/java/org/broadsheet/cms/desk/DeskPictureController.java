package org.broadsheet.cms.desk;

import java.time.Duration;
import org.broadsheet.cms.picture.PictureMissing;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.cms.picture.Rendition;
import org.broadsheet.core.picture.PictureHash;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Shows staff any picture we hold, published or not.
@Controller
class DeskPictureController {

    private static final int WIDEST = 2400;

    private final PictureStore pictures;

    DeskPictureController(PictureStore pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/desk/pictures/{hash}")
    ResponseEntity<byte[]> picture(
            @PathVariable String hash, @RequestParam(name = "w", defaultValue = "720") int width) {
        if (!PictureHash.isHash(hash)) {
            return ResponseEntity.notFound().build();
        }
        try {
            Rendition rendition = pictures.rendition(new PictureHash(hash), Math.clamp(width, 1, WIDEST));
            return ResponseEntity.ok()
                    .contentType(MediaType.IMAGE_JPEG)
                    .eTag('"' + rendition.tag() + '"')
                    .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                    .body(rendition.jpeg());
        } catch (PictureMissing missing) {
            return ResponseEntity.notFound().build();
        }
    }
}
