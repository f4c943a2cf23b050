package org.broadsheet.ingest.feed;

/// A day is over: what is remembered for some time only may be looked through.
public record Housekeeping() {}
