package org.broadsheet.core.wire;

import java.time.Instant;
import java.util.UUID;
import org.broadsheet.core.log.LogEntry;

/// One line of the wire log: an item was settled in this version. Applying it twice changes nothing.
///
/// @param position its place in the log; a reader that has seen it has seen all before it
/// @param id its own identity, the same however often it is read
/// @param at when it was appended
/// @param item the whole parsed item
/// @param routing what the routing rules decided; [Routing#NONE] where they said nothing
public record WireLogEntry(long position, UUID id, Instant at, WireItem item, Routing routing) implements LogEntry {
    public WireLogEntry {
        routing = routing == null ? Routing.NONE : routing;
    }

    /// An entry about which the routing rules said nothing.
    public WireLogEntry(long position, UUID id, Instant at, WireItem item) {
        this(position, id, at, item, Routing.NONE);
    }
}
