package org.broadsheet.ingest.picture;

import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Unreadable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// A picture file on its own: JPEG, PNG, WebP or TIFF. Its size and what is written inside it are read; it is not
/// decoded here.
@Component
@Order(90)
class PictureFormat implements Format {

    @Override
    public String name() {
        return "picture file";
    }

    @Override
    public boolean recognises(Copy copy) {
        return PictureKind.of(copy.bytes()) != null;
    }

    @Override
    public Reading read(Copy copy) throws Unreadable {
        PictureKind kind = PictureKind.of(copy.bytes());
        if (kind == null) {
            throw new Unreadable("It is no picture file");
        }
        if (!kind.isPrinted()) {
            throw new Unreadable("Pictures are taken as JPEG, PNG, WebP or TIFF; this is " + kind.called());
        }
        PictureHeader header = PictureHeader.of(kind, copy.bytes());
        return new Reading.Picture(
                kind.mimeType(), header.width(), header.height(), EmbeddedMetadata.read(copy.bytes()));
    }
}
