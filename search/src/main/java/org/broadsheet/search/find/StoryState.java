package org.broadsheet.search.find;

import java.util.UUID;
import org.broadsheet.search.index.StoryDocument;

/// How a story stands in the index.
///
/// @param id which story
/// @param state whether readers may see it
/// @param position the line of the publication log that made it so
record StoryState(UUID id, StoryDocument.State state, long position) {}
