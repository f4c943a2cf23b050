package org.broadsheet.cms.desk;

import java.util.List;
import java.util.UUID;

/// The editor of one story as a screen; the story comes by itself.
///
/// @param story which story
/// @param importMap where the browser finds the editor's modules, as JSON
/// @param tools the buttons above the text, group by group
/// @param jobs jobs a sign-off usually names
/// @param keys the keys of this screen
record EditorPage(
        DeskFrame frame, UUID story, String importMap, List<List<Tool>> tools, List<String> jobs, List<Shortcut> keys) {
    EditorPage {
        tools = List.copyOf(tools);
        jobs = List.copyOf(jobs);
        keys = List.copyOf(keys);
    }

    /// A button above the text.
    ///
    /// @param does what the script calls it
    /// @param face what stands on it
    record Tool(String does, String face) {}
}
