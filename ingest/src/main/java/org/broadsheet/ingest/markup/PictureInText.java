package org.broadsheet.ingest.markup;

/// A picture that mark-up shows between the paragraphs.
///
/// @param source its file or address, as written
/// @param alt its alternative text; empty where there is none
public record PictureInText(String source, String alt) {}
