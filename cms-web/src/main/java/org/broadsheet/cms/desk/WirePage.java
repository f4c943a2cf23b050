package org.broadsheet.cms.desk;

import java.util.List;

/// The wire basket as a screen; what is in it comes by itself.
///
/// @param tabs the parts of the basket that can be looked at
/// @param keys the keys of this screen
record WirePage(DeskFrame frame, List<String> tabs, List<Shortcut> keys) {
    WirePage {
        tabs = List.copyOf(tabs);
        keys = List.copyOf(keys);
    }
}
