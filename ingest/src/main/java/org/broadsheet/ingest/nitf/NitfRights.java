package org.broadsheet.ingest.nitf;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.markup.Markup;

/// Whose a document is (`doc.copyright`) and what may be done with it (`doc.rights`, and `rights` in its head).
record NitfRights(String holder, String notice, String usage) {

    static NitfRights of(Markup.Element data, String inHead) {
        List<String> usages = new ArrayList<>();
        for (Markup.Element rights : data.all("doc.rights")) {
            List<String> parts = new ArrayList<>();
            for (String name : List.of("type", "limitations", "geography", "location-code")) {
                add(parts, "", rights.attribute(name));
            }
            add(parts, "from ", rights.attribute("startdate"));
            add(parts, "until ", rights.attribute("enddate"));
            add(parts, "owner ", rights.attribute("owner"));
            add(parts, "agent ", rights.attribute("agent"));
            add(parts, "", rights.words());
            add(usages, "", String.join("; ", parts));
        }
        add(usages, "", inHead);
        String holder = data.attributeAt("doc.copyright", "holder");
        String year = data.attributeAt("doc.copyright", "year");
        return new NitfRights(
                holder,
                holder.isEmpty() || year.isEmpty() ? "" : "© " + year + " " + holder,
                String.join("\n", usages));
    }

    private static void add(List<String> parts, String before, String part) {
        if (!part.isEmpty()) {
            parts.add(before + part);
        }
    }
}
