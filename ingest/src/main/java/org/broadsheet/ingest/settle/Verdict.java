package org.broadsheet.ingest.settle;

import org.broadsheet.core.wire.WireItem.WireLink;

/// What another item of the same provider says about one.
///
/// @param rel [WireLink#KILLS], [WireLink#CORRECTS] or [WireLink#UPDATES]
/// @param by the guid of the item that says it; the item's own for a kill within its lineage
record Verdict(String rel, String by) {

    boolean kills() {
        return rel.equals(WireLink.KILLS);
    }

    /// What the desk reads on the item it is about.
    String remark(Key about) {
        if (by.equals(about.guid())) {
            return "The agency takes the story back, and with it every lead of it";
        }
        return switch (rel) {
            case WireLink.KILLS -> "The agency's item " + by + " takes this one back";
            case WireLink.CORRECTS -> "The agency's item " + by + " corrects this one";
            default -> "The agency's item " + by + " updates this one";
        };
    }
}
