package org.broadsheet.ingest.settle;

/// One version of an item that is kept.
///
/// @param version of the item
/// @param contentHash of what was sent
/// @param receipt the receipt of the payload it came in
public record KeptVersion(long version, String contentHash, long receipt) {}
