package org.broadsheet.core.publication;

import java.time.Instant;
import java.util.UUID;
import org.broadsheet.core.log.LogEntry;

/// One line of the publication log. Applying it twice changes nothing.
///
/// @param position its place in the log; a reader that has seen it has seen all before it
/// @param id its own identity, the same however often it is read
/// @param at when it was appended
/// @param event what happened
public record PublicationLogEntry(long position, UUID id, Instant at, PublicationEvent event) implements LogEntry {}
