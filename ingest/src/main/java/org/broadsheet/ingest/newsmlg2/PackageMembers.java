package org.broadsheet.ingest.newsmlg2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.ingest.markup.Markup;
import org.jspecify.annotations.Nullable;

/// The items a package binds, in the order a reader goes through its groups.
final class PackageMembers {

    private final Map<String, Markup.Element> groups = new HashMap<>();
    private final Set<String> entered = new HashSet<>();
    private final List<String> guids = new ArrayList<>();

    private PackageMembers() {}

    static List<String> of(Markup.@Nullable Element groupSet) {
        if (groupSet == null) {
            return List.of();
        }
        PackageMembers members = new PackageMembers();
        for (Markup.Element group : groupSet.all("group")) {
            members.groups.putIfAbsent(group.attribute("id"), group);
        }
        members.enter(groupSet.attribute("root"));
        for (Markup.Element group : groupSet.all("group")) {
            members.enter(group.attribute("id"));
        }
        return members.guids;
    }

    private void enter(String id) {
        Markup.Element group = groups.get(id);
        if (group == null || !entered.add(id)) {
            return;
        }
        for (Markup.Element member : group.elements()) {
            String guid = member.attribute("residref");
            if (member.name().equals("itemRef") && !guid.isEmpty() && !guids.contains(guid)) {
                guids.add(guid);
            } else if (member.name().equals("groupRef")) {
                enter(member.attribute("idref"));
            }
        }
    }
}
