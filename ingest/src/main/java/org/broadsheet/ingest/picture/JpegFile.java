package org.broadsheet.ingest.picture;

import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Unreadable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// A JPEG on its own: its size and what is written inside it. It is not decoded here.
@Component
@Order(90)
class JpegFile implements Format {

    @Override
    public String name() {
        return "picture file";
    }

    @Override
    public boolean recognises(Copy copy) {
        return PictureHeader.isJpeg(copy.bytes());
    }

    @Override
    public Reading read(Copy copy) throws Unreadable {
        PictureHeader header = PictureHeader.ofJpeg(copy.bytes());
        return new Reading.Picture("image/jpeg", header.width(), header.height(), EmbeddedMetadata.read(copy.bytes()));
    }
}
