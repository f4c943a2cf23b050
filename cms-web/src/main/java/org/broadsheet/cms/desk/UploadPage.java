package org.broadsheet.cms.desk;

import java.util.List;

/// The screen on which pictures are brought in.
///
/// @param may whether who is signed in may bring any in
/// @param keys the keys of this screen
record UploadPage(DeskFrame frame, boolean may, List<Shortcut> keys) {
    UploadPage {
        keys = List.copyOf(keys);
    }
}
