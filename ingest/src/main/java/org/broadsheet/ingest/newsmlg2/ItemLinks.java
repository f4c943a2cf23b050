package org.broadsheet.ingest.newsmlg2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.broadsheet.core.wire.WireItem.Purpose;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.ingest.markup.Markup;

/// Which other items an item belongs with: its links, and the members of a package.
final class ItemLinks {

    private final Markup.Element item;
    private final Catalog catalog;

    ItemLinks(Markup.Element item, Catalog catalog) {
        this.item = item;
        this.catalog = catalog;
    }

    /// @param purpose what the version is for: a link to what it replaces then says how
    List<WireLink> read(Purpose purpose, Consumer<String> remark) {
        List<WireLink> links = new ArrayList<>();
        String own = item.attribute("guid");
        for (Markup.Element place :
                List.of(ItemWords.meta(item, "itemMeta"), ItemWords.meta(item, "contentMeta"), item)) {
            for (Markup.Element link : place.all("link")) {
                String guid = link.attribute("residref");
                String rel = catalog.code(link, "rel");
                if (guid.isEmpty() && !link.attribute("href").isEmpty()) {
                    remark.accept("It points to " + link.attribute("href") + (rel.isEmpty() ? "" : " (" + rel + ")"));
                } else if (!guid.isEmpty() && !guid.equals(own)) {
                    links.add(new WireLink(guid, rel(rel, purpose), links.size()));
                }
            }
        }
        if (item.name().equals("packageItem")) {
            for (String guid : PackageMembers.of(item.first("groupSet"))) {
                links.add(new WireLink(guid, WireLink.PACKAGE, links.size()));
            }
        }
        return links;
    }

    /// Agencies have words of their own for taking back, putting right and replacing another item.
    private static String rel(String code, Purpose purpose) {
        return switch (code.substring(code.indexOf(':') + 1).toLowerCase(Locale.ROOT)) {
            case "kills", "kill", "cancels", "withdraws", "retracts" -> WireLink.KILLS;
            case "corrects", "correctionof", "iscorrectionof", "isacorrectionof" -> WireLink.CORRECTS;
            case "updates", "updateof", "isupdateof", "replaces", "supersedes" ->
                switch (purpose) {
                    case KILL -> WireLink.KILLS;
                    case CORRECTION -> WireLink.CORRECTS;
                    case STORY, UPDATE, WRITE_THROUGH, ADVISORY -> WireLink.UPDATES;
                };
            default -> code;
        };
    }
}
