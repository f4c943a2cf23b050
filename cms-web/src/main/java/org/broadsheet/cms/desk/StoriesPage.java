package org.broadsheet.cms.desk;

import java.util.List;

/// The list of the desk's stories as a screen; the stories come by themselves.
///
/// @param states the states by which the list can be narrowed
/// @param keys the keys of this screen
record StoriesPage(DeskFrame frame, List<String> states, List<Shortcut> keys) {
    StoriesPage {
        states = List.copyOf(states);
        keys = List.copyOf(keys);
    }
}
