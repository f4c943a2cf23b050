package org.broadsheet.cms.desk;

import java.util.List;

/// A line of the key list of a screen.
///
/// @param strokes the keys; `Mod` is Ctrl, or ⌘ on Apple keyboards
/// @param does the message that says what they do
record Shortcut(List<String> strokes, String does) {
    Shortcut {
        strokes = List.copyOf(strokes);
    }

    static Shortcut of(String does, String... strokes) {
        return new Shortcut(List.of(strokes), does);
    }
}
