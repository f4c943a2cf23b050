package org.broadsheet.ingest.newsmlg2;

import java.util.function.Consumer;
import org.broadsheet.core.picture.Caption;
import org.broadsheet.core.picture.Credit;
import org.broadsheet.core.wire.WirePicture;

/// What a picture item says of its picture before the file is looked into.
final class PictureWords {

    private PictureWords() {}

    static WirePicture of(String fileName, String caption, String creditLine, Consumer<String> remark) {
        if (fileName.isEmpty()) {
            remark.accept("It names no picture file in the feed's folder");
        }
        return new WirePicture(
                null, fileName, "", 0, 0, new Caption(caption, false, null), Credit.NONE, creditLine, "", "");
    }
}
