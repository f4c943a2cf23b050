package org.broadsheet.search.related;

import java.util.List;
import java.util.UUID;

/// A published story that belongs with another.
///
/// @param id which story
/// @param score how close it is; only to be compared within one answer
/// @param reasons what they share, for editors: `subject: shipping`, `place: Vastholm`, `words: pilot, fees`
record RelatedStory(UUID id, double score, List<String> reasons) {

    /// All that belongs with one story.
    ///
    /// @param story which story was asked about
    /// @param stories the closest first
    record Related(UUID story, List<RelatedStory> stories) {}
}
