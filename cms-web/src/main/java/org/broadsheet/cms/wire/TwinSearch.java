package org.broadsheet.cms.wire;

import java.io.IOException;
import java.util.List;
import org.broadsheet.core.wire.WireItem;

/// Whoever knows which wire items hold the same story.
interface TwinSearch {

    /// The items that hold the same story as this one, itself not among them.
    ///
    /// @throws IOException if there is no answer now: to be asked again
    List<Found> twins(WireItem item) throws IOException;

    /// An item that holds the same story.
    ///
    /// @param score how much alike, from 0 to 1
    record Found(String provider, String guid, double score) {}
}
