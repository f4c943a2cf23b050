package org.broadsheet.ingest.alarm;

import java.time.Instant;

/// Something that somebody has to look at.
///
/// @param kind `quiet`, `failing` or `quarantine`
/// @param feed the feed it is about
/// @param since when it began
/// @param sentence what the desk reads
public record Alarm(String kind, String feed, Instant since, String sentence) {}
