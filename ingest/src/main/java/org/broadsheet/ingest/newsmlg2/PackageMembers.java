package org.broadsheet.ingest.newsmlg2;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.ingest.markup.Markup;
import org.jspecify.annotations.Nullable;

/// The items a package binds, in the order a reader goes through its groups. Groups may stand in each other as deep as
/// they like, and may even name each other in a ring.
final class PackageMembers {

    private final Map<String, Markup.Element> groups = new HashMap<>();
    private final Set<String> entered = new HashSet<>();
    private final Set<String> guids = new LinkedHashSet<>();
    private final Deque<Iterator<Markup.Element>> open = new ArrayDeque<>();

    private PackageMembers() {}

    static List<String> of(Markup.@Nullable Element groupSet) {
        if (groupSet == null) {
            return List.of();
        }
        PackageMembers members = new PackageMembers();
        List<Markup.Element> all = groupSet.all("group");
        for (Markup.Element group : all) {
            members.groups.putIfAbsent(group.attribute("id"), group);
        }
        members.walk(groupSet.attribute("root"));
        for (Markup.Element group : all) {
            members.walk(group.attribute("id"));
        }
        return List.copyOf(members.guids);
    }

    private void walk(String id) {
        enter(id);
        while (!open.isEmpty()) {
            if (!open.peek().hasNext()) {
                open.pop();
                continue;
            }
            Markup.Element member = open.peek().next();
            switch (member.name()) {
                case "itemRef" -> {
                    String guid = member.attribute("residref");
                    if (!guid.isEmpty()) {
                        guids.add(guid);
                    }
                }
                case "groupRef" -> enter(member.attribute("idref"));
                case "group" -> open.push(member.elements().iterator()); // some agencies nest where they should refer
                default -> {
                    // titles and references to concepts
                }
            }
        }
    }

    private void enter(String id) {
        Markup.Element group = groups.get(id);
        if (group != null && entered.add(id)) {
            open.push(group.elements().iterator());
        }
    }
}
