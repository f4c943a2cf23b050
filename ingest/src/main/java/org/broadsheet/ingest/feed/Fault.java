package org.broadsheet.ingest.feed;

/// What is wrong with one field of a form.
///
/// @param field its name
/// @param sentence what to put right
public record Fault(String field, String sentence) {}
