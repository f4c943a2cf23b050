package org.broadsheet.cms.publication;

import org.broadsheet.cms.house.Asked;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.core.picture.PictureHash;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The originals of the pictures the publication log speaks of, for our own services on the internal port.
@RestController
class OriginalsApi {

    private final PictureStore store;

    OriginalsApi(PictureStore store) {
        this.store = store;
    }

    @GetMapping("/api/pictures/{hash}")
    ResponseEntity<byte[]> original(@PathVariable String hash) {
        if (!PictureHash.isHash(hash)) {
            throw Asked.unreadable("A picture is known by 64 lower-case hexadecimal digits.");
        }
        PictureHash picture = new PictureHash(hash);
        if (!store.holds(picture)) {
            throw Asked.unknown("No such picture is held.");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(store.facts(picture).mimeType()))
                .body(store.original(picture));
    }
}
