/// Marked-up text of the agencies, read without trust and without losing a character, and turned into the blocks of
/// a story.
@NullMarked
package org.broadsheet.ingest.markup;

import org.jspecify.annotations.NullMarked;
