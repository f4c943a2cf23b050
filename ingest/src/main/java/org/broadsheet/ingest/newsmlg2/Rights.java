package org.broadsheet.ingest.newsmlg2;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.ingest.markup.Markup;

/// Whose the item is and what may be done with it, as sent.
record Rights(String holder, String notice, String usage) {

    static Rights of(Markup.Element item) {
        Set<String> holders = new LinkedHashSet<>();
        Set<String> notices = new LinkedHashSet<>();
        Set<String> usages = new LinkedHashSet<>();
        for (Markup.Element rights : item.all("rightsInfo")) {
            for (Markup.Element holder : rights.all("copyrightHolder")) {
                String name = SubjectReader.name(holder, "");
                holders.add(name.isEmpty() ? holder.attribute("literal") : name);
            }
            rights.all("copyrightNotice").forEach(notice -> notices.add(notice.words()));
            rights.all("usageTerms").forEach(terms -> usages.add(terms.words()));
        }
        return new Rights(joined(holders), joined(notices), joined(usages));
    }

    private static String joined(Set<String> texts) {
        List<String> said = texts.stream().filter(text -> !text.isEmpty()).toList();
        return String.join("\n", said);
    }
}
