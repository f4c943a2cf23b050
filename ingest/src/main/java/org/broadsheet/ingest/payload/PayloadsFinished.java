package org.broadsheet.ingest.payload;

/// Payloads were settled or quarantined, and whoever delivered them may put their files away.
public record PayloadsFinished() {}
