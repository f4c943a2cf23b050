package org.broadsheet.ingest.newsml1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.words.Moments;
import org.jspecify.annotations.Nullable;

/// How an item stands and what is to be done with it (`NewsManagement`).
///
/// @param firstCreated `null` where not sent
/// @param revisionCreated `ThisRevisionCreated`; `null` where not sent
/// @param status `Status`
/// @param embargoedUntil when it will become usable (`StatusWillChange`); `null` where nothing holds it back
/// @param expires when it will stop being usable (`StatusWillChange`); `null` where not sent
/// @param urgency `Urgency`; empty where not sent
/// @param notes its instructions
/// @param links the items it belongs with or was made from
/// @param corrects whether an instruction says that it puts something right
record Management(
        @Nullable Instant firstCreated,
        @Nullable Instant revisionCreated,
        Status status,
        @Nullable Instant embargoedUntil,
        @Nullable Instant expires,
        String urgency,
        List<EditorNote> notes,
        List<WireLink> links,
        boolean corrects) {

    private static final Set<String> TAKES_BACK = Set.of("delete", "kill", "cancel", "withdraw");
    private static final Set<String> CORRECTS = Set.of("rectify", "correction", "correct");

    static Management of(Markup.Element item, Consumer<String> remark) {
        Markup.Element found = item.first("NewsManagement");
        Markup.Element management = found == null ? Markup.Element.NONE : found;
        List<EditorNote> notes = new ArrayList<>();
        boolean takenBack = false;
        boolean corrects = false;
        for (Markup.Element instruction : management.all("Instruction")) {
            String name = instruction.attribute("FormalName");
            takenBack |= TAKES_BACK.contains(name.toLowerCase(Locale.ROOT));
            corrects |= CORRECTS.contains(name.toLowerCase(Locale.ROOT));
            String words = instruction.words();
            notes.add(new EditorNote("instruction", words.isEmpty() ? name : words));
        }
        notes.removeIf(note -> note.text().isEmpty());
        Status sent = status(management, remark);
        Change change = Change.of(management, remark);
        return new Management(
                moment(management, "FirstCreated", remark),
                moment(management, "ThisRevisionCreated", remark),
                takenBack ? Status.CANCELED : change.releases() && sent == Status.WITHHELD ? Status.USABLE : sent,
                embargo(management, change, remark),
                change.ends() ? change.at() : null,
                management.attributeAt("Urgency", "FormalName"),
                notes,
                links(management),
                corrects);
    }

    private static String statusName(Markup.Element management) {
        return management.attributeAt("Status", "FormalName").toLowerCase(Locale.ROOT);
    }

    private static Status status(Markup.Element management, Consumer<String> remark) {
        String name = statusName(management);
        return switch (name) {
            case "", "usable", "embargoed" -> Status.USABLE;
            case "withheld" -> Status.WITHHELD;
            case "canceled", "cancelled" -> Status.CANCELED;
            default -> {
                remark.accept("Its status is not known (" + name + "): taken as withheld");
                yield Status.WITHHELD;
            }
        };
    }

    /// An embargoed item is held until its status changes, and until further notice where nobody says when.
    private static @Nullable Instant embargo(Markup.Element management, Change change, Consumer<String> remark) {
        boolean embargoed = statusName(management).equals("embargoed");
        if (change.releases()) {
            return change.at() == null ? Moments.UNTIL_FURTHER_NOTICE : change.at();
        }
        return embargoed ? Moments.embargo("", remark) : null;
    }

    private static List<WireLink> links(Markup.Element management) {
        List<WireLink> links = new ArrayList<>();
        for (Markup.Element element : management.elements()) {
            String rel =
                    switch (element.name()) {
                        case "AssociatedWith" -> "irel:associatedWith";
                        case "RelatedItem" -> "irel:seeAlso";
                        case "DerivedFrom" -> "irel:derivedFrom";
                        default -> "";
                    };
            String guid = Identification.withoutRevision(element.attribute("NewsItem"));
            if (!rel.isEmpty() && !guid.isEmpty()) {
                links.add(new WireLink(guid, rel, links.size()));
            }
        }
        return links;
    }

    private static @Nullable Instant moment(Markup.Element management, String name, Consumer<String> remark) {
        return Moments.read("<" + name + ">", management.wordsAt(name), remark);
    }

    /// What the status will become, and when.
    ///
    /// @param releases whether the item will be usable from then on
    /// @param ends whether it will not be usable any more
    private record Change(
            boolean releases, boolean ends, @Nullable Instant at) {

        static Change of(Markup.Element management, Consumer<String> remark) {
            Markup.Element change = management.first("StatusWillChange");
            if (change == null) {
                return new Change(false, false, null);
            }
            String future = change.attributeAt("FutureStatus", "FormalName").toLowerCase(Locale.ROOT);
            boolean releases =
                    future.equals("usable") && !statusName(management).equals("usable");
            boolean ends = Set.of("canceled", "cancelled", "withheld").contains(future);
            String when = change.wordsAt("DateAndTime");
            return new Change(
                    releases,
                    ends,
                    releases ? Moments.embargo(when, remark) : Moments.read("<DateAndTime>", when, remark));
        }
    }
}
