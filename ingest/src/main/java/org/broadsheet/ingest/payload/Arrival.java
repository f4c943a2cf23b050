package org.broadsheet.ingest.payload;

/// Bytes that have arrived and are not yet anybody's responsibility but the sender's.
///
/// @param feed the feed they came in on
/// @param name what the sender calls them
/// @param hash SHA-256 of the bytes, hexadecimal
/// @param bytes as sent; nobody changes them
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and a copy would double the memory
public record Arrival(String feed, String name, String hash, byte[] bytes) {}
