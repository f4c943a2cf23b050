package org.broadsheet.ingest.newsmlg2;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.words.Moments;
import org.broadsheet.ingest.words.VersionNumber;
import org.jspecify.annotations.Nullable;

/// How an item stands: its version, its status, and from when and until when it may be used.
final class ItemStanding {

    private final Markup.Element itemMeta;
    private final Markup.Element contentMeta;
    private final Catalog catalog;
    private final Consumer<String> remark;

    ItemStanding(Markup.Element item, Catalog catalog, Consumer<String> remark) {
        this.itemMeta = ItemWords.meta(item, "itemMeta");
        this.contentMeta = ItemWords.meta(item, "contentMeta");
        this.catalog = catalog;
        this.remark = remark;
    }

    /// NewsML-G2: an item without a version is its first.
    static long version(Markup.Element item) throws Unreadable {
        String sent = item.attribute("version");
        if (sent.isEmpty()) {
            return 1;
        }
        VersionNumber version = VersionNumber.of(sent, odd -> {});
        if (!version.stated()) {
            throw new Unreadable("The version is not a whole number: " + sent);
        }
        return version.number();
    }

    /// IPTC: an item without a status is usable. A status nobody knows holds the item back.
    Status status() {
        String code = catalog.code(itemMeta.first("pubStatus"));
        String status = code.substring(Math.max(code.lastIndexOf(':'), code.lastIndexOf('/')) + 1);
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "", "usable" -> Status.USABLE;
            case "withheld" -> Status.WITHHELD;
            case "canceled", "cancelled" -> Status.CANCELED;
            default -> {
                remark.accept("Its status is not known (" + code + "): taken as withheld");
                yield Status.WITHHELD;
            }
        };
    }

    @Nullable
    Instant moment(String name) {
        return Moments.read("<" + name + ">", itemMeta.wordsAt(name), remark);
    }

    /// The latest of the embargoes in fields; one that is empty or cannot be read runs until further notice.
    @Nullable
    Instant embargo() {
        Instant until = null;
        for (Markup.Element embargoed : itemMeta.all("embargoed")) {
            Instant stated = Moments.embargo(embargoed.words(), remark);
            until = until == null || stated.isAfter(until) ? stated : until;
        }
        return until;
    }

    /// The expiry that holds everywhere, else the one for the web: others are for uses that are not ours.
    @Nullable
    Instant expires() {
        List<Markup.Element> sent = itemMeta.all("expires");
        sent = sent.isEmpty() ? contentMeta.all("expires") : sent;
        for (Markup.Element expires : sent) {
            if (expires.attribute("pubconstraint").isEmpty()) {
                return Moments.read("<expires>", expires.words(), remark);
            }
        }
        for (Markup.Element expires : sent) {
            if (expires.attribute("pubconstraint").toLowerCase(Locale.ROOT).endsWith("web")) {
                return Moments.read("<expires>", expires.words(), remark);
            }
        }
        return null;
    }

    /// @param envelope the message's priority stands for an urgency that is not there
    @Nullable
    Integer urgency(Envelope envelope) {
        Markup.Element urgency = contentMeta.first("urgency");
        String sent = urgency == null ? envelope.priority() : urgency.words();
        if (urgency == null && sent.isEmpty()) {
            return null;
        }
        if (sent.length() == 1 && sent.charAt(0) >= '1' && sent.charAt(0) <= '9') {
            return sent.charAt(0) - '0';
        }
        remark.accept("The urgency is not 1 to 9: " + (sent.isEmpty() ? "(empty)" : sent));
        return null;
    }

    /// Codes that say what the version is for, in the item and, for all its items, in the message around it.
    List<String> signals() {
        return itemMeta.all("signal").stream()
                .map(catalog::code)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }
}
