package org.broadsheet.cms.desk;

import java.util.List;

/// A screen from which the wire room is run; what stands in it comes by itself.
///
/// @param which the feed or rule it is about; empty for a list and for something new
/// @param may whether who is signed in may change what it shows
/// @param days the days of the week, from Monday
/// @param keys the keys of this screen
record IntakePage(DeskFrame frame, String which, boolean may, List<String> days, List<Shortcut> keys) {
    IntakePage {
        days = List.copyOf(days);
        keys = List.copyOf(keys);
    }
}
