package org.broadsheet.ingest.feed;

import org.broadsheet.ingest.fetch.Content;

/// One payload that a visit brought.
///
/// @param key what it is known by from now on in this feed, such as a file's name, size and time
/// @param name what the sender calls it; made harmless when it is received
/// @param content as sent; whoever brought it closes it
public record Piece(String key, String name, Content content) {}
