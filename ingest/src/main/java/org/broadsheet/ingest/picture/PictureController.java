package org.broadsheet.ingest.picture;

import java.time.Duration;
import java.util.Optional;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.ingest.payload.Receipts;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Hands out the original bytes of pictures by their hash.
@RestController
class PictureController {

    private final PictureFiles files;
    private final Receipts receipts;

    PictureController(PictureFiles files, Receipts receipts) {
        this.files = files;
        this.receipts = receipts;
    }

    @GetMapping("/api/pictures/{hash}")
    ResponseEntity<?> original(@PathVariable("hash") String hash) {
        Optional<String> mimeType = PictureHash.isHash(hash) ? files.mimeType(new PictureHash(hash)) : Optional.empty();
        if (mimeType.isEmpty()) {
            return ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                            HttpStatus.NOT_FOUND, "No picture that came in has this hash"))
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mimeType.get()))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
                .eTag(hash)
                .body(receipts.bytes(hash).orElseThrow());
    }
}
