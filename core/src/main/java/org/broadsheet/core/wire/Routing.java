package org.broadsheet.core.wire;

import java.util.List;

/// What the newsroom's routing rules decided about a wire item when it came in.
///
/// @param desk the desk it goes to; empty where no rule named one
/// @param section the slug of the section it is meant for; empty where no rule named one
/// @param tags what the rules mark it with
/// @param autoPublish whether it may be published without an editor, as soon as nothing blocks it
/// @param rules the names of the rules that decided, in their order
public record Routing(String desk, String section, List<String> tags, boolean autoPublish, List<String> rules) {

    /// No rule said anything.
    public static final Routing NONE = new Routing("", "", List.of(), false, List.of());

    public Routing {
        desk = desk == null ? "" : desk;
        section = section == null ? "" : section;
        tags = tags == null ? List.of() : List.copyOf(tags);
        rules = rules == null ? List.of() : List.copyOf(rules);
    }
}
