package org.broadsheet.cms.related;

import java.util.List;
import java.util.UUID;

/// A story that search holds to be related to another.
///
/// @param id which story
/// @param score how much; only to be compared within one list
/// @param reasons why, for editors to read, such as `subject: shipping`
public record RelatedStory(UUID id, double score, List<String> reasons) {
    public RelatedStory {
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }
}
