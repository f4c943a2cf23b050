package org.broadsheet.ingest.payload;

/// Payloads are durable and wait to be read.
public record PayloadsReceived() {}
