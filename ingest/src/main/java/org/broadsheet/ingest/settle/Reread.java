package org.broadsheet.ingest.settle;

/// A kept version that was parsed again from its raw bytes.
///
/// @param kept the version as it is kept
/// @param item what the bytes are read as now
public record Reread(KeptVersion kept, Prepared item) {}
