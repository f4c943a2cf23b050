package org.broadsheet.ingest.anpa;

import java.util.List;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.jspecify.annotations.Nullable;

/// The text of a dispatch, read.
///
/// @param slug what its own slug line says; `null` where it has none
/// @param headline as sent; empty where none was sent
/// @param bylines names, without `By`
/// @param notes to editors
/// @param photos the agency's numbers of pictures that belong to it
/// @param keywords what it is about in the agency's own words
/// @param blocks everything else
/// @param closing the lines it closes with
/// @param remarks what was odd
record DispatchText(
        SlugWords.@Nullable Counted slug,
        String headline,
        List<String> bylines,
        List<EditorNote> notes,
        List<String> photos,
        List<String> keywords,
        List<Block> blocks,
        Closing closing,
        List<String> remarks) {}
