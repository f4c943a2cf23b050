package org.broadsheet.core.picture;

import org.jspecify.annotations.Nullable;

/// A caption as the wire sent it, taken apart.
///
/// @param caption its words, the file-photo flag and the day
/// @param credit the credit that stood at its end; `null` where none did
/// @param creditAsSent that credit before parsing; empty where none stood there
public record CaptionReading(Caption caption, @Nullable Credit credit, String creditAsSent) {}
