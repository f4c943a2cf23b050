package org.broadsheet.cms.desk;

import java.util.List;

/// The screen on which a picture is cut; what stands in it comes by itself.
///
/// @param hash which picture
/// @param width of the upright original, in pixels
/// @param height of the upright original, in pixels
/// @param may whether who is signed in may cut it
/// @param keys the keys of this screen
record PictureCropsPage(DeskFrame frame, String hash, int width, int height, boolean may, List<Shortcut> keys) {
    PictureCropsPage {
        keys = List.copyOf(keys);
    }
}
