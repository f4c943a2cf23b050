package org.broadsheet.cms.picture;

/// More pictures are wanted at once than are drawn at once: whoever asked is told to come back.
class PicturesBusy extends RuntimeException {

    PicturesBusy() {
        super("Too many pictures are being drawn");
    }
}
