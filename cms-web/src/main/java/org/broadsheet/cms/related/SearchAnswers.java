package org.broadsheet.cms.related;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What search says when it is asked for related stories.
interface SearchAnswers {

    /// The stories related to this one, the nearest first; empty while search does not know the story.
    ///
    /// @throws IOException if search does not answer in time, or not as it should
    Optional<List<RelatedStory>> related(UUID story, int length) throws IOException;
}
