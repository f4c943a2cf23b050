package org.broadsheet.core.wire;

import java.time.Instant;

/// What a note to editors says about when its story may be public.
public sealed interface Embargo {

    /// The note states no embargo, or says that it is lifted.
    record None() implements Embargo {}

    /// No public byte before this.
    record Until(Instant time) implements Embargo {}

    /// The note states an embargo whose end cannot be read for certain: the story is held until an editor decides.
    ///
    /// @param words the part of the note that states it
    record Unreadable(String words) implements Embargo {}
}
