package org.broadsheet.core.story;

import java.util.UUID;

/// A story in the state it is in. Each state has the moves that are allowed from it and no others: a move that is not
/// allowed does not compile. Every move makes the next version.
public sealed interface Story permits Draft, Submitted, Published, Killed, Spiked {

    /// The story's own identity, the same for all versions and states.
    UUID id();

    /// Counts up with every write, from 1.
    int version();

    /// The newest saved words.
    StoryContent content();

    /// The state in a word, as it is stored and shown: `draft`.
    default String state() {
        return switch (this) {
            case Draft draft -> "draft";
            case Submitted submitted -> "submitted";
            case Published published -> "published";
            case Killed killed -> "killed";
            case Spiked spiked -> "spiked";
        };
    }
}
