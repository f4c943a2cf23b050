package org.broadsheet.cms.desk;

import java.util.List;

/// The picture desk as a screen; the pictures come by themselves.
///
/// @param mayLookAfter whether who is signed in may bring pictures in and write on them
/// @param keys the keys of this screen
record PicturePage(DeskFrame frame, boolean mayLookAfter, List<Shortcut> keys) {
    PicturePage {
        keys = List.copyOf(keys);
    }
}
