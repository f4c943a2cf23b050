package org.broadsheet.core.log;

import java.time.Instant;
import java.util.List;

/// What a service says of itself (`GET /api/status`).
///
/// @param part `ingest`, `cms-web` or `search`
/// @param version of the software
/// @param startedAt since when it runs
/// @param readers how far it is in each log it follows
/// @param remarks what whoever runs it should know, such as a database that is not durable; empty when all is well
public record PartStatus(
        String part, String version, Instant startedAt, List<LogFollower.Standing> readers, List<String> remarks) {
    public PartStatus {
        readers = readers == null ? List.of() : List.copyOf(readers);
        remarks = remarks == null ? List.of() : List.copyOf(remarks);
    }
}
