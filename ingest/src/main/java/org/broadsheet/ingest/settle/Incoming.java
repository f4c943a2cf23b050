package org.broadsheet.ingest.settle;

import java.util.List;
import org.broadsheet.ingest.format.Reading;
import org.jspecify.annotations.Nullable;

/// A payload that was read and is to be settled.
///
/// @param receipt its receipt's id
/// @param feed it came in on
/// @param name what the sender calls it
/// @param hash of its bytes
/// @param items those it holds, in its order
/// @param picture where it is a picture file; else `null`
public record Incoming(
        long receipt, String feed, String name, String hash, List<Prepared> items, Reading.@Nullable Picture picture) {
    public Incoming {
        items = List.copyOf(items);
    }
}
