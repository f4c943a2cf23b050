package org.broadsheet.ingest.newsmlg2;

import java.util.LinkedHashSet;
import java.util.Set;
import org.broadsheet.ingest.markup.Markup;

/// Whose the item is and what may be done with it, as sent.
record Rights(String holder, String notice, String usage) {

    static Rights of(Markup.Element item, Catalog catalog) {
        Set<String> holders = new LinkedHashSet<>();
        Set<String> notices = new LinkedHashSet<>();
        Set<String> usages = new LinkedHashSet<>();
        for (Markup.Element rights : item.all("rightsInfo")) {
            for (Markup.Element holder : rights.all("copyrightHolder")) {
                add(holders, named(holder, catalog));
            }
            rights.all("copyrightNotice").forEach(notice -> add(notices, notice.words()));
            rights.all("usageTerms").forEach(terms -> add(usages, terms.words()));
        }
        return new Rights(String.join("\n", holders), String.join("\n", notices), String.join("\n", usages));
    }

    /// A party by its name, else by what stands in it, else by its code.
    static String named(Markup.Element party, Catalog catalog) {
        String name = SubjectReader.name(party, "");
        name = name.isEmpty() ? party.words() : name;
        return name.isEmpty() ? catalog.code(party) : name;
    }

    private static void add(Set<String> texts, String text) {
        if (!text.isEmpty()) {
            texts.add(text);
        }
    }
}
