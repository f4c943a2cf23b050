package org.broadsheet.ingest.ninjs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.broadsheet.ingest.json.JsonFields;

/// Whose the item is and what may be done with it, as sent.
record NinjsRights(String holder, String notice, String usage) {

    static NinjsRights of(JsonFields item, Set<String> remarks) {
        List<String> usage = new ArrayList<>();
        String terms = item.text("usageterms");
        if (!terms.isEmpty()) {
            usage.add(terms);
        }
        JsonFields rights = new JsonFields(item.value("rightsinfo"));
        String linked = rights.text("linkedrights");
        if (!linked.isEmpty()) {
            usage.add("Rights: " + linked);
        }
        if (!rights.text("encodedrights").isEmpty()) {
            remarks.add("Its rights are also written for machines (" + rights.text("langid") + "), which nobody read");
        }
        String made = new JsonFields(item.value("digitalsourcetype")).text("uri", "name", "literal");
        if (!made.isEmpty()) {
            remarks.add("The agency says how it was made: " + made);
        }
        return new NinjsRights(item.text("copyrightholder"), item.text("copyrightnotice"), String.join("\n", usage));
    }
}
