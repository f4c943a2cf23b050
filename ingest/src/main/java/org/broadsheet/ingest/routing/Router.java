package org.broadsheet.ingest.routing;

import org.broadsheet.core.wire.Routing;
import org.broadsheet.core.wire.WireItem;

/// Decides where an item goes when it is entered in the wire log.
@FunctionalInterface
public interface Router {

    /// What the newsroom's rules decide about an item. A rule that cannot be applied is passed over; no rule makes this
    /// fail.
    Routing route(WireItem item);
}
