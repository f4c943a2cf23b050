package org.broadsheet.cms.provenance;

import org.broadsheet.cms.house.Asked;
import org.broadsheet.cms.picture.HeldPicture;
import org.broadsheet.cms.picture.PictureMissing;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.SourceType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Tells staff where a picture comes from, and hands them the original with all that it carries.
@RestController
class ProvenanceApi {

    private final PictureStore pictures;

    ProvenanceApi(PictureStore pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/desk/api/pictures/{hash:[0-9a-f]{64}}/provenance")
    Provenance provenance(@PathVariable String hash) {
        PictureHash picture = new PictureHash(hash);
        SourceType source = new SourceType(pictures.words(picture).digitalSourceType());
        return new Provenance(
                pictures.credentials(picture)
                        .map(found -> new Credentials(true, found.signer(), found.manifests(), false))
                        .orElse(null),
                new Source(source.address(), source.code(), source.isSynthetic()),
                "/desk/pictures/" + hash + "/original");
    }

    @GetMapping("/desk/pictures/{hash:[0-9a-f]{64}}/original")
    ResponseEntity<byte[]> original(@PathVariable String hash) {
        PictureHash picture = new PictureHash(hash);
        HeldPicture held = pictures.facts(picture);
        String name = hash.substring(0, 16) + "." + ending(held.mimeType());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(held.mimeType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .cacheControl(CacheControl.noStore())
                .body(pictures.original(picture));
    }

    @ExceptionHandler
    ProblemDetail missing(PictureMissing e) {
        return Asked.unknown("There is no such picture, or it can no longer be read.")
                .getBody();
    }

    private static String ending(String mimeType) {
        String kind = mimeType.substring(mimeType.indexOf('/') + 1);
        return kind.equals("jpeg") ? "jpg" : kind;
    }

    /// What the file says of its making.
    ///
    /// @param credentials `null` where it carries none
    /// @param original where the file itself is to be had
    record Provenance(@Nullable Credentials credentials, Source source, String original) {}

    /// Content Credentials (C2PA).
    ///
    /// @param signer whom the file claims to be signed by; empty where no name can be read
    /// @param manifests one for each time the picture was signed
    /// @param verified never: see `ops/decisions/0051-…`
    record Credentials(boolean present, String signer, int manifests, boolean verified) {}

    /// The IPTC's digital source type; empty words where the file says none.
    record Source(String address, String code, boolean synthetic) {}
}
