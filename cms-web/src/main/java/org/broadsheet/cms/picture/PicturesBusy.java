package org.broadsheet.cms.picture;

import org.jspecify.annotations.Nullable;

/// More pictures are wanted at once than are drawn at once: whoever asked is told to come back.
class PicturesBusy extends RuntimeException {

    PicturesBusy(@Nullable String why) {
        super(why);
    }
}
