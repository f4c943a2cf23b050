package org.broadsheet.ingest.format;

import java.time.Instant;

/// A payload in the hands of a reader.
///
/// @param feed the feed it came in on
/// @param name the file's name as it was dropped
/// @param hash SHA-256 of the bytes, hexadecimal
/// @param receivedAt when the bytes were durable
/// @param bytes as sent; nobody changes them
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and a copy for each reader would double the memory
public record Copy(String feed, String name, String hash, Instant receivedAt, byte[] bytes) {}
