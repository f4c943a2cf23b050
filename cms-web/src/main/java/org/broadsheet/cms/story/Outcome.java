package org.broadsheet.cms.story;

import java.util.List;
import org.broadsheet.core.desk.Refusal;

/// How the copy desk answers: it is done, it is refused with reasons, the words are stale, or there is no such story.
public sealed interface Outcome<T> {

    /// It is done.
    record Done<T>(T result) implements Outcome<T> {}

    /// It is refused; nothing has changed.
    record Refused<T>(List<Refusal> refusals) implements Outcome<T> {
        public Refused {
            refusals = List.copyOf(refusals);
        }

        static <T> Refused<T> because(Refusal refusal) {
            return new Refused<>(List.of(refusal));
        }
    }

    /// Somebody else wrote in between; nothing has changed.
    ///
    /// @param current the story as it now is
    record Stale<T>(StoryView current) implements Outcome<T> {}

    /// There is no such story or wire item.
    record Unknown<T>() implements Outcome<T> {}
}
