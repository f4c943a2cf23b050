package org.broadsheet.ingest.settle;

import org.broadsheet.ingest.format.Reading.ParsedItem;

/// A parsed item that is ready to be settled.
///
/// @param parsed one version of the item
/// @param json the item as JSON, written before anybody waits for the lock
public record Prepared(ParsedItem parsed, String json) {}
