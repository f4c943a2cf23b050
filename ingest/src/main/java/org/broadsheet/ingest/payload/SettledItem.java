package org.broadsheet.ingest.payload;

/// An item of a payload and what it changed.
///
/// @param outcome `new`, `newer`, `repeat`, `older` or `flagged`
public record SettledItem(String provider, String guid, long version, String kind, String headline, String outcome) {}
