package org.broadsheet.ingest.picture;

import org.broadsheet.ingest.format.Format;

/// The picture reader for tests of other features.
public final class PictureFormats {

    private PictureFormats() {}

    public static Format jpeg() {
        return new PictureFormat();
    }
}
