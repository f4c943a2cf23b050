package org.broadsheet.cms.wire;

import java.io.IOException;
import java.util.Optional;
import org.broadsheet.cms.picture.Keeping;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.cms.picturesheet.PictureSheets;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WirePicture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Brings the originals of wire pictures into our own store before the desk hears of them.
@Component
class PictureIntake {

    private static final Logger log = LoggerFactory.getLogger(PictureIntake.class);
    private static final int TRIES = 3;

    private final WireLine line;
    private final PictureStore store;
    private final PictureSheets sheets;

    PictureIntake(WireLine line, PictureStore store, PictureSheets sheets) {
        this.line = line;
        this.store = store;
        this.sheets = sheets;
    }

    /// Fetches a picture unless it is here, and puts what the wire says of it on its sheet. One that the other
    /// side does not hold, or whose bytes are not what their hash says, is left out with an error in the log: it
    /// must not hold up the whole wire, and a story cannot go out with it.
    ///
    /// @throws IOException if the other side does not answer: to be tried again
    void bring(WireItem item, WirePicture picture) throws IOException {
        PictureHash hash = picture.hash();
        if (hash == null) {
            return;
        }
        if (store.holds(hash)) {
            sheets.hear(item);
            return;
        }
        for (int i = 0; i < TRIES; i++) {
            Optional<byte[]> bytes = line.picture(hash);
            if (bytes.isPresent() && PictureHash.of(bytes.get()).equals(hash)) {
                if (store.keep(bytes.get(), picture.mimeType()) instanceof Keeping.Refused refused) {
                    log.atWarn()
                            .addKeyValue("picture", hash)
                            .addKeyValue("reason", refused.sentence())
                            .log("Picture refused");
                } else {
                    sheets.hear(item);
                }
                return;
            }
        }
        log.atError().addKeyValue("picture", hash).log("Picture of the wire could not be fetched");
    }
}
